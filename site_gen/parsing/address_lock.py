"""addresses.lock: one line an address, sorted, its fields between tabs, so that the changes of two editors merge."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote, unquote

from site_gen.model.problem import Problem, Result
from site_gen.model.published import PublishedAddress
from site_gen.parsing.conflicts import CONFLICT
from site_gen.parsing.front_matter import decode

ADDRESSES = "addresses.lock"
_HEAD = "# Every address that was ever published. Written by site-gen; commit it: docs/addresses.md\n"
_EMPTY = "-"
_RESTORE = "Restore the line from your last commit, or remove it if its address may lead nowhere."
_KEEP = "Keep the lines of both sides, and remove the lines <<<<<<<, ======= and >>>>>>>."


def read_addresses(data: bytes) -> Result[tuple[PublishedAddress, ...]]:
    """The addresses in the file's bytes, in order. An address that two branches added keeps its earlier day."""
    text = decode(ADDRESSES, data)
    if text.value is None:
        conflicts = [
            Problem(one.path, one.line, one.column, one.what, _KEEP if one.what == CONFLICT[0] else one.hint)
            for one in text.problems
        ]
        return Result(None, tuple(conflicts))
    found: dict[str, PublishedAddress] = {}
    problems = []
    for number, line in enumerate(text.value.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        one = _parsed(line)
        if isinstance(one, str):
            problems.append(Problem(ADDRESSES, number, 1, one, _RESTORE, line[:200]))
        else:
            other = found.get(one.address)
            found[one.address] = one if other is None or one.day < other.day else other
    return Result(None if problems else tuple(sorted(found.values())), tuple(problems))


def address_lines(addresses: Iterable[PublishedAddress]) -> bytes:
    """The bytes of the file."""
    return (_HEAD + "".join(sorted(map(_line, addresses)))).encode()


def joined(recorded: Iterable[PublishedAddress], published: Iterable[PublishedAddress]) -> tuple[PublishedAddress, ...]:
    """What was recorded, and what is published now: each address with what it is of now, and its first day."""
    found = {one.address: one for one in recorded}
    for one in published:
        first = found.get(one.address)
        day = min(first.day, one.day) if first else one.day
        found[one.address] = PublishedAddress(one.address, one.kind, one.of, day, one.seed)
    return tuple(sorted(found.values()))


def lines_of(data: bytes) -> dict[str, tuple[int, str]]:
    """The number and text of each address's line."""
    lines = enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1)
    return {unquote(line.partition("\t")[0]): (number, line) for number, line in lines}


def _line(one: PublishedAddress) -> str:
    fields = [one.address, one.kind, one.of, one.day, *([one.seed] if one.seed else [])]
    return "\t".join(map(_field, fields)) + "\n"


def _field(text: str) -> str:
    """A field without tabs and line ends; `%` is escaped, so that every text is read as it was."""
    if text == "":
        return _EMPTY
    if text == _EMPTY:
        return "%2D"
    plain = text.replace("%", "%25")
    if plain.isprintable():
        return plain
    return "".join(one if one.isprintable() else quote(one, safe="") for one in plain)


def _parsed(line: str) -> PublishedAddress | str:
    """The address of a line, or what is wrong with it."""
    fields = ["" if field == _EMPTY else unquote(field) for field in line.rstrip("\r").split("\t")]
    if len(fields) not in (4, 5):
        return f"This line has {len(fields)} fields, not four: address, kind, what it is of, day, between tabs."
    if not fields[0].startswith("/") or fields[0].startswith("//"):
        return f"'{fields[0]}' is not an address on this site."
    try:
        date.fromisoformat(fields[3])
    except ValueError:
        return f"'{fields[3]}' is not a day: write it like 2026-11-29."
    return PublishedAddress(*fields)
