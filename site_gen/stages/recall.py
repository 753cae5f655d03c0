"""Whether anything can have changed since the last build, told by stamps alone.

The index, the plan and their comparison are values made whole on every build; this is what spares even them when every
file read and written is as it was left, the same is asked, and no post has come due.
"""

from datetime import datetime
from pathlib import Path

import msgspec

from site_gen.disk.files import stamp_of
from site_gen.disk.output import Output
from site_gen.disk.program import program_digest
from site_gen.disk.sources import scan, static_stamps
from site_gen.model.ledger import NO_STAMP, PageFact, Receipt, SourceFact, Stamp
from site_gen.model.post import Entry, Held
from site_gen.model.settings import Settings
from site_gen.stages.dress import theme_key
from site_gen.theming.theme import Theme
from site_gen.wording.digest import digest


def asked_key(settings: Settings, theme: Theme, drafts: bool, future: bool) -> str:
    """The digest of what a build is asked for, besides the content and the moment."""
    asked = (program_digest(), settings, theme_key(theme), drafts, future)
    return digest(msgspec.json.encode(asked))


def still_holds(receipt: Receipt | None, asked: str, as_of: datetime, root: Path, output: Output) -> bool:
    """Whether a build would find everything as the receipt says."""
    return (
        receipt is not None
        and receipt.asked == asked
        and receipt.as_of <= as_of
        and (receipt.until is None or as_of < receipt.until)
        and receipt.outputs.keys() == output.owned
        and _source_stamps(root) == receipt.sources
        and all(stamp_of(f"{output.folder}/{path}") == stamp for path, stamp in receipt.outputs.items())
    )


def receipt_for(
    asked: str,
    as_of: datetime,
    entries: tuple[Entry, ...],
    sources: dict[str, SourceFact],
    outputs: dict[str, PageFact],
    pages: int,
    held: tuple[Held, ...],
) -> Receipt | None:
    """The receipt of a build that is done; None where a stamp proves nothing yet."""
    stamps = {path: fact.stamp for path, fact in sources.items()}
    if NO_STAMP in stamps.values():
        return None
    moments = [entry.date for entry in entries] + [entry.front.expires for entry in entries if entry.front.expires]
    until = min((moment for moment in moments if moment > as_of), default=None)
    written = {path: fact.stamp for path, fact in outputs.items()}
    return Receipt(asked, as_of, until, stamps, written, pages, held)


def _source_stamps(root: Path) -> dict[str, Stamp]:
    found = {file.path: file.stamp for room in ("posts", "pages", "tags") for file in scan(root, room)}
    return found | static_stamps(root)
