"""When an article was published: what is given, else what the text or the file's name says, else the file's time."""

import re
from datetime import date, datetime, timedelta, tzinfo
from pathlib import PurePosixPath

from site_gen.ingesting.calendar import PartDate, full_dates
from site_gen.ingesting.text import Paragraph
from site_gen.model.seed import DateSource, Seed
from site_gen.wording.dates import MONTHS as _MONTHS
from site_gen.wording.dates import day_month_year as _said
from site_gen.wording.sentences import sentences

Chosen = tuple[datetime, DateSource, str]

_SOON = timedelta(days=60)
"""How long before the file's time the day of a dateline without a year may lie."""
_FILED = timedelta(days=14)
"""How long before the day in the file's name that of its dateline may lie."""
_FIRST_YEAR = 1995
"""Before that, a date in a text from the web is history."""
_STAMP = re.compile(
    r"(?:(?:first\s|originally\s|last\s)?(?:published|posted|issued|released|publication date"
    r"|date published)(?:\s?(?:on|at|:))*\s*"
    r"|date:\s*)?(?:by [^,|]{2,40}[,|]\s*)?(?:\w+day,?\s+)?"
    r"(?P<date>[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\.?,?\s\d{4}|\d{4}-\d\d-\d\d)"
    r"(?:(?:,|\sat|\s[-–|])?\s?\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?(?:\s\(?[A-Z]{2,4}\)?)?)?\.?",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:since|until|till|by|before|after|from|through|born|founded|established|commissioned|dated|anniversary"
    r"|signed|ending|ended|"
    r"effective|expires?|deadline|due|between|agreement of|as of|war|will|to be)(?:\s\w+)?\s*$|\b(?:will"
    r"|anniversary|centenary|would)\b",
    re.IGNORECASE,
)
_NOT_PAST = frozenset(
    ["will", "would", "can", "could", "may", "might", "must", "shall", "should", "is", "are", "do", "does"]
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?!-\d)")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def choose_date(seed: Seed, paragraphs: tuple[Paragraph, ...], said: PartDate | None) -> Chosen:
    """The date, where it was found, and why, in a sentence for the editor. A date without a zone takes the seed's.

    `said` is what the dateline says of the day.
    """
    zone = seed.modified.tzinfo
    return (
        _given(seed, zone)
        or _from_dateline(said, seed)
        or _from_text(seed, paragraphs)
        or _from_name(seed.path, zone)
        or (
            seed.modified,
            "modified",
            "nothing says when it was published; this is when the file last changed",
        )
    )


def _given(seed: Seed, zone: tzinfo | None) -> Chosen | None:
    when = seed.given.date
    if when is None:
        return None
    source = seed.given.date_source
    return when if when.tzinfo else when.replace(tzinfo=zone), source, f"given in the {source}"


def _from_dateline(part: PartDate | None, seed: Seed) -> Chosen | None:
    modified = seed.modified
    if part is None:
        return None
    day = part.whole()
    if day is not None:
        return _midnight(day, modified.tzinfo), "dateline", f"the dateline says {_said(day)}"
    named = _day_in_name(seed.path)
    if named is not None:
        for year in (named.year, named.year - 1):
            day = PartDate(part.month, part.day, year).whole()
            if day is not None and timedelta(0) <= named - day <= _FILED:
                why = f"the dateline says {part.day} {_MONTHS[part.month - 1]}; the year is that in the file's name"
                return _midnight(day, modified.tzinfo), "dateline", why
    # A wire leaves the year out; the file's own time tells it where that is soon after.
    for year in (modified.year, modified.year - 1):
        day = PartDate(part.month, part.day, year).whole()
        if day is not None and timedelta(0) <= modified.date() - day <= _SOON:
            why = f"the dateline says {part.day} {_MONTHS[part.month - 1]}; the year is that of the file's time"
            return _midnight(day, modified.tzinfo), "dateline", why
    return None


def _from_text(seed: Seed, paragraphs: tuple[Paragraph, ...]) -> Chosen | None:
    """A line that says when it was published, or the day that ends the first sentence of a news report."""
    zone, latest = seed.modified.tzinfo, seed.modified.date()
    for line in _edge_lines(seed):
        stamped = _STAMP.fullmatch(line)
        found = full_dates(stamped["date"]) if stamped else ()
        if len(found) == 1 and found[0].day <= latest:
            return _midnight(found[0].day, zone), "text", f"a line says {line.strip()[:80]}"
    day = _day_of_report(paragraphs)
    if day is not None and day <= latest:
        return _midnight(day, zone), "text", f"the first sentence reports what was done on {_said(day)}"
    return None


def _edge_lines(seed: Seed) -> tuple[str, ...]:
    lines = [line for line in seed.text.split("\n")[seed.header_lines :] if line.strip()]
    return tuple(line.strip() for line in (*lines[:4], *lines[4:][-3:]) if len(line) <= 100)


def _day_of_report(paragraphs: tuple[Paragraph, ...]) -> date | None:
    """The full date at the very end of a first sentence in the past, unless the text knows of a later year or day.

    Anywhere else a date is an event's as often as not ("on June 6, 1944"), and a wrong date is worse than none.
    """
    lead = next(iter(sentences(paragraphs[0].text[:1500])), "") if paragraphs else ""
    dates = full_dates(lead)
    if len(dates) != 1 or lead[dates[0].end :].strip(" .)") or _UNSURE.search(lead[: dates[0].start]):
        return None
    day = dates[0].day
    for paragraph in paragraphs:
        if any(int(year) > day.year for year in _YEAR.findall(paragraph.text)):
            return None
        if any(other.day > day for other in full_dates(paragraph.text)):
            return None
    return day


def _from_name(path: str, zone: tzinfo | None) -> Chosen | None:
    day = _day_in_name(path)
    if day is None:
        return None
    return _midnight(day, zone), "name", f"the file's name says {_said(day)}"


def _day_in_name(path: str) -> date | None:
    found = _IN_NAME.search(PurePosixPath(path).name)
    try:
        return date(int(found[1]), int(found[3]), int(found[4])) if found else None
    except ValueError:
        return None


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)
