"""What can have changed since the last build, by stamps alone.

Where every file read and written is unchanged, the request is the same, and no post has come due, a build has nothing
to do. Where only texts were edited, it need not plan the site (`text_edit.py`).
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from site_gen import workers
from site_gen.indexing.published import Include
from site_gen.model.language import Phrases
from site_gen.model.ledger import NO_STAMP, Ledger, ShownTexts, Stamp, UpToDateRecord
from site_gen.model.post import Entry, Withheld
from site_gen.model.published import PublishedAddress
from site_gen.model.settings import Settings
from site_gen.pages.news import WINDOW
from site_gen.parsing.oddities import early_dates
from site_gen.pipeline.addresses import losses_count_from
from site_gen.pipeline.load_theme import theme_key
from site_gen.pipeline.notices import Notices
from site_gen.storage.output import Output
from site_gen.storage.program import program_digest, zone_digest
from site_gen.storage.sources import SourceFile, static_stamps
from site_gen.storage.stamps import look, paths_in, rows_of_sources, table_of_sources, table_of_written
from site_gen.text.dates import in_zone
from site_gen.text.digest import digest
from site_gen.theming.theme import Theme
from site_gen.workers import Jobs

_A_PART = 2048  # files that are looked at in one go
_FEWEST_PARTS = 12  # a process costs about what these take


def asked_key(settings: Settings, redirects: bytes, include: Include, phrases: tuple[Phrases, ...] = ()) -> str:
    """The digest of what is asked of a site, except content and time; its theme has no part in any value."""
    asked = program_digest(), zone_digest(settings.timezone), settings, digest(redirects), include, phrases
    return digest(msgspec.json.encode(asked))


def record_key(asked: str, theme: Theme, addresses: bytes) -> str:
    """Digests of everything that is asked of a build, except content and time; `addresses` are those of
    addresses.lock, which only warnings depend on.
    """
    return f"{digest(f'{asked} {theme_key(theme)}'.encode())} {digest(addresses)}"


def with_addresses(record: UpToDateRecord, addresses: bytes) -> UpToDateRecord:
    """The record of the same build where addresses.lock lists the addresses of the site's own pages, too."""
    return replace(record, asked=f"{record.asked.partition(' ')[0]} {digest(addresses)}")


def edited_sources(
    record: UpToDateRecord, asked: str, as_of: datetime, found: dict[str, tuple[SourceFile, ...]], root: Path
) -> dict[str, int] | None:
    """The source files that are not as the record says, with their numbers there; None where anything else may differ.

    Files that came or went are such a difference. Of written files nothing is said.
    """
    if record.asked != asked or as_of < record.as_of or (record.until is not None and as_of >= record.until):
        return None
    rows = rows_of_sources(table_of_sources(_source_stamps(found, root)), record.sources)
    if not rows:
        return None if rows is None else {}
    paths = paths_in(record.sources)
    return {paths[row]: row for row in rows}


def is_as_written(record: UpToDateRecord, output: Output, jobs: Jobs = None) -> bool:
    """Whether the output folder holds what the record says, and nothing else of ours."""
    written = record.outputs
    paths = paths_in(written)
    if written.count != len(output.owned) or not output.owned.issuperset(paths):
        return False
    return written_stamps(output, paths, jobs) == written.rows


def written_stamps(output: Output, paths: Sequence[str], jobs: Jobs = None) -> bytes:
    """The stamps of files in the output folder as they are now, packed."""
    parts = [paths[start : start + _A_PART] for start in range(0, len(paths), _A_PART)]
    here = jobs if isinstance(jobs, int) else None  # files are nowhere but here
    prepare = partial(_looker, str(output.folder))
    return b"".join(workers.run(prepare, parts, here, lambda part: part[0], bytes, fewest=_FEWEST_PARTS))


def _looker(folder: str) -> Callable[[Sequence[str]], bytes]:
    return partial(look, folder)


def withheld_in(record: UpToDateRecord, settings: Settings) -> tuple[Withheld, ...]:
    """The posts that are held, by the record, with their times in the site's zone, which it does not keep."""
    zone = ZoneInfo(settings.timezone)
    return tuple(replace(one, until=in_zone(one.until, zone)) if one.until else one for one in record.withheld)


def record_for(
    asked: str,
    ledger: Ledger,
    pages: int,
    withheld: tuple[Withheld, ...],
    notices: Notices,
    texts: ShownTexts,
    recorded: tuple[PublishedAddress, ...],
) -> UpToDateRecord | None:
    """The record of a finished build; None where a stamp proves nothing yet, or a warning may go by itself."""
    stamps = {path: fact.stamp for path, fact in ledger.sources.items()}
    if NO_STAMP in stamps.values() or ledger.as_of is None or notices.external:
        return None
    sources = table_of_sources(stamps)
    written = table_of_written({path: fact.stamp for path, fact in ledger.pages.items()})
    turns = (ledger.until, losses_count_from(recorded, ledger.as_of))
    until = min((turn for turn in turns if turn is not None), default=None)
    return UpToDateRecord(asked, ledger.as_of, until, sources, written, pages, withheld, texts, notices.kept)


def next_turn(entries: tuple[Entry, ...], as_of: datetime) -> datetime | None:
    """The next moment at which a post comes due, expires, ceases to be news or is no longer dated too early."""
    edge = as_of - WINDOW
    moments = []
    for entry in entries:
        front, date = entry.front, entry.date
        if date > edge:
            moments.append(date if date > as_of else date + WINDOW)
        if front.expires:
            moments.append(front.expires)
        if front.updated or front.corrections:
            moments += [moment for moment, _ in early_dates(entry, as_of)]
    return min((moment for moment in moments if moment > as_of), default=None)


def _source_stamps(found: dict[str, tuple[SourceFile, ...]], root: Path) -> dict[str, Stamp]:
    stamps = {file.path: file.stamp for files in found.values() for file in files}
    return stamps | static_stamps(root)
