"""What Pelican reads at the head of a text: lines `Key: value`, fields of reStructuredText, `<meta>` of HTML.

https://docs.getpelican.com/en/latest/content.html describes them.
"""

import re

from msgspec import Struct

from site_gen.importing.item import Loss
from site_gen.importing.readers.macros import Said
from site_gen.importing.readers.pelican.tags import without_tags
from site_gen.importing.readers.python_markdown import plain_markdown
from site_gen.importing.readers.rst.text import read_rst
from site_gen.text.references import HTMLReader

_KEY = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_MORE = re.compile(r" {4,}(.*)")
_BEGIN = re.compile(r"-{3}(\s.*)?")
_END = re.compile(r"(?:-{3}|\.{3})(\s.*)?")
_PARTS = ("tags", "authors", "keywords", "alias")


class PelicanText(Struct, frozen=True):
    """A text with what is at its head. `html` is None where `body` is Markdown; `line` is the one it begins after."""

    fields: dict[str, str | tuple[str, ...]] = {}
    body: str = ""
    line: int = 0
    html: str | None = None
    words: str = ""
    losses: tuple[Loss, ...] = ()


def read_text(path: str, text: str, has_tags: bool = False) -> PelicanText:
    """The text of a file by the ending of its name. `has_tags` says whether it may have tags of Liquid."""
    ending = path.rpartition(".")[2].lower()
    if ending == "rst":
        made = read_rst(text)
        fields = {"title": made.title} if made.title else {}
        return PelicanText(_listed(fields | made.fields), text, 0, made.html, made.words, made.losses)
    if ending in ("html", "htm"):
        page = _Page()
        page.feed(text)
        page.close()
        body = "".join(page.body)
        return PelicanText(_listed(page.fields), body, text[: text.find("<body")].count("\n"), body, body)
    return _markdown(text, has_tags)


def _markdown(text: str, has_tags: bool) -> PelicanText:
    lines = text.split("\n")
    at = 1 if _BEGIN.fullmatch(lines[0]) else 0
    fields: dict[str, str] = {}
    key = ""
    while at < len(lines):
        line = lines[at].rstrip()
        if not line or _END.fullmatch(line):
            at += 1
            break
        if found := _KEY.fullmatch(line):
            key = found[1].lower()
            fields[key] = f"{fields[key]}; {found[2]}" if fields.get(key) and key in _PARTS else found[2].strip()
        elif key and (more := _MORE.fullmatch(line)):
            joint = "; " if key in _PARTS else " "
            fields[key] = f"{fields[key]}{joint}{more[1].strip()}" if fields[key] else more[1].strip()
        else:
            break
        at += 1
    if not fields:
        at = 0
    rest = "\n".join(lines[at:])
    body = rest.lstrip("\n")
    first = at + len(rest) - len(body)
    said = without_tags(body) if has_tags else Said(body, body, ())
    made = plain_markdown(said.text)
    losses = tuple(Loss(one.line + first, one.what) for one in (*said.losses, *made.losses))
    words = plain_markdown(said.words).words
    return PelicanText(_listed(fields), made.text, first, None, words, losses)


def _listed(fields: dict[str, str]) -> dict[str, str | tuple[str, ...]]:
    """The fields, of which lists are split at semicolons, or else at commas."""
    found: dict[str, str | tuple[str, ...]] = {}
    for key, value in fields.items():
        if key in _PARTS:
            parts = value.split(";" if ";" in value else ",")
            found[key] = tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
        elif value.strip():
            found[key] = value.strip()
    if "keywords" in found:
        found.setdefault("tags", found.pop("keywords"))
    return found


class _Page(HTMLReader):
    """The title, the metadata and the body of an HTML file, as it is written."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.fields: dict[str, str] = {}
        self.body: list[str] = []
        self._where = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._where == "body":
            self.body.append(self.get_starttag_text() or "")
        elif tag in ("head", "title", "body"):
            self._where = tag
        elif tag == "meta":
            values = {name: value or "" for name, value in attrs}
            if values.get("name"):
                self.fields[values["name"].lower()] = values.get("content") or values.get("contents") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self._where:
            self._where = ""
        elif self._where == "body":
            self.body.append(f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._where == "body":
            self.body.append(self.get_starttag_text() or "")
        else:
            self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        if self._where == "body":
            self.body.append(data)
        elif self._where == "title":
            self.fields["title"] = self.fields.get("title", "") + data

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
