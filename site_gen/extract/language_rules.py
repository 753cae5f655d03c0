"""Which rules an article is derived by: English has its own, every other language those that go by its table."""

from collections.abc import Callable
from datetime import tzinfo
from functools import cache, partial

from msgspec import Struct

from site_gen.extract.boilerplate import cut_boilerplate
from site_gen.extract.calendar import FullDate
from site_gen.extract.dates import ENGLISH_DATES, DateWords
from site_gen.extract.forms import LEAD_FORMS, LINE_FORMS, OPEN_FORMS, TABLE_FORMS, Form
from site_gen.extract.headline import Headline, headline
from site_gen.extract.headline import Names as HeadlineNames
from site_gen.extract.languages import Language, Table
from site_gen.extract.languages.dates import dates_in
from site_gen.extract.summary import summary
from site_gen.extract.table_rules import boilerplate as by_table
from site_gen.extract.table_rules import headline as table_headline
from site_gen.extract.table_rules import summary as table_summary
from site_gen.extract.table_rules.date_lines import stamps_in
from site_gen.extract.table_rules.dateline import take_dateline
from site_gen.extract.table_rules.head import take_head
from site_gen.extract.table_rules.report import written_on
from site_gen.extract.table_rules.signature import take_signature
from site_gen.extract.text import Line, Paragraph
from site_gen.model.seed import Cut
from site_gen.text.stamps import Stamp

Prose = tuple[Paragraph, ...]


class Rules(Struct, frozen=True):
    """The rules of a language: forms of lines and leads, boilerplate, headline, summary, and how dates are read.

    `claims`: whether the check of claims knows the language.
    """

    line_forms: tuple[Form, ...]
    lead_forms: tuple[Form, ...]
    cut: Callable[[tuple[Line, ...], frozenset[str]], tuple[tuple[Line, ...], tuple[Cut, ...]]]
    headline: Callable[[Prose, HeadlineNames, bool], Headline]
    summary: Callable[[Prose, str, frozenset[str]], str]
    dates: DateWords
    claims: bool = False


_ENGLISH = Rules(LINE_FORMS, LEAD_FORMS, cut_boilerplate, headline, summary, ENGLISH_DATES, claims=True)


@cache
def rules_of(language: Language) -> Rules:
    """The rules by which texts in a language are read."""
    table = language.table
    if table is None:
        return _ENGLISH
    return Rules(
        line_forms=(*OPEN_FORMS, partial(take_head, language=language), *TABLE_FORMS),
        lead_forms=(partial(take_dateline, language=language), partial(take_signature, language=language)),
        cut=partial(by_table.cut_boilerplate, table=table),
        headline=lambda prose, _, alternatives: table_headline.headline(prose, language, alternatives=alternatives),
        summary=lambda prose, title, _: table_summary.summary(prose, title, language),
        dates=_dates_by(table),
    )


def _dates_by(table: Table) -> DateWords:
    def stamps(line: str, zone: tzinfo) -> tuple[Stamp, ...]:
        return tuple(stamps_in(line, table, zone))

    def mentions(text: str) -> tuple[FullDate, ...]:
        found = ((one.day, one) for one in dates_in(text, table.dates))
        return tuple(FullDate(day, one.start, one.end) for day, one in found if day is not None)

    return DateWords(stamps, mentions, lambda _, paragraphs: written_on(paragraphs, table))


__all__ = ["Rules", "rules_of"]
