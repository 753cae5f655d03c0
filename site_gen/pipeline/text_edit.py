"""A build in which nothing but texts was edited: the pages that show them, found without index and plan.

By the up-to-date record everything else is as the last build left it, and by the comparison of entries nothing besides
the text itself is different. Then each page that shows such a text is the kept one with another body in it, and no
other page differs (`compare.py`). Where anything is not certain, the site is planned.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from pathlib import Path
from struct import Struct as Row
from zlib import crc32
from zoneinfo import ZoneInfo

from msgspec import MsgspecError, Struct
from msgspec.structs import replace

from site_gen.indexing.body_edits import MOST_EDITED, is_body_edit, shown_body
from site_gen.model.content import TEXT_FOLDERS
from site_gen.model.language import Phrases
from site_gen.model.ledger import NO_STAMP, Ledger, PageFact, ShownTexts, SourceFact, UpToDateRecord
from site_gen.model.page import Page
from site_gen.model.post import Body
from site_gen.model.problem import SiteError
from site_gen.model.settings import Settings
from site_gen.outdated import Fingerprints, Value, outdated
from site_gen.pages.bodies import bodies_of, with_bodies
from site_gen.pipeline.load_theme import validated_theme
from site_gen.pipeline.publication import Order
from site_gen.pipeline.read import read_files, reading_key
from site_gen.pipeline.render_bodies import markdown_context
from site_gen.pipeline.render_pages import RenderContext
from site_gen.pipeline.up_to_date import edited_sources, is_as_written
from site_gen.storage.kept_pages import KeptPages
from site_gen.storage.ledger import StoredLedger
from site_gen.storage.output import Output
from site_gen.storage.sources import Scan
from site_gen.storage.stamps import paths_in, with_sources, with_written
from site_gen.storage.state_file import Damaged, Section
from site_gen.theming.theme import Theme
from site_gen.workers import Jobs

_ROW = Row("<II")  # a checksum of a text's path, the number of a page


class KnownSite(Struct, frozen=True):
    """What a build knows before it reads any content: where the site is and what is asked of it.

    `state` is the folder of ledger and caches, `display_name` the name of the output folder in messages. The site's
    files are in that folder, or elsewhere.
    """

    root: Path
    state: str
    display_name: str
    output: Output
    is_elsewhere: bool
    settings: Settings
    scanned: Scan
    phrases: tuple[Phrases, ...]
    theme: Theme


class TextEdit(Struct, frozen=True):
    """What is to be published where only texts were edited, and what becomes of ledger and record.

    `sources` are the new facts of the texts' files by their numbers, `pages` the numbers of pages by their paths.
    """

    record: UpToDateRecord
    as_of: datetime
    order: Order
    ledger: StoredLedger
    sources: dict[int, SourceFact]
    pages: dict[str, int]

    def sections(self, written: Mapping[str, PageFact]) -> Iterator[bytes | Section]:
        """The ledger of the build that wrote these pages."""
        head = replace(self.ledger.head, as_of=self.as_of)
        return self.ledger.with_facts(head, self.sources, self.facts(written))

    def facts(self, written: Mapping[str, PageFact]) -> dict[int, PageFact]:
        """The facts of pages by their numbers."""
        return {self.pages[path]: fact for path, fact in written.items()}

    def record_of(self, written: Mapping[str, PageFact]) -> UpToDateRecord:
        """The record of the build that wrote these pages."""
        sources = {number: fact.stamp for number, fact in self.sources.items()}
        outputs = {number: fact.stamp for number, fact in self.facts(written).items()}
        return replace(
            self.record,
            as_of=self.as_of,
            sources=with_sources(self.record.sources, sources),
            outputs=with_written(self.record.outputs, outputs),
        )


class Unplanned(Struct, frozen=True):
    """What a build does that needs no plan: it publishes an `edit`, or nothing where all is as the record says."""

    record: UpToDateRecord
    edit: TextEdit | None = None


def unplanned(
    site: KnownSite,
    asked: str,
    as_of: datetime,
    record: UpToDateRecord | None,
    stored: Callable[[], StoredLedger | None],
    jobs: Jobs = None,
) -> Unplanned | None:
    """What to do where at most texts were edited since the last build, whose record and `stored` ledger are given.

    None where that is not so, or is not certain: then it takes the plan to know. Where the site's files are elsewhere,
    a record says that they are as they were written, and edited texts take the plan.
    """
    edited = edited_sources(record, asked, as_of, site.scanned.found, site.root) if record else None
    if record is None or edited is None:
        return None
    if site.is_elsewhere:
        return None if edited else Unplanned(record)
    edit = _certain_edit(site, as_of, record, edited, stored()) if edited else None
    if (edited and edit is None) or not is_as_written(record, site.output, jobs):
        return None
    return Unplanned(record, edit)


def _certain_edit(
    site: KnownSite, as_of: datetime, record: UpToDateRecord, edited: Mapping[str, int], ledger: StoredLedger | None
) -> TextEdit | None:
    """The edit of these source files, given with their numbers; None where anything is in doubt."""
    if ledger is None or ledger.tag != record.texts.ledger:
        return None
    if len(edited) > MOST_EDITED or site.settings.search == "pagefind":
        return None
    if not {*record.texts.linked, *(problem.path for problem in record.warnings)}.isdisjoint(edited):
        return None
    try:
        return _edit_of(site, as_of, record, edited, ledger)
    except (SiteError, OSError, Damaged, MsgspecError, ValueError, IndexError):
        return None  # the longer way reports what is wrong, or does without what is damaged


def _edit_of(
    site: KnownSite, as_of: datetime, record: UpToDateRecord, edited: Mapping[str, int], ledger: StoredLedger
) -> TextEdit | None:
    context = _context(site, record.texts, ledger.head)
    before = ledger.sources(edited.values())
    if context is None or before.keys() != edited.keys():
        return None
    now = _read(site, context, edited)
    if now is None or not all(_is_text_alone(fact, now[path]) for path, fact in before.items()):
        return None
    bodies = _changed_bodies(before, now)
    numbers = sorted({number for path in bodies for number in _pages_with(record.texts.rows, path)})
    facts = ledger.pages(numbers)
    pages = _pages(facts, bodies, KeptPages(site.root / site.state), ZoneInfo(site.settings.timezone))
    if pages is None:
        return None
    head = ledger.head
    return TextEdit(
        order=Order(
            context=context,
            pages=pages,
            copies={},
            changes=outdated(pages, head.shared_inputs, head.shared_inputs, facts, frozenset()),
            previous=replace(head, sources=before, pages=facts),
            altered=frozenset(),
            display_name=site.display_name,
            may_be_another_site=False,
            staying=tuple(paths_in(record.outputs)[record.pages :]),
        ),
        record=record,
        ledger=ledger,
        sources={edited[path]: fact for path, fact in now.items()},
        pages=dict(zip(facts, numbers, strict=True)),
        as_of=as_of,
    )


def _context(site: KnownSite, texts: ShownTexts, head: Ledger) -> RenderContext | None:
    """What pages are rendered with; None where it is not what the last build had."""
    checked = validated_theme(site.theme, site.settings, head.theme)
    theme = replace(site.theme, styles=checked.styles)
    state = site.root / site.state
    markdown = markdown_context(site.root, state, site.settings.markdown, clean=False)
    phrases = (*site.phrases, *theme.phrases)
    context = RenderContext(site.root, markdown, state, theme, texts.site, texts.others, phrases)
    is_same = head.reading == reading_key(site.settings) and head.shared_inputs == context.shared_inputs(checked)
    return context if is_same else None


def _read(site: KnownSite, context: RenderContext, edited: Mapping[str, int]) -> dict[str, SourceFact] | None:
    """The facts of the edited files; None where one of them is no text, or cannot be read."""
    files = [(kind, file) for kind in TEXT_FOLDERS for file in site.scanned.found[kind] if file.path in edited]
    if len(files) < len(edited):
        return None
    facts, problems = read_files(site.root, site.settings, site.scanned.began, files, context.markdown)
    return None if problems else facts


def _is_text_alone(before: SourceFact, now: SourceFact) -> bool:
    """Whether a file differs in its text alone, and its stamp proves something."""
    one, other = before.source_entry, now.source_entry
    if one is None or other is None or before.warnings or now.warnings or now.stamp == NO_STAMP:
        return False
    return is_body_edit(one, other)


def _changed_bodies(before: Mapping[str, SourceFact], now: Mapping[str, SourceFact]) -> dict[str, Body]:
    pairs = ((path, fact.source_entry, now[path].source_entry) for path, fact in before.items())
    return {path: other.body for path, one, other in pairs if one and other and one.body != other.body}


def _pages(
    facts: Mapping[str, PageFact], bodies: Mapping[str, Body], kept: KeptPages, zone: tzinfo
) -> tuple[Page, ...] | None:
    """The pages of these facts that show one of the bodies, with these; None where one is not kept as it was."""
    pages = []
    for path, fact in facts.items():
        page = kept.get(fact.key, zone)
        if page is None or page.path != path or Fingerprints().value(page) != Value(fact.key, fact.parts):
            return None
        shown = {body.path: shown_body(body, bodies[body.path]) for body in bodies_of(page) if body.path in bodies}
        if shown:  # or its text has another path of the same checksum
            pages.append(with_bodies(page, shown))
    return tuple(pages)


def _pages_with(rows: bytes, path: str) -> Iterator[int]:
    """The numbers of pages that show the text at a path, and perhaps of a few others."""
    mark = _checksum(path).to_bytes(4, "little")
    at = rows.find(mark)
    while at >= 0:
        if at % _ROW.size == 0:
            yield _ROW.unpack_from(rows, at)[1]
        at = rows.find(mark, at + 1)


def shown_texts(pages: Sequence[Page], linked: frozenset[str], context: RenderContext) -> ShownTexts:
    """What the next build needs to know of pages that show texts, in the order of the ledger.

    `linked` are the files of texts whose headings others link to.
    """
    rows = bytearray()
    for number, page in enumerate(pages):
        for body in bodies_of(page):
            rows += _ROW.pack(_checksum(body.path), number)
    return ShownTexts(bytes(rows), tuple(sorted(linked)), context.site, context.others)


def _checksum(path: str) -> int:
    return crc32(path.encode())


def tidy_kept_pages(context: RenderContext, ledger: Ledger, texts: ShownTexts) -> None:
    """Drop kept pages that are not those of the ledger, once they are many; none by a build that keeps no pages."""
    if not context.keeps_pages:
        return
    numbers = {number for _, number in _ROW.iter_unpack(texts.rows)}
    kept = KeptPages(context.state)
    if kept.is_crowded(len(numbers)):
        with suppress(OSError):  # a cache that cannot be tidied is no reason to fail
            kept.tidy(frozenset(fact.key for number, fact in enumerate(ledger.pages.values()) if number in numbers))


def join_small_packs(context: RenderContext) -> None:
    """Join small files of kept pages and rendered bodies, once they are many; which are used is not known here."""
    bodies, kept = context.markdown.cache(), KeptPages(context.state)
    with suppress(OSError):
        if bodies.is_crowded():
            bodies.compact()
        if kept.is_crowded():
            kept.tidy()
    bodies.close()
