"""What is known of the last build, and what of it holds for the next."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.disk import ledger as ledgers
from site_gen.disk.files import stamp_of
from site_gen.disk.output import Output
from site_gen.indexing.index import Indexed
from site_gen.model.ledger import NO_STAMP, Ledger, Stamp
from site_gen.model.post import Said, TagEntry
from site_gen.pages.plan import Plan
from site_gen.stages.read import Scanned, Sources


class Past(Struct, frozen=True):
    """The last build, by its ledger; in the process that made it also by its values, and the ledger's stamp on disk."""

    ledger: Ledger
    scanned: Scanned | None = None
    indexed: Indexed | None = None
    plan: Plan = Plan()
    stamp: Stamp = NO_STAMP


def past_at(path: Path, known: Past | None, clean: bool) -> Past:
    """The last build as this process knows it, unless another one has built since; else as its ledger tells."""
    if clean:
        return Past(Ledger())
    if known is not None and known.stamp != NO_STAMP and known.stamp == stamp_of(path):
        return known
    return Past(ledgers.load(path))


def altered_files(past: Past, output: Output) -> frozenset[str]:
    """Files of the site that are not as the last build left them; a process trusts what it wrote itself."""
    if past.indexed is not None:
        return frozenset()
    facts = past.ledger.pages.items()
    return frozenset(path for path, fact in facts if stamp_of(f"{output.folder}/{path}") != fact.stamp)


def edited_texts(past: Ledger, sources: Sources, asked: str, as_of: datetime) -> Mapping[str, Said] | None:
    """What sources say now whose text changed, by path; None where anything else may differ from the last build.

    With the same question asked, the same front matter everywhere and no post come due, the index is the same but for
    these texts, and so is every page that shows none of them.
    """
    if past.asked != asked or not past.holds_at(as_of) or past.sources.keys() != sources.facts.keys():
        return None
    if any(past.sources[path].digest != picture.digest for path, picture in sources.pictures.items()):
        return None
    edited: dict[str, Said] = {}
    for body in sources.fresh:
        before, now = past.sources[body.path].said, sources.facts[body.path].said
        if before is None or now is None or not _same_but_for_text(before, now):
            return None
        if before.body != now.body:
            edited[body.path] = now
    return edited


def _same_but_for_text(one: Said, other: Said) -> bool:
    if type(one) is not type(other):
        return False
    if one.body.asks or other.body.asks or one.body.links or other.body.links:
        return False
    if isinstance(one, TagEntry) and bool(one.body.words) != bool(other.body.words):
        return False  # a tag without a text has no place for one on its page
    return replace(other, source=one.source, body=one.body) == one
