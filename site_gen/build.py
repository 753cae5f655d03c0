"""A build, stage by stage: refresh, compare, render, write, save the records."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.ingest import Ingested
from site_gen.model.ledger import PageFact, UpToDateRecord
from site_gen.model.post import Withheld
from site_gen.model.problem import Problem
from site_gen.model.shard import Shard
from site_gen.outdated import Change
from site_gen.pipeline.compare import altered_files, changed_pages
from site_gen.pipeline.elsewhere import Elsewhere
from site_gen.pipeline.made_pictures import forget_pictures
from site_gen.pipeline.publication import Order, publish_site
from site_gen.pipeline.records import Records
from site_gen.pipeline.render_bodies import forget_bodies
from site_gen.pipeline.search_index import search_index
from site_gen.pipeline.shards import Share, begin, finish, folder_of_shard, share_of
from site_gen.pipeline.strays import strays
from site_gen.pipeline.up_to_date import record_for, record_key, still_holds, withheld_in
from site_gen.session import Inputs, SiteRequest, SiteSession, Snapshot
from site_gen.storage.output import Output
from site_gen.storage.state import state_lock
from site_gen.storage.state_file import damaged_files
from site_gen.workers import Progress


class BuildOptions(SiteRequest, frozen=True, kw_only=True):
    """The options of a build. `as_of` is its clock; a relative `output` folder is relative to the site.

    A `clean` build renders everything from scratch, except for encoded pictures, whose names cover everything that
    their bytes depend on. A `shard` makes its share of the site, into a folder of its own. Where the site's files are
    `elsewhere`, the output folder, an empty one, gets only those that are not there yet.
    """

    as_of: datetime
    output: str = ""
    shard: Shard | None = None
    elsewhere: Elsewhere | None = None


class Built(Struct, frozen=True, kw_only=True):
    """The result of a build. `seconds` is the time of each stage; `notices` are warnings.

    `damaged` are files of the ledger and caches that could not be used; what they held was rebuilt. Where everything
    was up to date, `snapshot` is None and `files` is empty. `pending_pictures` are shown as they came until a later
    build has made their sizes.
    """

    pages: int
    written: int = 0
    unchanged: int
    removed: int = 0
    output: str
    ingested: Ingested
    withheld: tuple[Withheld, ...]
    changes: tuple[Change, ...] = ()
    seconds: dict[str, float]
    notices: tuple[Problem, ...]
    damaged: tuple[str, ...]
    snapshot: Snapshot | None = None
    files: dict[str, PageFact] = {}
    pending_pictures: tuple[str, ...] = ()


def build(root: Path, options: BuildOptions, progress: Progress = lambda *_: None) -> Built:
    """Build the site at `root`. `SiteError` carries every problem; nothing is written then."""
    session = SiteSession(root, options, lambda: records.ledger, progress=progress)
    settings, watch = session.settings(), session.watch
    display_name = options.output or (folder_of_shard(options.shard) if options.shard else settings.output)
    records = Records(root, options.state, display_name, options.clean, options.elsewhere)
    with state_lock(root / options.state):
        inputs = session.scan(settings, options.as_of)
        output = Output.claim(root / display_name, root, display_name, records.written, given=bool(options.output))
        with watch("scan"):
            asked = record_key(inputs.asked, session.theme(settings), inputs.addresses)
            record = None if options.keep_addresses or options.shard else records.record
            place = records.place(output)
            if record and still_holds(record, asked, options.as_of, inputs.scanned.found, root, place, options.jobs):
                found = inputs.ingested.notices + strays(root, inputs.scanned.passed) + record.warnings
                return _unchanged(record, inputs, output, found, watch.seconds)
        snapshot, previous = session.plan(inputs), records.ledger
        with watch("compare"):
            whole = snapshot.plan.pages, snapshot.copies
            share = share_of(snapshot.whole(), options.shard) if options.shard else Share(*whole)
            altered = altered_files(previous, output, options.jobs, options.elsewhere)
            changes = changed_pages(share.pages, snapshot.ledger, previous, snapshot.sources, altered)
        with watch("search"):
            search_files = search_index(
                snapshot.indexed.site, snapshot.context.markdown, root / options.state, options.clean, share.searched
            )
        pages, copies = share.pages, {**share.copies, **search_files}
        begin(output, share.note, display_name)
        may_be_another_site = not previous.pages and not options.clean and not records.exist
        order = Order(snapshot.context, pages, copies, changes, previous, altered, display_name, may_be_another_site)
        published = publish_site(order, output, options.jobs, progress, watch, options.cluster)
        with watch("remember"):
            ledger = replace(snapshot.ledger, pages=published.files)
            pending, record = snapshot.indexed.pending_pictures, None
            if not (options.shard or pending):
                record = record_for(asked, ledger, len(pages), snapshot.indexed.withheld, snapshot.notices)
            unsaved = records.save(ledger, record, output)
            finish(output, share.note, published.files)
            forget_bodies(snapshot.context.markdown, snapshot.sources.bodies)
            forget_pictures(root / options.state, snapshot.sources.pictures.values())
    return Built(
        pages=len(pages),
        written=published.written,
        unchanged=len(published.files) - published.written,
        removed=published.removed,
        output=str(output.folder),
        ingested=inputs.ingested,
        withheld=snapshot.indexed.withheld,
        changes=changes,
        seconds=watch.seconds,
        notices=inputs.ingested.notices + snapshot.notices.all + unsaved,
        damaged=tuple(sorted({*damaged_files(), *published.damaged})),
        snapshot=snapshot,
        files=published.files,
        pending_pictures=pending,
    )


def _unchanged(
    record: UpToDateRecord, inputs: Inputs, output: Output, notices: tuple[Problem, ...], seconds: dict[str, float]
) -> Built:
    """What a build did that had nothing to do."""
    return Built(
        pages=record.pages,
        unchanged=record.outputs.count,
        output=str(output.folder),
        ingested=inputs.ingested,
        withheld=withheld_in(record, inputs.settings),
        seconds=seconds,
        notices=notices,
        damaged=damaged_files(),
    )
