"""The tags as posts spell them, how often, and which of them may be one."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct

from site_gen.model.post import Entry
from site_gen.text.slug import fold, slugify

_LIKELY = 0.9  # of two names that differ by a letter or two
_SHORTEST = 6


class ListedTag(Struct, frozen=True):
    """A tag by its commonest spelling, how many posts have it, and others that may mean the same."""

    name: str
    count: int
    near: tuple[str, ...] = ()


def listed_tags(entries: Iterable[Entry]) -> tuple[ListedTag, ...]:
    """All tags of posts, the most frequent first."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for key, name in {fold(name): name.strip() for name in entry.front.tags}.items():
            spellings[key][name] += 1
    counts = {min(found, key=lambda name: (-found[name], name)): found.total() for found in spellings.values()}
    near = near_tags(counts)
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return tuple(ListedTag(name, count, near.get(name, ())) for name, count in ordered)


def near_tags(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Pairs of names that are spelled almost alike; names whose digits differ (F-15, F-16) are not."""
    groups: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(names):
        letters = re.sub(r"[\W_]", "", fold(name)) or name
        latin = slugify(name).replace("-", "") or letters
        groups[latin[:2], re.sub(r"\D", "", letters)].append((name, latin))
    found: dict[str, list[str]] = defaultdict(list)
    for group in groups.values():
        for at, (name, letters) in enumerate(group):
            for other, others in group[at + 1 :]:
                if _are_near(letters, others):
                    found[name].append(other)
                    found[other].append(name)
    return {name: tuple(others) for name, others in found.items()}


def _are_near(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 2:
        return False
    import difflib  # only needed here

    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _LIKELY and matcher.ratio() >= _LIKELY
