"""A seed's text while it is read: what is left of it, and what it has said about itself."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.calendar import PartDate
from site_gen.extract.text import Line, Paragraph
from site_gen.model.problem import Problem
from site_gen.model.seed import Cut, Decision, Doubt, Given

Genre = Literal["", "digest", "live", "interview", "assessment", "release", "notice"]
"""What kind of text it is where that bears on its headline; "" is an article like most."""


class Manuscript(Struct, frozen=True, kw_only=True):
    """A text that forms take things from, one after another, and nothing is lost: what is not left is cut or given.

    `lines` until they are joined, then `paragraphs`. `notes` are decisions for the editor to read; a text with
    `problems` becomes no post. `day` is what a dateline says of the day, often without the year. `contacts` are the
    people whom a press release names for reporters to call: they are neither authors nor tags. `titled` is the title
    that the header or the sidecar gives.
    """

    path: str = ""
    titled: str = ""
    genre: Genre = ""
    lines: tuple[Line, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    given: Given = Given()
    day: PartDate | None = None
    contacts: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()
    notes: tuple[Decision, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()

    def without(self, places: Iterable[int], rule: str) -> "Manuscript":
        """The manuscript with the lines at these places cut, and logged under the rule's name."""
        return self.without_each(dict.fromkeys(places, rule))

    def without_each(self, gone: Mapping[int, str]) -> "Manuscript":
        """As `without`, each place with the name of its rule."""
        if not gone:
            return self
        cut = ((line, gone[at]) for at, line in enumerate(self.lines) if at in gone and line.text)
        log = tuple(Cut(line.number, line.text, rule) for line, rule in cut)
        lines = tuple(line for at, line in enumerate(self.lines) if at not in gone)
        return replace(self, lines=lines, cuts=self.cuts + log)

    def first_filled(self) -> int | None:
        """The place of the first line that has text; None where there is none."""
        return next((at for at, line in enumerate(self.lines) if line.text), None)

    def without_beginning(self, at: int, end: int, rule: str) -> "Manuscript":
        """The manuscript with the first `end` characters of a line cut, and logged under the rule's name."""
        line = self.lines[at]
        rest = Line(line.number, line.text[end:].lstrip(), line.kind)
        cut = Cut(line.number, line.text[:end].strip(), rule)
        return replace(self, lines=(*self.lines[:at], rest, *self.lines[at + 1 :]), cuts=(*self.cuts, cut))

    def saying(self, **facts: object) -> "Manuscript":
        """The manuscript with facts of `Given` that it says about itself; what it said before stays."""
        free = {name: value for name, value in facts.items() if value and not getattr(self.given, name)}
        return replace(self, given=replace(self.given, **free)) if free else self

    def doubting(self, doubt: Doubt) -> "Manuscript":
        """The manuscript with one more thing to look at."""
        return replace(self, doubts=(*self.doubts, doubt))

    def doubting_headline(self, why: str) -> "Manuscript":
        """The manuscript with a doubt about a headline that has to be made; one that is given is nobody's guess."""
        return self if self.titled or self.given.title else self.doubting(Doubt("headline", why))
