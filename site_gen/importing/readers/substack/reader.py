"""Substack's export: a zip or folder with `posts.csv` and `posts/*.html`. Lists of subscribers are never read.

A text is at `/p/` and its slug; in Substack's feeds, `<guid>` is that address in full.
"""

import csv
import html
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from pathlib import Path

from msgspec import Struct

from site_gen.extract.decode import decode
from site_gen.importing.item import NOT_YET, Export, Item, Loss
from site_gen.importing.readers.moments import moment_in
from site_gen.importing.readers.substack.markup import read_text
from site_gen.importing.recall import text_of_html
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_whole, walk
from site_gen.text.references import unescape

_AUDIENCES = {
    "": "for readers that posts.csv does not name",
    "only_paid": "for paying readers only",
    "only_free": "for readers who do not pay only",
    "founding": "for founding members only",
}
_OWN = re.compile(r"(https?://[^/\s\"'<>&?]+)/(?:subscribe\?|p/([\w-]+)|i/(\d+)\?img=)")
_LONGEST_FIELD = 10_000_000


class _Row(Struct, frozen=True):
    """A line of posts.csv with its text; `text` is None where the export has none."""

    line: int
    values: Mapping[str, str]
    text: str | None

    def get(self, key: str) -> str:
        """A value without blanks around it; "" where it is missing."""
        return (self.values.get(key) or "").strip()

    @property
    def id(self) -> str:
        """The number and slug of a text."""
        return self.get("post_id")

    @property
    def is_published(self) -> bool:
        """Whether it is on the site, for whomever."""
        return self.get("is_published").lower() == "true"

    @property
    def slug(self) -> str:
        """The slug alone, "" for a text that never had one."""
        return self.id.partition(".")[2]


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The texts of an export."""
    try:
        rows = _rows(path)
    except (OSError, csv.Error, ValueError):
        rows = []
    if not rows:
        what = "There is no posts.csv with texts in this export."
        return Result(None, (Problem(path.name, 0, 0, what, "In Substack: Settings, Import / Export, New export."),))
    dates = (moment_in(row.get("post_date"), zone) for row in rows)
    newest = max(filter(None, dates), default=datetime(1970, 1, 1, tzinfo=zone))
    return Result(
        Export(
            form="Substack",
            items=(*(_item(row, newest, zone) for row in rows), *_others(path, rows)),
            home=_home(rows),
            is_home_known=False,
            is_guid_address=True,
            feeds=("/feed/",),
            hosts=("substackcdn.com", ".amazonaws.com"),
            media=(path,),
        )
    )


def _rows(path: Path) -> list[_Row]:
    csv.field_size_limit(_LONGEST_FIELD)
    listed = csv.DictReader(io.StringIO(decode(read_whole(path / "posts.csv")).text))
    found = []
    for values in listed:
        name = (values.get("post_id") or "").strip()
        file = path / "posts" / f"{name}.html"
        is_there = bool(name) and "/" not in name and "\0" not in name and file.is_file()
        text = decode(read_whole(file)).text if is_there else None
        found += [_Row(listed.line_num, values, text)] if name else []
    return found


def _home(rows: list[_Row]) -> str:
    """Where the texts were, as their own buttons, pictures and links to each other say; "" where none does."""
    names = {part for row in rows for part in row.id.split(".")}
    found: Counter[str] = Counter()
    for row in rows:
        for home, *named in _OWN.findall(row.text or ""):
            found[home] += not any(named) or any(name in names for name in named)
    best = found.most_common(1)
    return best[0][0] if best and best[0][1] else ""


def _item(row: _Row, newest: datetime, zone: tzinfo) -> Item:
    made, losses, is_paid = read_text(row.text or "")
    made, draft, skipped = _podcast(row) + made, _why_draft(row, is_paid), _why_skipped(row)
    date = moment_in(row.get("post_date"), zone)
    address = f"/p/{row.slug}" if row.slug and row.is_published else ""
    return Item(
        key=row.id.partition(".")[0] or row.id,
        kind="other" if skipped else "page" if row.get("type") == "page" else "post",
        place=f"posts/{row.id}.html" if row.text is not None else f"posts.csv: {row.id}",
        title=_plain(row.get("title")) or row.slug.replace("-", " ") or "Untitled",
        address=address,
        date=date or newest,
        slug=row.slug,
        draft=draft,
        skipped=skipped,
        summary=_plain(row.get("subtitle")),
        body=row.text or "",
        html=made,
        words=made,
        losses=(*losses, *_lost(row, date, bool(draft and address))),
    )


def _podcast(row: _Row) -> str:
    """A link to the recording of an episode."""
    address = row.get("podcast_url")
    return f'<p><a href="{html.escape(address)}">{row.get("title") or html.escape(address)}</a></p>' if address else ""


def _lost(row: _Row, date: datetime | None, was_seen: bool) -> Iterator[Loss]:
    """What is not as it was, besides what is in the text."""
    if row.get("podcast_url"):
        yield Loss(0, f"the player of {row.get('podcast_url')[:100]} is a link now")
    if row.is_published and not row.slug:
        yield Loss(0, "its old address is not in the export")
    if date is None:
        yield Loss(0, "it has no date: it has that of the newest text")
    if was_seen:
        yield Loss(0, NOT_YET)


def _why_draft(row: _Row, is_paid: bool) -> str:
    """Why a text is not public; "" where it is."""
    if not row.is_published:
        return "a draft"
    audience = row.get("audience")
    if audience != "everyone":
        return _AUDIENCES.get(audience, f"for '{audience}' only")
    return "a part of it is for paying readers only" if is_paid else ""


def _why_skipped(row: _Row) -> str:
    if row.text is None:
        return "its text is not in the export"
    is_empty = not text_of_html(row.text).strip() and "<img" not in row.text and not row.get("podcast_url")
    return "it has no title and no text" if is_empty and not row.get("title") else ""


def _others(path: Path, rows: list[_Row]) -> Iterator[Item]:
    """Files that are no texts: those that posts.csv does not list, and lists of people, whose names alone are read."""
    known = {f"posts/{row.id}.html" for row in rows} | {"posts.csv"}
    lists = 0
    for name, _ in sorted(walk(path, (".html", ".csv"), misnamed=[])):
        if name.endswith(".csv"):
            lists += name not in known
        elif name not in known:
            yield Item(key=name, kind="other", place=name, title=name, skipped="posts.csv does not list it")
    if lists:
        title = f"{lists} lists of subscribers, and of who opened what"
        yield Item(key="lists", kind="other", place="*.csv", title=title, skipped="personal data are not read")


def _plain(text: str) -> str:
    return " ".join(unescape(text).split())
