"""The story of a build: ingest, scan, read, index, plan, compare, make, write, prune."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.changes import Change, obsolete, outdated
from site_gen.crew import Progress, meanwhile
from site_gen.disk import ledger as ledgers
from site_gen.disk.copies import same_bytes
from site_gen.disk.files import stamp_of
from site_gen.disk.lock import site_lock
from site_gen.disk.output import Output
from site_gen.indexing.index import Indexed, index
from site_gen.indexing.published import Include
from site_gen.ingest import Ingested, IngestOptions, ingest
from site_gen.model.ledger import Ledger, Receipt
from site_gen.model.post import Held, TagEntry
from site_gen.model.problem import Problem, refuse
from site_gen.model.settings import Settings
from site_gen.pages.plan import plan
from site_gen.stages.dress import dress, vetted
from site_gen.stages.read import read_sources, reading_key
from site_gen.stages.recall import asked_key, receipt_for, still_holds
from site_gen.stages.rendering import HtmlOf, forget_bodies, pressroom
from site_gen.stages.settings import load_settings
from site_gen.stages.workshop import copies_of, facts_of, make_all, publish, shop_for, stage_copies
from site_gen.wording.digest import digest

STATE = ".site_gen"


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What a build is asked for. `as_of` is its clock; `state` the folder of ledger and caches."""

    as_of: datetime
    drafts: bool = False
    future: bool = False
    clean: bool = False
    ingest: bool = True
    output: str = ""
    base_url: str = ""
    jobs: int | None = None
    state: str = STATE


class Built(Struct, frozen=True, kw_only=True):
    """What a build did. `seconds` are spent by stage; `notices` are no errors, but somebody should know."""

    pages: int
    written: int
    unchanged: int
    removed: int
    output: str
    ingested: Ingested
    held: tuple[Held, ...]
    changes: tuple[Change, ...]
    seconds: dict[str, float]
    notices: tuple[Problem, ...]


def build(root: Path, options: BuildOptions, progress: Progress = lambda *_: None) -> Built:
    """Build the site at `root`. `SiteError` carries everything that is wrong with it; then nothing is written."""
    watch = _Watch()
    settings = load_settings(root, options.base_url)
    with site_lock(root / options.state):
        with watch("ingest"):
            ingested = _take_in(root, settings, options, progress)
        output = Output.claim(root / (options.output or settings.output), root, options.output or settings.output)
        kept = root / options.state / f"ledger-{digest(str(output.folder.absolute()).encode())[:12]}"
        with watch("recall"):
            theme = dress(root, settings)
            asked = asked_key(settings, theme, options.drafts, options.future)
            receipt = None if options.clean else ledgers.load_receipt(kept.with_suffix(".receipt"))
            if receipt is not None and still_holds(receipt, asked, options.as_of, root, output):
                return _nothing_to_do(receipt, ingested, output, watch)
        with watch("read"):
            past = Ledger() if options.clean else ledgers.load(kept)
            sources = read_sources(root, settings, past, options.jobs, progress)
        room = pressroom(root, root / options.state, settings.markdown)
        with meanwhile(partial(HtmlOf, room), sources.fresh, options.jobs):
            with watch("index"):
                include = Include(options.drafts, options.future)
                indexed = index(sources.posts, sources.pages, sources.tags, settings, options.as_of, include)
            with watch("plan"):
                pages, collisions = plan(indexed.site, (file.path for file, _ in sources.static))
                vetting = vetted(theme, settings, past.theme)
                theme = replace(theme, styles=vetting.styles)
                refuse(indexed.problems + collisions)
            with watch("compare"):
                shop = shop_for(root, indexed.site, theme, root / options.state, room, output)
                now = shop.surroundings(vetting)
                altered = frozenset(
                    path for path, fact in past.pages.items() if stamp_of(f"{output.folder}/{path}") != fact.stamp
                )
                changes = outdated(pages, now, past.surroundings, past.pages, altered)
                copies = copies_of(theme, sources.static)
                gone = obsolete(pages, copies, output.owned)
        shown = options.output or settings.output
        output.refuse_strangers_at([page.path for page in pages] + list(copies), shown)
        if not past.pages and not options.clean:
            output.refuse_other_site(gone, shown)
        try:
            with watch("make"):
                output.announce([page.path for page in pages] + list(copies))
                made = make_all(shop, changes, past, altered, options.jobs, progress)
                copied = stage_copies(output, copies, past, altered)
            with watch("write"):
                removed = publish(output, [*copied, *made], gone)
        except BaseException:
            output.abandon()
            raise
        with watch("remember"):
            facts = facts_of(pages, copies, past, made, copied)
            notices = _idle_tag_texts(sources.tags, indexed)
            receipt = receipt_for(asked, options.as_of, sources.posts, sources.facts, facts, len(pages), indexed.held)
            try:
                output.settle(facts)
                forget_bodies(room, sources.bodies)
                ledgers.save(kept, Ledger(reading_key(settings), sources.facts, now, facts, vetting))
                if receipt is not None and not notices:
                    ledgers.save(kept.with_suffix(".receipt"), receipt)
            except OSError as error:  # the new site stands, whole; without a ledger the next build is merely slower
                output.abandon()
                notices += (_not_noted(options.state, error),)
    written = sum(1 for one in (*made, *copied) if one.staged)
    return Built(
        pages=len(pages),
        written=written,
        unchanged=len(pages) + len(copies) - written,
        removed=removed,
        output=str(output.folder),
        ingested=ingested,
        held=indexed.held,
        changes=changes,
        seconds=watch.seconds,
        notices=ingested.notices + notices,
    )


def _take_in(root: Path, settings: Settings, options: BuildOptions, progress: Progress) -> Ingested:
    """Ingest what is new, unless that is not wanted."""
    if not options.ingest:
        return Ingested()
    return ingest(root, settings, IngestOptions(jobs=options.jobs), progress)


def _nothing_to_do(receipt: Receipt, ingested: Ingested, output: Output, watch: "_Watch") -> Built:
    return Built(
        pages=receipt.pages,
        written=0,
        unchanged=len(receipt.outputs),
        removed=0,
        output=str(output.folder),
        ingested=ingested,
        held=receipt.held,
        changes=(),
        seconds=watch.seconds,
        notices=ingested.notices,
    )


def verify(root: Path, options: BuildOptions, built: Built, scratch: Path) -> tuple[Problem, ...]:
    """Where the built site differs from one built from nothing into `scratch`: by law, nowhere."""
    clean = replace(options, output=str(scratch / "site"), state=str(scratch / "state"), clean=True, ingest=False)
    build(root, clean)
    ours, theirs = Output(Path(built.output)), Output(scratch / "site")
    problems = []
    for path in sorted(ours.owned | theirs.owned):
        here, there = ours.folder / path, theirs.folder / path
        if not same_bytes(here, there):
            what = "This file differs from that of a clean build."
            problems.append(Problem(f"{built.output}/{path}", 0, 0, what, "Build with --clean, and report it please."))
    return tuple(problems)


def _idle_tag_texts(tags: tuple[TagEntry, ...], indexed: Indexed) -> tuple[Problem, ...]:
    """Texts in content/tags/ that no published tag shows."""
    used = {term.ref.slug for term in indexed.site.terms}
    return tuple(
        Problem(
            tag.source.path, 0, 0, f"No published post has a tag with the slug '{tag.slug}'.", "It is shown nowhere."
        )
        for tag in tags
        if tag.slug not in used
    )


def _not_noted(state: str, error: OSError) -> Problem:
    what = f"The site is built, but what was built could not be noted: {error.strerror}."
    return Problem(state, 0, 0, what, "Make room, or see whose folder it is; the next build then mends it.")


class _Watch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = round(time.perf_counter() - began, 4)
