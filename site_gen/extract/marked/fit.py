"""Fits the marks of a line to what is left of its words."""

from collections.abc import Iterator

from site_gen.extract.text import Run


def words_of(runs: tuple[Run, ...]) -> str:
    """The words of marked text."""
    return "".join(run.text for run in runs)


def fitted(runs: tuple[Run, ...], text: str) -> tuple[Run, ...] | None:
    """The runs of these words, which are all of the text that was marked, a part of it, or it in other case.

    None where the words are others.
    """
    words = words_of(runs)
    if words == text:
        return runs
    at = words.find(text) if text else -1
    if at >= 0:
        return tuple(_part(runs, at, at + len(text)))
    if len(words) == len(text) and words.casefold() == text.casefold():
        return tuple(_lettered(runs, text))
    return None


def _part(runs: tuple[Run, ...], first: int, end: int) -> Iterator[Run]:
    """The runs from one place to another; a mark without words is kept where it is within or at the end."""
    at = 0
    for run in runs:
        after = at + len(run.text)
        if run.text and at < end and after > first:
            yield Run(run.text[max(first - at, 0) : end - at], run.marks)
        elif not run.text and first < at <= end:
            yield run
        at = after


def _lettered(runs: tuple[Run, ...], text: str) -> Iterator[Run]:
    at = 0
    for run in runs:
        yield Run(text[at : at + len(run.text)], run.marks)
        at += len(run.text)
