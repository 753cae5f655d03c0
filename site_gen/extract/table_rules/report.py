"""Dates that a text's first paragraphs mention, by its language's table, as guesses of when it was written."""

from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta

from site_gen.extract.dates import Mention
from site_gen.extract.languages.dates import dates_in
from site_gen.extract.languages.language import Table
from site_gen.extract.languages.words import anywhere
from site_gen.extract.text import Paragraph
from site_gen.text.dates import day_month_year

_PARAGRAPHS = 2
_BEFORE = 24
"""Characters before a date in which "today" or "yesterday" is looked for."""


def written_on(paragraphs: tuple[Paragraph, ...], table: Table) -> Iterator[Mention]:
    """The day by the first paragraphs: "today, 5 May 2026" is sure; a single full date else is a guess."""
    found: list[tuple[Day, str]] = []
    for paragraph in paragraphs[:_PARAGRAPHS]:
        for one in dates_in(paragraph.text, table.dates):
            if one.day is not None and one.other is None:
                around = paragraph.text[max(0, one.start - _BEFORE) : one.end + _BEFORE // 2]
                found.append((one.day, around))
    for day, around in found:
        if anywhere(table.dates.today).search(around):
            yield Mention(day, f"the text says that {day_month_year(day)} is today")
            return
        if anywhere(table.dates.yesterday).search(around):
            why = f"the text says that {day_month_year(day)} was yesterday"
            yield Mention(day + timedelta(days=1), why, f"{why}; the day of publication is a guess")
            return
    if len({day for day, _ in found}) == 1:
        day = found[0][0]
        why = f"the first paragraphs mention {day_month_year(day)}"
        yield Mention(day, why, f"{why} and no other date; it may have been published later")
