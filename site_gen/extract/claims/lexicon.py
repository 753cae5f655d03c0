"""The word lists of the check, read once from data/, each of whose files says what it is for."""

from collections import defaultdict
from functools import cache

from msgspec import Struct

from site_gen.extract.claims.stem import stem
from site_gen.extract.claims.word_lists import data_lines


class Lexicon(Struct, frozen=True):
    """Families by stem and by phrase (stems; numbers of families), words that add nothing, scales, opposites.

    `weaker` and `stronger` give the stems that are a step or more below and above on a scale.
    """

    families: dict[str, frozenset[int]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], frozenset[int]], ...]]
    light: frozenset[str]
    weaker: dict[str, frozenset[str]]
    stronger: dict[str, frozenset[str]]
    opposites: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """All lists."""
    single: dict[str, set[int]] = defaultdict(set)
    several: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, line in enumerate(data_lines("families.txt")):
        for entry in line.split():
            words = tuple(stem(word) for word in entry.lower().split("_"))
            if len(words) == 1:
                single[words[0]].add(number)
            else:
                several[words].add(number)
    phrases: dict[str, list[tuple[tuple[str, ...], frozenset[int]]]] = defaultdict(list)
    for words, numbers in sorted(several.items(), key=lambda item: (-len(item[0]), item[0])):
        phrases[words[0]].append((words, frozenset(numbers)))
    weaker, stronger = _scales()
    return Lexicon(
        {word: frozenset(numbers) for word, numbers in single.items()},
        {word: tuple(found) for word, found in phrases.items()},
        frozenset(word for line in data_lines("light.txt") for word in line.split()),
        weaker,
        stronger,
        _opposites(),
    )


def _scales() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    weaker: dict[str, set[str]] = defaultdict(set)
    stronger: dict[str, set[str]] = defaultdict(set)
    for line in data_lines("scales.txt"):
        steps = [[stem(word) for word in step.split() if word != "<"] for step in line.replace("<", "|").split("|")]
        for at, step in enumerate(steps):
            for word in step:
                weaker[word] |= {other for lower in steps[:at] for other in lower}
                stronger[word] |= {other for upper in steps[at + 1 :] for other in upper}
    return {k: frozenset(v) for k, v in weaker.items()}, {k: frozenset(v) for k, v in stronger.items()}


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in data_lines("opposites.txt"):
        one, other = map(stem, line.split())
        found[one].add(other)
        found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}
