"""When an article was published: what is given, else what the text or the file's name says, else the file's time."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from datetime import date as Day
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.calendar import Found, PartDate, full_dates
from site_gen.extract.text import Paragraph
from site_gen.model.seed import DateSource, Decision, Doubt, Seed
from site_gen.text.dates import MONTHS, WEEKDAYS, in_zone, midnight
from site_gen.text.dates import day_month_year as said
from site_gen.text.sentences import sentences
from site_gen.text.stamps import Stamp, parse_stamps

_SOON = timedelta(days=60)
"""How long before the file's time the day of a dateline without a year may lie."""
_FILED = timedelta(days=14)
"""How long before the day in the file's name that of its dateline may lie."""
_NEAR = timedelta(days=7)
"""How far apart a report's day, its publication and the name of its file may lie without a word."""
_FIRST_YEAR = 1995
"""Before that, a date in a text from the web is history."""
_CLONED = "a copy or a clone changes the file's time"
_AUTHOR = re.compile(r"\bby [^,|]{2,40}[,|]\s*", re.IGNORECASE)
_INVITATION = re.compile(
    r"(?:time|when|where|venue|location|place|address|register|registration|rsvp)\s*:", re.IGNORECASE
)
_UNSURE = re.compile(
    r"\b(?:since|until|till|by|before|after|from|through|born|founded|established|commissioned|dated|anniversary"
    r"|signed|ending|ended|"
    r"effective|expires?|deadline|due|between|agreement of|as of|war|will|to be)(?:\s\w+)?\s*$|\b(?:will"
    r"|anniversary|centenary|would)\b",
    re.IGNORECASE,
)
_NOT_PAST = re.compile(
    r"\b(?:will|would|can|could|may|might|must|shall|should|is|are|do|does|plans?|expects?|aims?|seeks?|intends?)\b"
)
_PAST = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|had|held|took|began|met|made|won|flew|came|went|gave|left|led|sent|built|brought|fought"
    r"|spoke|stood|struck|hit|shot|sank|fell|rose|broke|put|set|cut|ran|saw|said|told|found|got|kept|lost|paid|sold)\b"
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?!-\d)")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


class DateChoice(Struct, frozen=True):
    """The date that was chosen, where it was found and why, in a sentence for the editor.

    `timed`: a time of day is known; otherwise the date is the beginning of its day. `doubts` are reasons against
    it, `others` the days that were not chosen.
    """

    date: datetime
    timed: bool
    source: DateSource
    why: str
    doubts: tuple[Doubt, ...] = ()
    others: tuple[Decision, ...] = ()

    @property
    def shown(self) -> str:
        """The day, with the time where it is known."""
        return self.date.isoformat(timespec="seconds") if self.timed else self.date.date().isoformat()


def choose_date(seed: Seed, paragraphs: tuple[Paragraph, ...], part: PartDate | None) -> DateChoice:
    """The date of the best source; `part` is what the dateline says of the day. A date without a zone takes the seed's.

    What no source says is not made up: a year that the dateline leaves out is that of the file's name, or that of the
    file's time where this is soon after, which is said to be a guess.
    """
    found = [*_given(seed), *_found(seed, paragraphs, part)]
    best, rest = found[0], found[1:]
    if best.source in ("header", "sidecar"):
        return best
    if seed.given.date is not None:  # a form took it from a line, whose doubts are known
        line = next((one for one in rest if one.source == "text" and one.date.date() == best.date.date()), best)
        best = replace(best, doubts=line.doubts, others=line.others)
    return replace(
        best,
        doubts=(*best.doubts, *_against(best, rest, seed)),
        others=(*best.others, *_others(best, rest)),
    )


def _found(seed: Seed, paragraphs: tuple[Paragraph, ...], part: PartDate | None) -> Iterator[DateChoice]:
    """The dates that text and file give, the best first."""
    stamps = tuple(_stamps(seed))
    yield from _from_stamps(tuple(one for one in stamps if one.label == "published"), seed, paragraphs)
    yield from _from_dateline(part, seed, stamps)
    yield from _from_stamps(tuple(one for one in stamps if not one.label), seed, paragraphs)
    yield from _from_stamps(tuple(one for one in stamps if one.label == "updated"), seed, paragraphs)
    yield from _from_report(seed, paragraphs)
    yield from _from_name(seed)
    yield _from_file(seed, part)


def _given(seed: Seed) -> Iterator[DateChoice]:
    when, source = seed.given.date, seed.given.date_source
    if when is not None:
        why = f"given in the {source}" if source in ("header", "sidecar") else "a line of the text says so"
        when = when if when.tzinfo else when.replace(tzinfo=_zone(seed))
        yield DateChoice(when, seed.given.timed, source, why)


def _from_dateline(part: PartDate | None, seed: Seed, stamps: tuple[Stamp, ...]) -> Iterator[DateChoice]:
    """The dateline's day. A year that it leaves out is that of another date soon after, the file's time last of all."""
    if part is None:
        return
    day = part.whole()
    if day is not None:
        yield _of_day(day, seed, "dateline", f"the dateline says {said(day)}")
        return
    written, named = _without_year(part), _day_in_name(seed.path)
    dated = [("in the file's name", named)] if named else []
    dated += [("of a line that dates the text", stamp.date.date()) for stamp in stamps]
    for whose, latest in dated:
        day = _last_before(part, latest)
        if day and latest - day <= _FILED:
            yield _of_day(day, seed, "dateline", f"the dateline says {written}; the year is that {whose}")
            return
    day = _last_before(part, seed.modified.date())
    if day and seed.modified.date() - day <= _SOON and not dated:
        why = f"the dateline says {written}; the year is that of the file's time"
        guess = f"the dateline says {written} and no year: {day.year} is a guess from the file's time, and {_CLONED}"
        yield _of_day(day, seed, "dateline", why, guess)


def _stamps(seed: Seed) -> Iterator[Stamp]:
    """What the lines at head and tail say that date the article and do nothing else."""
    lines = [line.strip() for line in seed.text.split("\n")[seed.header_lines :] if line.strip()]
    for at, line in enumerate(lines):
        if (at < 4 or at >= len(lines) - 3) and len(line) <= 100:
            beside = (*lines[max(0, at - 2) : at], *lines[at + 1 : at + 3])
            if not any(map(_INVITATION.match, beside)):
                yield from parse_stamps(_AUTHOR.sub("", line), _zone(seed))


def _from_stamps(stamps: tuple[Stamp, ...], seed: Seed, paragraphs: tuple[Paragraph, ...]) -> Iterator[DateChoice]:
    latest = seed.modified + timedelta(days=1)
    for stamp in stamps:
        day = stamp.date.date()
        if not stamp.label and (stamp.date > latest or day.year < _FIRST_YEAR):
            continue  # a bare date that is an event's
        doubts, others = _doubts_of(stamp, seed, paragraphs)
        date = in_zone(stamp.date, _zone(seed)) if stamp.timed else midnight(day, _zone(seed))
        why = f"a line says {stamp.label} {said(day)}".replace("  ", " ")
        yield DateChoice(date, stamp.timed, "text", why, doubts, others)


def _doubts_of(
    stamp: Stamp, seed: Seed, paragraphs: tuple[Paragraph, ...]
) -> tuple[tuple[Doubt, ...], tuple[Decision, ...]]:
    day = stamp.date.date()
    doubts, others = [], []
    if stamp.other is not None:
        doubts.append(f"the line can be read as {said(day)} or as {said(stamp.other)}")
        others.append(Decision("date", stamp.other.isoformat(), "the other reading of the line"))
    if stamp.weekday_wrong:
        doubts.append(f"the line names another weekday than {WEEKDAYS[day.weekday()]}, which {said(day)} was")
    if stamp.label == "updated":
        doubts.append(f"the text says when it was updated ({said(day)}), not when it was published")
    if not stamp.label:
        later = [one.day for one in _dates(paragraphs) if day + _NEAR < one.day <= seed.modified.date()]
        if later:
            doubts.append(f"a line says {said(day)}, but the text mentions {said(max(later))}, which is later")
    return tuple(Doubt("date", why) for why in doubts), tuple(others)


def _dates(paragraphs: tuple[Paragraph, ...]) -> Iterator[Found]:
    return (one for paragraph in paragraphs for one in full_dates(paragraph.text))


def _from_report(seed: Seed, paragraphs: tuple[Paragraph, ...]) -> Iterator[DateChoice]:
    """The full date at the very end of a first sentence in the past, unless the text knows of a later year or day.

    Anywhere else a date is an event's as often as not ("on June 6, 1944"), and a wrong date is worse than none.
    """
    lead = next(iter(sentences(paragraphs[0].text[:1500])), "") if paragraphs else ""
    dates = full_dates(lead)
    if len(dates) != 1 or lead[dates[0].end :].strip(" .)") or _UNSURE.search(lead[: dates[0].start]):
        return
    day, before = dates[0].day, lead[: dates[0].start]
    if (
        _NOT_PAST.search(before)
        or not _PAST.search(before)
        or not day.year >= _FIRST_YEAR
        or day > seed.modified.date()
    ):
        return
    for paragraph in paragraphs:
        if any(int(year) > day.year for year in _YEAR.findall(paragraph.text)):
            return
        if any(other.day > day for other in full_dates(paragraph.text)):
            return
    why = f"the first sentence reports what was done on {said(day)}"
    yield _of_day(day, seed, "text", why, f"{why}; it may have been published later")


def _from_name(seed: Seed) -> Iterator[DateChoice]:
    day = _day_in_name(seed.path)
    if day is not None:
        yield _of_day(day, seed, "name", f"the file's name says {said(day)}")


def _from_file(seed: Seed, part: PartDate | None) -> DateChoice:
    why = "nothing says when it was published; this is when the file last changed"
    nothing = "nothing says when it was published"
    others: tuple[Decision, ...] = ()
    if part is not None and not part.year:
        nothing = f"the dateline says {_without_year(part)} and no year"
        day = _last_before(part, seed.modified.date())
        others = (
            (Decision("date", day.isoformat(), "the dateline's last such day before the file's time"),) if day else ()
        )
    doubt = Doubt("date", f"{nothing}, so the date is the file's time, which a copy or a clone changes")
    return DateChoice(seed.modified, True, "modified", why, (doubt,), others)


def _against(best: DateChoice, rest: list[DateChoice], seed: Seed) -> Iterator[Doubt]:
    """Further reasons against a date: it lies after the file's time, or another source that says one disagrees."""
    day = best.date.date()
    if best.date > seed.modified + timedelta(days=1):
        yield Doubt("date", f"{said(day)} lies after the file's time, {said(seed.modified)}")
    for other in rest:
        if other.source in ("dateline", "text", "name") and not other.doubts and abs(other.date - best.date) > _NEAR:
            yield Doubt("date", f"{best.why}, but {other.why}")
            return


def _others(best: DateChoice, rest: list[DateChoice]) -> Iterator[Decision]:
    """The other days, each once, with the best of its reasons."""
    seen = {best.date.date().isoformat(), *(one.value[:10] for one in best.others)}
    for choice in rest:
        for other in (Decision("date", choice.shown, choice.why), *choice.others):
            if other.value[:10] not in seen:
                seen.add(other.value[:10])
                yield other


def _of_day(day: Day, seed: Seed, source: DateSource, why: str, doubt: str = "") -> DateChoice:
    return DateChoice(midnight(day, _zone(seed)), False, source, why, (Doubt("date", doubt),) if doubt else ())


def _zone(seed: Seed) -> tzinfo:
    """The site's zone, in which the file's time is given."""
    return seed.modified.tzinfo or UTC


def _last_before(part: PartDate, latest: Day) -> Day | None:
    """The last day of that name up to a day."""
    days = (PartDate(part.month, part.day, year).whole() for year in (latest.year, latest.year - 1))
    return next((day for day in days if day is not None and day <= latest), None)


def _without_year(part: PartDate) -> str:
    return f"{part.day} {MONTHS[part.month - 1]}"


def _day_in_name(path: str) -> Day | None:
    found = _IN_NAME.search(PurePosixPath(path).name)
    try:
        return Day(int(found[1]), int(found[3]), int(found[4])) if found else None
    except ValueError:
        return None
