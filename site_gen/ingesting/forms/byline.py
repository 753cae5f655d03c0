"""The line that names who wrote the article: "By Sgt. Jane Roe"."""

import re

from msgspec import Struct
from msgspec.structs import replace

from site_gen.ingesting.manuscript import Manuscript
from site_gen.ingesting.text import Paragraph
from site_gen.model.seed import Cut, Decision

_BYLINE = re.compile(
    r"(?:By|BY|Written by|Story by|Report by|Reported by)\s+"
    r"(?P<names>[A-Z][\w.’'-]*(?:\s(?:[A-Z0-9][\w.’'-]*|\d(?:st|nd|rd|th)|de|van|von|der|al|bin|and|&)"
    r"|,\s[A-Z][\w.’'-]*){0,11})\.?\s*"
)
_BETWEEN = re.compile(r"\s+and\s+|\s*&\s*|\s*,\s*")
_RANK = re.compile(
    r"(?:(?:Mass Communication Specialist|Petty Officer|Chief|Seaman|Airman|Senior|Master|Staff|Tech(?:nical)?"
    r"|First|1st|2nd|3rd|Class|"
    r"(?:Lt|Col|Gen|Maj|Capt|Cmdr|Sgt|Cpl|Pfc|Pvt|Spc|Ens|Brig|Lance|Gunnery|Warrant|Officer|Sergeant|Corporal"
    r"|Captain|Major|Colonel|"
    r"Lieutenant|Specialist|Private|U\.S|Army|Navy|Air|Force|Marine|Corps|Airman|Tech)\.?)\s+)+"
)


class Byline(Struct, frozen=True):
    """Who wrote it, and the line that said so."""

    authors: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()


def take_byline(manuscript: Manuscript) -> Manuscript:
    """The form of a text that begins with who wrote it."""
    byline, paragraphs = split_byline(manuscript.paragraphs)
    if not byline.cuts:
        return manuscript
    note = Decision("authors", ", ".join(byline.authors), "the text begins with a byline")
    taken = replace(
        manuscript,
        paragraphs=paragraphs,
        cuts=manuscript.cuts + byline.cuts,
        notes=(*manuscript.notes, note) if byline.authors else manuscript.notes,
    )
    return taken.saying(authors=byline.authors)


def split_byline(paragraphs: tuple[Paragraph, ...]) -> tuple[Byline, tuple[Paragraph, ...]]:
    """Take a byline off the head of the article, where a story follows it."""
    if len(paragraphs) < 2:
        return Byline(), paragraphs
    first = paragraphs[0]
    found = _BYLINE.fullmatch(first.text[:160]) if len(first.text) <= 160 else None
    if found is None:
        return Byline(), paragraphs
    names = tuple(name for part in _BETWEEN.split(found["names"]) if (name := _RANK.sub("", part).strip(" .")))
    return Byline(names, (Cut(first.line, first.text, "byline"),)), paragraphs[1:]
