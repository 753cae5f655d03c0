"""Find the names of a table in Chinese or Japanese text, which has no spaces between words."""

import unicodedata
from collections.abc import Iterator

from site_gen.extract.names.tabled.match import Match
from site_gen.text.known_names.table import Spelling, Table
from site_gen.text.known_names.words import plain

_FOLLOWING = 3


class UnspacedNames:
    """The names of a table by their first character."""

    def __init__(self, table: Table, spellings: tuple[Spelling, ...]) -> None:
        self.table = table
        self.names: dict[str, tuple[Spelling, ...]] = {}
        lengths: dict[str, set[int]] = {}
        for spelling in spellings:
            text = unicodedata.normalize("NFKC", spelling.text)
            self.names[text] = (*self.names.get(text, ()), spelling)
            lengths.setdefault(text[0], set()).add(len(text))
        self.lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find(self, text: str) -> Iterator[Match]:
        """All names in a paragraph, the longest at each place; places are counted in characters."""
        original, text = text, plain(unicodedata.normalize("NFKC", text))
        shown = original if len(original) == len(text) else text
        at = 0
        while at < len(text):
            end = self._end(text, at)
            if end == at:
                at += 1
                continue
            yield Match(
                at,
                end,
                self.names[text[at:end]],
                shown[at:end],
                text[at - 1 : at],
                self._after(text, end),
                at == 0 or text[at - 1] in "。!?\n「『",
            )
            at = end

    def _end(self, text: str, at: int) -> int:
        for length in self.lengths.get(text[at], ()):
            end = at + length
            if text[at:end] in self.names and not _is_within(text, at, end):
                return end
        return at

    def _after(self, text: str, end: int) -> str:
        for length in range(_FOLLOWING, 0, -1):
            if f"-{text[end : end + length]}" in self.table.locating:
                return f"-{text[end : end + length]}"
        return ""


def _is_within(text: str, at: int, end: int) -> bool:
    """True where the characters are a part of a longer word in katakana or in Latin letters."""
    before, after = _script(text[at - 1 : at]), _script(text[end : end + 1])
    return (before != "" and before == _script(text[at])) or (after != "" and after == _script(text[end - 1]))


def _script(character: str) -> str:
    if not character or character == "・":
        return ""
    if "ァ" <= character <= "ー":
        return "katakana"
    return "latin" if character.isascii() and character.isalnum() else ""
