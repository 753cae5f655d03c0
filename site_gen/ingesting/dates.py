"""When an article was published: what is given, else what the text or the file's name says, else the file's time."""

import re
from datetime import date, datetime, tzinfo
from pathlib import PurePosixPath

from site_gen.ingesting.dateline import Dateline
from site_gen.ingesting.text import Paragraph
from site_gen.model.seed import DateSource, Seed

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

Chosen = tuple[datetime, DateSource, str]

_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def choose_date(seed: Seed, paragraphs: tuple[Paragraph, ...], dateline: Dateline) -> Chosen:
    """The date, where it was found, and why, in a sentence for the editor. A date without a zone takes the seed's."""
    zone = seed.modified.tzinfo
    return (
        _given(seed, zone)
        or _from_dateline(dateline, seed.modified)
        or _from_text(paragraphs, seed.modified)
        or _from_name(seed.path, zone)
        or (seed.modified, "modified", "nothing says when it was published; this is when the file last changed")
    )


def _given(seed: Seed, zone: tzinfo | None) -> Chosen | None:
    when = seed.given.date
    if when is None:
        return None
    source = seed.given.date_source
    return when if when.tzinfo else when.replace(tzinfo=zone), source, f"given in the {source}"


def _from_dateline(dateline: Dateline, modified: datetime) -> Chosen | None:
    if dateline.day is None:
        return None
    day = dateline.date
    if day is not None:
        return _midnight(day, modified.tzinfo), "dateline", f"the dateline says {_said(day)}"
    return None


def _from_text(paragraphs: tuple[Paragraph, ...], modified: datetime) -> Chosen | None:
    return None


def _from_name(path: str, zone: tzinfo | None) -> Chosen | None:
    found = _IN_NAME.search(PurePosixPath(path).name)
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None
    return _midnight(day, zone), "name", f"the file's name has {found.group()}"


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _said(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
