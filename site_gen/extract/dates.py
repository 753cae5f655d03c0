"""The date of an article: the one given, else that of the text or the file name, else the file's modification time."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from datetime import date as Day
from functools import partial
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.calendar import FullDate, PartialDate, full_dates
from site_gen.extract.text import Paragraph
from site_gen.model.seed import DateSource, Decision, Doubt, Seed
from site_gen.text.dates import MONTHS, WEEKDAYS, in_zone, midnight
from site_gen.text.dates import day_month_year as day_text
from site_gen.text.sentences import sentences
from site_gen.text.stamps import Stamp, parse_stamps

_SOON = timedelta(days=60)
"""How long before the file's time a dateline without a year may be."""
_FILED = timedelta(days=14)
"""How long before the day in the file's name its dateline may be."""
_CLOSE = timedelta(days=7)
"""How far apart two sources may date an article without a doubt."""
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
    """The chosen date, its source, and the reason as a sentence for the editor.

    `timed`: the time of day is known; otherwise the date is the beginning of its day. `doubts` are reasons against
    it, `others` the dates that were not chosen.
    """

    date: datetime
    timed: bool
    source: DateSource
    why: str
    doubts: tuple[Doubt, ...] = ()
    others: tuple[Decision, ...] = ()

    @property
    def text(self) -> str:
        """The date in ISO 8601, with the time where it is known."""
        return self.date.isoformat(timespec="seconds") if self.timed else self.date.date().isoformat()


class Mention(Struct, frozen=True):
    """The day on which a text was written, by a date that it mentions; why, and a doubt about it ("" for none)."""

    day: Day
    why: str
    doubt: str = ""


class DateWords(Struct, frozen=True):
    """How a language writes dates: `stamps` of a line that only dates a text, `mentions` of full dates in prose.

    `report` is the day on which a text was written, as its first paragraphs mention it.
    """

    stamps: Callable[[str, tzinfo], tuple[Stamp, ...]]
    mentions: Callable[[str], tuple[FullDate, ...]]
    report: Callable[[Seed, tuple[Paragraph, ...]], Iterator[Mention]]


def choose_date(
    seed: Seed, paragraphs: tuple[Paragraph, ...], part: PartialDate | None, words: DateWords | None = None
) -> DateChoice:
    """The date of the best source; `part` is the dateline's day. A date without a zone takes that of the seed.

    `words` are those of the text's language; English ones without them.

    Nothing is invented: a year that the dateline leaves out is that of the file's name, or, as a doubtful guess,
    that of the file's time where this is soon after.
    """
    found = [*_given(seed), *_from_sources(seed, paragraphs, part, words or ENGLISH_DATES)]
    best, rest = found[0], found[1:]
    if best.source in ("header", "sidecar"):
        return best
    if seed.given.date is not None:  # a form took it from a line: its doubts apply
        line = next((one for one in rest if one.source == "text" and one.date.date() == best.date.date()), best)
        best = replace(best, doubts=line.doubts, others=line.others)
    return replace(
        best,
        doubts=(*best.doubts, *_conflicts(best, rest, seed)),
        others=(*best.others, *_other_dates(best, rest)),
    )


def _from_sources(
    seed: Seed, paragraphs: tuple[Paragraph, ...], part: PartialDate | None, words: DateWords
) -> Iterator[DateChoice]:
    """The dates that the text and the file give, the best first."""
    stamps = tuple(_stamps(seed, words))
    mentioned = partial(_mentioned, paragraphs, words)
    yield from _from_stamps(tuple(one for one in stamps if one.label == "published"), seed, mentioned)
    yield from _from_dateline(part, seed, stamps)
    yield from _from_stamps(tuple(one for one in stamps if not one.label), seed, mentioned)
    yield from _from_stamps(tuple(one for one in stamps if one.label == "updated"), seed, mentioned)
    for one in words.report(seed, paragraphs):
        yield _of_day(one.day, seed, "text", one.why, one.doubt)
    yield from _from_name(seed)
    yield _from_file(seed, part)


def _given(seed: Seed) -> Iterator[DateChoice]:
    when, source = seed.given.date, seed.given.date_source
    if when is not None:
        why = f"given in the {source}" if source in ("header", "sidecar") else "a line of the text says so"
        when = when if when.tzinfo else when.replace(tzinfo=_zone(seed))
        yield DateChoice(when, seed.given.timed, source, why)


def _from_dateline(part: PartialDate | None, seed: Seed, stamps: tuple[Stamp, ...]) -> Iterator[DateChoice]:
    """The dateline's day. A missing year is that of another date soon after, the file's time as a last resort."""
    if part is None:
        return
    day = part.full()
    if day is not None:
        yield _of_day(day, seed, "dateline", f"the dateline says {day_text(day)}")
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


def _stamps(seed: Seed, words: DateWords) -> Iterator[Stamp]:
    """The dates in lines at the head and tail that contain nothing else."""
    lines = [line.strip() for line in seed.text.split("\n")[seed.header_lines :] if line.strip()]
    for at, line in enumerate(lines):
        if (at < 4 or at >= len(lines) - 3) and len(line) <= 100:
            neighbours = (*lines[max(0, at - 2) : at], *lines[at + 1 : at + 3])
            if not any(map(_INVITATION.match, neighbours)):
                yield from words.stamps(line, _zone(seed))


def _english_stamps(line: str, zone: tzinfo) -> tuple[Stamp, ...]:
    return parse_stamps(_AUTHOR.sub("", line), zone)


def _from_stamps(
    stamps: tuple[Stamp, ...], seed: Seed, mentioned: Callable[[], Iterator[FullDate]]
) -> Iterator[DateChoice]:
    latest = seed.modified + timedelta(days=1)
    for stamp in stamps:
        day = stamp.date.date()
        if not stamp.label and (stamp.date > latest or day.year < _FIRST_YEAR):
            continue  # the bare date of an event
        doubts, others = _doubts_of(stamp, seed, mentioned)
        date = in_zone(stamp.date, _zone(seed)) if stamp.timed else midnight(day, _zone(seed))
        why = f"a line says {stamp.label} {day_text(day)}".replace("  ", " ")
        yield DateChoice(date, stamp.timed, "text", why, doubts, others)


def _doubts_of(
    stamp: Stamp, seed: Seed, mentioned: Callable[[], Iterator[FullDate]]
) -> tuple[tuple[Doubt, ...], tuple[Decision, ...]]:
    day = stamp.date.date()
    doubts, others = [], []
    if stamp.other is not None:
        doubts.append(f"the line can be read as {day_text(day)} or as {day_text(stamp.other)}")
        others.append(Decision("date", stamp.other.isoformat(), "the other reading of the line"))
    if stamp.weekday_wrong:
        doubts.append(f"the line names another weekday than {WEEKDAYS[day.weekday()]}, which {day_text(day)} was")
    if stamp.label == "updated":
        doubts.append(f"the text says when it was updated ({day_text(day)}), not when it was published")
    if not stamp.label:
        later = [one.day for one in mentioned() if day + _CLOSE < one.day <= seed.modified.date()]
        if later:
            doubts.append(f"a line says {day_text(day)}, but the text mentions {day_text(max(later))}, which is later")
    return tuple(Doubt("date", why) for why in doubts), tuple(others)


def _mentioned(paragraphs: tuple[Paragraph, ...], words: DateWords) -> Iterator[FullDate]:
    return (one for paragraph in paragraphs for one in words.mentions(paragraph.text))


def _english_report(seed: Seed, paragraphs: tuple[Paragraph, ...]) -> Iterator[Mention]:
    """The full date at the end of a first sentence in the past tense, unless the text mentions a later year or day.

    Anywhere else a date is often that of an event ("on June 6, 1944"), and a wrong date is worse than none.
    """
    lead = next(iter(sentences(paragraphs[0].text[:1500])), "") if paragraphs else ""
    dates = full_dates(lead)
    if len(dates) != 1 or lead[dates[0].end :].strip(" .)") or _UNSURE.search(lead[: dates[0].start]):
        return
    day, opening = dates[0].day, lead[: dates[0].start]
    if (
        _NOT_PAST.search(opening)
        or not _PAST.search(opening)
        or not day.year >= _FIRST_YEAR
        or day > seed.modified.date()
    ):
        return
    for paragraph in paragraphs:
        if any(int(year) > day.year for year in _YEAR.findall(paragraph.text)):
            return
        if any(other.day > day for other in full_dates(paragraph.text)):
            return
    why = f"the first sentence reports what was done on {day_text(day)}"
    yield Mention(day, why, f"{why}; it may have been published later")


ENGLISH_DATES = DateWords(_english_stamps, full_dates, _english_report)


def _from_name(seed: Seed) -> Iterator[DateChoice]:
    day = _day_in_name(seed.path)
    if day is not None:
        yield _of_day(day, seed, "name", f"the file's name says {day_text(day)}")


def _from_file(seed: Seed, part: PartialDate | None) -> DateChoice:
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


def _conflicts(best: DateChoice, rest: list[DateChoice], seed: Seed) -> Iterator[Doubt]:
    """Further doubts about a date: it is later than the file's time, or another source disagrees."""
    day = best.date.date()
    if best.date > seed.modified + timedelta(days=1):
        yield Doubt("date", f"{day_text(day)} lies after the file's time, {day_text(seed.modified)}")
    for other in rest:
        if other.source in ("dateline", "text", "name") and not other.doubts and abs(other.date - best.date) > _CLOSE:
            yield Doubt("date", f"{best.why}, but {other.why}")
            return


def _other_dates(best: DateChoice, rest: list[DateChoice]) -> Iterator[Decision]:
    """The other dates, each once, with the best of its reasons."""
    seen = {best.date.date().isoformat(), *(one.value[:10] for one in best.others)}
    for choice in rest:
        for other in (Decision("date", choice.text, choice.why), *choice.others):
            if other.value[:10] not in seen:
                seen.add(other.value[:10])
                yield other


def _of_day(day: Day, seed: Seed, source: DateSource, why: str, doubt: str = "") -> DateChoice:
    return DateChoice(midnight(day, _zone(seed)), False, source, why, (Doubt("date", doubt),) if doubt else ())


def _zone(seed: Seed) -> tzinfo:
    """The zone of the site, in which the file's time is given."""
    return seed.modified.tzinfo or UTC


def _last_before(part: PartialDate, latest: Day) -> Day | None:
    """The last such day of the year up to `latest`."""
    days = (PartialDate(part.month, part.day, year).full() for year in (latest.year, latest.year - 1))
    return next((day for day in days if day is not None and day <= latest), None)


def _without_year(part: PartialDate) -> str:
    return f"{part.day} {MONTHS[part.month - 1]}"


def _day_in_name(path: str) -> Day | None:
    found = _IN_NAME.search(PurePosixPath(path).name)
    try:
        return Day(int(found[1]), int(found[3]), int(found[4])) if found else None
    except ValueError:
        return None
