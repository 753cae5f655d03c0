"""Classes of words that are used alike, from the training sentences: neighbours counted, reduced, and grouped."""

from collections import Counter
from typing import Any

import numpy as np

from site_gen.extract.syntax.features import NONE, plain

Array = np.ndarray[Any, Any]
CLUSTERS = 250
CONTEXTS = 800  # commonest words that count as neighbours
DIMENSIONS = 48
ROUNDS = 15


def clusters(sentences: list[list[str]], least: int, seed: int = 14) -> dict[str, int]:
    """A number from NONE + 1 for each word (without case and digits) that occurs at least so often."""
    memory: dict[str, str] = {}
    folded = [[memory.setdefault(word, plain(word)) for word in sentence] for sentence in sentences]
    counts = Counter(word for sentence in folded for word in sentence)
    words = sorted((word for word, count in counts.items() if count >= least), key=lambda word: (-counts[word], word))
    place = {word: number for number, word in enumerate(words)}
    vectors = _reduced(_neighbours(folded, place), seed)
    groups = _grouped(vectors, np.array([counts[word] for word in words]), seed)
    return {word: int(group) + NONE + 1 for word, group in zip(words, groups, strict=True)}


def _neighbours(sentences: list[list[str]], place: dict[str, int]) -> Array:
    """For each word how often each common word stands before and behind it, as roots of shares."""
    size, edge = len(place), CONTEXTS
    width = CONTEXTS + 1
    flat = np.array([number for one in sentences for number in (-1, *(place.get(word, size) for word in one))] + [-1])
    common = np.where((flat >= 0) & (flat < CONTEXTS), flat, edge)
    table = np.zeros((size, 2 * width), np.float32)
    for behind in (0, 1):
        word, neighbour = (flat[:-1], common[1:]) if behind else (flat[1:], common[:-1])
        used = (word >= 0) & (word < size)
        cells = word[used] * width + neighbour[used]
        table[:, behind * width : (behind + 1) * width] = np.bincount(cells, minlength=size * width).reshape(
            size, width
        )
    return np.sqrt(table / np.maximum(table.sum(axis=1, keepdims=True), 1))


def _reduced(table: Array, seed: int) -> Array:
    """The principal dimensions (randomised), each word at distance one."""
    random = np.random.default_rng(seed)
    table = table - table.mean(axis=0)
    basis = table @ random.standard_normal((table.shape[1], DIMENSIONS + 10)).astype(np.float32)
    for _ in range(2):
        basis = table @ (table.T @ np.linalg.qr(basis)[0])
    basis = np.linalg.qr(basis)[0]
    found = table @ np.linalg.svd(basis.T @ table, full_matrices=False)[2][:DIMENSIONS].T
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)


def _grouped(vectors: Array, counts: Array, seed: int) -> Array:
    """The group of each word (k-means; a word weighs as the root of its count)."""
    random = np.random.default_rng(seed)
    weight = np.sqrt(counts).astype(np.float32)
    centres = vectors[random.choice(len(vectors), CLUSTERS, replace=False, p=weight / weight.sum())]
    for _ in range(ROUNDS):
        groups = (vectors @ centres.T).argmax(axis=1)
        centres = np.zeros_like(centres)
        np.add.at(centres, groups, vectors * weight[:, None])
        centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-6)
    return groups
