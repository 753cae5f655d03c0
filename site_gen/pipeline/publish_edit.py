"""Publish what only edited texts changed, and save the records of it."""

from site_gen.pipeline.publication import Published, publish_site
from site_gen.pipeline.records import Records, Saved
from site_gen.pipeline.stop_watch import StopWatch
from site_gen.pipeline.text_edit import TextEdit, join_small_packs
from site_gen.remote import Cluster
from site_gen.storage.output import Output
from site_gen.workers import Jobs, Progress


def published_edit(
    edit: TextEdit | None,
    records: Records,
    output: Output,
    jobs: Jobs,
    progress: Progress,
    watch: StopWatch,
    cluster: Cluster | None = None,
) -> tuple[Published, Saved]:
    """As `publish_site`; and what became of the records. Where nothing was edited, nothing is done."""
    if edit is None:
        return Published(0, 0, {}, ()), Saved()
    published = publish_site(edit.order, output, jobs, progress, watch, cluster)
    with watch("remember"):
        saved = records.save_edit(edit, published.files, output)
        join_small_packs(edit.order.context)
    return published, saved
