"""Stage the changed pages beside the site, then move them in and remove what no longer belongs to it."""

from msgspec import Struct

from site_gen.model.ledger import Ledger, PageFact
from site_gen.model.page import Page
from site_gen.model.problem import raise_problems
from site_gen.outdated import Change, obsolete
from site_gen.pipeline.move_in import publish
from site_gen.pipeline.render_far import divided, far_renderer
from site_gen.pipeline.render_pages import (
    Copies,
    RenderContext,
    Rendered,
    facts_of,
    intact_facts,
    one_per_cause,
    render_all,
    stage_copies,
)
from site_gen.pipeline.stop_watch import StopWatch
from site_gen.remote import Cluster
from site_gen.storage.output import Output
from site_gen.workers import Jobs, Progress


class Order(Struct, frozen=True):
    """What the output folder should contain, and what of it has to be rendered.

    `previous` is the last build's ledger, `altered` are files that changed since, and `display_name` is the folder's
    name in messages. Only where no build has left records, the folder `may_be_another_site`'s. Where all else
    stays as it is, nothing is removed, and `staying` are the copied files of the site.
    """

    context: RenderContext
    pages: tuple[Page, ...]
    copies: Copies
    changes: tuple[Change, ...]
    previous: Ledger
    altered: frozenset[str]
    display_name: str
    may_be_another_site: bool
    staying: tuple[str, ...] | None = None


class Published(Struct, frozen=True):
    """The result: how many files were written and removed, and the ledger's facts of all files."""

    written: int
    removed: int
    files: dict[str, PageFact]
    damaged: tuple[str, ...]


def publish_site(
    order: Order, output: Output, jobs: Jobs, progress: Progress, watch: StopWatch, cluster: Cluster | None = None
) -> Published:
    """Write the site, with the help of a cluster if there is one.

    `SiteError`, and the old site stays as it is, where anything cannot be made or is in the way.
    """
    gone = obsolete(order.pages, order.copies, output.owned) if order.staying is None else ()
    copies = [*order.copies, *(order.staying or ())]
    output.refuse_links_on_way([*(change.page.path for change in order.changes), *copies, *gone], order.display_name)
    output.refuse_strangers_at([*(page.path for page in order.pages), *order.copies], order.display_name)
    if order.may_be_another_site:
        output.refuse_other_site(gone, order.display_name)
    try:
        with watch("make"):
            output.announce([*(page.path for page in order.pages), *order.copies])
            rendered = _rendered(order, output, jobs, progress, cluster)
            copied = stage_copies(output, order.copies, order.previous, order.altered)
        with watch("write"):
            staged = [*copied.staged, *rendered.staged]
            removed = publish(output, staged, gone, order.display_name)
    except BaseException:
        output.abandon()
        raise
    return Published(
        written=len(staged),
        removed=removed,
        files=facts_of(order.pages, order.copies, order.previous, rendered, copied),
        damaged=tuple(rendered.damaged),
    )


def _rendered(order: Order, output: Output, jobs: Jobs, progress: Progress, cluster: Cluster | None) -> Rendered:
    """Every changed page, rendered and staged; `SiteError` with the problems of all that cannot be."""
    context, changes, rendered = order.context, order.changes, Rendered()
    facts = intact_facts(order.previous, order.altered) if changes else {}
    if cluster is not None:
        far, changes = divided(changes, context.state)
        remote = far_renderer(context, output, facts)
        files = cluster.work(remote, far, lambda count: progress("make", count, len(order.changes)))
        for change, file in zip(far, files, strict=True):
            rendered.add(change.page.path, file)
    render_all(context, output, changes, facts, jobs, progress, rendered)
    raise_problems(one_per_cause(rendered.problems))
    return rendered
