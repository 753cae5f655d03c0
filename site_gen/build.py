"""A build, stage by stage: refresh, compare, render, write, save the records."""

from pathlib import Path

from msgspec.structs import replace

from site_gen.built import BuildOptions, Built, without_plan
from site_gen.pipeline.compare import altered_files, changed_pages
from site_gen.pipeline.made_pictures import forget_pictures
from site_gen.pipeline.publication import Order, publish_site
from site_gen.pipeline.publish_edit import published_edit
from site_gen.pipeline.records import Records
from site_gen.pipeline.render_bodies import forget_bodies
from site_gen.pipeline.search_index import search_index
from site_gen.pipeline.shards import Share, begin, finish, folder_of_shard, share_of
from site_gen.pipeline.text_edit import KnownSite, shown_texts, tidy_kept_pages, unplanned
from site_gen.pipeline.up_to_date import record_for, record_key
from site_gen.session import SiteSession
from site_gen.storage.output import Output
from site_gen.storage.state import state_lock
from site_gen.storage.state_file import damaged_files
from site_gen.workers import Progress

__all__ = ["BuildOptions", "Built", "build"]


def build(root: Path, options: BuildOptions, progress: Progress = lambda *_: None) -> Built:
    """Build the site at `root`. `SiteError` carries every problem; nothing is written then."""
    session = SiteSession(root, options, lambda: records.ledger, progress=progress)
    settings, watch, state = session.settings(), session.watch, root / options.state
    display_name = options.output or (folder_of_shard(options.shard) if options.shard else settings.output)
    records = Records(root, options.state, display_name, options.clean, options.elsewhere, options.unrecorded)
    with state_lock(state):
        inputs = session.scan(settings, options.as_of)
        output = Output.claim(root / display_name, root, display_name, records.written, given=bool(options.output))
        with watch("scan"):
            theme, scanned, phrases = session.theme(settings), inputs.scanned, inputs.phrases
            asked = record_key(inputs.asked, theme, inputs.addresses)
            record = None if options.keep_addresses or options.shard else records.record
            where = root, options.state, display_name, output, options.elsewhere is not None
            known = KnownSite(*where, settings, scanned, phrases, theme)
            short = unplanned(known, asked, options.as_of, record, records.stored, options.jobs)
        if short is not None:
            done, saved = published_edit(short.edit, records, output, options.jobs, progress, watch, options.cluster)
            return without_plan(root, short, inputs, output, watch, done, saved)
        snapshot, previous = session.plan(inputs), records.ledger
        indexed, context = snapshot.indexed, replace(snapshot.context, keeps_pages=options.elsewhere is None)
        with watch("compare"):
            whole = snapshot.plan.pages, snapshot.copies
            share = share_of(snapshot.whole(), options.shard) if options.shard else Share(*whole)
            altered = altered_files(previous, output, options.jobs, options.elsewhere)
            changes = changed_pages(share.pages, snapshot.ledger, previous, snapshot.sources, altered)
        with watch("search"):
            search_files = search_index(indexed.site, context.markdown, state, options.clean, share.searched)
        pages, copies = share.pages, {**share.copies, **search_files}
        begin(output, share.note, display_name)
        may_be_another_site = not previous.pages and not options.clean and not records.exist
        order = Order(context, pages, copies, changes, previous, altered, display_name, may_be_another_site)
        published = publish_site(order, output, options.jobs, progress, watch, options.cluster)
        with watch("remember"):
            ledger, record = replace(snapshot.ledger, pages=published.files), None
            if not (options.shard or indexed.pending_pictures):
                texts, notices = shown_texts(pages, snapshot.linked, context), snapshot.notices
                record = record_for(asked, ledger, len(pages), indexed.withheld, notices, texts, inputs.recorded)
                tidy_kept_pages(context, ledger, texts)
            saved = records.save(ledger, record, output)
            finish(output, share.note, published.files)
            forget_bodies(context.markdown, snapshot.sources.bodies)
            forget_pictures(state, snapshot.sources.pictures.values())
    return Built(
        pages=len(pages),
        written=published.written,
        unchanged=len(published.files) - published.written,
        removed=published.removed,
        output=str(output.folder),
        ingested=inputs.ingested,
        withheld=indexed.withheld,
        changes=changes,
        seconds=watch.seconds,
        notices=inputs.ingested.notices + snapshot.notices.all + saved.problems,
        damaged=tuple(sorted({*damaged_files(), *published.damaged})),
        snapshot=snapshot,
        files=published.files,
        pending_pictures=indexed.pending_pictures,
        ledger=saved.tag,
    )
