"""A seed's text while it is read: what is left of it, and what it says about itself."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.calendar import PartialDate
from site_gen.extract.text import Line, Paragraph
from site_gen.model.problem import Problem
from site_gen.model.seed import Cut, Decision, Doubt, Given

Genre = Literal["", "digest", "live", "interview", "assessment", "release", "notice"]
"""The kind of text, where that matters for its headline; "" is an ordinary article."""


class Manuscript(Struct, frozen=True, kw_only=True):
    """A text that one form after another takes parts from; nothing is lost: every part is left, cut or given.

    It has `lines` until they are joined, then `paragraphs`. `notes` are decisions for the editor to read; a text with
    `problems` becomes no post. `day` is the dateline's day, often without a year. `contacts` are the press contacts of
    a release: they are neither authors nor tags. `header_title` is the title that the header or sidecar gives.
    """

    path: str = ""
    header_title: str = ""
    genre: Genre = ""
    lines: tuple[Line, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    given: Given = Given()
    day: PartialDate | None = None
    contacts: tuple[str, ...] = ()
    cuts: tuple[Cut, ...] = ()
    notes: tuple[Decision, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()

    def without(self, places: Iterable[int], rule: str) -> "Manuscript":
        """The manuscript with the lines at these places cut and logged under the rule's name."""
        return self.without_each(dict.fromkeys(places, rule))

    def without_each(self, rules: Mapping[int, str]) -> "Manuscript":
        """As `without`, each place with the name of its rule."""
        if not rules:
            return self
        cut = ((line, rules[at]) for at, line in enumerate(self.lines) if at in rules and line.text)
        logged = tuple(Cut(line.number, line.text, rule) for line, rule in cut)
        lines = tuple(line for at, line in enumerate(self.lines) if at not in rules)
        return replace(self, lines=lines, cuts=self.cuts + logged)

    def first_with_text(self) -> int | None:
        """The place of the first line that has text; None where there is none."""
        return next((at for at, line in enumerate(self.lines) if line.text), None)

    def without_start(self, at: int, end: int, rule: str) -> "Manuscript":
        """The manuscript with the first `end` characters of a line cut and logged under the rule's name."""
        line = self.lines[at]
        rest = replace(line, text=line.text[end:].lstrip())
        cut = Cut(line.number, line.text[:end].strip(), rule)
        return replace(self, lines=(*self.lines[:at], rest, *self.lines[at + 1 :]), cuts=(*self.cuts, cut))

    def with_facts(self, **facts: object) -> "Manuscript":
        """The manuscript with fields of `Given` set that are still empty."""
        missing = {name: value for name, value in facts.items() if value and not getattr(self.given, name)}
        return replace(self, given=replace(self.given, **missing)) if missing else self

    def with_doubt(self, doubt: Doubt) -> "Manuscript":
        """The manuscript with one more doubt."""
        return replace(self, doubts=(*self.doubts, doubt))

    def with_headline_doubt(self, why: str) -> "Manuscript":
        """The manuscript with a doubt about its headline, unless that is given."""
        return self if self.header_title or self.given.title else self.with_doubt(Doubt("headline", why))
