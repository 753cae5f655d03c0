"""Saves what was fetched as a seed, under a name of its own."""

import os
import re
from datetime import UTC
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from site_gen.conversion import FORMS, convert
from site_gen.conversion.sniff import form_in
from site_gen.fetching.client import Answer
from site_gen.fetching.refusal import Refusal
from site_gen.model.problem import SiteError
from site_gen.storage.files import read_source, write_source
from site_gen.storage.inside import refuse_way_out
from site_gen.text.slug import slugify

SEEDS = "seeds"
_LONGEST = 80
_BY_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/feed+json": ".json",
}
_SAVED_NAME = "saved from url"
_UNSAFE = re.compile(r"--|[\s<>\"]")


class Saved(Struct, frozen=True):
    """A file that was saved: its address, its path, the title of its text, and how many texts it holds.

    `is_new` is false where the same bytes were there already.
    """

    url: str
    path: str
    title: str
    texts: int
    is_new: bool


def save(root: Path, answer: Answer) -> Saved:
    """Save an answer below `seeds/`; nothing is overwritten. `Refusal` where it is neither page, feed nor document."""
    suffix = form_in(".txt", answer.data) or _BY_TYPE.get(answer.media_type, "") or form_in("", answer.data)
    if suffix not in FORMS and suffix != ".txt":
        kind = answer.media_type or "a file of no known kind"
        raise Refusal(f"This is {kind}: neither a page, a feed nor a document.", "Save the article's text as .txt.")
    data = _with_address(_in_utf8(answer), answer.url) if suffix == ".html" else answer.data
    if not data.strip():
        raise Refusal("The site gives an empty file.")
    read = convert(suffix, answer.url, data, UTC) if suffix in FORMS else None
    texts = (read.value or ()) if read else ()
    title = texts[0].given.title if len(texts) == 1 and not texts[0].part else ""
    path, is_new = _write(root, _stem(title, answer.url), suffix, data)
    return Saved(answer.url, path, title, max(1, len(texts)), is_new)


def _in_utf8(answer: Answer) -> bytes:
    """The bytes of a page whose encoding only the host knows, in UTF-8."""
    try:
        answer.data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return answer.data.decode(answer.charset, "replace").encode() if answer.charset else answer.data
        except LookupError:
            pass
    return answer.data


def _with_address(data: bytes, url: str) -> bytes:
    """A page with a note of where it is from, as browsers write it, unless it has one."""
    if _SAVED_NAME.encode() in data[:1000] or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    safe = _UNSAFE.sub(lambda match: "".join(f"%{ord(one):02X}" for one in match[0]), url)
    return f"<!-- {_SAVED_NAME}=({len(safe):04}){safe} -->\n".encode() + data.removeprefix(b"\xef\xbb\xbf")


def _stem(title: str, url: str) -> str:
    """A name by the title, else by the address."""
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2]).rpartition(".")
    host = (parts.hostname or "").removeprefix("www.")
    named = title or f"{host} {last[0] or last[2]}"
    return slugify(named.replace(".", "-"))[:_LONGEST].strip("-") or "page"


def _write(root: Path, stem: str, suffix: str, data: bytes) -> tuple[str, bool]:
    """Write a file under the first name that is free or that has these bytes."""
    number = 1
    while True:
        path = f"{SEEDS}/{stem}{'' if number == 1 else f'-{number}'}{suffix}"
        if not os.path.lexists(root / path):
            refuse_way_out(root, path)
            write_source(root, path, data)
            return path, True
        try:
            if read_source(root, path) == data:
                return path, False
        except SiteError:
            pass  # a link that leads out, or a folder: its name is taken
        number += 1
