"""Find the names of a table in words: inflected, with joined prefixes, or with particles."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from site_gen.extract.names.tabled.context import is_other_name
from site_gen.extract.names.tabled.match import Match
from site_gen.extract.names.tabled.people import CAPITALISED, people_in
from site_gen.text.known_names.table import Spelling, Table, Thing
from site_gen.text.known_names.words import Endings, Words, folded, inflected, split, without_prefixes

_OPENING = frozenset(".!?:;\"“”„«»—()[]•·…*|'")
_MOST_PARTICLES = 3
_MOST_WORDS = 100_000

# The keys of words of names that a word of a text may be, with what is joined before and after them.
_Seen = dict[str, tuple[str, str]]


class _Word(Struct, frozen=True):
    """A word of a name: its key, and what its letters must be: `capital`, `capitals`, or either (empty)."""

    key: str
    case: str


class SpacedNames:
    """The names of a table by the forms of their words; `first_names` are given names in Latin letters."""

    def __init__(self, table: Table, spellings: tuple[Spelling, ...], first_names: frozenset[str]) -> None:
        self.table, self.language = table, table.language
        self.given = table.given_names | first_names
        self.forms: dict[str, tuple[_Word, ...]] = {}
        self.names: dict[str, list[tuple[tuple[str, ...], Spelling]]] = {}
        self.memory: dict[str, _Seen] = {}
        for spelling in spellings:
            self._add(spelling)
        for known in self.names.values():
            known.sort(key=lambda name: -len(name[0]))

    def _add(self, spelling: Spelling) -> None:
        words = split(spelling.text, self.language)
        for word in words:
            if word in spelling.given:
                forms: Iterable[str] = (word, *spelling.given[word])
            else:
                forms = inflected(word, self._endings(word, spelling))
            kept = _Word(word, _case(word))
            for form in forms:
                key = folded(form, self.language)
                known = self.forms.get(key, ())
                if kept not in known:
                    self.forms[key] = (*known, kept)
        self.names.setdefault(words[0], []).append((tuple(words[1:]), spelling))

    def _endings(self, word: str, spelling: Spelling) -> Endings:
        if spelling.use == "demonym":
            return self.table.adjective_endings
        return self.table.capitalised_endings if word[0].isupper() else self.table.endings

    def find(self, text: str) -> Iterator[Match]:
        """All names in a paragraph, the longest at each place."""
        words = Words(text, self.language)
        if self.language in CAPITALISED:
            yield from (self._person(words, at, end) for at, end in people_in(words, self.given, self.knows))
        at = 0
        while at < len(words):
            match = self._at(words, at)
            if match is None:
                at += 1
                continue
            if not is_other_name(words, match, self.table, self.given, self.knows):
                yield match
            at = match.end

    @staticmethod
    def _person(words: Words, at: int, end: int) -> Match:
        name = words.between(at, end)
        return Match(at, end, (Spelling(name, Thing("person", name), "name"),), name)

    def knows(self, word: str) -> bool:
        """Whether a word may be part of a name of the table."""
        return bool(self._seen(word))

    def _at(self, words: Words, at: int) -> Match | None:
        """The longest name that begins at a word; of equally long ones those with the least before it."""
        best: dict[tuple[Thing, str], Spelling] = {}
        length, joined = 0, ("", "")
        for key, around in self._seen(words[at]).items():
            for rest, spelling in self.names.get(key, ()):
                if len(rest) < length - 1:
                    break
                if self._follow(words, at + 1, rest):
                    if len(rest) >= length:
                        best, length, joined = {}, len(rest) + 1, around
                    if around == joined:
                        best.setdefault((spelling.thing, spelling.use), spelling)
        if not best:
            return None
        end = at + length
        prefix, particle = joined
        if length > 1:
            particle = next(iter(self._seen(words[end - 1]).values()), joined)[1]
        return Match(
            at,
            end,
            tuple(best.values()),
            words.between(at, end),
            prefix or (folded(words[at - 1], self.language) if at else ""),
            particle or (folded(words[end], self.language) if end < len(words) else ""),
            self._opens(words, at) and not (self.language == "tr" and words.has_suffix(end - 1)),
        )

    @staticmethod
    def _opens(words: Words, at: int) -> bool:
        return at == 0 or words[at - 1] in _OPENING or (words[at].isupper() and len(words[at]) > 1)

    def _follow(self, words: Words, at: int, rest: tuple[str, ...]) -> bool:
        return len(rest) <= len(words) - at and all(
            word == key or key in self._seen(word) for word, key in zip(words[at : at + len(rest)], rest, strict=True)
        )

    def _seen(self, word: str) -> _Seen:
        seen = self.memory.get(word)
        if seen is None:
            if len(self.memory) > _MOST_WORDS:
                self.memory.clear()
            seen = self.memory[word] = self._look(word)
        return seen

    def _look(self, word: str) -> _Seen:
        form = folded(word, self.language)
        seen: _Seen = dict.fromkeys(self._keys(form, word), ("", ""))
        for bare in without_prefixes(form, self.table.prefixes):
            for key in self._keys(bare, bare):
                seen.setdefault(key, (f"{form[: len(form) - len(bare)]}-", ""))
        if self.table.after and not seen:
            seen = self._with_particles(form)
        if "/" in word and not seen:
            parts = [self._look(part) for part in word.split("/") if part]
            return next((part for part in parts if part), {})
        return seen

    def _with_particles(self, form: str) -> _Seen:
        for length in range(len(form) - 1, 0, -1):
            keys = tuple(self._keys(form[:length], form[:length]))
            if keys and self._is_joined(form[length:]):
                return dict.fromkeys(keys, ("", f"-{form[length:]}"))
        return {}

    def _keys(self, form: str, word: str) -> Iterator[str]:
        return (known.key for known in self.forms.get(form, ()) if _fits(known.case, word))

    def _is_joined(self, rest: str, left: int = _MOST_PARTICLES) -> bool:
        """Whether the rest of a word is made of a few of the parts that may follow a name."""
        if not rest:
            return True
        return left > 0 and any(
            rest.startswith(part) and self._is_joined(rest[len(part) :], left - 1) for part in self.table.after
        )


def _case(word: str) -> str:
    if len(word) > 1 and word.isupper() and word.lower() != word:
        return "capitals"
    return "capital" if word[0].isupper() else ""


def _fits(case: str, word: str) -> bool:
    if case == "capitals":
        return word.isupper() or word.upper() == word.lower()
    return not case or not word[0].islower()
