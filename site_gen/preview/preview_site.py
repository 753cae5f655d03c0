"""The site as its sources are now: prepared whole after every edit, its pages made when somebody asks for them."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
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
from site_gen.preview.copied import Outdated, copied_bytes
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

_KEPT = 400  # pages whose bytes are at hand
_KEPT_BYTES = 64_000_000
_OWN_LEDGER = "preview-ledger"
_ATTEMPTS = 20  # at ingest while a build is at work, before an edit is told that it has to wait


class PreviewSnapshot(Struct, frozen=True):
    """A snapshot of the site, ready to be asked for pages: `files` are its pages and copies by path.

    `seeds` is what seeds.lock said under a stamp.
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
    searched: bool = False

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
        """The site, and what is held back from readers."""
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
        """What is no error, but somebody should know: of the seeds, then of the site."""
        ingested = self.snapshot.inputs.ingested
        return ingested.problems + ingested.notices + self.snapshot.notices.all

    @property
    def root(self) -> str:
        """The path below which the site is published: "" or "/news"."""
        return root_of(self.settings.base_url)

    def unsure_of(self, source: str) -> tuple[str, ...]:
        """What ingest is unsure of in the post with this source, as far as nobody has settled it."""
        fact = self.sources.get(source)
        return self.seeds.doubts_of(fact.entry) if fact is not None and fact.entry is not None else ()


class RenderedPage(Struct, frozen=True):
    """A file as it is served: its bytes, their tag, what it was made from, and why it was made last."""

    path: str
    data: bytes
    tag: str
    page: Page | None = None
    shared_inputs: SharedInputs | None = None
    reasons: tuple[str, ...] = ()


class PreviewSite:
    """The living builder. One thread calls `renew`; any thread may ask `show`."""

    def __init__(self, root: Path, address: str, clock: Callable[[], datetime]) -> None:
        self.root, self.address, self.clock = root, address, clock
        self.current: PreviewSnapshot | None = None
        self.problems: tuple[Problem, ...] = ()  # why the last edit has no edition
        self.page_errors: tuple[
            Problem, ...
        ] = ()  # why pages of the edition cannot be made, as far as they were proved
        self.behind = False
        self.busy_at = 0.0  # when it was renewed or asked for a page last, by the monotonic clock
        request = SiteRequest(drafts=True, future=True, expired=True, host=address)
        self._session = SiteSession(root, request, self._remembered, partial(_patient_lock, root / STATE))
        self._body_renderer: tuple[MarkdownContext, BodyRenderer] | None = None
        self._shown: OrderedDict[str, RenderedPage] = OrderedDict()
        self._held_bytes = 0
        self._lock = threading.RLock()

    def renew(self, touched: frozenset[str] | None, jobs: int | None = 1) -> bool:
        """Prepare the site anew after edits of these files (None: of any); whether that went well.

        Where it did not, the last edition stays, and `problems` tell why.
        """
        try:
            self._session.jobs = jobs
            current = self._prepared(touched)
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
        """A file of the present edition. `SiteError` where it cannot be made; then its last good bytes are kept.

        `Outdated` where it is no longer a file of the site, or is being changed; this is not asked `as_it_is`.
        """
        current = self.current
        assert current is not None
        self.busy_at = time.monotonic()
        file = current.files.get(path)
        if file is None:
            raise Outdated(f"{path} has gone.")
        if isinstance(file, Artifact):
            return RenderedPage(path, file.content, digest(file.content)[:32])
        if isinstance(file, StaticFile):
            data = copied_bytes(self.root, path, file, as_it_is)
            return RenderedPage(path, data, (digest(data) if as_it_is else file.digest)[:32])
        before = self._shown.get(path)
        if before is not None and before.shared_inputs == current.shared_inputs and before.page is file:
            return before
        with self._lock:
            return self._made(current, path, file, self._shown.get(path))

    def errors_of(self, current: PreviewSnapshot, page: Page) -> tuple[Problem, ...]:
        """What is wrong with a page. Its bytes are not kept: there is no room for those of all."""
        with self._lock:
            try:
                current.bytes_of(page)
            except SiteError as error:
                return error.problems
            except (OutsideError, OSError):
                return ()  # a source that has just gone: an edit is on its way
        return ()

    def unseen(self, touched: frozenset[str] | None) -> frozenset[str] | None:
        """Of files that were touched those that are not as they were read last: ingest itself writes posts, too."""
        if touched is None or self.current is None:
            return touched
        if LOCK in touched and self.current.seeds_stamp == source_stamp(self.root / LOCK):
            touched -= {LOCK}
        asked = {path for path in touched if path.startswith("content/")}
        if not asked:
            return touched
        files = chain.from_iterable(self.current.snapshot.inputs.scanned.found.values())
        known = {file.path: file.stamp for file in files if file.path in asked}
        return touched - {path for path, stamp in known.items() if stamp == source_stamp(self.root / path)}

    def address_of(self, source: str) -> str:
        """The address of the page that a source file is the text of; "" where there is none."""
        current = self.current
        pages = current.files.values() if current else ()
        found = next((page for page in pages if isinstance(page, Page) and page.source == source), None)
        return current.root + found.info.url if current and found else ""

    def searched(self) -> PreviewSnapshot | None:
        """The present edition with its search index, which is dear and is made for whoever searches."""
        with self._lock:
            current = self.current
            if current is None or current.searched:
                return current
            try:
                # Beside that of a build, which must not hold drafts.
                index = search_index(
                    current.indexed.site, current.snapshot.context.markdown, self.root / STATE / "preview"
                )
            except (SiteError, OutsideError):
                return current
            self.current = replace(current, files={**current.files, **index}, searched=True)
            return self.current

    def last_good(self, path: str) -> RenderedPage | None:
        """A page as it was last made, whatever became of it since."""
        return self._shown.get(path)

    def _made(self, current: PreviewSnapshot, path: str, page: Page, before: RenderedPage | None) -> RenderedPage:
        reasons: tuple[str, ...] = ("it is requested for the first time",)
        if before is not None and before.page is not None and before.shared_inputs is not None:
            reasons = reasons_since(before.page, before.shared_inputs, page, current.shared_inputs)
            if not reasons:
                reasons = before.reasons
                shown = replace(before, page=page, shared_inputs=current.shared_inputs)
                self._keep(shown)
                return shown
        try:
            data = current.bytes_of(page)
        except (OutsideError, OSError) as error:  # a source that has just gone, or a disk that fails
            raise SiteError((Problem(page.source, 0, 0, str(error), "Save again when it is fixed."),)) from error
        shown = RenderedPage(path, data, digest(data)[:32], page, current.shared_inputs, reasons)
        self._keep(shown)
        return shown

    def _keep(self, shown: RenderedPage) -> None:
        old = self._shown.pop(shown.path, None)
        self._held_bytes += len(shown.data) - (len(old.data) if old else 0)
        self._shown[shown.path] = shown
        while len(self._shown) > _KEPT or (self._held_bytes > _KEPT_BYTES and len(self._shown) > 1):
            _, dropped = self._shown.popitem(last=False)
            self._held_bytes -= len(dropped.data)

    def _prepared(self, touched: frozenset[str] | None) -> PreviewSnapshot:
        snapshot = self._session.refresh(self.clock(), touched)
        seeds, seeds_stamp = self._seeds_locked()
        current = PreviewSnapshot(
            number=self.current.number + 1 if self.current else 1,
            snapshot=snapshot,
            files={page.path: page for page in snapshot.plan.pages} | dict(snapshot.copies),
            bytes_of=self._page_renderer(snapshot.context),
            withheld={one.url: one for one in snapshot.indexed.withheld},
            seeds=seeds,
            seeds_stamp=seeds_stamp,
            seconds=self._session.watch.take(),
        )
        return self._with_rules(current)

    def _seeds_locked(self) -> tuple[SeedLock, Stamp]:
        """seeds.lock, read again where it changed; an empty one where it cannot be read, which ingest reports."""
        stamp, last = source_stamp(self.root / LOCK), self.current
        if last is not None and last.seeds_stamp == stamp:
            return last.seeds, stamp
        lock = load_lock(self.root / LOCK)
        return lock if isinstance(lock, SeedLock) else SeedLock(), stamp

    def _page_renderer(self, context: RenderContext) -> Callable[[Page], bytes]:
        """What gives a page's bytes, with one cache of rendered bodies for as long as the Markdown settings stay."""
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

    def _remembered(self) -> Ledger:
        """What the last preview read, else the last build."""
        own = ledgers.load(self.root / STATE / _OWN_LEDGER)
        if own.sources:
            return own
        built = sorted((self.root / STATE).glob("ledger-????????????"), key=lambda path: path.stat().st_mtime)
        return replace(ledgers.load(built[-1]), pages={}) if built else own

    def remember(self) -> None:
        """Put down what was read, so that the next preview starts sooner."""
        if self._session.snapshot is not None:
            ledgers.save(self.root / STATE / _OWN_LEDGER, self._session.snapshot.ledger)


def reasons_since(old: Page, then: SharedInputs, page: Page, now: SharedInputs) -> tuple[str, ...]:
    """Why a page has to be made again, in the words of a build's --explain; nothing where it has not."""
    value = Fingerprints().value(old)
    fact = PageFact(value.key, b"", NO_STAMP, value.parts)
    changes = outdated((page,), now, then, {page.path: fact}, frozenset())
    return changes[0].reasons if changes else ()


@contextmanager
def _patient_lock(state: Path) -> Iterator[None]:
    """The lock of ledger and caches; a build that is at work is waited for a while."""
    for last in (False,) * _ATTEMPTS + (True,):
        with ExitStack() as withheld:
            try:
                withheld.enter_context(state_lock(state))
            except OutsideError:
                if last:
                    raise
                time.sleep(0.1)
                continue
            yield
            return
