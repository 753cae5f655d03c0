"""The HTML that Ghost has made of a text: its cards as plain elements, without the controls of players and forms."""

import html
import re

from site_gen.importing.item import Loss
from site_gen.importing.readers.elements import Element, Instead, rewritten_elements
from site_gen.importing.recall import text_of_html

_GATED = re.compile(
    r"<!--\s*kg-gated-block:begin\b([^<>]*)-->((?:(?!<!--\s*kg-gated-block:begin).)*?)<!--\s*kg-gated-block:end\s*-->",
    re.IGNORECASE | re.DOTALL,
)
_HIDDEN = frozenset(
    """
    kg-audio-player kg-audio-hide kg-audio-thumbnail kg-video-overlay kg-video-player-container kg-video-player
    kg-file-card-filesize kg-file-card-icon kg-product-card-rating kg-toggle-card-icon kg-bookmark-thumbnail
    kg-bookmark-icon
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_REPORTED = {"kg-signup-card": "a form for subscribers", "kg-transistor-card": "the player of a podcast"}
_DROPPED = frozenset(("script", "style", "button", "svg", "template", "noscript"))
_LINKED = frozenset(("kg-bookmark-container", "kg-file-card-container"))
_TITLES = frozenset(("kg-bookmark-title", "kg-file-card-title"))
_LINES = frozenset(("kg-bookmark-description", "kg-bookmark-metadata", "kg-file-card-caption", "kg-file-card-metadata"))


def plain_cards(source: str) -> tuple[str, tuple[Loss, ...]]:
    """The HTML as a reader without an account saw it, without what a program of the site fills, and what it lost."""
    cards = _Cards()

    def gated(match: re.Match[str]) -> str:
        if not re.search(r"nonMember:\s*false", match[1]):
            return match[2]
        cards.lost("a part that only members or e-mails show", match[2])
        return ""

    return rewritten_elements(_GATED.sub(gated, source), cards.instead), tuple(cards.losses)


class _Cards:
    def __init__(self) -> None:
        self.losses: list[Loss] = []
        self._href = ""  # of the card that is one link

    def lost(self, what: str, inner: str) -> None:
        """Note that a part is left out, with its words."""
        self.losses.append(Loss(0, f"{what} is left out; words in it: {len(text_of_html(inner).split())}"))

    def instead(self, element: Element) -> Instead | None:
        """What an element of a card becomes."""
        classes = element.classes
        if named := next(iter(classes & _REPORTED.keys()), ""):
            return Instead(inner=False, left_out=lambda inner: self.lost(_REPORTED[named], inner))
        if element.tag in _DROPPED or classes & _HIDDEN:
            return Instead(inner=False)
        if element.tag == "a" and classes & _LINKED:
            self._href = element.values.get("href", "")
            return Instead()
        if classes & _TITLES:
            return Instead(f'<p><a href="{html.escape(self._href)}"><strong>', "</strong></a></p>")
        if classes & _LINES:
            return Instead("<p>", "</p>")
        if "kg-gallery-container" in classes:
            return Instead("<gallery>", "</gallery>")
        if "kg-callout-card" in classes:
            return Instead("<blockquote>", "</blockquote>")
        if element.tag == "span" and any(name.startswith("kg-bookmark-") for name in classes):
            return Instead(" ", " ")
        return None
