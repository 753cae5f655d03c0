"""What a build is asked for, and what it did."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from site_gen.ingest import Ingested
from site_gen.model.ledger import PageFact
from site_gen.model.post import Withheld
from site_gen.model.problem import Problem
from site_gen.model.shard import Shard
from site_gen.outdated import Change
from site_gen.pipeline.elsewhere import Elsewhere
from site_gen.pipeline.publication import Published
from site_gen.pipeline.records import Saved
from site_gen.pipeline.stop_watch import StopWatch
from site_gen.pipeline.strays import strays
from site_gen.pipeline.text_edit import Unplanned
from site_gen.pipeline.up_to_date import withheld_in
from site_gen.session import Inputs, SiteRequest, Snapshot
from site_gen.storage.output import Output
from site_gen.storage.state_file import damaged_files


class BuildOptions(SiteRequest, frozen=True, kw_only=True):
    """The options of a build. `as_of` is its clock; a relative `output` folder is relative to the site.

    A `clean` build renders everything from scratch, except for encoded pictures, whose names cover everything that
    their bytes depend on. A `shard` makes its share of the site, into a folder of its own. Where the site's files are
    `elsewhere`, the output folder, an empty one, gets only those that are not there yet. An `unrecorded` build leaves
    no ledger and no up-to-date record.
    """

    as_of: datetime
    output: str = ""
    shard: Shard | None = None
    elsewhere: Elsewhere | None = None
    unrecorded: bool = False


class Built(Struct, frozen=True, kw_only=True):
    """The result of a build. `seconds` is the time of each stage; `notices` are warnings.

    `damaged` are files of the ledger and caches that could not be used; what they held was rebuilt. Where everything
    was up to date, or nothing but texts was edited, `snapshot` is None and `files` is empty. `pending_pictures` are
    shown as they came until a later build has made their sizes. `ledger` is the tag of the ledger that was saved, empty
    where there is none.
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
    ledger: bytes = b""


def without_plan(
    root: Path,
    unplanned: Unplanned,
    inputs: Inputs,
    output: Output,
    watch: StopWatch,
    published: Published,
    saved: Saved,
) -> Built:
    """What a build did that had nothing to do, or only edited texts to publish."""
    record, edit = unplanned.record, unplanned.edit
    return Built(
        pages=record.pages,
        written=published.written,
        unchanged=record.outputs.count - published.written,
        output=str(output.folder),
        ingested=inputs.ingested,
        withheld=withheld_in(record, inputs.settings),
        changes=edit.order.changes if edit else (),
        seconds=watch.seconds,
        notices=inputs.ingested.notices + strays(root, inputs.scanned.passed) + record.warnings + saved.problems,
        damaged=tuple(sorted({*damaged_files(), *published.damaged})),
        ledger=saved.tag,
    )
