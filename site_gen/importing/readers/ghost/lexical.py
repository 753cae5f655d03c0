"""Lexical, the JSON in which Ghost has kept texts since its version 5, as blocks of HTML."""

import html
from collections.abc import Iterator
from typing import Any

from site_gen.importing.readers.ghost.cards import Cards, is_card, text_of

_FORMATS = (
    (1, "strong"), (2, "em"), (4, "s"), (8, "u"), (16, "code"), (32, "sub"), (64, "sup"), (128, "mark"),
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_QUOTES = frozenset(("quote", "extended-quote", "aside"))
_DEEPEST = 60


def lexical_blocks(root: Any, cards: Cards) -> Iterator[str]:
    """The blocks of a text, each as HTML. `ValueError` for what is no Lexical."""
    top = root.get("root") if isinstance(root, dict) else None
    if not isinstance(top, dict) or not isinstance(top.get("children"), list):
        raise ValueError("no root")
    for number, node in enumerate(_children(top), 1):
        cards.line = number
        yield _block(node, cards, 0)


def _children(node: dict[str, Any]) -> list[dict[str, Any]]:
    found = node.get("children")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _block(node: dict[str, Any], cards: Cards, depth: int) -> str:
    kind = text_of(node, "type")
    if depth > _DEEPEST:
        return _plain(node)
    if is_card(kind):
        return cards.card(kind, node)
    if kind == "list":
        return _list(node, cards, depth)
    if kind == "paragraph":
        return f"<p>{_inline(node, cards, depth)}</p>"
    if kind in ("heading", "extended-heading"):
        tag = text_of(node, "tag") if node.get("tag") in _HEADINGS else "h2"
        return f"<{tag}>{_inline(node, cards, depth)}</{tag}>"
    if kind in _QUOTES:
        return f"<blockquote>{_inline(node, cards, depth)}</blockquote>"
    if not _children(node) and not isinstance(node.get("text"), str):
        return cards.card(kind, node)
    return _inline(node, cards, depth)


def _inline(node: dict[str, Any], cards: Cards, depth: int) -> str:
    """The texts, links and blocks within a node."""
    made = []
    for child in _children(node):
        kind = text_of(child, "type")
        if kind == "linebreak":
            made.append("<br>")
        elif kind == "tab":
            made.append(" ")
        elif isinstance(child.get("text"), str):
            made.append(_marked(child))
        elif kind in ("link", "autolink"):
            inner = _inline(child, cards, depth + 1) if depth < _DEEPEST else _plain(child)
            made.append(f'<a href="{html.escape(text_of(child, "url"))}">{inner}</a>')
        elif kind == "zwnj":
            continue
        else:
            made.append(_block(child, cards, depth + 1))
    return "".join(made)


def _marked(node: dict[str, Any]) -> str:
    """A text with its marks."""
    inner, bits = html.escape(text_of(node, "text"), quote=False), node.get("format")
    for bit, tag in _FORMATS:
        if isinstance(bits, int) and bits & bit and inner.strip():
            inner = f"<{tag}>{inner}</{tag}>"
    return inner


def _list(node: dict[str, Any], cards: Cards, depth: int) -> str:
    """A list. An item that holds nothing but a list belongs to the item before it."""
    tag = "ol" if node.get("tag") == "ol" or node.get("listType") == "number" else "ul"
    start = node.get("start")
    items: list[str] = []
    for item in _children(node):
        within = _children(item)
        if depth < _DEEPEST and within and within[0].get("type") == "list":
            inner = "".join(_block(one, cards, depth + 1) for one in within)
            items[-1:] = [(items[-1] if items else "") + inner]
        else:
            items.append(_inline(item, cards, depth + 1) if depth < _DEEPEST else _plain(item))
    counted = f' start="{start}"' if tag == "ol" and isinstance(start, int) and start > 1 else ""
    return f"<{tag}{counted}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def _plain(node: dict[str, Any]) -> str:
    """The words of a node that is nested too deep for its structure to be kept."""
    words, waiting = [], [node]
    while waiting:
        one = waiting.pop()
        words.append(html.escape(text_of(one, "text"), quote=False))
        waiting.extend(reversed(_children(one)))
    return " ".join(filter(None, words))
