"""A site after a few texts were saved: the last one with what these files say now, if only bodies were edited.

Nothing here takes longer for a larger site, except for copies of what is in it; to look at each of a million posts
takes ten seconds. The result is the same, or None where anything else may have changed, so that all is made again:
files that came or went, other front matter, excerpts, pictures or links (`indexing/body_edits.py`); a text with
headings that others link to, or with warnings about its front matter, whose lines may have moved.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.indexing.body_edits import MOST_EDITED, is_body_edit
from site_gen.indexing.edited_index import with_entries
from site_gen.indexing.index import Indexed
from site_gen.model.content import TEXT_FOLDERS
from site_gen.model.ledger import NO_STAMP, SourceFact
from site_gen.model.page import Page
from site_gen.model.post import Entry, PageEntry, SourceEntry, TagEntry
from site_gen.model.problem import Problem
from site_gen.pages.edited_plan import with_other_bodies
from site_gen.pages.plan import Plan
from site_gen.pipeline.excerpts import with_excerpts
from site_gen.pipeline.notices import Notices
from site_gen.pipeline.read import Sources, settled, source_reader
from site_gen.pipeline.render_bodies import MarkdownContext
from site_gen.pipeline.strays import strays
from site_gen.storage.sources import Scan, kind_at
from site_gen.text.replaced import replaced


class Texts(Struct, frozen=True):
    """What depends on the texts of a site; `linked` are the files of those whose headings others link to."""

    sources: Sources
    indexed: Indexed
    plan: Plan
    linked: frozenset[str]
    notices: Notices


class _Read(Struct, frozen=True):
    """What the files that were read said before and say now, by path."""

    before: dict[str, SourceFact]
    now: dict[str, SourceFact]

    @property
    def edited(self) -> tuple[SourceEntry, ...]:
        """The entries whose body, or digest, differs."""
        pairs = ((self.before[path].source_entry, fact.source_entry) for path, fact in self.now.items())
        return tuple(now for before, now in pairs if now is not None and now != before)


def are_texts(paths: Collection[str]) -> bool:
    """Whether these are a few texts of content/."""
    return len(paths) <= MOST_EDITED and all(kind_at(path) in TEXT_FOLDERS for path in paths)


def saved_texts(
    last: Texts, scanned: Scan, touched: frozenset[str], markdown: MarkdownContext, as_of: datetime
) -> tuple[Texts, tuple[Page, ...]] | None:
    """The texts after these files were touched, as `scanned` found them, and the pages that differ.

    The same posts must be published at `as_of`.
    """
    root = markdown.root
    read = _read(root, last, scanned, touched, markdown)
    if read is None or any(entry.source.path in last.linked for entry in read.edited):
        return None
    notices = _notices(root, last.notices, scanned.passed, read)
    if notices is None:
        return None
    edited = with_entries(last.indexed, read.edited, as_of)
    planned, pages = with_other_bodies(last.plan, edited.bodies, edited.numbers)
    sources = _with_facts(last.sources, scanned, read.now)
    return Texts(sources, edited.indexed, planned, last.linked, notices), pages


def _read(root: Path, last: Texts, scanned: Scan, touched: frozenset[str], markdown: MarkdownContext) -> _Read | None:
    """The files that were touched, and those that were too new to be believed."""
    paths = touched | last.sources.unsettled
    if not are_texts(paths):
        return None
    read = source_reader(root, last.indexed.site.settings, markdown)
    found = _Read({}, {})
    for path in sorted(paths):
        file, before = scanned.file_at(path), last.sources.facts.get(path)
        if file is None or before is None:
            return None
        if before.stamp == file.stamp:
            continue
        now = read((scanned.place_of(path)[0], file)).value
        if now is None or not _differ_in_body(before.source_entry, now.source_entry):
            return None
        found.before[path], found.now[path] = before, settled(now, scanned.began)
    return found


def _differ_in_body(before: SourceEntry | None, after: SourceEntry | None) -> bool:
    return before is not None and after is not None and is_body_edit(before, after)


def _with_facts(previous: Sources, scanned: Scan, facts: dict[str, SourceFact]) -> Sources:
    """The sources with other facts of texts that were there before."""
    posts: dict[int, Entry] = {}
    pages: dict[int, PageEntry] = {}
    tags: dict[int, TagEntry] = {}
    for path, fact in facts.items():
        _, at = scanned.place_of(path)
        if fact.entry:
            posts[at] = fact.entry
        elif fact.page:
            pages[at] = fact.page
        elif fact.tag:
            tags[at] = fact.tag
    return replace(
        previous,
        posts=replaced(previous.posts, posts),
        pages=replaced(previous.pages, pages),
        tags=replaced(previous.tags, tags),
        facts=previous.facts | facts,
        fresh=tuple(entry.body for fact in facts.values() if (entry := fact.source_entry)),
        unsettled=frozenset(path for path, fact in facts.items() if fact.stamp == NO_STAMP),
    )


def _notices(root: Path, previous: Notices, passed: Iterable[str], read: _Read) -> Notices | None:
    """The warnings after texts were saved; None where others than those of reading are about one of the files."""
    of_texts = (one for one in previous.kept if one.path in read.now)
    if _without_excerpts(of_texts) != _without_excerpts(_warnings(read.before.values())):
        return None
    kept = [one for one in previous.kept if one.path not in read.now]
    kept += with_excerpts(root, _warnings(read.now.values()))
    return Notices(strays(root, passed), tuple(sorted(kept)), previous.external)


def _warnings(facts: Iterable[SourceFact]) -> Iterator[Problem]:
    return (warning for fact in facts for warning in fact.warnings)


def _without_excerpts(problems: Iterable[Problem]) -> list[Problem]:
    """To compare warnings of a file as it was, whose lines are no longer to be had."""
    return sorted(replace(one, excerpt="") for one in problems)
