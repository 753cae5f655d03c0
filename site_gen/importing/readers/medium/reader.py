"""Medium's export: a zip or folder with `posts/*.html`, drafts among them, and files about what its author read.

In Medium's feeds, `<guid>` is `https://medium.com/p/` and the identifier of the text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from site_gen.extract.decode import decode
from site_gen.importing.item import Export, Item, Loss, Term
from site_gen.importing.readers.medium.markup import Body, Entry, id_in, read_body, read_entry
from site_gen.importing.readers.moments import moment_in
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_whole, walk

_NAME = re.compile(r"(?:(?P<day>\d{4}-\d\d-\d\d)|(?P<draft>draft))_(?P<slug>.*?)-*(?P<id>[0-9a-f]{6,16})?\.html")
_HREF = re.compile(r"(<a\b[^<>]*?\bhref=\")([^\"<>]+)(\")")
_OWN = ("medium.com", "www.medium.com")


class _File(NamedTuple):
    path: str
    entry: Entry
    body: Body
    id: str
    is_draft: bool
    source: str


def is_medium(path: Path) -> bool:
    """Whether a folder is an export of Medium."""
    names = [one for place in ("posts", ".") for one in sorted((path / place).glob("*.html"))[:3]]
    return any(b"Exported from <a href" in read_whole(one) for one in names)


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The texts of an export. Responses are not imported: what they answer is elsewhere."""
    files, others = list[_File](), Counter[str]()
    for name, _ in sorted(walk(path, ".html", misnamed=[])):
        made = _file(path, name)
        if made:
            files.append(made)
        else:
            others[name.rpartition("/")[0] or name] += 1
    if not files:
        what = "There is no text of Medium in this folder."
        return Result(None, (Problem(path.name, 0, 0, what, "In Medium: Settings, Security, Download your data."),))
    home = _home(files)
    addresses = {one.id: home + address for one in files if one.id and (address := _address(one, home))}
    skipped = [
        Item(key=f"folder {name}", kind="other", place=name, title=f"{count} files in {name}", skipped="no texts")
        for name, count in sorted(others.items())
    ]
    is_own = urlsplit(home).netloc not in _OWN
    dates = (moment_in(one.entry.date, zone) for one in files)
    newest = max(filter(None, dates), default=datetime(1970, 1, 1, tzinfo=zone))
    return Result(
        Export(
            form="Medium",
            items=(*(_item(one, home, addresses, newest, zone) for one in files), *skipped),
            home=home,
            is_home_known=False,
            feeds=("/feed/",) if is_own else (),
            archives=(("/tagged/", "tag"),) if is_own else (),
            hosts=(".medium.com",),
            media=(path,),
        )
    )


def _file(folder: Path, name: str) -> _File | None:
    """A file that is a text; None for one about something else."""
    source = decode(read_whole(folder / name)).text
    entry = read_entry(source)
    named = _NAME.fullmatch(name.rpartition("/")[2])
    if entry is None or not (entry.canonical or entry.id or named):
        return None
    is_draft = bool(named and named["draft"]) or not (entry.date or entry.canonical)
    number = entry.id or (named["id"] or "" if named else "") or id_in(entry.canonical)
    return _File(name, entry, read_body(entry), number, is_draft, source)


def _home(files: list[_File]) -> str:
    """Where most of the public texts were: a domain of its own, or a part of medium.com."""
    found = Counter(
        one.entry.canonical.rpartition("/")[0] for one in files if one.id and one.entry.canonical.endswith(one.id)
    )
    return found.most_common(1)[0][0] if found else "https://medium.com"


def _address(file: _File, home: str) -> str:
    """The path of a public text; "" where its canonical address is not one of Medium."""
    path = unquote(urlsplit(file.entry.canonical).path)
    if file.is_draft or not path or not path.rstrip("/").endswith(file.id or "?"):
        return ""
    return "/" + path.rstrip("/").rpartition("/")[2] + "/"


def _item(file: _File, home: str, addresses: dict[str, str], newest: datetime, zone: tzinfo) -> Item:
    entry, body = file.entry, file.body
    address = _address(file, home)
    made = _HREF.sub(lambda match: match[1] + addresses.get(id_in(match[2]), match[2]) + match[3], body.html)
    date = moment_in(entry.date, zone)
    is_own = urlsplit(home).netloc not in _OWN
    slug = address.strip("/")
    return Item(
        key=file.id or file.path,
        kind="other" if _skipped(file) else "post",
        place=file.path,
        title=entry.title or "Untitled",
        address=address,
        guid=f"https://medium.com/p/{file.id}" if file.id else "",
        date=date or newest,
        slug=slug if is_own else slug.removesuffix(file.id).rstrip("-"),
        draft="a draft" if file.is_draft else "",
        skipped=_skipped(file),
        authors=(entry.author,) if entry.author else (),
        terms=tuple(Term("tag", name, slug) for name, slug in entry.tags if name),
        summary=body.subtitle,
        body=file.source,
        html=made,
        words=made,
        losses=tuple(_lost(file, address, date)),
    )


def _skipped(file: _File) -> str:
    if file.body.is_response and not file.is_draft:
        return "a response to another text, as it seems: it is short and has no title"
    return ""


def _lost(file: _File, address: str, date: datetime | None) -> Iterator[Loss]:
    """What is not as it was."""
    if not file.is_draft and not address:
        yield Loss(0, f"its canonical address {file.entry.canonical[:200]} is not one of this site")
    if date is None:
        yield Loss(0, "it has no date: it has that of the newest text")
