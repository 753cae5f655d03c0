"""Step 3 of `tools/train-parser`: how far our parser agrees with the teacher on sentences that it never saw."""

import time
import zlib
from pathlib import Path
from statistics import median

from site_gen.extract.syntax.features import LABELS, TAGS, columns
from site_gen.extract.syntax.parser import heads
from site_gen.extract.syntax.tagger import tags
from site_gen.extract.syntax.weights import Weights, unpacked
from tools.parsing.silver import NEWS
from tools.parsing.training import Row, read


def write(file: Path, silver: Path, sources: list[str]) -> None:
    """One line a test set: shares of tags, heads, heads with labels; punctuation counts for tags only."""
    packed = file.read_bytes()
    started = time.process_time()
    held = unpacked(zlib.decompress(packed))
    print(f"{len(packed):,} bytes, read in {1000 * (time.process_time() - started):.0f} ms")
    tests = {source: read(silver / f"{source}.test.jsonl") for source in sources}
    news = [row for source in NEWS for row in tests.get(source, [])]
    for name, rows in {"news leads": news, **tests}.items():
        if rows:
            print(f"{name:24} {_figures(rows, held)}", flush=True)


def _figures(rows: list[Row], held: Weights) -> str:
    words = tagged = counted = headed = labelled = 0
    times: list[float] = []
    for texts, _, gold_tags, gold_heads, gold_labels in rows:
        started = time.process_time()
        atoms = [columns(text, held.known) for text in texts]
        numbers = tags(atoms, held, [None] * len(atoms))
        above, labels = heads(atoms, numbers, held)
        times.append(time.process_time() - started)
        words += len(texts)
        tagged += sum(TAGS[number - 2] == gold for number, gold in zip(numbers, gold_tags, strict=True))
        for text, head, label, gold, called in zip(texts, above, labels, gold_heads, gold_labels, strict=True):
            if any(map(str.isalnum, text)):
                counted += 1
                headed += head == gold
                labelled += head == gold and LABELS[label] == called
    return (
        f"{len(rows):5} sentences of {words / len(rows):4.1f} words: "
        f"tags {tagged / words:.2%}, heads {headed / counted:.2%}, "
        f"with labels {labelled / counted:.2%}; {1000 * median(times):.2f} ms (median)"
    )
