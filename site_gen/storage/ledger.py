"""The ledger and the up-to-date record on disk: authenticated, written atomically, and disposable.

The facts of a million files are written and read in parts of a few hundred: they are in memory once, and a build that
needs few of them reads and decodes few parts.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.ledger import Ledger, PageFact, SourceFact, UpToDateRecord
from site_gen.model.site import NOTHING_RELATED, RelatedIndex
from site_gen.storage.sharing import Sharing
from site_gen.storage.state_file import (
    Damaged,
    Section,
    Sections,
    last_tag,
    open_sections,
    read_state,
    write_sections,
    write_state,
)

_VERSION = 6  # of the format; files of another version are not used
_A_PART = 512  # facts
_FIRST = 2  # the number of the first section with facts
_encode = msgspec.msgpack.Encoder().encode
_sources = msgspec.msgpack.Decoder(dict[str, SourceFact]).decode
_pages = msgspec.msgpack.Decoder(dict[str, PageFact]).decode
Fact = TypeVar("Fact", SourceFact, PageFact)
_UNUSABLE = (Damaged, msgspec.MsgspecError, ValueError, RecursionError)  # or of another version in the same format


class _Head(Struct, array_like=True):
    """The first section: a ledger without facts and related posts, and how many sections of sources follow."""

    ledger: Ledger
    sources: int


class StoredLedger:
    """A ledger on disk, of which only what is asked for is read; each method may raise one of `_UNUSABLE`.

    Facts have numbers: those of sources by the order of their paths, those of pages by that of the ledger.
    """

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        head = msgspec.msgpack.decode(sections[0], type=_Head)
        self.head, self._first_of_pages = head.ledger, _FIRST + head.sources
        self.tag = sections.tag

    def whole(self, with_pages: bool) -> Ledger:
        """All of it."""
        beside = msgspec.msgpack.decode(self._sections[1], type=RelatedIndex)
        share = Sharing()
        sources: dict[str, SourceFact] = {}
        pages: dict[str, PageFact] = {}
        for number in range(_FIRST, self._first_of_pages):
            part = _sources(self._sections[number])
            for name, fact in part.items():
                share(name, fact)
            sources |= part
        for number in range(self._first_of_pages, len(self._sections) if with_pages else 0):
            pages |= _pages(self._sections[number])
        return replace(self.head, sources=sources, pages=pages, beside=beside)

    def sources(self, numbers: Iterable[int]) -> dict[str, SourceFact]:
        """The facts of the sources with these numbers."""
        return _picked(numbers, lambda part: _sources(self._sections[_FIRST + part]))

    def pages(self, numbers: Iterable[int]) -> dict[str, PageFact]:
        """The facts of the pages with these numbers."""
        return _picked(numbers, lambda part: _pages(self._sections[self._first_of_pages + part]))

    def with_facts(
        self, head: Ledger, sources: Mapping[int, SourceFact], pages: Mapping[int, PageFact]
    ) -> Iterator[bytes | Section]:
        """The sections of this ledger with some facts replaced, by their numbers; other sections are copied."""
        yield _encode(_Head(head, self._first_of_pages - _FIRST))
        yield self._sections.raw(1)
        changed = dict(_replaced(sources, _FIRST, lambda number: _sources(self._sections[number])))
        changed |= _replaced(pages, self._first_of_pages, lambda number: _pages(self._sections[number]))
        for number in range(_FIRST, len(self._sections)):
            yield changed[number] if number in changed else self._sections.raw(number)
        self._sections.close()  # before the file is replaced


def _picked(numbers: Iterable[int], part_of: Any) -> dict[str, Any]:
    parts: dict[int, list[tuple[str, Any]]] = {}
    picked = {}
    for number in numbers:
        part, at = divmod(number, _A_PART)
        if part not in parts:
            parts[part] = list(part_of(part).items())
        name, fact = parts[part][at]
        picked[name] = fact
    return picked


def _replaced(facts: Mapping[int, Any], first: int, part_of: Any) -> Iterator[tuple[int, bytes]]:
    for part in {number // _A_PART for number in facts}:
        names_and_facts = list(part_of(first + part).items())
        for number, fact in facts.items():
            if number // _A_PART == part:
                names_and_facts[number % _A_PART] = (names_and_facts[number % _A_PART][0], fact)
        yield first + part, _encode(dict(names_and_facts))


def open_ledger(path: Path) -> StoredLedger | None:
    """The last build's ledger; None where there is none that can be used, which is never an error."""
    try:
        sections = open_sections(path, _purpose(path, Ledger))
        return StoredLedger(sections) if sections is not None else None
    except (*_UNUSABLE, IndexError):
        return None


def load(path: Path, with_pages: bool = True) -> Ledger:
    """The last build's ledger; an empty one where there is none that can be used.

    Where only sources are of interest, it is read `with_pages` False.
    """
    stored = open_ledger(path)
    if stored is None:
        return Ledger()
    try:
        return stored.whole(with_pages)
    except _UNUSABLE:
        return Ledger()


def save(path: Path, ledger: Ledger) -> bytes:
    """Save a ledger for the next build, its sources in the order of their paths; gives its tag."""
    return write_sections(path, _purpose(path, Ledger), _sections_of(ledger))


def save_patched(path: Path, sections: Iterator[bytes | Section]) -> bytes:
    """Save what `StoredLedger.with_facts` gives; gives its tag."""
    return write_sections(path, _purpose(path, Ledger), sections)


def seal_of(path: Path) -> bytes:
    """What tells a ledger from every other one: the tag of its end, which covers all of it; "" where there is none."""
    return last_tag(path)


def _sections_of(ledger: Ledger) -> Iterator[bytes]:
    parts = -(-len(ledger.sources) // _A_PART)
    yield _encode(_Head(replace(ledger, sources={}, pages={}, beside=NOTHING_RELATED), parts))
    yield _encode(ledger.beside)
    for sources in _parts(sorted(ledger.sources.items())):
        yield _encode(sources)
    for pages in _parts(ledger.pages.items()):
        yield _encode(pages)


def _parts(facts: Iterable[tuple[str, Fact]]) -> Iterator[dict[str, Fact]]:
    items = iter(facts)
    while part := dict(islice(items, _A_PART)):
        yield part


def load_record(path: Path) -> UpToDateRecord | None:
    """The last build's up-to-date record, if there is one that can be read."""
    data = read_state(path, _purpose(path, UpToDateRecord))
    if data is None:
        return None
    try:
        return msgspec.msgpack.decode(data, type=UpToDateRecord)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def save_record(path: Path, record: UpToDateRecord) -> None:
    """Save an up-to-date record for the next build."""
    write_state(path, _purpose(path, UpToDateRecord), msgspec.msgpack.encode(record))


def _purpose(path: Path, kind: type[Struct]) -> str:
    return f"{kind.__name__} {_VERSION} {path.name}"
