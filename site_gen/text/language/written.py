"""Dates, numbers and lists as a language writes them."""

from collections.abc import Iterable, Sequence
from datetime import date as Day
from datetime import datetime

from site_gen.text import dates
from site_gen.text.dates import has_clock
from site_gen.text.language.facts import ENGLISH_FACTS, Facts
from site_gen.text.language.quotation import is_spaced, marks_of
from site_gen.text.zones import zone_label


class Written:
    """What a language makes of dates, numbers and lists; all as texts without markup."""

    def __init__(self, facts: Facts, language: str) -> None:
        self.facts, self.language = facts, language
        self._digits = str.maketrans("0123456789", facts.digits) if facts.digits else None

    def date(self, moment: Day) -> str:
        """`10 January 2025`."""
        return self._date(self.facts.date, moment)

    def month(self, moment: Day) -> str:
        """`January 2025`, within a sentence."""
        return self._date(self.facts.month, moment)

    def month_title(self, moment: Day) -> str:
        """`January 2025`, as a title."""
        return capital(self.month(moment), self.language)

    def month_name(self, day: Day | int) -> str:
        """`January`, as a title; of a day, or by its number."""
        number = day if isinstance(day, int) else day.month
        return capital(self.facts.alone[number - 1], self.language)

    def month_of(self, number: int, year: int) -> str:
        """`January 2025`, of a month by its number."""
        return self.month(Day(year, number, 1))

    def month_short(self, number: int) -> str:
        """`Jan`, for the head of a column."""
        return capital(self.facts.short[number - 1], self.language)

    def day_month(self, day: Day) -> str:
        """`10 January`."""
        return self._date(self.facts.day_month, day)

    def weekday_day(self, day: Day) -> str:
        """`Friday 10`, as a title within its month."""
        return capital(self._date(self.facts.weekday_day, day), self.language)

    def weekday_date(self, day: Day) -> str:
        """`Friday 10 January 2025`, as a title."""
        return capital(self._date(self.facts.weekday_date, day), self.language)

    def days(self, first: Day, last: Day) -> str:
        """`1 to 7 January`, or `1 January` for one day."""
        if first.day == last.day:
            return self.day_month(first)
        return self._date(self.facts.days, last, first=first.day, last=last.day)

    def time(self, moment: datetime) -> str:
        """`14:05`."""
        return self._in_digits(self.facts.time.format(hour=moment.hour, minute=moment.minute))

    def clock(self, moment: datetime) -> str:
        """`14:05 GMT`, with the zone's name or its offset from UTC; the space does not break."""
        return f"{self.time(moment)}\N{NO-BREAK SPACE}{zone_label(moment)}"

    def moment(self, moment: datetime) -> str:
        """`10 January 2025, 14:05 GMT`, or the day alone for a date without a time of day."""
        day = self.date(moment)
        return self.facts.moment.format(date=day, time=self.clock(moment)) if has_clock(moment) else day

    def near(self, moment: datetime, newest: datetime) -> str:
        """A date on a page whose newest post is of `newest`: `14:05` on that day, `9 January` in that year."""
        if moment.date() == newest.date() and has_clock(moment):
            return self.time(moment)
        return self.day_month(moment) if moment.year == newest.year else self.date(moment)

    def number(self, value: int) -> str:
        """A whole number, its thousands in groups."""
        if abs(value) < self.facts.grouped_from:
            return self._in_digits(str(value))
        return self._in_digits(f"{value:,}").replace(",", self.facts.group)

    def listed(self, items: Sequence[str]) -> str:
        """`A, B and C`."""
        if len(items) < 3:
            return self.facts.pair.join(items)
        return self.facts.middle.join(items[:-1]) + self.facts.conjunction + items[-1]

    def joined(self, items: Iterable[str]) -> str:
        """`A, B, C`."""
        return self.facts.comma.join(items)

    def quoted(self, text: str) -> str:
        """A text in quotation marks."""
        marks, space = marks_of(self.language), "\N{NARROW NO-BREAK SPACE}" if is_spaced(self.language) else ""
        return f"{marks.opening}{space}{text}{space}{marks.closing}"

    def _date(self, form: str, day: Day, **others: int) -> str:
        facts = self.facts
        return self._in_digits(
            form.format(
                day=day.day,
                month=facts.months[day.month - 1],
                alone=facts.alone[day.month - 1],
                number=day.month,
                year=day.year,
                weekday=facts.weekdays[day.weekday()],
                **others,
            )
        )

    def _in_digits(self, text: str) -> str:
        return text.translate(self._digits) if self._digits else text


class English(Written):
    """English, which most sites are in, without formats."""

    def __init__(self, language: str = "en") -> None:
        super().__init__(ENGLISH_FACTS, language)

    date = staticmethod(dates.day_month_year)
    month = staticmethod(dates.month_year)
    month_title = staticmethod(dates.month_year)
    clock = staticmethod(dates.clock)
    moment = staticmethod(dates.day_and_clock)
    near = staticmethod(dates.near)


def written(facts: Facts, language: str) -> Written:
    """How a language writes; a language without facts writes as English does."""
    return English(language) if facts is ENGLISH_FACTS else Written(facts, language)


def capital(text: str, language: str) -> str:
    """A text with a capital letter at its beginning."""
    if text[:1] == "i" and language.split("-", maxsplit=1)[0] in ("tr", "az"):
        return f"İ{text[1:]}"
    return text[:1].upper() + text[1:]
