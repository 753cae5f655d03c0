"""A site as its files are now: the one place that runs scan, read, index and plan in their order.

A session owns everything that is reused from one refresh to the next, and returns snapshots, which never change.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_gen.images.derive import formats, maker
from site_gen.indexing.edited_index import with_entries
from site_gen.indexing.index import Indexed, index
from site_gen.indexing.published import Include
from site_gen.ingest import IngestCache, Ingested, IngestOptions, ingest
from site_gen.model.language import Phrases
from site_gen.model.ledger import Ledger, SharedInputs, Stamp, ThemeFact
from site_gen.model.page import Page
from site_gen.model.problem import raise_problems
from site_gen.model.published import PublishedAddress
from site_gen.model.settings import Settings
from site_gen.pages.plan import Plan, plan
from site_gen.pages.redirect import faults
from site_gen.pipeline.addresses import addresses_text, lost_addresses, recorded_in
from site_gen.pipeline.anchors import HeadingLinks, heading_links
from site_gen.pipeline.compare import is_same_content
from site_gen.pipeline.excerpts import with_excerpts
from site_gen.pipeline.load_theme import load_theme, validated_theme
from site_gen.pipeline.made_pictures import MadePictures
from site_gen.pipeline.menu import menu_problems
from site_gen.pipeline.notices import Notices, notices_of
from site_gen.pipeline.phrases import read_all_phrases, unknown_strings
from site_gen.pipeline.read import Sources, read_sources, reading_key
from site_gen.pipeline.redirects import redirects_of, redirects_text
from site_gen.pipeline.render_bodies import BodyRenderer, MarkdownContext, markdown_context
from site_gen.pipeline.render_pages import Copies, RenderContext, copies_of, render_context
from site_gen.pipeline.saved_texts import Texts, are_texts, saved_texts
from site_gen.pipeline.settings import load_settings, refuse_expired_contact
from site_gen.pipeline.stop_watch import StopWatch
from site_gen.pipeline.up_to_date import asked_key, next_turn
from site_gen.remote import Cluster
from site_gen.storage.sources import Scan, scan_content
from site_gen.text.digest import digest
from site_gen.theming.theme import Theme
from site_gen.workers import Jobs, Progress, prefetch

if TYPE_CHECKING:
    from site_gen.pipeline.shards import WholePlan  # loaded where there are shards

STATE = ".site_gen"
_MOST_LOADED = 50_000  # posts that are read again before there is a seed: seconds in which no edit is noticed


class SiteRequest(Struct, frozen=True, kw_only=True):
    """What a caller asks of a site, in addition to what its files say.

    `base_url` replaces that of the settings, `host` only its scheme and host. `state` is the folder of the ledger and
    caches; `clean` drops the rendered texts in it. Without `redirects`, redirects.yaml is left out. With
    `keep_addresses`, an address of addresses.lock that would vanish is a problem, and otherwise a warning. With
    `pictures_later`, pictures whose sizes are not made yet are shown as they came. A `cluster` does what is heavy.
    """

    drafts: bool = False
    future: bool = False
    expired: bool = False
    base_url: str = ""
    host: str = ""
    state: str = STATE
    ingest: bool = True
    redirects: bool = True
    keep_addresses: bool = False
    clean: bool = False
    jobs: Jobs = None
    pictures_later: bool = False
    cluster: Cluster | None = None

    @property
    def include(self) -> Include:
        """Which posts are included in addition to the published ones."""
        return Include(self.drafts, self.future, self.expired)


class Inputs(Struct, frozen=True):
    """What is known before any content is read: settings, the result of ingest, redirects, stamps of content files,
    the strings of the interface that the site says itself, addresses.lock and what it records.

    `asked` is the digest of everything that is asked of the content, except the time.
    """

    settings: Settings
    as_of: datetime
    ingested: Ingested
    redirects: bytes
    scanned: Scan
    asked: str
    phrases: tuple[Phrases, ...] = ()
    addresses: bytes = b""
    recorded: tuple[PublishedAddress, ...] = ()


class Outline(Struct, frozen=True):
    """The content and plan of a site, without its theme; `linked` are the texts whose headings others link to."""

    inputs: Inputs
    sources: Sources
    indexed: Indexed
    plan: Plan
    linked: frozenset[str]


class Snapshot(Outline, frozen=True):
    """A site at one moment: what its files say, every page as a value, and all that is needed to render the pages.

    `copies` are the files that are not pages; `ledger` is what the next process needs to know. `replaced` are the pages
    that differ from those of the snapshot before, at the same paths; None where any may.
    """

    theme: Theme
    checked: ThemeFact
    context: RenderContext
    shared_inputs: SharedInputs
    copies: Copies
    notices: Notices
    ledger: Ledger
    replaced: tuple[Page, ...] | None = None

    def whole(self) -> "WholePlan":
        """The plan with a key for each file, by which the shards of a site are recognised."""
        from site_gen.pipeline.shards import whole_plan

        site, as_of = self.indexed.site, self.inputs.as_of
        return whole_plan(self.plan.pages, self.copies, site, self.context.markdown, self.shared_inputs, as_of)


class SiteSession:
    """Refreshes a site repeatedly. Each refresh is given the files that were touched, and reads no others again.

    Values of the last snapshot are reused where their inputs are the same. By the law of edits, each snapshot is the
    one that a new session would give (tests/preview/test_preview_site.py).

    `load_ledger` gives what an earlier process left; `lock` is held during ingest.
    """

    def __init__(
        self,
        root: Path,
        request: SiteRequest,
        load_ledger: Callable[[], Ledger] = Ledger,
        lock: Callable[[], AbstractContextManager[None]] = nullcontext,
        progress: Progress = lambda *_: None,
    ) -> None:
        self.root, self.request, self.jobs = root, request, request.jobs
        self.snapshot: Snapshot | None = None
        self.watch = StopWatch()
        self._load_ledger, self._lock, self._progress = load_ledger, lock, progress
        self._ingest_cache = IngestCache(root)
        self._ledger: Ledger | None = None  # of an earlier process
        self._touched: frozenset[str] | None = None  # since the last snapshot; None: anything may have been
        self._theme: tuple[Settings, Theme] | None = None  # for these settings

    def refresh(self, as_of: datetime, touched: frozenset[str] | None = None) -> Snapshot:
        """The site at a moment, after edits of these files (None: of any); `SiteError` carries every problem.

        Files that were touched before a failed refresh are looked at again by the next one.
        """
        self._touch(touched)
        return self._with_saved_texts(as_of) or self.plan(self.scan(self.settings(), as_of, frozenset()))

    def settings(self) -> Settings:
        """The settings of the site, with the requested address."""
        settings = load_settings(self.root, self.request.base_url)
        if not self.request.host:
            return settings
        path = urlsplit(settings.base_url).path or "/"
        return replace(settings, base_url=urlunsplit(("http", self.request.host, path, "", "")))

    def scan(self, settings: Settings, as_of: datetime, touched: frozenset[str] | None = None) -> Inputs:
        """The first half of a refresh: check the stamps of files, and ingest new seeds."""
        self._touch(touched)
        if self._touched is None or any(map(_is_of_theme, self._touched)):
            self._theme = None
        refuse_expired_contact(self.root, settings, as_of)
        with self.watch("scan"):
            previous = self.snapshot.inputs.scanned if self.snapshot else None
            scanned = scan_content(self.root, previous, self._touched)
        with self.watch("ingest"):
            ingested, new_posts = self._ingest(settings, scanned)
        with self.watch("scan"):
            if new_posts:
                scanned = replace(scan_content(self.root, scanned, new_posts), began=scanned.began)
            redirects = redirects_text(self.root) if self.request.redirects else b""
            addresses = addresses_text(self.root)
            phrases, faults = read_all_phrases(self.root / "i18n", "i18n", self.root)
            raise_problems(faults)
        last = self.snapshot.inputs if self.snapshot else None
        recorded = last.recorded if last and last.addresses == addresses else recorded_in(addresses)
        asked = asked_key(settings, redirects, self.request.include, phrases)
        return Inputs(settings, as_of, ingested, redirects, scanned, asked, phrases, addresses, recorded)

    def theme(self, settings: Settings) -> Theme:
        """The theme as it is on disk, not checked yet; it is read again only when a file of it was touched."""
        if self._theme is None or self._theme[0] != settings:
            self._theme = settings, load_theme(self.root, settings)
        return self._theme[1]

    def sources(self, inputs: Inputs, markdown: MarkdownContext | None = None) -> Sources:
        """What the content files say. Without a `markdown` context, their pictures and links are not looked for."""
        return read_sources(
            self.root, inputs.settings, self._previous_ledger(), inputs.scanned, markdown, self.jobs, self._progress
        )

    def outline(self, as_of: datetime) -> Outline:
        """The site without its theme; nothing is rendered, and only posts of new seeds are written."""
        inputs = self.scan(self.settings(), as_of)
        return self._outline(inputs, self.sources(inputs), None)

    def planned_with(self, inputs: Inputs, sources: Sources) -> Outline:
        """The site as it would be if its files said this."""
        return self._outline(inputs, sources, None)

    def plan(self, inputs: Inputs) -> Snapshot:
        """The second half of a refresh: read what has changed, and plan all pages."""
        settings, state = inputs.settings, self.root / self.request.state
        with self.watch("theme"):
            theme = self.theme(settings)
            raise_problems(with_excerpts(self.root, unknown_strings(inputs.phrases, theme)))
        with self.watch("read"):
            previous = self._previous_ledger()
            markdown = markdown_context(self.root, state, settings.markdown, self.request.clean)
            sources = self.sources(inputs, markdown)
        with prefetch(partial(BodyRenderer, markdown), sources.fresh, self.jobs):
            outline = self._outline(inputs, sources, markdown)
        with self.watch("theme"):
            checked = validated_theme(theme, settings, previous.theme)
            theme = replace(theme, styles=checked.styles)
            context = render_context(self.root, outline.indexed.site, theme, state, markdown)
            shared_inputs = context.shared_inputs(checked)
        lost = lost_addresses(self.root, inputs.addresses, inputs.recorded, sources, outline.indexed, outline.plan)
        if self.request.keep_addresses:
            raise_problems(with_excerpts(self.root, lost))
        notices = notices_of(self.root, inputs.scanned.passed, sources, outline.indexed, theme, checked, lost)
        ledger = Ledger(
            reading=reading_key(settings),
            sources=sources.facts,
            shared_inputs=shared_inputs,
            theme=checked,
            asked=_asked(inputs, outline.indexed),
            as_of=inputs.as_of,
            until=next_turn(sources.posts, inputs.as_of),
            beside=outline.indexed.beside,
        )
        self.snapshot = Snapshot(
            inputs=inputs,
            sources=sources,
            indexed=outline.indexed,
            plan=outline.plan,
            linked=outline.linked,
            theme=theme,
            checked=checked,
            context=context,
            shared_inputs=shared_inputs,
            copies=copies_of(theme, sources.static),
            notices=notices,
            ledger=ledger,
        )
        self._touched = frozenset()
        return self.snapshot

    def warm(self) -> None:
        """Load what the first new seed would have to wait for; of very many posts it would take too long."""
        if self.snapshot is not None:
            if len(posts := _posts_of(self.snapshot.inputs.scanned)) > _MOST_LOADED:
                return
            self._ingest_cache.update(posts, frozenset())
        self._ingest_cache.warm()

    def _touch(self, touched: frozenset[str] | None) -> None:
        """Note files that were touched since the last snapshot; None: any."""
        self._touched = None if touched is None or self._touched is None else self._touched | touched

    def _with_saved_texts(self, as_of: datetime) -> Snapshot | None:
        """The last snapshot with other bodies, if nothing else was edited since: the same as everything again gives."""
        previous, touched = self.snapshot, self._touched
        if previous is None or not touched or not are_texts(touched) or not self._asks_the_same(previous, as_of):
            return None
        with self.watch("scan"):
            scanned = scan_content(self.root, previous.inputs.scanned, touched)
        with self.watch("texts"):
            last = Texts(previous.sources, previous.indexed, previous.plan, previous.linked, previous.notices)
            saved = saved_texts(last, scanned, touched, previous.context.markdown, as_of)
        if saved is None:
            return None
        now, pages = saved
        self.snapshot = replace(
            previous,
            inputs=replace(previous.inputs, as_of=as_of, scanned=scanned),
            ledger=replace(previous.ledger, sources=now.sources.facts, as_of=as_of),
            replaced=pages,
            **{name: getattr(now, name) for name in now.__struct_fields__},
        )
        self._touched = frozenset()
        return self.snapshot

    def _asks_the_same(self, previous: Snapshot, as_of: datetime) -> bool:
        """Whether a refresh would differ from the last one in nothing but content, as far as stamps do not say."""
        inputs = previous.inputs
        refuse_expired_contact(self.root, inputs.settings, as_of)
        return (
            previous.ledger.holds_at(as_of)
            and not (self.request.clean or self.request.pictures_later)
            and addresses_text(self.root) == inputs.addresses
            and (not inputs.recorded or as_of.date() == inputs.as_of.date())
        )

    def _previous_ledger(self) -> Ledger:
        """The ledger of the last snapshot, else of an earlier process."""
        if self.snapshot is not None:
            return self.snapshot.ledger
        if self._ledger is None:
            self._ledger = self._load_ledger()
        return self._ledger

    def _ingest(self, settings: Settings, scanned: Scan) -> tuple[Ingested, frozenset[str]]:
        """The result of ingest, run where any seed may have changed, and the posts that it wrote."""
        if not self.request.ingest:
            return Ingested(), frozenset()
        touched = self._touched
        if self.snapshot is not None and touched is not None and not any(map(_is_seed, touched)):
            return self.snapshot.inputs.ingested, frozenset()
        self._ingest_cache.update(_posts_of(scanned), touched)
        with self._lock():
            options = IngestOptions(jobs=self.jobs, cluster=self.request.cluster)
            ingested = ingest(self.root, settings, options, self._progress, cache=self._ingest_cache)
        new_posts = frozenset(ingested.made.values())
        self._touched = None if touched is None else touched | new_posts
        return ingested, new_posts

    def _outline(self, inputs: Inputs, sources: Sources, markdown: MarkdownContext | None) -> Outline:
        """Index and plan, reusing from the last snapshot what still holds."""
        previous = self.snapshot
        if previous and is_same_content(previous.ledger, inputs.asked, inputs.as_of, sources):
            indexed = with_entries(previous.indexed, (), inputs.as_of).indexed
            return Outline(inputs, sources, indexed, previous.plan, previous.linked)
        with self.watch("index"):
            indexed = index(
                sources.posts,
                sources.pages,
                sources.tags,
                inputs.settings,
                inputs.as_of,
                self.request.include,
                self._previous_ledger().beside,
                sources.pictures,
                formats() if sources.pictures else (),
                maker(),
                redirects_of(inputs.redirects),
                previous.indexed if previous else None,
                inputs.phrases,
                MadePictures(self.root / self.request.state).is_made() if self.request.pictures_later else None,
            )
        with self.watch("plan"):
            links = heading_links(sources, indexed, markdown) if markdown else HeadingLinks()
            static = tuple(file.path for file in sources.static)
            planned, collisions = plan(
                indexed.site, static, (previous.indexed.site, previous.plan) if previous else None
            )
            redirect_faults = faults(indexed.site, planned.pages, static)
            menu_faults = menu_problems(indexed.site, planned.pages, static)
            raise_problems(
                with_excerpts(
                    self.root, (*indexed.problems, *redirect_faults, *links.problems, *collisions, *menu_faults)
                )
            )
        return Outline(inputs, sources, indexed, planned, links.targets)


def _asked(inputs: Inputs, indexed: Indexed) -> str:
    """What was asked of the content; a site with pictures as they came is no other's equal until they are made."""
    if not indexed.pending_pictures:
        return inputs.asked
    return digest(inputs.asked.encode() + msgspec.msgpack.encode(indexed.site.pictures))


def _posts_of(scanned: Scan) -> list[tuple[str, Stamp]]:
    return [(file.name, file.stamp) for file in scanned.found["posts"]]


def _is_of_theme(path: str) -> bool:
    return path.startswith(("themes", "templates"))


def _is_seed(path: str) -> bool:
    return path.startswith("seeds")
