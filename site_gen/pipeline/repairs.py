"""Repairs of redirects.yaml: what would be changed, and the file written."""

from pathlib import Path

from site_gen.indexing.index import Indexed
from site_gen.model.published import PublishedAddress
from site_gen.pages.plan import Plan
from site_gen.pages.repair import Answers, Repairs, repairs
from site_gen.parsing.redirect_lines import with_changes
from site_gen.parsing.redirects import REDIRECTS
from site_gen.pipeline.read import Sources
from site_gen.pipeline.redirects import redirects_of, redirects_text
from site_gen.storage.files import write_source


def repairs_of(
    root: Path,
    recorded: tuple[PublishedAddress, ...],
    sources: Sources,
    indexed: Indexed,
    plan: Plan,
    gone: bool,
) -> tuple[Repairs, bytes]:
    """The repairs for a site that was planned without its redirects.yaml, and that file's bytes."""
    data = redirects_text(root)
    redirects = redirects_of(data)
    answers = Answers(recorded, indexed.site, sources.posts, plan.pages, plan.files, redirects)
    return repairs(answers, recorded, redirects, gone), data


def write_repairs(root: Path, found: Repairs, data: bytes) -> None:
    """Write redirects.yaml with the repairs; everything else in it stays."""
    write_source(root, REDIRECTS, with_changes(data, found.added, dict(found.changed), found.removed).or_raise())
