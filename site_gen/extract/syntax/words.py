"""Split a sentence into words as treebanks do: clitics, currency symbols and punctuation apart; abbreviations,
numbers and hyphenated words in one piece.
"""

import re
from collections.abc import Iterator

from msgspec import Struct


class Token(Struct, frozen=True):
    """A word of a sentence: `start` is its offset there, `blank` whether white space follows it."""

    text: str
    start: int
    blank: bool


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CHUNK = re.compile(r"\S+")
_CLOSING = frozenset(",;:!?)]}\"”’'»›%‘“`>")
_OPENING = re.compile(r"\.{2,}|--+|(?:US|AU|CA|NZ|HK|C|A)\$(?=\d)|``|[(\[{\"“”‘'’«‹„‚`$€£¥₹#…<*]")
_DASHES = re.compile(r"(--+|[–—―…]|\.{3,})")
_SLASH = re.compile(r"(?<=[A-Za-z]{2})(/)(?=[A-Za-z]{2})")
_APART = re.compile(r"(?<=[a-z\d)”])([;:,!?(\[]+|[)\]”“\"]+)(?=[A-Za-z“(])")  # "said,but", "aid(USA"
_DOTS = re.compile(r"\.{2,}\Z|--+\Z|''\Z")
_NOT = re.compile(r"(?i)(?<=[a-z])n[’'‘]t\Z")
_CLITIC = re.compile(r"(?i)[’'‘](?:s|ll|re|ve|d|m)\Z")
_CLOSED = re.compile(r"(?i)[’'‘](?:s|ll|re|ve|d|m|t)\Z|(?<=s)[’'‘]\Z")
_ELISION = re.compile(r"(?i)['’‘](?:\d\ds?|em|tis|twas|til|n)\b")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+\Z|(?:[A-Za-z]\.)+[A-Za-z]\.?\Z")
_ADDRESS = re.compile(r"(?i)https?://|www\.|[^@\s]+@[^@\s]+\.[a-z]")
_ABBREVIATIONS = _words(
    """
    gen lt col maj capt cmdr cdr adm vadm radm sgt cpl pfc pvt spc brig ensign msgt tsgt ssgt smsgt cmsgt ltjg
    mr mrs ms dr prof rep reps sen sens gov rev hon st mt ft supt det insp amb atty asst messrs
    jan feb mar apr jun jul aug sept sep oct nov dec
    inc corp co ltd plc bros jr sr esq etc dept approx ave blvd vs ph.d e.g i.e cf
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    penn tenn tex va vt wash wis wyo no nos vol art fig maj.gen lt.gen lt.col brig.gen a.m p.m
    """
)


def tokens(sentence: str) -> tuple[Token, ...]:
    """The words of a sentence in order; joined, with a space after those with `blank`, they give the sentence."""
    found: list[Token] = []
    chunks = list(_CHUNK.finditer(sentence))
    for number, chunk in enumerate(chunks):
        start = chunk.start()
        parts = list(_parts(chunk.group(), number == len(chunks) - 1))
        for place, part in enumerate(parts):
            blank = place == len(parts) - 1 and number < len(chunks) - 1
            found.append(Token(part, start, blank))
            start += len(part)
    return tuple(found)


def _parts(chunk: str, last: bool) -> Iterator[str]:
    """The words of a run without white space."""
    begin = 0
    while begin < len(chunk) and not _ELISION.match(chunk, begin):
        opening = _OPENING.match(chunk, begin)
        if opening is None or opening.end() == len(chunk):
            break
        yield opening.group()
        begin = opening.end()
    core, closing = _closed(chunk[begin:], last)
    if core:
        yield from _inside(core)
    yield from closing


def _closed(chunk: str, last: bool) -> tuple[str, list[str]]:
    """A run without its closing marks, and the marks in order."""
    closing: list[str] = []
    while len(chunk) > 1:
        dots = _DOTS.search(chunk) if chunk[-1] in ".-" else None
        if dots is not None and dots.start() > 0:
            mark = dots.group()
        elif chunk[-1] == ".":
            if _abbreviated(chunk, last and not closing):
                break
            mark = "."
        elif chunk[-1] in _CLOSING or chunk[-1] in "–—―…":
            mark = chunk[-1]
        else:
            break
        closing.insert(0, mark)
        chunk = chunk[: -len(mark)]
    return chunk, closing


def _abbreviated(chunk: str, last: bool) -> bool:
    """Whether the full stop at the end belongs to the word."""
    stem = chunk[:-1].rpartition("-")[2]
    if _DOTTED.match(stem + "."):
        return True
    return not last and stem.lower() in _ABBREVIATIONS


def _inside(core: str) -> Iterator[str]:
    """The words between opening and closing marks: dashes, slashes and clitics apart."""
    if _ADDRESS.match(core):
        yield core
        return
    for part in _DASHES.split(core):
        for piece in _SLASH.split(part):
            for bit in _APART.split(piece):
                if bit:
                    yield from _clitics(bit)


def _clitics(word: str) -> Iterator[str]:
    for pattern in (_NOT, _CLITIC, _CLOSED):
        clitic = pattern.search(word)
        if clitic is not None and clitic.start() > 0:
            yield word[: clitic.start()]
            yield clitic.group()
            return
    if word.lower() == "cannot":
        yield word[:3]
        yield word[3:]
        return
    yield word
