"""Which pages of a snapshot a build has to render, by what the last build left."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec.structs import replace

from site_gen.indexing.body_edits import is_body_edit
from site_gen.model.ledger import Ledger
from site_gen.model.page import Page
from site_gen.model.post import SourceEntry
from site_gen.outdated import Change, outdated
from site_gen.pages.bodies import shows
from site_gen.pipeline.elsewhere import Elsewhere
from site_gen.pipeline.read import Sources
from site_gen.pipeline.up_to_date import written_stamps
from site_gen.storage.output import Output
from site_gen.storage.stamps import different, pack_written
from site_gen.workers import Jobs


def altered_files(
    previous: Ledger, output: Output, jobs: Jobs = None, elsewhere: Elsewhere | None = None
) -> frozenset[str]:
    """Files of the site that changed since the last build wrote them, in the output folder or elsewhere."""
    if elsewhere is not None:
        return elsewhere.altered(previous.pages)
    paths = list(previous.pages)
    now, then = written_stamps(output, paths, jobs), pack_written(fact.stamp for fact in previous.pages.values())
    return different(paths, now, then)


def changed_pages(
    pages: tuple[Page, ...], now: Ledger, previous: Ledger, sources: Sources, altered: frozenset[str]
) -> tuple[Change, ...]:
    """The pages to render: those whose value, or shared inputs, differ from what the last build wrote.

    Where only texts were edited, only pages that show one are compared, since comparing takes most of the time of such
    a build. That is sound: everything else in a page's value is unchanged (`edited_texts`), and so is everything else
    that pages depend on.
    """
    suspects: Iterable[Page] = pages
    edited = edited_texts(previous, now, sources) if now.shared_inputs == previous.shared_inputs else None
    if edited is not None:
        written = previous.pages  # a shard's share may have grown
        suspects = (page for page in pages if page.path in altered or page.path not in written or shows(page, edited))
    return outdated(suspects, now.shared_inputs, previous.shared_inputs, previous.pages, altered)


def edited_texts(previous: Ledger, now: Ledger, sources: Sources) -> Mapping[str, SourceEntry] | None:
    """The entries whose text changed, by path; None where anything else may differ from the last build.

    With the same request, the same front matter everywhere and no post that came due, the index is the same except for
    these texts, and so is every page that shows none of them.
    """
    assert now.as_of is not None
    if not previous.asks_the_same(now.asked, now.as_of, now.sources.keys()):
        return None
    if any(previous.sources[path].digest != picture.digest for path, picture in sources.pictures.items()):
        return None
    edited: dict[str, SourceEntry] = {}
    for body in sources.fresh:
        before, after = previous.sources[body.path].source_entry, now.sources[body.path].source_entry
        if before is None or after is None or not is_body_edit(before, after):
            return None
        if before.body != after.body:
            edited[body.path] = after
    return edited


def is_same_content(previous: Ledger, asked: str, as_of: datetime, sources: Sources) -> bool:
    """Whether request and content are the same and no post has come due: then index and plan are the same, too."""
    if not previous.asks_the_same(asked, as_of, sources.facts.keys()):
        return False
    pairs = ((previous.sources[path], fact) for path, fact in sources.facts.items())
    return all(old is fact or replace(old, stamp=fact.stamp) == fact for old, fact in pairs)
