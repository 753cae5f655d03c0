"""A byline or a mark of the end in brackets after the last words of a story: "（总台记者 阮佳闻）", "(完)"."""

import re

from msgspec.structs import replace

from site_gen.extract.languages.language import Language
from site_gen.extract.languages.words import whole_line
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.table_rules.byline import read_byline
from site_gen.model.seed import Cut, Decision

_BRACKET = re.compile(r"(?<=[^\s])\s*[(（\[［【]([^()（）\[\]［］【】]{1,60})[)）\]］】]\s*\Z")
_LAST = 2
"""Last paragraphs that are looked at."""


def take_signature(manuscript: Manuscript, language: Language) -> Manuscript:
    """Take the brackets that end the last paragraphs where a byline, a credit or such a mark is in them."""
    table = language.table
    if table is None:
        return manuscript
    prose = [at for at, one in enumerate(manuscript.paragraphs) if one.kind == "text"]
    for at in prose[-_LAST:]:
        paragraph = manuscript.paragraphs[at]
        found = _BRACKET.search(paragraph.text)
        byline = read_byline(found[1], table) if found else None
        if found is None or not (byline or whole_line(table.boilerplate.notices).match(found[1])):
            continue
        rest = replace(paragraph, text=paragraph.text[: found.start()].rstrip())
        paragraphs = (*manuscript.paragraphs[:at], rest, *manuscript.paragraphs[at + 1 :])
        cuts = (*manuscript.cuts, Cut(paragraph.line, found[0].strip(), "byline" if byline else "notice"))
        manuscript = replace(manuscript, paragraphs=paragraphs, cuts=cuts)
        if byline and byline.authors and not manuscript.given.authors:
            note = Decision("authors", ", ".join(byline.authors), "the text ends with a byline")
            manuscript = replace(manuscript, notes=(*manuscript.notes, note)).with_facts(authors=byline.authors)
    return manuscript
