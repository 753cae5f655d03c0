"""The HTML that Ghost has made of a text: its cards as plain elements, without the controls of players and forms."""

import html
import re
from html.parser import HTMLParser

_GATED = re.compile(
    r"<!--\s*kg-gated-block:begin\b([^>]*)-->(.*?)<!--\s*kg-gated-block:end\s*-->", re.IGNORECASE | re.DOTALL
)
_HIDDEN = frozenset(
    """
    kg-audio-player kg-audio-hide kg-audio-thumbnail kg-video-overlay kg-video-player-container kg-video-player
    kg-file-card-filesize kg-file-card-icon kg-signup-card kg-product-card-rating kg-transistor-card kg-toggle-card-icon
    kg-bookmark-thumbnail kg-bookmark-icon
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_DROPPED = frozenset(("script", "style", "button", "svg", "template", "noscript"))
_LINKED = frozenset(("kg-bookmark-container", "kg-file-card-container"))
_TITLES = frozenset(("kg-bookmark-title", "kg-file-card-title"))
_LINES = frozenset(("kg-bookmark-description", "kg-bookmark-metadata", "kg-file-card-caption", "kg-file-card-metadata"))
_VOID = frozenset(("br", "img", "hr", "input", "embed", "source", "col", "wbr", "link", "meta", "param", "track"))


def plain_cards(source: str) -> str:
    """The HTML as a reader without an account saw it, with nothing that only a program of the site fills."""
    shown = _GATED.sub(lambda match: "" if re.search(r"nonMember:\s*false", match[1]) else match[2], source)
    reader = _Cards()
    reader.feed(shown)
    reader.close()
    return "".join(reader.made)


class _Cards(HTMLParser):
    """Writes what it reads; elements of the classes above are left out, or become a link and paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.made: list[str] = []
        self._hidden = ""  # the tag of the element that is left out
        self._depth = 0  # how many elements of that tag are open within it
        self._href = ""  # of a card that is one link
        self._open: list[tuple[str, str]] = []  # tags that are open, and what their ends become

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            self._depth += tag == self._hidden
            return
        values = {name: value or "" for name, value in attrs}
        classes = frozenset(values.get("class", "").split())
        if tag in _DROPPED or classes & _HIDDEN:
            if tag not in _VOID:
                self._hidden, self._depth = tag, 1
            return
        start, end = self._written(tag, classes, values)
        self.made.append(start)
        if tag not in _VOID:
            self._open.append((tag, end))

    def _written(self, tag: str, classes: frozenset[str], values: dict[str, str]) -> tuple[str, str]:
        """What an element becomes: its beginning and its end."""
        if tag == "a" and classes & _LINKED:
            self._href = values.get("href", "")
            return "", ""
        if classes & _TITLES:
            return f'<p><a href="{html.escape(self._href)}"><strong>', "</strong></a></p>"
        if classes & _LINES:
            return "<p>", "</p>"
        if "kg-gallery-container" in classes:
            return "<gallery>", "</gallery>"
        if "kg-callout-card" in classes:
            return "<blockquote>", "</blockquote>"
        if tag == "span" and any(name.startswith("kg-bookmark-") for name in classes):
            return " ", " "
        return self.get_starttag_text() or "", f"</{tag}>"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)
        elif not self._hidden:
            self.made.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._depth -= tag == self._hidden
            self._hidden = self._hidden if self._depth else ""
            return
        while any(one == tag for one, _ in self._open):
            name, end = self._open.pop()
            self.made.append(end)
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.made.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
