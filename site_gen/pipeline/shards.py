"""What a shard makes of a site: its share of the plan, which all shards divide in the same way.

Every shard plans the whole site, which is cheap, and makes its share, which is expensive. The digest of the plan covers
the key of every file, so shards with the same digest are parts of one site.
"""

from collections.abc import Container, Iterable, Mapping
from datetime import datetime

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.artifact import Artifact
from site_gen.model.deployment import inventory
from site_gen.model.ledger import PageFact, SharedInputs
from site_gen.model.page import Page
from site_gen.model.problem import Problem, SiteError
from site_gen.model.shard import Origin, Shard, ShardNote, SiteNote, Unit
from site_gen.model.site import Site
from site_gen.outdated import Fingerprints
from site_gen.pages.shares import COPY, INDEXED, cost_of, divided
from site_gen.pipeline.render_bodies import MarkdownContext
from site_gen.pipeline.render_pages import Copies
from site_gen.pipeline.search_index import folder_of, search_keys
from site_gen.storage.output import Output
from site_gen.storage.program import program
from site_gen.storage.shard_notes import has_note, remove_note, write_note
from site_gen.text.digest import digest

SHARDS = "shards"  # the folder of a site that its shards are built in


def folder_of_shard(shard: Shard) -> str:
    """Where a shard is built if no folder is named."""
    return f"{SHARDS}/{shard.number}-of-{shard.of}"


class WholePlan(Struct, frozen=True):
    """Everything that a site consists of: pages, files that are copied, search indexes by folder; and its units."""

    pages: tuple[Page, ...]
    copies: Copies
    units: tuple[Unit, ...]
    costs: tuple[int, ...]
    origin: Origin

    @property
    def digest(self) -> str:
        """The same for all shards of one site, and for no others."""
        return plan_digest(self.units, self.origin)


class Share(Struct, frozen=True):
    """What is made here: some pages and copies, the search indexes in `searched` (None: all); the shard's own note."""

    pages: tuple[Page, ...]
    copies: Copies
    searched: Container[str] | None = None
    note: ShardNote | None = None


def whole_plan(
    pages: tuple[Page, ...],
    copies: Copies,
    site: Site,
    markdown: MarkdownContext,
    shared: SharedInputs,
    as_of: datetime | None,
) -> WholePlan:
    """The plan of a whole site, with a key and a cost for each of its units."""
    fingerprints = Fingerprints()
    costs = {Unit(page.path, fingerprints.value(page).key.hex()): cost_of(page) for page in pages}
    costs |= {
        Unit(path, digest(file.content) if isinstance(file, Artifact) else file.digest): COPY
        for path, file in copies.items()
    }
    texts = {folder_of(edition): len(edition.posts) for edition in site.every_edition}
    costs |= {Unit(folder, key): INDEXED * texts[folder] for folder, key in search_keys(site, markdown).items()}
    units = tuple(sorted(costs, key=lambda unit: unit.path))
    origin = Origin(
        program=program(),
        base_url=site.settings.base_url,
        settings=shared.site,
        markup=shared.markup,
        templates=digest(msgspec.msgpack.encode(sorted(shared.templates.items()))),
        phrases=shared.phrases,
        as_of=as_of.isoformat() if as_of else "",
    )
    return WholePlan(pages, copies, units, tuple(costs[unit] for unit in units), origin)


def plan_digest(units: Iterable[Unit], origin: Origin) -> str:
    """The digest of a whole plan: its units in the order of their paths, and what all of them share."""
    shared = replace(origin, as_of="")
    return digest(msgspec.msgpack.encode((shared, sorted(units, key=lambda unit: unit.path))))


def difference(one: Origin, other: Origin) -> str:
    """In what two sites differ, as far as it is known from their origins; as the end of a sentence."""
    if program_differs := one.program.difference(other.program):
        return f"it was made by {program_differs}"
    if one.base_url != other.base_url:
        return f"its base URL is {one.base_url}, not {other.base_url}"
    named = {
        "settings": "the settings, the menu or the theme's files differ",
        "markup": "the settings of Markdown differ",
        "templates": "the theme's templates differ",
        "phrases": "the strings of the interface differ",
    }
    for name, words in named.items():
        if getattr(one, name) != getattr(other, name):
            return words
    times = "" if one.as_of == other.as_of else f" (it is of {one.as_of}, the other of {other.as_of})"
    return f"posts, pages or pictures differ{times}"


def share_of(whole: WholePlan, shard: Shard) -> Share:
    """What a shard makes."""
    owners = divided(whole.costs, shard.of)
    units = tuple(unit for unit, owner in zip(whole.units, owners, strict=True) if owner == shard.number - 1)
    mine = frozenset(unit.path for unit in units)
    return Share(
        pages=tuple(page for page in whole.pages if page.path in mine),
        copies={path: file for path, file in whole.copies.items() if path in mine},
        searched=mine,
        note=ShardNote(shard=shard, plan=whole.digest, origin=whole.origin, units=units),
    )


def begin(output: Output, note: ShardNote | None, display_name: str) -> None:
    """Say what is about to be in an output folder; `SiteError` where a shard would take the place of a whole site."""
    remove_note(output.folder, SiteNote)
    if note is None:
        remove_note(output.folder, ShardNote)
        return
    if output.owned and not has_note(output.folder, ShardNote):
        what = f"The output folder '{display_name}' holds a whole site, of which shard {note.shard} would be a part."
        hint = "Leave out --output, or name a folder for this shard alone."
        raise SiteError((Problem("site.yaml", 0, 0, what, hint),))
    write_note(output.folder, note)


def finish(output: Output, note: ShardNote | None, files: Mapping[str, PageFact]) -> None:
    """Say that a shard is complete, and which files it has."""
    if note is not None:
        write_note(output.folder, replace(note, files=inventory(files), finished=True))
