"""Splits long paragraphs of rendered HTML between sentences."""

import re

from site_gen.text.sentences import sentences

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.S)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_VOID = frozenset(("br", "img", "input", "wbr"))


def shorter_paragraphs(html: str, most: int) -> str:
    """The same HTML with paragraphs of more than `most` words in parts of about equal length.

    They are split between sentences only, and never within an emphasis, a link or a quotation.
    """
    return _PARAGRAPH.sub(lambda match: _split(match[1], match[0], most), html)


def _split(inner: str, whole: str, most: int) -> str:
    if len(inner) <= 2 * most:  # a word has at least a letter and a space
        return whole
    text, places = _text_of(inner)
    count = len(text.split())
    if count <= most:
        return whole
    wanted = count / -(-count // most)
    cuts = [0]
    words = 0
    for start, length in _pieces(text, places):
        if words and words + length / 2 > wanted:
            cuts.append(places[start - 1])
            words = 0
        words += length
    parts = [inner[begin:end].strip() for begin, end in zip(cuts, [*cuts[1:], len(inner)], strict=True)]
    return "\n".join(f"<p>{part}</p>" for part in parts)


def _pieces(text: str, places: list[int]) -> list[tuple[int, int]]:
    """The places where the text may be split, with the number of words from each to the next."""
    starts: list[int] = []
    at = 0
    for sentence in sentences(text):
        start = text.index(sentence, at)
        if not start or places[start - 1] >= 0:
            starts.append(start)
        at = start + len(sentence)
    return [(start, len(text[start:end].split())) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _text_of(inner: str) -> tuple[str, list[int]]:
    """The text without its tags, and the place of each character in the HTML; -1 for those within an element."""
    text: list[str] = []
    places: list[int] = []
    depth = end = 0
    for tag in _TAG.finditer(inner):
        text.append(inner[end : tag.start()])
        places += [-1] * (tag.start() - end) if depth else range(end, tag.start())
        if tag[2].lower() not in _VOID:
            depth = max(0, depth + (-1 if tag[1] else 1))
        end = tag.end()
    text.append(inner[end:])
    places += [-1] * (len(inner) - end) if depth else range(end, len(inner))
    return "".join(text), places
