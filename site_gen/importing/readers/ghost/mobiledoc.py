"""Mobiledoc, the JSON in which Ghost kept texts in its versions 1 to 4, as blocks of HTML.

https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md describes version 0.3.1.
"""

import html
from collections.abc import Iterator
from typing import Any

from site_gen.importing.readers.ghost.cards import Cards

_MARKUP, _IMAGE, _LIST, _CARD = 1, 2, 3, 10
_SECTIONS = {"aside": "blockquote", "pull-quote": "blockquote"}
_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol"))
_INLINE = frozenset(("strong", "b", "em", "i", "s", "u", "code", "sub", "sup", "mark", "a", "del"))


def only_markdown(root: Any) -> str | None:
    """The Markdown of a text that is nothing else, as the older editor wrote it; None for others."""
    cards, sections = root.get("cards"), root.get("sections")
    if not isinstance(cards, list) or len(cards) != 1 or not isinstance(sections, list):
        return None
    name, payload = cards[0]
    shown = [one for one in sections if one != [_MARKUP, "p", []]]
    is_alone = name in ("markdown", "card-markdown") and shown == [[_CARD, 0]]
    return str(payload.get("markdown", "")) if is_alone else None


def mobiledoc_blocks(root: Any, cards: Cards) -> Iterator[str]:
    """The blocks of a text, each as HTML. `ValueError`, `TypeError` or `LookupError` for what is no Mobiledoc."""
    if not isinstance(root.get("sections"), list):
        raise ValueError("no sections")
    for number, section in enumerate(root["sections"], 1):
        cards.line = number
        kind = section[0]
        if kind == _MARKUP:
            tag = _SECTIONS.get(section[1].lower(), section[1].lower())
            tag = tag if tag in _TAGS else "p"
            yield f"<{tag}>{_markers(section[2], root)}</{tag}>"
        elif kind == _IMAGE:
            yield cards.card("image", {"src": section[1]})
        elif kind == _LIST:
            tag = "ol" if section[1] == "ol" else "ul"
            items = "".join(f"<li>{_markers(item, root)}</li>" for item in section[2])
            yield f"<{tag}>{items}</{tag}>"
        elif kind == _CARD:
            name, payload = root["cards"][section[1]]
            yield cards.card(str(name), payload if isinstance(payload, dict) else {})
        else:
            cards.lost(f"a part of the kind {str(kind)[:20]} is not known and is left out")


def _markers(markers: Any, root: Any) -> str:
    """The text of a section: each marker opens some markups, has a text or an atom, and closes the last ones."""
    made: list[str] = []
    open_tags: list[str] = []
    for kind, opened, closed, value in markers:
        for number in opened:
            tag, attributes = _markup(root["markups"][number])
            open_tags.append(tag)
            made.append(f"<{tag}{attributes}>" if tag else "")
        if kind == 0:
            made.append(html.escape(str(value), quote=False))
        else:
            name, words, *_ = root["atoms"][value]
            made.append("<br>" if name == "soft-return" else html.escape(str(words), quote=False))
        for _ in range(min(closed, len(open_tags))):
            tag = open_tags.pop()
            made.append(f"</{tag}>" if tag else "")
    made += (f"</{tag}>" for tag in reversed(open_tags) if tag)
    return "".join(made)


def _markup(markup: Any) -> tuple[str, str]:
    """The tag of a markup, "" for one that is not kept, and the address of a link as its attribute."""
    tag = str(markup[0]).lower()
    values = markup[1] if len(markup) > 1 else []
    pairs = dict(zip(values[::2], values[1::2], strict=False))
    href = f' href="{html.escape(str(pairs["href"]))}"' if tag == "a" and "href" in pairs else ""
    return (tag if tag in _INLINE else ""), href
