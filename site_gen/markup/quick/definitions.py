"""The definitions that links and notes of a text refer to: `[name]: address` and `[^name]: words`."""

import re
from collections.abc import Mapping

import msgspec

ADDRESS_CHARACTERS = "[A-Za-z0-9/:.?=#%,~+@_;$-]"
ADDRESS = (
    rf"(?:(?:https?://|mailto:|tel:|sms:){ADDRESS_CHARACTERS}*|[/#?]{ADDRESS_CHARACTERS}*|[A-Za-z0-9/.?=#%,~+@_;$-]*)"
)

_MARKER = "]:"
_LINK = re.compile(rf"\[([A-Za-z0-9][A-Za-z0-9 ._-]*)\]: ?({ADDRESS})")
_RAW = re.compile(r"^ {0,3}<", re.M)
_NOTE = re.compile(r"\[\^([A-Za-z0-9][A-Za-z0-9_-]*)\]: ?(\S[^\n]*)")


def may_hold_raw(text: str) -> bool:
    """Whether a line may begin raw HTML; most texts have no `<`, which is much faster to search for."""
    return "<" in text and _RAW.search(text) is not None


class Definitions(msgspec.Struct, frozen=True):
    """The definitions of a text. Unless they are `complete`, no link or note that needs one is rendered here."""

    links: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    complete: bool = True
    blocks: frozenset[str] = frozenset()
    repeated: bool = False

    @property
    def empty(self) -> bool:
        """Whether the text certainly defines nothing."""
        return self.complete and not self.links and not self.notes


NONE = Definitions()


def definitions(text: str, blocks: list[str], trusted: bool) -> Definitions:
    """The definitions in the blocks of a text; raw HTML in a trusted one may swallow some."""
    count = text.count(_MARKER) if "[" in text else 0
    if not count:
        return NONE
    if trusted and may_hold_raw(text):
        return Definitions(complete=False)
    links: list[tuple[str, str]] = []
    notes: list[tuple[str, str]] = []
    own: set[str] = set()
    for block in blocks:
        block = block.lstrip("\n")
        if _MARKER not in block:
            continue
        if note := _NOTE.fullmatch(block):
            notes.append((note[1], note[2].rstrip()))
            own.add(block)
        elif all(lines := [_LINK.fullmatch(line) for line in block.split("\n")]):
            links += [(line[1].rstrip().lower(), line[2]) for line in lines if line and line[2]]
            own.add(block)
    repeated = any(text.count(f"[^{name}]") > 2 for name, _ in notes)
    found = Definitions(dict(links), dict(notes), True, frozenset(own), repeated)
    return found if _is_complete(found, text, count) else Definitions(complete=False)


def _is_complete(found: Definitions, text: str, count: int) -> bool:
    """Whether each definition of a text was found, none of them twice, and no note refers to another."""
    return len(found.links) + len(found.notes) == count and all("[^" not in words for words in found.notes.values())
