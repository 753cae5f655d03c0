"""The words of a sentence with the keys by which two of them are the same: stem, family, nation, name."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct

from site_gen.extract.claims.lexicon import lexicon
from site_gen.extract.claims.stem import stem
from site_gen.extract.claims.word_lists import data_lines
from site_gen.extract.names import Gazetteer, load_gazetteer
from site_gen.extract.names.tokens import tokens as name_tokens
from site_gen.extract.syntax import Tree, parse

_MARKS = re.compile(r"[^\w$£€₹%]+\Z")
_NATIONAL = ("name", "demonym", "capital", "metonym")
_HYPHENS = str.maketrans("‑‐–’‘", "---''")


class Term(Struct, frozen=True):
    """A word: place in the tree, lower-case text, stem, keys; `phrase` where its keys come from words beside it.

    `name` is true for what is written with a capital within a sentence, or has a digit or two capitals.
    """

    at: int
    text: str
    low: str
    stem: str
    keys: frozenset[str]
    name: bool = False
    phrase: bool = False

    @property
    def is_nation(self) -> bool:
        """Whether it is a nation's name, that of its people, or what stands for it: "Ankara"."""
        return any(key[:2] == "n:" for key in self.keys)


class Passage(Struct, frozen=True):
    """A sentence with its tree and terms."""

    text: str
    tree: Tree
    terms: tuple[Term, ...]
    number: int = 0

    def shown(self, places: Iterable[int], most: int | None = 6) -> str:
        """The words at some places, in order, the first ones where there are more than `most`."""
        return " ".join(self.terms[at].text for at in sorted(places)[:most])


@lru_cache(maxsize=256)
def passage(sentence: str, number: int = 0) -> Passage:
    """A sentence, parsed."""
    tree = parse(sentence)
    return Passage(sentence, tree, _terms(tree), number)


def _terms(tree: Tree) -> tuple[Term, ...]:
    lows = [word.text.translate(_HYPHENS).lower() for word in tree.words]
    stems = [stem(low) for low in lows]
    keys: list[set[str]] = [{f"w:{one}"} for one in stems]
    phrase: set[int] = set()
    known = lexicon()
    for at, one in enumerate(stems):
        keys[at] |= {f"f:{number}" for number in known.families.get(one, ())}
        if "-" in lows[at]:
            for part in lows[at].split("-"):
                if len(part) > 2:
                    keys[at] |= {f"w:{stem(part)}", *(f"f:{n}" for n in known.families.get(stem(part), ()))}
        for words, numbers in known.phrases.get(one, ()):
            if tuple(stems[at : at + len(words)]) == words:
                for place in range(at, at + len(words)):
                    keys[place] |= {f"f:{number}" for number in numbers}
                    phrase.add(place)
    _add_names(tree, keys)
    _add_aliases(lows, keys)
    return tuple(
        Term(at, word.text, lows[at], stems[at], frozenset(keys[at]), _is_name(tree, at), at in phrase)
        for at, word in enumerate(tree.words)
    )


def _is_name(tree: Tree, at: int) -> bool:
    text = tree.words[at].text
    if any(one.isdigit() for one in text) and any(one.isalpha() for one in text):
        return True
    if any(one.isupper() for one in text[1:]) and text.isalpha():
        return True
    if not text[:1].isupper():
        return False
    if at > 0 and tree.words[at - 1].text not in ("“", '"', ":", "‘"):
        return True
    low, tag = text.lower(), tree.words[at].tag
    return tag == "NNPS" or (tag == "NNP" and not lexicon().families.get(stem(low)) and low not in lexicon().light)


@cache
def known_names() -> Gazetteer:
    """The built-in names."""
    return load_gazetteer(())


def _add_names(tree: Tree, keys: list[set[str]]) -> None:
    """Keys of nations and of entries of the gazetteer."""
    texts = [word.text.translate(_HYPHENS) for word in tree.words]
    forms = known_names().forms
    for at, text in enumerate(texts):
        for spelling in (text, text.upper() if text in ("U.S", "U.K") else text):
            for form in forms.get(spelling, ()):
                end = at + 1 + len(form.rest)
                if tuple(texts[at + 1 : end]) != form.rest:
                    continue
                entry = form.entry
                if entry.kind == "country" and form.use in _NATIONAL:
                    key = f"n:{entry.iso3}"
                elif form.use in ("name", "capital", "metonym", "doubtful") and entry.kind != "topic":
                    key = f"e:{entry.name}"
                else:
                    continue
                for place in range(at, end):
                    keys[place].add(key)
                    if entry.iso3 and entry.kind != "country":
                        keys[place].add(f"of:{entry.iso3}")
                break


@cache
def _aliases() -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, line in enumerate(data_lines("aliases.txt")):
        for name in line.lower().split("|"):
            words = tuple(name.split()) if "." in name else tuple(name_tokens(name))
            found.setdefault(words[0], []).append((words, number))
    return {first: tuple(sorted(names, key=lambda one: -len(one[0]))) for first, names in found.items()}


def _add_aliases(lows: list[str], keys: list[set[str]]) -> None:
    known = _aliases()
    for at, low in enumerate(lows):
        for words, number in known.get(low, ()):
            if tuple(lows[at : at + len(words)]) == words:
                for place in range(at, at + len(words)):
                    keys[place].add(f"a:{number}")
                break


_GIVEN = re.compile(r"((?:[A-Z][\w’'-]*|of|and|for|the|in|on|&)(?: (?:[A-Z][\w’'-]*|of|and|for|the|in|on|&)){1,8})")
_SMALL = frozenset(("of", "and", "for", "the", "in", "on", "&"))


def acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Long names of a text, each with its initials."""
    for found in _GIVEN.finditer(text):
        words = found[1].split(" ")
        for begin in range(len(words) - 1):
            for end in range(begin + 2, len(words) + 1):
                part = words[begin:end]
                if part[0] in _SMALL or part[-1] in _SMALL:
                    continue
                initials = "".join(bit[0] for word in part if word not in _SMALL for bit in word.split("-") if bit)
                if len(initials) > 1:
                    yield " ".join(part), initials.upper()
