"""Make the changed pages beside the site, then move them in and take out what belongs to nothing."""

from msgspec import Struct

from site_gen.model.ledger import Ledger, PageFact
from site_gen.model.page import Page
from site_gen.outdated import Change, obsolete
from site_gen.pipeline.render_pages import Copies, Made, RenderContext, facts_of, make_all, publish, stage_copies
from site_gen.pipeline.stop_watch import StopWatch
from site_gen.storage.output import Output
from site_gen.workers import Jobs, Progress


class Order(Struct, frozen=True):
    """What is to stand in the output folder, and what of it has to be made.

    `last` is the last build's ledger, `altered` are files that are not as that build left them, and `shown` is the
    folder's name for people. Only where no build has left records is the folder of `another` site to be feared.
    """

    context: RenderContext
    pages: tuple[Page, ...]
    copies: Copies
    changes: tuple[Change, ...]
    last: Ledger
    altered: frozenset[str]
    shown: str
    another: bool


class Published(Struct, frozen=True):
    """What became of it: how many files were written and removed, and what the ledger shall know of all there are."""

    written: int
    removed: int
    files: dict[str, PageFact]
    damaged: tuple[str, ...]


def publish_site(order: Order, output: Output, jobs: Jobs, progress: Progress, watch: StopWatch) -> Published:
    """Write the site. `SiteError`, and the old site stays as it is, where anything cannot be made or is in the way."""
    gone = obsolete(order.pages, order.copies, output.owned)
    output.refuse_links_on_way([*(change.page.path for change in order.changes), *order.copies, *gone], order.shown)
    output.refuse_strangers_at([*(page.path for page in order.pages), *order.copies], order.shown)
    if order.another:
        output.refuse_other_site(gone, order.shown)
    try:
        with watch("make"):
            output.announce([*(page.path for page in order.pages), *order.copies])
            made = make_all(order.context, output, order.changes, order.last, order.altered, jobs, progress)
            copied = stage_copies(output, order.copies, order.last, order.altered)
        with watch("write"):
            removed = publish(output, [*copied, *made], gone, order.shown)
    except BaseException:
        output.abandon()
        raise
    return Published(
        written=_staged(made) + _staged(copied),
        removed=removed,
        files=facts_of(order.pages, order.copies, order.last, made, copied),
        damaged=tuple(path for one in made for path in one.damaged),
    )


def _staged(made: list[Made]) -> int:
    return sum(1 for one in made if one.staged)
