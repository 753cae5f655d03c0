"""The site as its sources are now: prepared whole after every edit, its pages made when somebody asks for them."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_gen.build import STATE
from site_gen.changes import Marks, outdated
from site_gen.disk import ledger as ledgers
from site_gen.disk.files import source_stamp
from site_gen.disk.os_faults import outside_problem
from site_gen.disk.output import Output
from site_gen.disk.state import state_lock
from site_gen.disk.templates import prepare_templates
from site_gen.indexing.index import Indexed
from site_gen.indexing.published import Include
from site_gen.ingest import IngestCache, IngestOptions, ingest
from site_gen.ingest.lock_file import LOCK, load_lock
from site_gen.model.artifact import Artifact
from site_gen.model.ledger import NO_STAMP, Ledger, PageFact, SourceFact, Stamp, Surroundings
from site_gen.model.lock import SeedLock
from site_gen.model.page import Page
from site_gen.model.post import Held
from site_gen.model.problem import OutsideError, Problem, SiteError
from site_gen.model.settings import Settings
from site_gen.model.theme import StaticFile
from site_gen.serving.copied import Outdated, copied_bytes
from site_gen.serving.rules import HeaderRule, RedirectRule, read_headers, read_redirects
from site_gen.stages.anew import indexed_anew, planned_anew
from site_gen.stages.dress import dress, vetted
from site_gen.stages.notices import notices_of
from site_gen.stages.past import Past, edited_texts
from site_gen.stages.read import Scanned, read_sources, reading_key, scanned
from site_gen.stages.recall import next_turn
from site_gen.stages.redirects import redirects_of, redirects_text
from site_gen.stages.rendering import HtmlOf, Pressroom, pressroom
from site_gen.stages.searching import search_index
from site_gen.stages.settings import load_settings, refuse_past_contact
from site_gen.stages.workshop import copies_of, printer, shop_for
from site_gen.theming.theme import Theme
from site_gen.urls import root_of
from site_gen.wording.digest import digest

ALL = Include(drafts=True, future=True, expired=True)
_KEPT = 400  # pages whose bytes are at hand
_KEPT_BYTES = 64_000_000
_OWN_LEDGER = "preview-ledger"


class Edition(Struct, frozen=True):
    """The site at one moment, ready to be asked for pages: `files` are its pages and copies by path."""

    number: int
    settings: Settings
    theme: Theme
    indexed: Indexed
    files: Mapping[str, Page | StaticFile | Artifact]
    surroundings: Surroundings
    bytes_of: Callable[[Page], bytes]
    held: dict[str, Held]
    seeds: SeedLock = SeedLock()
    sources: Mapping[str, SourceFact] = {}
    headers: tuple[HeaderRule, ...] = ()
    redirects: tuple[RedirectRule, ...] = ()
    notices: tuple[Problem, ...] = ()
    seconds: dict[str, float] = {}
    searched: bool = False

    @property
    def root(self) -> str:
        """The path below which the site is published: "" or "/news"."""
        return root_of(self.settings.base_url)

    def unsure_of(self, source: str) -> tuple[str, ...]:
        """What ingest is unsure of in the post with this source, as far as nobody has settled it."""
        fact = self.sources.get(source)
        return self.seeds.doubts_of(fact.entry) if fact is not None and fact.entry is not None else ()


class Shown(Struct, frozen=True):
    """A file as it is served: its bytes, their tag, what it was made from, and why it was made last."""

    path: str
    data: bytes
    tag: str
    page: Page | None = None
    surroundings: Surroundings | None = None
    reasons: tuple[str, ...] = ()


class Studio:
    """The living builder. One thread calls `renew`; any thread may ask `show`."""

    def __init__(self, root: Path, address: str, clock: Callable[[], datetime]) -> None:
        self.root, self.address, self.clock = root, address, clock
        self.edition: Edition | None = None
        self.problems: tuple[Problem, ...] = ()  # why the last edit has no edition
        self.flaws: tuple[Problem, ...] = ()  # why pages of the edition cannot be made, as far as they were proved
        self.behind = False
        self.busy_at = 0.0  # when it was renewed or asked for a page last, by the monotonic clock
        self.until: datetime | None = None
        self._past: Past | None = None
        self._touched: frozenset[str] | None = frozenset()
        self._room: Pressroom | None = None
        self._press: HtmlOf | None = None
        self._theme: tuple[Settings, Theme] | None = None  # for these settings
        self._ingest_cache = IngestCache(root)
        self._notices: tuple[Problem, ...] = ()  # of the seeds
        self._lock_of_seeds: tuple[Stamp, SeedLock] = NO_STAMP, SeedLock()
        self._shown: OrderedDict[str, Shown] = OrderedDict()
        self._held_bytes = 0
        self._lock = threading.RLock()

    def renew(self, touched: frozenset[str] | None, jobs: int | None = 1) -> bool:
        """Prepare the site anew after edits of these files (None: of any); whether that went well.

        Where it did not, the last edition stays, and `problems` tell why.
        """
        self._touched = None if touched is None or self._touched is None else self._touched | touched
        try:
            edition = self._prepared(self._touched, jobs)
        except SiteError as error:
            self.problems = error.problems
            return False
        except (OutsideError, OSError) as error:
            self.problems = (outside_problem(error),)
            return False
        self._touched = frozenset()
        self.busy_at = time.monotonic()
        with self._lock:
            self.edition, self.problems = edition, ()
        return True

    def warm(self) -> None:
        """Load what the first seed would have to wait for."""
        if self._past is not None and self._past.scanned is not None:
            self._ingest_cache.look(_posts_of(self._past.scanned), frozenset())
        self._ingest_cache.warm()

    def show(self, path: str, as_it_is: bool = False) -> Shown:
        """A file of the present edition. `SiteError` where it cannot be made; then its last good bytes are kept.

        `Outdated` where it is no longer a file of the site, or is being changed; this is not asked `as_it_is`.
        """
        edition = self.edition
        assert edition is not None
        self.busy_at = time.monotonic()
        file = edition.files.get(path)
        if file is None:
            raise Outdated(f"{path} has gone.")
        if isinstance(file, Artifact):
            return Shown(path, file.content, digest(file.content)[:32])
        if isinstance(file, StaticFile):
            data = copied_bytes(self.root, path, file, as_it_is)
            return Shown(path, data, (digest(data) if as_it_is else file.digest)[:32])
        before = self._shown.get(path)
        if before is not None and before.surroundings == edition.surroundings and before.page is file:
            return before
        with self._lock:
            return self._made(edition, path, file, self._shown.get(path))

    def flaws_of(self, edition: Edition, page: Page) -> tuple[Problem, ...]:
        """What is wrong with a page. Its bytes are not kept: there is no room for those of all."""
        with self._lock:
            try:
                edition.bytes_of(page)
            except SiteError as error:
                return error.problems
            except (OutsideError, OSError):
                return ()  # a source that has just gone: an edit is on its way
        return ()

    def unseen(self, touched: frozenset[str] | None) -> frozenset[str] | None:
        """Of files that were touched those that are not as they were read last: ingest itself writes posts, too."""
        if touched is None or self._past is None or self._past.scanned is None:
            return touched
        if LOCK in touched and self._lock_of_seeds[0] == source_stamp(self.root / LOCK):
            touched -= {LOCK}
        asked = {path for path in touched if path.startswith("content/")}
        if not asked:
            return touched
        files = chain.from_iterable(self._past.scanned.found.values())
        known = {file.path: file.stamp for file in files if file.path in asked}
        return touched - {path for path, stamp in known.items() if stamp == source_stamp(self.root / path)}

    def address_of(self, source: str) -> str:
        """The address of the page that a source file is the text of; "" where there is none."""
        edition = self.edition
        pages = edition.files.values() if edition else ()
        found = next((page for page in pages if isinstance(page, Page) and page.source == source), None)
        return edition.root + found.info.url if edition and found else ""

    def searched(self) -> Edition | None:
        """The present edition with its search index, which is dear and is made for whoever searches."""
        with self._lock:
            edition = self.edition
            if edition is None or edition.searched or self._room is None:
                return edition
            try:
                # Beside that of a build, which must not hold drafts.
                index = search_index(edition.indexed.site, self._room, self.root / STATE / "preview")
            except (SiteError, OutsideError):
                return edition
            self.edition = replace(edition, files={**edition.files, **index}, searched=True)
            return self.edition

    def last_good(self, path: str) -> Shown | None:
        """A page as it was last made, whatever became of it since."""
        return self._shown.get(path)

    def _made(self, edition: Edition, path: str, page: Page, before: Shown | None) -> Shown:
        reasons: tuple[str, ...] = ("it is asked for the first time",)
        if before is not None and before.page is not None and before.surroundings is not None:
            reasons = reasons_since(before.page, before.surroundings, page, edition.surroundings)
            if not reasons:
                reasons = before.reasons
                shown = replace(before, page=page, surroundings=edition.surroundings)
                self._keep(shown)
                return shown
        try:
            data = edition.bytes_of(page)
        except (OutsideError, OSError) as error:  # a source that has just gone, or a disk that fails
            raise SiteError((Problem(page.source, 0, 0, str(error), "Save again when it is fixed."),)) from error
        shown = Shown(path, data, digest(data)[:32], page, edition.surroundings, reasons)
        self._keep(shown)
        return shown

    def _keep(self, shown: Shown) -> None:
        old = self._shown.pop(shown.path, None)
        self._held_bytes += len(shown.data) - (len(old.data) if old else 0)
        self._shown[shown.path] = shown
        while len(self._shown) > _KEPT or (self._held_bytes > _KEPT_BYTES and len(self._shown) > 1):
            _, dropped = self._shown.popitem(last=False)
            self._held_bytes -= len(dropped.data)

    def _prepared(self, touched: frozenset[str] | None, jobs: int | None) -> Edition:
        watch = _Laps()
        settings = self._settings()
        as_of = self.clock()
        refuse_past_contact(self.root, settings, as_of)
        past = self._past or Past(self._remembered())
        files = scanned(self.root, past.scanned, touched)
        made = self._take_in(settings, touched, files, jobs)
        if made:
            files = replace(scanned(self.root, files, made), began=files.began)
        seeds = self._seeds_locked()
        watch("ingest")
        theme = self._dressed(settings, touched)
        led = redirects_text(self.root)
        asked = digest(msgspec.json.encode((settings, digest(led))))  # the theme has no part in index and plan
        room = pressroom(self.root, self.root / STATE, settings.markdown, False)
        sources = read_sources(self.root, settings, past.ledger, files, room, jobs)
        watch("read")
        edited = edited_texts(past.ledger, sources, asked, as_of) if past.indexed is not None else None
        indexed = indexed_anew(past, edited, sources, settings, as_of, ALL, redirects_of(led))
        watch("index")
        plan = planned_anew(self.root, past, edited, indexed, sources, room)
        watch("plan")
        vetting = vetted(theme, settings, past.ledger.theme)
        theme = replace(theme, styles=vetting.styles)
        shop = shop_for(self.root, indexed.site, theme, self.root / STATE, room, Output(self.root / STATE / "preview"))
        now = shop.surroundings(vetting)
        copies = copies_of(theme, sources.static)
        watch("theme")
        self.until = next_turn(sources.posts, as_of)
        ledger = Ledger(
            reading_key(settings), sources.facts, now, theme=vetting, asked=asked, as_of=as_of, until=self.until,
            beside=indexed.beside,
        )  # fmt: skip
        notices = notices_of(self.root, files.passed, sources, indexed, theme, vetting)
        self._past = Past(ledger, files, indexed, plan)
        edition = Edition(
            number=self.edition.number + 1 if self.edition else 1,
            settings=settings,
            theme=theme,
            indexed=indexed,
            files={page.path: page for page in plan.pages} | dict(copies),
            surroundings=now,
            bytes_of=printer(shop, prepare_templates(self.root / STATE / "templates"), self._press_for(room)),
            held={one.url: one for one in indexed.held},
            seeds=seeds,
            sources=sources.facts,
            notices=self._notices + notices.all,
            seconds=watch.seconds,
        )
        return self._with_rules(edition)

    def _settings(self) -> Settings:
        """The site's settings, published at the preview's own address, below the path where the site is to stand."""
        settings = load_settings(self.root)
        path = urlsplit(settings.base_url).path or "/"
        return replace(settings, base_url=urlunsplit(("http", self.address, path, "", "")))

    def _dressed(self, settings: Settings, touched: frozenset[str] | None) -> Theme:
        """The theme as it is on disk; none of its files is read again that nobody touched."""
        if touched is None or self._theme is None or self._theme[0] != settings or any(map(_is_of_theme, touched)):
            self._theme = settings, dress(self.root, settings)
        return self._theme[1]

    def _take_in(
        self, settings: Settings, touched: frozenset[str] | None, files: Scanned, jobs: int | None
    ) -> frozenset[str]:
        """Ingest seeds where any may have changed; the posts that were written."""
        if touched is not None and not any(path.startswith("seeds") for path in touched):
            return frozenset()
        self._ingest_cache.look(_posts_of(files), touched)
        for last in (False,) * 20 + (True,):
            try:
                with state_lock(self.root / STATE):
                    ingested = ingest(self.root, settings, IngestOptions(jobs=jobs), cache=self._ingest_cache)
                break
            except OutsideError:  # a build is at work
                if last:
                    raise
                time.sleep(0.1)
        self._notices = ingested.problems + ingested.notices
        made = frozenset(ingested.made.values())
        self._touched = None if self._touched is None else self._touched | made
        return made

    def _seeds_locked(self) -> SeedLock:
        """seeds.lock, read again where it changed; an empty one where it cannot be read, which ingest reports."""
        stamp = source_stamp(self.root / LOCK)
        if stamp != self._lock_of_seeds[0]:
            lock = load_lock(self.root / LOCK)
            self._lock_of_seeds = stamp, lock if isinstance(lock, SeedLock) else SeedLock()
        return self._lock_of_seeds[1]

    def _press_for(self, room: Pressroom) -> HtmlOf:
        """One cache of rendered bodies for as long as the Markdown settings stay."""
        if self._press is None or self._room != room:
            self._room, self._press = room, HtmlOf(room)
        return self._press

    def _with_rules(self, edition: Edition) -> Edition:
        found = {}
        for name in ("_headers", "_redirects"):
            file = edition.files.get(name)
            if isinstance(file, Page):
                found[name] = edition.bytes_of(file)
            elif file is not None:
                found[name] = file.content if isinstance(file, Artifact) else copied_bytes(self.root, name, file)
        texts = {name: data.decode("utf-8", "replace") for name, data in found.items()}
        headers, redirects = read_headers(texts.get("_headers", "")), read_redirects(texts.get("_redirects", ""))
        return replace(edition, headers=headers, redirects=redirects)

    def _remembered(self) -> Ledger:
        """What the last preview read, else the last build."""
        own = ledgers.load(self.root / STATE / _OWN_LEDGER)
        if own.sources:
            return own
        built = sorted((self.root / STATE).glob("ledger-????????????"), key=lambda path: path.stat().st_mtime)
        return replace(ledgers.load(built[-1]), pages={}) if built else own

    def remember(self) -> None:
        """Put down what was read, so that the next preview starts sooner."""
        if self._past is not None:
            ledgers.save(self.root / STATE / _OWN_LEDGER, self._past.ledger)


def reasons_since(old: Page, then: Surroundings, page: Page, now: Surroundings) -> tuple[str, ...]:
    """Why a page has to be made again, in the words of a build's --explain; nothing where it has not."""
    value = Marks().value(old)
    fact = PageFact(value.key, b"", NO_STAMP, value.parts)
    changes = outdated((page,), now, then, {page.path: fact}, frozenset())
    return changes[0].reasons if changes else ()


def _posts_of(files: Scanned) -> list[tuple[str, Stamp]]:
    return [(file.name, file.stamp) for file in files.found["posts"]]


def _is_of_theme(path: str) -> bool:
    return path.startswith(("themes", "templates"))


class _Laps:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def __call__(self, stage: str) -> None:
        now = time.perf_counter()
        self.seconds[stage] = round(now - self._last, 4)
        self._last = now
