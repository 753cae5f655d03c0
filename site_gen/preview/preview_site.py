"""The site as its sources are now: prepared after every edit, its pages rendered on request."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.indexing.index import Indexed
from site_gen.ingest.lock_file import LOCK, load_lock
from site_gen.model.artifact import Artifact
from site_gen.model.ledger import NO_STAMP, Ledger, PageFact, SharedInputs, SourceFact, Stamp
from site_gen.model.lock import SeedLock
from site_gen.model.page import Page
from site_gen.model.post import Withheld
from site_gen.model.problem import OutsideError, Problem, SiteError
from site_gen.model.settings import Settings
from site_gen.model.theme import StaticFile
from site_gen.outdated import Fingerprints, outdated
from site_gen.pipeline.render_bodies import BodyRenderer, MarkdownContext
from site_gen.pipeline.render_pages import RenderContext, page_renderer
from site_gen.pipeline.search_index import search_index
from site_gen.preview.copied import FileChanged, copied_bytes
from site_gen.preview.rules import HeaderRule, RedirectRule, read_headers, read_redirects
from site_gen.session import STATE, SiteRequest, SiteSession, Snapshot
from site_gen.storage import ledger as ledgers
from site_gen.storage.files import source_stamp
from site_gen.storage.os_faults import outside_problem
from site_gen.storage.state import state_lock
from site_gen.storage.templates import prepare_templates
from site_gen.text.digest import digest
from site_gen.theming.theme import Theme
from site_gen.urls import root_of

_KEPT = 400  # pages whose bytes are in memory
_KEPT_BYTES = 64_000_000
_OWN_LEDGER = "preview-ledger"
_PATIENCE = 2.0  # seconds for a running build, before an edit is refused


class PreviewSnapshot(Struct, frozen=True):
    """A snapshot of the site, ready to render pages: `files` are its pages and copies by path.

    `seeds` is the content of seeds.lock as of its stamp.
    """

    number: int
    snapshot: Snapshot
    files: Mapping[str, Page | StaticFile | Artifact]
    bytes_of: Callable[[Page], bytes]
    withheld: dict[str, Withheld]
    seeds: SeedLock
    seeds_stamp: Stamp
    seconds: dict[str, float]
    headers: tuple[HeaderRule, ...] = ()
    redirects: tuple[RedirectRule, ...] = ()
    has_search_index: bool = False

    @property
    def settings(self) -> Settings:
        """The settings, with the preview's own address."""
        return self.snapshot.inputs.settings

    @property
    def theme(self) -> Theme:
        """The theme as it was checked."""
        return self.snapshot.theme

    @property
    def indexed(self) -> Indexed:
        """The site, and the posts that are held."""
        return self.snapshot.indexed

    @property
    def shared_inputs(self) -> SharedInputs:
        """What all pages depend on."""
        return self.snapshot.shared_inputs

    @property
    def sources(self) -> Mapping[str, SourceFact]:
        """What was read, by path."""
        return self.snapshot.sources.facts

    @property
    def notices(self) -> tuple[Problem, ...]:
        """Warnings, of the seeds and then of the site."""
        ingested = self.snapshot.inputs.ingested
        return ingested.problems + ingested.notices + self.snapshot.notices.all

    @property
    def root(self) -> str:
        """The path below which the site is published: "" or "/news"."""
        return root_of(self.settings.base_url)

    def unsure_of(self, source: str) -> tuple[str, ...]:
        """What ingest is unsure of in the post with this source, unless a person has settled it."""
        fact = self.sources.get(source)
        return self.seeds.doubts_of(fact.entry) if fact is not None and fact.entry is not None else ()


class RenderedPage(Struct, frozen=True):
    """A file as it is served: its bytes, their tag, what it was rendered from, and why it was rendered last."""

    path: str
    data: bytes
    tag: str
    page: Page | None = None
    shared_inputs: SharedInputs | None = None
    reasons: tuple[str, ...] = ()


class PreviewSite:
    """The site in memory, kept up to date. One thread calls `refresh`; any thread may call `show`."""

    def __init__(self, root: Path, address: str, clock: Callable[[], datetime]) -> None:
        self.root, self.address, self.clock = root, address, clock
        self.current: PreviewSnapshot | None = None
        self.problems: tuple[Problem, ...] = ()  # why the last edit has no snapshot
        self.page_errors: tuple[Problem, ...] = ()  # of pages of the snapshot, as far as they were checked
        self.behind = False
        self.busy_at = 0.0  # when it was last refreshed or asked for a page, by the monotonic clock
        request = SiteRequest(drafts=True, future=True, expired=True, host=address)
        self._session = SiteSession(root, request, self._load_ledger, partial(state_lock, root / STATE, _PATIENCE))
        self._body_renderer: tuple[MarkdownContext, BodyRenderer] | None = None
        self._rendered: OrderedDict[str, RenderedPage] = OrderedDict()
        self._rendered_bytes = 0
        self._lock = threading.RLock()

    def refresh(self, touched: frozenset[str] | None, jobs: int | None = 1) -> bool:
        """Prepare the site again after edits of these files (None: of any); whether that succeeded.

        Where it did not, the last snapshot stays, and `problems` say why.
        """
        try:
            self._session.jobs = jobs
            current = self._prepare(touched)
        except SiteError as error:
            self.problems = error.problems
            return False
        except (OutsideError, OSError) as error:
            self.problems = (outside_problem(error),)
            return False
        self.busy_at = time.monotonic()
        with self._lock:
            self.current, self.problems = current, ()
        return True

    def warm(self) -> None:
        """Load what the first seed would have to wait for."""
        self._session.warm()

    @property
    def until(self) -> datetime | None:
        """The next moment at which a post comes due or expires."""
        return self.current.snapshot.ledger.until if self.current else None

    def show(self, path: str, as_it_is: bool = False) -> RenderedPage:
        """A file of the current snapshot. `SiteError` where it cannot be rendered; then its last good bytes are kept.

        `FileChanged` where it is no longer a file of the site, or is being changed, which `as_it_is` does not check.
        """
        current = self.current
        assert current is not None
        self.busy_at = time.monotonic()
        file = current.files.get(path)
        if file is None:
            raise FileChanged(f"{path} has gone.")
        if isinstance(file, Artifact):
            return RenderedPage(path, file.content, digest(file.content)[:32])
        if isinstance(file, StaticFile):
            data = copied_bytes(self.root, path, file, as_it_is)
            return RenderedPage(path, data, (digest(data) if as_it_is else file.digest)[:32])
        previous = self._rendered.get(path)
        if previous is not None and previous.shared_inputs == current.shared_inputs and previous.page is file:
            return previous
        with self._lock:
            return self._render(current, path, file, self._rendered.get(path))

    def errors_of(self, current: PreviewSnapshot, page: Page) -> tuple[Problem, ...]:
        """What is wrong with a page. Its bytes are not kept: those of all pages would not fit in memory."""
        with self._lock:
            try:
                current.bytes_of(page)
            except SiteError as error:
                return error.problems
            except (OutsideError, OSError):
                return ()  # a source that has just gone: an edit is under way
        return ()

    def unread(self, touched: frozenset[str] | None) -> frozenset[str] | None:
        """The touched files that differ from what was read last; ingest writes posts itself, which are no edits."""
        if touched is None or self.current is None:
            return touched
        if LOCK in touched and self.current.seeds_stamp == source_stamp(self.root / LOCK):
            touched -= {LOCK}
        previous = filter(None, map(self.current.snapshot.inputs.scanned.file_at, touched))
        return touched - {file.path for file in previous if file.stamp == source_stamp(self.root / file.path)}

    def address_of(self, source: str) -> str:
        """The address of the page with the text of a source file; "" where there is none."""
        current = self.current
        pages = chain(current.snapshot.replaced or (), current.files.values()) if current else ()
        found = next((page for page in pages if isinstance(page, Page) and page.source == source), None)
        return current.root + found.info.url if current and found else ""

    def with_search_index(self) -> PreviewSnapshot | None:
        """The current snapshot with its search index, which is expensive and made only when somebody searches."""
        with self._lock:
            current = self.current
            if current is None or current.has_search_index:
                return current
            try:
                # In a folder of its own: the index of a build must not hold drafts.
                index = search_index(
                    current.indexed.site, current.snapshot.context.markdown, self.root / STATE / "preview"
                )
            except (SiteError, OutsideError):
                return current
            self.current = replace(current, files={**current.files, **index}, has_search_index=True)
            return self.current

    def last_good(self, path: str) -> RenderedPage | None:
        """A page as it was last rendered, whatever has changed since."""
        return self._rendered.get(path)

    def _render(self, current: PreviewSnapshot, path: str, page: Page, previous: RenderedPage | None) -> RenderedPage:
        reasons: tuple[str, ...] = ("it is requested for the first time",)
        if previous is not None and previous.page is not None and previous.shared_inputs is not None:
            reasons = reasons_since(previous.page, previous.shared_inputs, page, current.shared_inputs)
            if not reasons:
                reasons = previous.reasons
                rendered = replace(previous, page=page, shared_inputs=current.shared_inputs)
                self._keep(rendered)
                return rendered
        try:
            data = current.bytes_of(page)
        except (OutsideError, OSError) as error:  # a source that has just gone, or a disk error
            raise SiteError((Problem(page.source, 0, 0, str(error), "Save again when it is fixed."),)) from error
        rendered = RenderedPage(path, data, digest(data)[:32], page, current.shared_inputs, reasons)
        self._keep(rendered)
        return rendered

    def _keep(self, rendered: RenderedPage) -> None:
        old = self._rendered.pop(rendered.path, None)
        self._rendered_bytes += len(rendered.data) - (len(old.data) if old else 0)
        self._rendered[rendered.path] = rendered
        while len(self._rendered) > _KEPT or (self._rendered_bytes > _KEPT_BYTES and len(self._rendered) > 1):
            _, dropped = self._rendered.popitem(last=False)
            self._rendered_bytes -= len(dropped.data)

    def _prepare(self, touched: frozenset[str] | None) -> PreviewSnapshot:
        last, before = self.current, self._session.snapshot
        snapshot = self._session.refresh(self.clock(), touched)
        seeds, seeds_stamp = self._seed_lock()
        if last is not None and last.snapshot is before and snapshot.replaced is not None:
            return replace(
                last,
                number=last.number + 1,
                snapshot=snapshot,
                files=_files_of(snapshot) if last.has_search_index else _with_pages(last.files, snapshot.replaced),
                has_search_index=False,
                seeds=seeds,
                seeds_stamp=seeds_stamp,
                seconds=self._session.watch.take(),
            )
        current = PreviewSnapshot(
            number=last.number + 1 if last else 1,
            snapshot=snapshot,
            files=_files_of(snapshot),
            bytes_of=self._page_renderer(snapshot.context),
            withheld={one.url: one for one in snapshot.indexed.withheld},
            seeds=seeds,
            seeds_stamp=seeds_stamp,
            seconds=self._session.watch.take(),
        )
        return self._with_rules(current)

    def _seed_lock(self) -> tuple[SeedLock, Stamp]:
        """seeds.lock, read again where it changed; an empty one where it cannot be read, which ingest reports."""
        stamp, last = source_stamp(self.root / LOCK), self.current
        if last is not None and last.seeds_stamp == stamp:
            return last.seeds, stamp
        lock = load_lock(self.root / LOCK)
        return lock if isinstance(lock, SeedLock) else SeedLock(), stamp

    def _page_renderer(self, context: RenderContext) -> Callable[[Page], bytes]:
        """The function that renders pages, with one cache of bodies until the Markdown settings change."""
        if self._body_renderer is None or self._body_renderer[0] != context.markdown:
            self._body_renderer = context.markdown, BodyRenderer(context.markdown)
        return page_renderer(context, prepare_templates(self.root / STATE / "templates"), self._body_renderer[1])

    def _with_rules(self, current: PreviewSnapshot) -> PreviewSnapshot:
        found = {}
        for name in ("_headers", "_redirects"):
            file = current.files.get(name)
            if isinstance(file, Page):
                found[name] = current.bytes_of(file)
            elif file is not None:
                found[name] = file.content if isinstance(file, Artifact) else copied_bytes(self.root, name, file)
        texts = {name: data.decode("utf-8", "replace") for name, data in found.items()}
        headers, redirects = read_headers(texts.get("_headers", "")), read_redirects(texts.get("_redirects", ""))
        return replace(current, headers=headers, redirects=redirects)

    def _load_ledger(self) -> Ledger:
        """The ledger of the last preview, else of the last build."""
        own = ledgers.load(self.root / STATE / _OWN_LEDGER)
        if own.sources:
            return own
        built = sorted((self.root / STATE).glob("ledger-????????????"), key=lambda path: path.stat().st_mtime)
        return ledgers.load(built[-1], with_pages=False) if built else own

    def save_ledger(self) -> None:
        """Save what was read, so that the next preview starts sooner."""
        if self._session.snapshot is not None:
            ledgers.save(self.root / STATE / _OWN_LEDGER, self._session.snapshot.ledger)


def _files_of(snapshot: Snapshot) -> dict[str, Page | StaticFile | Artifact]:
    return {page.path: page for page in snapshot.plan.pages} | dict(snapshot.copies)


def _with_pages(
    files: Mapping[str, Page | StaticFile | Artifact], pages: Iterable[Page]
) -> dict[str, Page | StaticFile | Artifact]:
    """The files with other pages at the same paths."""
    return {**files, **{page.path: page for page in pages}}


def reasons_since(old: Page, earlier: SharedInputs, page: Page, now: SharedInputs) -> tuple[str, ...]:
    """Why a page has to be rendered again, in the words of a build's --explain; empty where it has not."""
    value = Fingerprints().value(old)
    fact = PageFact(value.key, b"", NO_STAMP, value.parts)
    changes = outdated((page,), now, earlier, {page.path: fact}, frozenset())
    return changes[0].reasons if changes else ()
