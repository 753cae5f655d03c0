"""Step 2 of `tools/train-parser`: averaged perceptrons from silver trees. The loops are in perceptron.c."""

import ctypes
import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from site_gen.extract.syntax import features as f
from tools.parsing import export
from tools.parsing.clusters import clusters
from tools.parsing.silver import NEWS

SOURCE = Path(__file__).with_name("perceptron.c")
TAG_OF = {tag: number for number, tag in enumerate(f.TAGS)}
LABEL_OF = {label: number for number, label in enumerate(f.LABELS)}
Row = tuple[list[str], list[int], list[str], list[int], list[str]]
Array = np.ndarray[Any, Any]


def read(file: Path) -> list[Row]:
    """Silver trees."""
    return [json.loads(line) for line in file.open(encoding="utf-8")]


def library() -> ctypes.CDLL:
    """The C half, compiled for this machine (results do not depend on it: sums of whole numbers)."""
    made = Path(tempfile.mkdtemp()) / "perceptron.so"
    subprocess.run(["cc", "-O3", "-march=native", "-shared", "-fPIC", "-o", str(made), str(SOURCE)], check=True)
    lib = ctypes.CDLL(str(made))
    lib.model_new.restype = ctypes.c_void_p
    lib.model_weights.restype = ctypes.POINTER(ctypes.c_float)
    lib.tag_sentences.restype = lib.parse_sentences.restype = ctypes.c_long
    return lib


def vocabulary(rows: Iterable[Row], least: int, clusters: Mapping[str, int]) -> dict[int, int]:
    """Codes of words (without case and digits) that occur at least so often, with their clusters (NONE without)."""
    counts = Counter(f.plain(word) for row in rows for word in row[0])
    return {f.code(word): clusters.get(word, f.NONE) for word, count in counts.items() if count >= least}


class Corpus:
    """All tokens of some trees as columns."""

    def __init__(self, rows: list[Row], known: dict[int, int]) -> None:
        memory: dict[str, tuple[int, ...]] = {}

        def columns(word: str) -> tuple[int, ...]:
            found = memory.get(word)
            if found is None:
                found = memory[word] = f.columns(word, known)
            return found

        lengths = [len(row[0]) for row in rows]
        self.begin = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        self.count = len(rows)
        table = np.array([columns(word) for row in rows for word in row[0]], dtype=np.int32)
        self.columns = [np.ascontiguousarray(table[:, k]) for k in range(table.shape[1])]
        self.gold = np.array([TAG_OF.get(tag, TAG_OF["XX"]) for row in rows for tag in row[2]], dtype=np.int32)
        self.tag = self.gold + 2
        self.head = np.array([head for row in rows for head in row[3]], dtype=np.int32)
        self.label = np.array(
            [LABEL_OF.get(label, LABEL_OF["dep"]) for row in rows for label in row[4]], dtype=np.int32
        )
        self.punct = np.array([not any(map(str.isalnum, word)) for row in rows for word in row[0]])

    def struct(self) -> Any:
        arrays = [self.begin, *self.columns, self.tag, self.gold, self.head, self.label]
        return (ctypes.c_void_p * len(arrays))(*(array.ctypes.data for array in arrays))


class Model:
    """One table of weights."""

    def __init__(self, lib: ctypes.CDLL, slots: int, lanes: int, table: str, names: tuple[str, ...]) -> None:
        found = f.templates(table, names)
        self.lib, self.slots, self.lanes = lib, slots, lanes
        self.table = np.array([(*one, -1, -1, -1, -1, -1)[:5] for one in found], dtype=np.int8)
        self.multipliers = np.array(f.multipliers(names), dtype=np.uint64)
        self.handle = ctypes.c_void_p(
            lib.model_new(
                ctypes.c_uint64(slots),
                lanes,
                len(found),
                len(names),
                self.table.ctypes.data_as(ctypes.c_void_p),
                self.multipliers.ctypes.data_as(ctypes.c_void_p),
            )
        )

    def average(self) -> None:
        self.lib.model_average(self.handle)

    def prune(self, most: int) -> None:
        """Leaves the largest rows only; what is learned from now on goes into these."""
        weights = self.weights()
        weights -= weights[:, :1] if self.lanes == 3 else 0  # of moves only differences count
        size = np.abs(weights).max(axis=1)
        self.kept = np.ascontiguousarray(size >= max(np.partition(size, -most)[-most], 1e-9), dtype=np.uint8)
        self.lib.model_prune(self.handle, self.kept.ctypes.data_as(ctypes.c_void_p))

    def weights(self) -> Array:
        """The table itself, a row a slot: writing into it changes the model."""
        pointer = self.lib.model_weights(self.handle)
        return np.ctypeslib.as_array(pointer, shape=(self.slots, self.lanes))

    def free(self) -> None:
        self.lib.model_free(self.handle)


def _order(numbers: list[int] | Array) -> Array:
    return np.array(numbers, dtype=np.int32)


def tag(lib: ctypes.CDLL, model: Model, corpus: Corpus, order: Array, train: bool, margin: float = 0.0) -> float:
    """Tags the sentences named (learning from each); the share that is right."""
    right = lib.tag_sentences(
        model.handle,
        corpus.struct(),
        order.ctypes.data_as(ctypes.c_void_p),
        len(order),
        int(train),
        ctypes.c_float(margin),
    )
    lengths = corpus.begin[order + 1] - corpus.begin[order]
    return float(right / max(1, lengths.sum()))


def parse(
    lib: ctypes.CDLL,
    moves: Model,
    labels: Model,
    corpus: Corpus,
    order: Array,
    train: bool,
    margin: float = 0.0,
    explore: float = 0.0,
) -> tuple[Array, Array]:
    """Heads and labels of all tokens of the sentences named."""
    heads, found = np.full(len(corpus.head), -2, np.int32), np.full(len(corpus.head), -2, np.int32)
    lib.parse_sentences(
        moves.handle,
        labels.handle,
        corpus.struct(),
        order.ctypes.data_as(ctypes.c_void_p),
        len(order),
        int(train),
        ctypes.c_float(margin),
        ctypes.c_double(explore),
        LABEL_OF["ROOT"] | f.ROOT_TAG << 8,
        heads.ctypes.data_as(ctypes.c_void_p),
        found.ctypes.data_as(ctypes.c_void_p),
    )
    return heads, found


def agreement(corpus: Corpus, heads: Array, labels: Array) -> tuple[float, float]:
    """Share of words (punctuation not counted) with the teacher's head, and with its head and label."""
    counted = ~corpus.punct & (heads > -2)
    same = (heads == corpus.head) & counted
    return float(same.sum() / counted.sum()), float((same & (labels == corpus.label)).sum() / counted.sum())


class Plan(Struct, frozen=True):
    """How to train. Only the margin of moves was tried (0, 3, 10, 30), by the figures of the held-out sets."""

    tag_epochs: int
    epochs: int
    repeat_news: int
    least: int = 6  # occurrences of a known word
    tag_margin: float = 2.0
    margin: float = 10.0
    explore: float = 0.9  # how often a wrong move is followed, to learn what to do after it (from the second epoch on)
    tag_slots: int = 1_048_573
    move_slots: int = 4_194_301
    label_slots: int = 1_048_573
    tag_rows: int = 40_000
    move_rows: int = 900_000
    label_rows: int = 40_000
    pruned_epochs: int = 2  # after pruning, so that the rows that are left make up for the others


def trained(silver: Path, sources: list[str], plan: Plan) -> bytes:
    """The file of weights, from the trees of these sources."""
    rows: list[Row] = []
    for source in sources:
        rows += read(silver / f"{source}.train.jsonl") * (plan.repeat_news if source in NEWS else 1)
    known = vocabulary(rows, plan.least, clusters([row[0] for row in rows], plan.least))
    corpus = Corpus(rows, known)
    print(f"{corpus.count} sentences, {len(corpus.head)} words, {len(known)} known words", flush=True)
    lib, random = library(), np.random.default_rng(14)
    tagger = tagged(lib, random, corpus, plan)
    moves = Model(lib, plan.move_slots, 3, f.PARSER, f.PARSER_SLOTS)
    labels = Model(lib, plan.label_slots, len(f.LABELS), f.LABELLER, f.LABEL_SLOTS)
    learn_trees(lib, random, corpus, plan, moves, labels, plan.epochs)
    return export.packed(known, tagger, *pruned(lib, random, corpus, plan, moves, labels))


def tagged(lib: ctypes.CDLL, random: np.random.Generator, corpus: Corpus, plan: Plan) -> Array:
    """The tagger's rows. Afterwards the corpus has tags, each half by a tagger of the other: wrong as on new texts."""

    def tagger(order: Array, epochs: int, most: int) -> Model:
        model, order = Model(lib, plan.tag_slots, len(f.TAGS), f.TAGGER, f.TAGGER_SLOTS), order.copy()
        for again in (False, True) if most else (False,):
            if again:
                model.prune(most)
            for _ in range(plan.pruned_epochs if again else epochs):
                random.shuffle(order)
                tag(lib, model, corpus, order, True, plan.tag_margin)
            model.average()
        return model

    every = np.arange(corpus.count, dtype=np.int32)
    whole = tagger(every, plan.tag_epochs, plan.tag_rows)
    rows = export.quantised(whole.weights(), plan.tag_rows)
    whole.free()
    print("tagger trained", flush=True)
    halves = np.array_split(random.permutation(every), 2)
    for learned, other in (halves, halves[::-1]):
        half = tagger(learned, (plan.tag_epochs + 1) // 2, 0)
        print(f"tags of the other half: {tag(lib, half, corpus, other, False):.2%}", flush=True)
        half.free()
    return rows


def learn_trees(
    lib: ctypes.CDLL, random: np.random.Generator, corpus: Corpus, plan: Plan, moves: Model, labels: Model, epochs: int
) -> None:
    """Moves and labels, averaged. A model that has learned before follows its own wrong moves from the beginning."""
    order = np.arange(corpus.count, dtype=np.int32)
    fresh = not moves.weights().any()
    for epoch in range(epochs):
        random.shuffle(order)
        parse(lib, moves, labels, corpus, order, True, plan.margin, 0.0 if fresh and epoch == 0 else plan.explore)
        print(f"epoch {epoch + 1} of {epochs}", flush=True)
    moves.average()
    labels.average()


def pruned(
    lib: ctypes.CDLL, random: np.random.Generator, corpus: Corpus, plan: Plan, moves: Model, labels: Model
) -> tuple[Array, Array]:
    """The rows of moves and labels that the file has room for, trained on without the others."""
    moves.prune(plan.move_rows)
    labels.prune(plan.label_rows)
    learn_trees(lib, random, corpus, plan, moves, labels, plan.pruned_epochs)
    return (
        export.quantised(export.moves(moves.weights()), plan.move_rows),
        export.quantised(labels.weights(), plan.label_rows),
    )
