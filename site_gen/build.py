"""The story of a build: ingest, scan, read, index, plan, compare, make, write, prune."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen.changes import Change, obsolete, outdated
from site_gen.disk import ledger as ledgers
from site_gen.disk.copies import same_bytes
from site_gen.disk.files import stamp_of
from site_gen.disk.output import Output
from site_gen.disk.state import state_lock
from site_gen.disk.state_file import damaged_files
from site_gen.indexing.published import Include
from site_gen.ingest import Ingested, IngestOptions, ingest
from site_gen.model.ledger import Ledger, Receipt, Stamp, Surroundings
from site_gen.model.page import Page
from site_gen.model.post import Held
from site_gen.model.problem import Problem
from site_gen.model.settings import Settings
from site_gen.pages.bodies import shows
from site_gen.stages.anew import Edited, indexed_anew, planned_anew
from site_gen.stages.dress import dress, vetted
from site_gen.stages.notices import notices_of
from site_gen.stages.past import Past, altered_files, edited_texts, past_at
from site_gen.stages.pictures import drop_pictures, forget_pictures
from site_gen.stages.read import read_sources, reading_key, scanned
from site_gen.stages.recall import asked_key, next_turn, receipt_for, still_holds
from site_gen.stages.redirects import redirects_of, redirects_text
from site_gen.stages.rendering import HtmlOf, forget_bodies, pressroom
from site_gen.stages.searching import search_index
from site_gen.stages.settings import load_settings, refuse_past_contact
from site_gen.stages.strays import strays
from site_gen.stages.workshop import copies_of, facts_of, make_all, publish, shop_for, stage_copies
from site_gen.wording.dates import in_zone
from site_gen.wording.digest import digest
from site_gen.workers import Jobs, Progress, prefetch

STATE = ".site_gen"


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What a build is asked for. `as_of` is its clock; `state` the folder of ledger and caches.

    A `clean` build makes everything from scratch; with `keep_pictures` all but encoded pictures, whose keys hold all
    that their bytes depend on.
    """

    as_of: datetime
    drafts: bool = False
    future: bool = False
    clean: bool = False
    keep_pictures: bool = False
    ingest: bool = True
    output: str = ""
    base_url: str = ""
    jobs: Jobs = None
    state: str = STATE


class Built(Struct, frozen=True, kw_only=True):
    """What a build did. `seconds` are spent by stage; `notices` are no errors, but somebody should know.

    `damaged` are files of ledger and caches that could not be used; what they held was made again. `past` is for the
    next build of the same process.
    """

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
    damaged: tuple[str, ...] = ()
    past: Past | None = None


def build(
    root: Path,
    options: BuildOptions,
    progress: Progress = lambda *_: None,
    known: Past | None = None,
    touched: frozenset[str] | None = None,
) -> Built:
    """Build the site at `root`. `SiteError` carries everything that is wrong with it; then nothing is written.

    `known` is the `past` of an earlier build of this process, which then need not be read from disk again; `touched`
    are, by their paths from the root, all content files that may have come, gone or changed since, where somebody has
    watched them; those that this build makes of seeds need not be among them.
    """
    watch = _Watch()
    settings = load_settings(root, options.base_url)
    refuse_past_contact(root, settings, options.as_of)
    with state_lock(root / options.state):
        with watch("ingest"):
            ingested = _take_in(root, settings, options, progress)
        shown = options.output or settings.output
        kept = root / options.state / f"ledger-{digest(str((root / shown).absolute()).encode())[:12]}"
        output = Output.claim(root / shown, root, shown, partial(_written_before, kept), given=bool(options.output))
        with watch("recall"):
            theme = dress(root, settings)
            led = redirects_text(root)
            asked = asked_key(settings, led, theme, options.drafts, options.future)
            written = frozenset(ingested.made.values())
            files = scanned(root, known.scanned if known else None, None if touched is None else touched | written)
            receipt = None if options.clean or known else ledgers.load_receipt(kept.with_suffix(".receipt"))
            if receipt is not None and still_holds(receipt, asked, options.as_of, files.found, root, output):
                return _nothing_to_do(receipt, ingested, output, watch, strays(root, files.passed), settings)
        with watch("read"):
            past = past_at(kept, known, options.clean)
            room = pressroom(root, root / options.state, settings.markdown, options.clean)
            if options.clean and not options.keep_pictures:
                drop_pictures(root / options.state)
            sources = read_sources(root, settings, past.ledger, files, room, options.jobs, progress)
            edited = edited_texts(past.ledger, sources, asked, options.as_of)
        with prefetch(partial(HtmlOf, room), sources.fresh, options.jobs):
            with watch("index"):
                include = Include(options.drafts, options.future)
                indexed = indexed_anew(past, edited, sources, settings, options.as_of, include, redirects_of(led))
            with watch("plan"):
                planned = planned_anew(root, past, edited, indexed, sources, room)
                pages = planned.pages
                vetting = vetted(theme, settings, past.ledger.theme)
                theme = replace(theme, styles=vetting.styles)
            with watch("compare"):
                shop = shop_for(root, indexed.site, theme, root / options.state, room, output)
                now = shop.surroundings(vetting)
                altered = altered_files(past, output)
                changes = _compare(pages, now, past, edited, altered)
            with watch("search"):
                copies = copies_of(theme, sources.static) | search_index(
                    indexed.site, room, root / options.state, options.clean
                )
                gone = obsolete(pages, copies, output.owned)
        output.refuse_links_on_way([*(change.page.path for change in changes), *copies, *gone], shown)
        output.refuse_strangers_at([*(page.path for page in pages), *copies], shown)
        if not past.ledger.pages and not options.clean and not kept.exists():
            output.refuse_other_site(gone, shown)
        try:
            with watch("make"):
                output.announce([*(page.path for page in pages), *copies])
                made = make_all(shop, changes, past.ledger, altered, options.jobs, progress)
                copied = stage_copies(output, copies, past.ledger, altered)
            with watch("write"):
                removed = publish(output, [*copied, *made], gone, shown)
        except BaseException:
            output.abandon()
            raise
        with watch("remember"):
            ledger = Ledger(
                reading=reading_key(settings),
                sources=sources.facts,
                surroundings=now,
                pages=facts_of(pages, copies, past.ledger, made, copied),
                theme=vetting,
                asked=asked,
                as_of=options.as_of,
                until=next_turn(sources.posts, options.as_of),
                beside=indexed.beside,
            )
            noticed = notices_of(root, files.passed, sources, indexed, theme, vetting)
            receipt = None if noticed.passing else receipt_for(ledger, len(pages), indexed.held, noticed.kept)
            notices = noticed.all + _note(kept, ledger, receipt, output, options.state)
            forget_bodies(room, sources.bodies)
            forget_pictures(root / options.state, pages)
    staged = sum(1 for one in (*made, *copied) if one.staged)
    return Built(
        pages=len(pages),
        written=staged,
        unchanged=len(pages) + len(copies) - staged,
        removed=removed,
        output=str(output.folder),
        ingested=ingested,
        held=indexed.held,
        changes=changes,
        seconds=watch.seconds,
        notices=ingested.notices + notices,
        damaged=tuple(sorted({*damaged_files(), *(path for one in made for path in one.damaged)})),
        past=Past(ledger, files, indexed, planned, stamp_of(kept)),
    )


def _compare(
    pages: tuple[Page, ...], now: Surroundings, past: Past, edited: Edited, altered: frozenset[str]
) -> tuple[Change, ...]:
    """The pages to make; where texts alone were edited, only pages that show one can have another value."""
    suspects: Iterable[Page] = pages
    if edited is not None and now == past.ledger.surroundings:
        if past.plan.pages:
            suspects = (page for page, old in zip(pages, past.plan.pages, strict=True) if page is not old)
        else:
            suspects = (page for page in pages if page.path in altered or shows(page, edited))
    return outdated(suspects, now, past.ledger.surroundings, past.ledger.pages, altered)


def _written_before(kept: Path) -> dict[str, Stamp]:
    """The stamps of the files that the last build left in the output folder."""
    return {path: fact.stamp for path, fact in ledgers.load(kept).pages.items()}


def _note(kept: Path, ledger: Ledger, receipt: Receipt | None, output: Output, state: str) -> tuple[Problem, ...]:
    """Put down what was built. Where that cannot be the site stands all the same, and the next build is slower."""
    try:
        output.settle(frozenset(ledger.pages))
        ledgers.save(kept, ledger)
        if receipt is not None:
            ledgers.save(kept.with_suffix(".receipt"), receipt)
        else:
            kept.with_suffix(".receipt").unlink(missing_ok=True)
    except OSError as error:
        output.abandon()
        what = f"The site is built, but what was built could not be noted: {error.strerror}."
        return (Problem(state, 0, 0, what, "Make room, or see whose folder it is; the next build then mends it."),)
    return ()


def _take_in(root: Path, settings: Settings, options: BuildOptions, progress: Progress) -> Ingested:
    """Ingest what is new, unless that is not wanted."""
    if not options.ingest:
        return Ingested()
    return ingest(root, settings, IngestOptions(jobs=options.jobs), progress)


def _nothing_to_do(
    receipt: Receipt, ingested: Ingested, output: Output, watch: "_Watch", strange: tuple[Problem, ...], site: Settings
) -> Built:
    zone = ZoneInfo(site.timezone)  # which a moment loses that is kept
    held = tuple(replace(one, until=in_zone(one.until, zone)) if one.until else one for one in receipt.held)
    return Built(
        pages=receipt.pages,
        written=0,
        unchanged=len(receipt.outputs),
        removed=0,
        output=str(output.folder),
        ingested=ingested,
        held=held,
        changes=(),
        seconds=watch.seconds,
        notices=ingested.notices + strange + receipt.warnings,
        damaged=damaged_files(),
    )


def verify(root: Path, options: BuildOptions, built: Built, scratch: Path) -> tuple[Problem, ...]:
    """Where the built site differs from one built from nothing into `scratch`: by law, nowhere."""
    from site_gen.theming.environment import forget_environments

    forget_environments()
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
