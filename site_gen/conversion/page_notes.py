"""Footnotes of a page: links to a place below the text that leads back, which survive extraction as words."""

import re
from typing import Any

_MOST = 500
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"  # private characters: no page has words of them
_REFERENCE = re.compile(f"{_OPEN}r([0-9]+){_CLOSE}")
_NOTE = re.compile(f"{_OPEN}n([0-9]+){_CLOSE}")
_BACK = re.compile(r"[\s↩↑^⤴︎\ufe0e\ufe0f]*|back|return|zurück", re.IGNORECASE)
_ITEMS = ("li", "p", "div", "dd", "aside", "section")


def mark_notes(tree: Any) -> int:
    """Replace references to footnotes, and their backlinks, by marks within the words. Returns how many there are."""
    by_id = {element.get("id"): element for element in tree.iter(*_ITEMS) if element.get("id")}
    marked: dict[str, int] = {}
    for link in _inner_links(tree):
        target = by_id.get(link.get("href")[1:])
        if target is None or len(marked) >= _MOST or not _leads_back(target, link):
            continue
        name = target.get("id")
        if name not in marked:
            marked[name] = len(marked) + 1
        _replace(link, f"{_OPEN}r{marked[name]}{_CLOSE}")
    for name, number in marked.items():
        note = by_id[name]
        for link in _inner_links(note):
            _replace(link, "")
        inner = next((one for one in note.iter("p")), note)
        inner.text = f"{_OPEN}n{number}{_CLOSE}{inner.text or ''}"
    return len(marked)


def _inner_links(element: Any) -> list[Any]:
    """The links within an element to places of its page."""
    return [one for one in element.iter("a") if (one.get("href") or "").startswith("#")]


def _leads_back(target: Any, link: Any) -> bool:
    """Whether a note has a link to the place of its reference."""
    own = {link.get("id"), link.get("name"), *(one.get("id") for one in link.iterancestors("sup", "span", "p"))} - {
        None
    }
    backs = {(one.get("href") or "")[1:] for one in target.iter("a")}
    return link not in list(target.iter("a")) and bool(own & backs)


def _replace(link: Any, words: str) -> None:
    """Put words in the place of an element, which goes."""
    text = words + (link.tail or "")
    parent, before = link.getparent(), link.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(link)


def split_marks(text: str) -> list[tuple[str, str]]:
    """The parts of some words: ("", words), or ("r" or "n", the number of the note that is referred to or begins)."""
    parts = re.split(f"{_OPEN}([rn][0-9]+){_CLOSE}", text)
    return [("", part) if at % 2 == 0 else (part[0], part[1:]) for at, part in enumerate(parts) if part or at % 2]
