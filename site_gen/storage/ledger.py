"""The ledger and the up-to-date record on disk: authenticated, written atomically, and disposable.

The facts of a million files are written and read in parts of a few thousand, so that they are in memory once.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.ledger import Ledger, PageFact, SourceFact, UpToDateRecord
from site_gen.storage.sharing import Sharing
from site_gen.storage.state_file import Damaged, last_tag, read_sections, read_state, write_sections, write_state

_VERSION = 5  # of the format; files of another version are not used
_A_PART = 4096  # facts
Fact = TypeVar("Fact")


class _Part(Struct, array_like=True):
    """Some of the facts of a ledger."""

    sources: dict[str, SourceFact] = {}
    pages: dict[str, PageFact] = {}


def load(path: Path, with_pages: bool = True) -> Ledger:
    """The last build's ledger; an empty one where there is none that can be read, which is never an error.

    Where only sources are of interest, it is read `with_pages` False.
    """
    try:
        return _joined(read_sections(path, _purpose(path, Ledger)), with_pages) or Ledger()
    except (Damaged, msgspec.MsgspecError, ValueError, RecursionError):
        return Ledger()  # in the latter cases another version of the program wrote it in the same format


def _joined(sections: Iterator[bytes], with_pages: bool) -> Ledger | None:
    head = next(sections, None)
    if head is None:
        return None
    ledger = msgspec.msgpack.decode(head, type=Ledger)
    decode, share = msgspec.msgpack.Decoder(_Part).decode, Sharing()
    sources: dict[str, SourceFact] = {}
    pages: dict[str, PageFact] = {}
    for section in sections:
        if section[1:2] == _NO_SOURCES and not with_pages:
            continue
        part = decode(section)
        for name, fact in part.sources.items():
            share(name, fact)
        sources |= part.sources
        pages |= part.pages
    return replace(ledger, sources=sources, pages=pages)


_NO_SOURCES = msgspec.msgpack.encode({})


def seal_of(path: Path) -> bytes:
    """What tells a ledger from every other one: the tag of its end, which covers all of it; "" where there is none."""
    return last_tag(path)


def save(path: Path, ledger: Ledger) -> None:
    """Save a ledger for the next build."""
    write_sections(path, _purpose(path, Ledger), _sections(ledger))


def _sections(ledger: Ledger) -> Iterator[bytes]:
    encode = msgspec.msgpack.Encoder().encode
    yield encode(replace(ledger, sources={}, pages={}))
    for sources in _parts(ledger.sources):
        yield encode(_Part(sources=sources))
    for pages in _parts(ledger.pages):
        yield encode(_Part(pages=pages))


def _parts(facts: Mapping[str, Fact]) -> Iterator[dict[str, Fact]]:
    items = iter(facts.items())
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
