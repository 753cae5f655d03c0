"""Step 1 of `tools/train-parser`: trees by the teacher (spaCy's small English model) for sentences of plain texts.

Reads JSONL files whose rows have `text` (and `id`); writes one JSON row a sentence: words, blanks, tags, heads, labels.
The teacher is given our own words, so that its trees fit our tokenizer.
"""

import json
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from site_gen.extract.syntax.words import tokens
from site_gen.text.sentences import sentences

SHORTEST, LONGEST = 3, 80  # words of a sentence that is learned from
NEWS = ("leads", "reuters_defence", "dvids", "re3d")  # development sets: half of their rows are held out
ONE_IN = 40  # texts of other sources is held out, too
MOST_TESTED = 1_000  # sentences a source


def held_out(source: str, name: str) -> bool:
    """Is this text kept for testing?"""
    if source == "re3d":
        return False
    if source in NEWS:
        return sum(map(ord, name)) % 2 == 1
    return zlib.crc32(name.encode()) % ONE_IN == 0


def teacher(folder: Path) -> Language:
    """The model in a folder, loaded as data."""
    return spacy.load(folder, exclude=["ner", "senter", "lemmatizer", "attribute_ruler"])


def texts(file: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each row of a JSONL file."""
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            yield str(row.get("id", f"{file.stem}-{number}")), row["text"]


def _sentences(text: str, leads: bool) -> Iterator[str]:
    found = (one for line in text.split("\n") for one in sentences(" ".join(line.split())))
    for number, sentence in enumerate(found):
        if leads and number == 2:
            return
        yield sentence


def write_trees(model: Language, file: Path, into: Path, seen: set[str], most: int) -> dict[str, int]:
    """Trees of a file's sentences into NAME.train.jsonl (at most so many) and NAME.test.jsonl (of news the first two
    of a text only); the number in each. `seen` holds the sentences that were there before.
    """
    counts = {"train": 0, "test": 0}
    news = file.stem in NEWS
    for part in ("test", "train"):
        wanted = (
            sentence
            for name, text in texts(file)
            if held_out(file.stem, name) == (part == "test")
            for sentence in _sentences(text, news and part == "test")
        )
        with (into / f"{file.stem}.{part}.jsonl").open("w", encoding="utf-8") as out:
            for row in islice(_parsed(model, wanted, seen), most if part == "train" else MOST_TESTED):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                counts[part] += 1
    return counts


def _parsed(model: Language, wanted: Iterator[str], seen: set[str]) -> Iterator[list[object]]:
    docs = (doc for sentence in wanted if (doc := _doc(model, sentence, seen)) is not None)
    for doc in model.pipe(docs, batch_size=256):
        heads = [-1 if word.head.i == word.i else word.head.i for word in doc]
        if heads.count(-1) == 1:
            blanks = [int(bool(word.whitespace_)) for word in doc]
            yield [[w.text for w in doc], blanks, [w.tag_ for w in doc], heads, [w.dep_ for w in doc]]


def _doc(model: Language, sentence: str, seen: set[str]) -> Doc | None:
    """Our words of a sentence as the teacher wants them; None for what is no sentence or was there before."""
    if sentence in seen:
        return None
    seen.add(sentence)
    words = tokens(sentence)
    if not SHORTEST <= len(words) <= LONGEST or sum(w.text[0].isalpha() for w in words) * 2 < len(words):
        return None
    starts = [True] + [False] * (len(words) - 1)
    return Doc(model.vocab, words=[w.text for w in words], spaces=[w.blank for w in words], sent_starts=starts)


def sentences_in(folder: Path) -> set[str]:
    """Sentences that have trees in a folder already."""
    found = set()
    for file in folder.glob("*.jsonl"):
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                words, blanks, *_ = json.loads(line)
                found.add("".join(word + " " * blank for word, blank in zip(words, blanks, strict=True)))
    return found
