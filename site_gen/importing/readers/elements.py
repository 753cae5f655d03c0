"""HTML as a stream of elements, for sources that name their parts by classes: some stay, some become others."""

from collections import Counter
from collections.abc import Callable, Mapping

from msgspec import Struct

from site_gen.importing.html_body import VOID
from site_gen.importing.stray import without_stray
from site_gen.text.references import HTMLReader


class Element(Struct, frozen=True):
    """A tag that begins: its name, its attributes and its classes."""

    tag: str
    values: Mapping[str, str]
    classes: frozenset[str]
    raw: str


class Instead(Struct, frozen=True):
    """What is written for an element: before its content and after it; without `inner` nothing of its content.

    `left_out` is told that content, so that no word is lost without being counted.
    """

    before: str = ""
    after: str = ""
    inner: bool = True
    left_out: Callable[[str], None] | None = None


Rule = Callable[[Element], Instead | None]
"""What an element becomes; None where it stays as it is."""


def rewritten_elements(source: str, rule: Rule) -> str:
    """The HTML with each element as the rule says. Comments are left out; entities stay as they are written.

    The content of an element that is left out but has no end is kept: it may be the rest of the text.
    """
    writer = _Writer(rule)
    writer.feed(without_stray(source))
    writer.close()
    writer.end()
    return "".join(writer.made)


class _Writer(HTMLReader):
    def __init__(self, rule: Rule) -> None:
        super().__init__(convert_charrefs=False)
        self._rule = rule
        self.made: list[str] = []
        self._hidden = ""  # the tag of the element whose content is left out
        self._depth = 0  # how many elements of that tag are open within it
        self._held: list[str] = []  # its content
        self._instead = Instead()
        self._open: list[tuple[str, str]] = []  # tags that are open, and what their ends become
        self._counts: Counter[str] = Counter()  # how often each of these tags is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raw = self.get_starttag_text() or ""
        if self._hidden:
            self._depth += tag == self._hidden
            self._held.append(raw)
            return
        values = {name: value or "" for name, value in attrs}
        instead = self._rule(Element(tag, values, frozenset(values.get("class", "").split()), raw))
        instead = instead or Instead(raw, "" if tag in VOID else f"</{tag}>")
        self.made.append(instead.before)
        if tag in VOID:
            self.made.append(instead.after)
        elif instead.inner:
            self._open.append((tag, instead.after))
            self._counts[tag] += 1
        else:
            self._hidden, self._depth, self._instead = tag, 1, instead

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._depth -= tag == self._hidden
            if self._depth:
                self._held.append(f"</{tag}>")
            else:
                self._leave_out()
            return
        name = "" if self._counts[tag] else tag
        while name != tag:
            name, after = self._open.pop()
            self._counts[name] -= 1
            self.made.append(after)

    def _leave_out(self) -> None:
        if self._instead.left_out:
            self._instead.left_out("".join(self._held))
        self.made.append(self._instead.after)
        self._hidden, self._held = "", []

    def end(self) -> None:
        """Close what is still open."""
        self.made += self._held
        self.made += (after for _, after in reversed(self._open))

    def handle_data(self, data: str) -> None:
        (self._held if self._hidden else self.made).append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
