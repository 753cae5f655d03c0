"""The story of a build: ingest, scan, read, index, plan, compare, make, write, prune."""

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_gen import crew
from site_gen.changes import Change, obsolete, outdated, parts_of
from site_gen.disk import ledger as ledgers
from site_gen.disk.bodies import Bodies
from site_gen.disk.files import digest, stamp_of
from site_gen.disk.lock import site_lock
from site_gen.disk.output import Output
from site_gen.disk.program import program_digest
from site_gen.disk.sources import Found, scan, scan_static
from site_gen.disk.themes import find_theme, read_static, read_templates, theme_names
from site_gen.indexing.index import Indexed, index
from site_gen.indexing.published import Include
from site_gen.ingest import Ingested, IngestOptions, ingest
from site_gen.model.ledger import NO_STAMP, Ledger, PageFact, SourceFact, Stamp, Surroundings, ThemeFact
from site_gen.model.page import FeedView, Link, Page, SiteView
from site_gen.model.post import Body, Entry, Held, PageEntry, TagEntry
from site_gen.model.problem import Problem, SiteError
from site_gen.model.settings import MarkdownSettings, Settings
from site_gen.model.site import Site
from site_gen.model.theme import StaticFile, ThemeFolder, ThemeMatter
from site_gen.pages.feed import feed_links
from site_gen.pages.plan import plan
from site_gen.reading.post import body_text, read_page, read_post, read_tag_text
from site_gen.reading.settings import read_settings
from site_gen.reading.theme import read_theme_matter
from site_gen.theming.theme import Theme, assemble, fingerprinted

Progress = Callable[[str, int, int], None]
SETTINGS = "site.yaml"
STATE = ".site_gen"


class BuildOptions(Struct, frozen=True, kw_only=True):
    """What a build is asked for. `as_of` is its clock; `state` the folder of ledger and caches."""

    as_of: datetime
    drafts: bool = False
    future: bool = False
    clean: bool = False
    ingest: bool = True
    output: str = ""
    base_url: str = ""
    jobs: int | None = None
    state: str = STATE


class Built(Struct, frozen=True, kw_only=True):
    """What a build did. `seconds` are spent by stage; `notices` are no errors, but somebody should know."""

    pages: int
    written: int
    unchanged: int
    removed: int
    output: str
    ingested: Ingested
    held: tuple[Held, ...]
    changes: tuple[Change, ...]
    seconds: dict[str, float]
    notices: tuple[Problem, ...]


def build(root: Path, options: BuildOptions, progress: Progress = lambda *_: None) -> Built:
    """Build the site at `root`. `SiteError` carries everything that is wrong with it; then nothing is written."""
    watch = _Watch()
    settings = load_settings(root, options.base_url)
    with site_lock(root / options.state):
        with watch("ingest"):
            fresh = IngestOptions(jobs=options.jobs)
            ingested = ingest(root, settings, fresh, progress) if options.ingest else Ingested()
        output = Output.claim(root / (options.output or settings.output), root, options.output or settings.output)
        past_path = root / options.state / f"ledger-{digest(str(output.folder.absolute()).encode())[:12]}"
        past = Ledger() if options.clean else ledgers.load(past_path)
        with watch("read"):
            sources = read_sources(root, settings, past, options.jobs, progress)
        with watch("index"):
            indexed = index(
                sources.posts, sources.pages, sources.tags, settings, options.as_of, Include(options.drafts, options.future)
            )
        with watch("plan"):
            pages, collisions = plan(indexed.site, (file.path for file, _ in sources.static))
            theme, theme_fact = _theme(root, settings, past)
            _raise(indexed.problems + collisions)
        with watch("compare"):
            shop = _shop(root, indexed.site, theme, options, output)
            now = shop.surroundings(theme_fact)
            altered = frozenset(
                path for path, fact in past.pages.items() if stamp_of(output.folder / path) != fact.stamp
            )
            changes = outdated(pages, now, past.surroundings, past.pages, altered)
            copies = _copies(theme, sources.static)
            gone = obsolete(pages, copies, output.owned)
        with watch("make"):
            output.announce([page.path for page in pages] + list(copies))
            made = _make_all(shop, changes, past, altered, options.jobs, progress)
            copied = _stage_copies(output, copies, past, altered)
        with watch("write"):
            removed = _publish(output, [*copied, *made], gone)
        with watch("remember"):
            facts = _facts(pages, copies, past, made, copied)
            output.settle(facts)
            _forget_bodies(shop, indexed.site)
            ledgers.save(past_path, Ledger(shop.reading, sources.facts, now, facts, theme_fact))
    written = sum(1 for one in (*made, *copied) if one.staged)
    return Built(
        pages=len(pages),
        written=written,
        unchanged=len(pages) + len(copies) - written,
        removed=removed,
        output=str(output.folder),
        ingested=ingested,
        held=indexed.held,
        changes=changes,
        seconds=watch.seconds,
        notices=ingested.notices + _idle_tag_texts(sources.tags, indexed),
    )


def verify(root: Path, options: BuildOptions, built: Built, scratch: Path) -> tuple[Problem, ...]:
    """Where the built site differs from one built from nothing into `scratch`: by law, nowhere."""
    clean = replace(options, output=str(scratch / "site"), state=str(scratch / "state"), clean=True, ingest=False)
    build(root, clean)
    ours, theirs = Output(Path(built.output)), Output(scratch / "site")
    problems = []
    for path in sorted(ours.owned | theirs.owned):
        here, there = ours.folder / path, theirs.folder / path
        if not here.is_file() or not there.is_file() or here.read_bytes() != there.read_bytes():
            what = "This file differs from that of a clean build."
            problems.append(Problem(f"{built.output}/{path}", 0, 0, what, "Build with --clean, and report it please."))
    return tuple(problems)


def load_settings(root: Path, base_url: str = "") -> Settings:
    """The settings of the site at `root`; `base_url` replaces theirs."""
    try:
        data = (root / SETTINGS).read_bytes()
    except FileNotFoundError:
        hint = "Go to a site's folder, name one with --root, or make one with: site-gen init DIR."
        raise SiteError((Problem(SETTINGS, 0, 0, "There is no site here.", hint),)) from None
    settings = read_settings(SETTINGS, data)
    if isinstance(settings, tuple):
        raise SiteError(settings)
    if base_url:
        checked = read_settings("--base-url", f"base_url: {msgspec.json.encode(base_url).decode()}".encode())
        if isinstance(checked, tuple):
            raise SiteError(checked)
        settings = replace(settings, base_url=base_url)
    return settings


class Sources(Struct, frozen=True):
    """All that was read, and what the ledger shall know of it."""

    posts: tuple[Entry, ...]
    pages: tuple[PageEntry, ...]
    tags: tuple[TagEntry, ...]
    static: tuple[tuple[StaticFile, Stamp], ...]
    facts: dict[str, SourceFact]


def read_sources(
    root: Path, settings: Settings, past: Ledger, jobs: int | None = None, progress: Progress = lambda *_: None
) -> Sources:
    """Read every content file whose stamp has moved, and take the rest from the past."""
    began = time.time_ns()
    found = {room: scan(root, room) for room in ("posts", "pages", "tags")}
    known = past.sources if past.reading == reading_key(settings) else {}
    facts: dict[str, SourceFact] = {}
    waiting: list[tuple[str, Found]] = []
    for room, files in found.items():
        for file in files:
            fact = known.get(file.path)
            if fact is not None and fact.stamp == file.stamp:
                facts[file.path] = fact
            else:
                waiting.append((room, file))
    problems: list[Problem] = []
    prepare = partial(_reader, root, settings)
    for done, (fact, wrong) in enumerate(crew.run(prepare, waiting, jobs, lambda item: item[1].path), 1):
        problems += wrong
        if fact is not None:
            facts[waiting[done - 1][1].path] = fact
        progress("read", done, len(waiting))
    _raise(tuple(problems))
    static = scan_static(root, known)
    facts.update((f"static/{file.path}", SourceFact(stamp, file.digest)) for file, stamp in static)
    return Sources(
        posts=tuple(fact.entry for file in found["posts"] if (fact := facts[file.path]).entry),
        pages=tuple(fact.page for file in found["pages"] if (fact := facts[file.path]).page),
        tags=tuple(fact.tag for file in found["tags"] if (fact := facts[file.path]).tag),
        static=static,
        facts={path: _settled(fact, began) for path, fact in facts.items()},
    )


_JIFFY = 20_000_000  # ns: file systems tell times no finer than this


def _settled(fact: SourceFact, began: int) -> SourceFact:
    """A file written in the moment it was scanned may change again under the same stamp: such a stamp proves nothing."""
    return fact if fact.stamp.modified < began - _JIFFY else replace(fact, stamp=NO_STAMP)


def reading_key(settings: Settings) -> str:
    """What the reading of a file depends on besides its bytes."""
    return digest(f"{program_digest()} {settings.timezone} {settings.markdown.raw_html}".encode())


def _reader(root: Path, settings: Settings) -> Callable[[tuple[str, Found]], tuple[SourceFact | None, tuple[Problem, ...]]]:
    zone, raw = ZoneInfo(settings.timezone), settings.markdown.raw_html

    def read(item: tuple[str, Found]) -> tuple[SourceFact | None, tuple[Problem, ...]]:
        room, file = item
        data = (root / file.path).read_bytes()
        name = file.name.removesuffix(".md")
        if room == "posts":
            entry = read_post(file.path, data, zone, raw)
            return (None, entry) if isinstance(entry, tuple) else (SourceFact(file.stamp, entry.source.digest, entry=entry), ())
        if room == "pages":
            page = read_page(file.path, _page_url(name), data, zone, raw)
            return (None, page) if isinstance(page, tuple) else (SourceFact(file.stamp, page.source.digest, page=page), ())
        tag = read_tag_text(file.path, name, data, zone, raw)
        return (None, tag) if isinstance(tag, tuple) else (SourceFact(file.stamp, tag.source.digest, tag=tag), ())

    return read


def _page_url(name: str) -> str:
    return "/" + name.removesuffix("index") if name == "index" or name.endswith("/index") else f"/{name}/"


def _raise(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise SiteError(tuple(sorted(set(problems))))


# --- theme ---------------------------------------------------------------------------------------------------------


def _theme(root: Path, settings: Settings, past: Ledger) -> tuple[Theme, ThemeFact]:
    """The theme put together, and checked unless it is the one that was checked last time."""
    chain = _theme_chain(root, settings.theme.name)
    site_templates, problems = read_templates(root / "templates", "templates")
    known = {name for folder in chain for name in folder.matter.options}
    problems += tuple(
        Problem(SETTINGS, 0, 0, f"The theme '{chain[0].name}' has no option '{name}'.", f"It has: {', '.join(sorted(known)) or 'none'}.")
        for name in settings.theme.options
        if name not in known
    )
    _raise(problems)
    theme = assemble(site_templates, chain, settings.theme.options)
    key = digest(f"{theme.digest} {program_digest()}".encode())
    if past.theme.digest == key:
        return theme, past.theme
    from site_gen.theming.check import checked

    wrong, closures = checked(theme, settings.base_url)
    _raise(wrong)
    return theme, ThemeFact(key, closures)


def _theme_chain(root: Path, name: str) -> tuple[ThemeFolder, ...]:
    chain: list[ThemeFolder] = []
    wanted, asker = name, SETTINGS
    while wanted:
        if any(folder.name == wanted for folder in chain):
            _raise((Problem(asker, 0, 0, f"The theme '{wanted}' is its own ancestor.", "Name another parent."),))
        place = find_theme(root, wanted)
        if place is None:
            known = ", ".join(theme_names(root))
            _raise((Problem(asker, 0, 0, f"There is no theme '{wanted}'.", f"Within reach: {known}."),))
            raise AssertionError
        shown = f"themes/{wanted}"
        matter: ThemeMatter | tuple[Problem, ...] = ThemeMatter()
        if (place / "theme.yaml").is_file():
            matter = read_theme_matter(f"{shown}/theme.yaml", (place / "theme.yaml").read_bytes())
        if isinstance(matter, tuple):
            raise SiteError(matter)
        templates, problems = read_templates(place / "templates", f"{shown}/templates")
        _raise(problems)
        chain.append(ThemeFolder(wanted, shown, matter, templates, read_static(place / "static")))
        wanted, asker = matter.parent, f"{shown}/theme.yaml"
    return tuple(chain)


# --- make, write, prune --------------------------------------------------------------------------------------------


class _Shop(Struct, frozen=True):
    """What every worker needs to make pages: small, and handed over once."""

    root: Path
    output: str
    bodies: Path
    markup: str
    reading: str
    markdown: MarkdownSettings
    theme: Theme
    site: SiteView

    def surroundings(self, theme: ThemeFact) -> Surroundings:
        """What all pages depend on, as digests."""
        assets = [fingerprinted(file) for file in self.theme.static.values()]
        site = digest(msgspec.msgpack.encode((self.site, assets)))
        return Surroundings(program_digest(), site, self.markup, theme.templates)


class _Made(Struct, frozen=True):
    """A finished file: whether it waits in the scratch folder, or stood there already."""

    path: str
    key: bytes
    parts: tuple[int, ...]
    content: bytes
    stamp: Stamp
    staged: bool
    problem: Problem | None = None


def _shop(root: Path, site: Site, theme: Theme, options: BuildOptions, output: Output) -> _Shop:
    settings = site.settings
    markup = digest(msgspec.json.encode(settings.markdown) + program_digest().encode())[:16]
    return _Shop(
        root=root,
        output=str(output.folder),
        bodies=root / options.state / "bodies",
        markup=markup,
        reading=reading_key(settings),
        markdown=settings.markdown,
        theme=theme,
        site=_site_view(site, theme),
    )


def _site_view(site: Site, theme: Theme) -> SiteView:
    settings = site.settings
    in_menu = sorted((page for page in site.standing if page.front.menu is not None), key=lambda page: (page.front.menu or 0, page.url))
    menu = tuple(Link(item.title, item.url) for item in settings.menu)
    menu += tuple(Link(page.front.title, page.url) for page in in_menu)
    return SiteView(
        title=settings.title,
        tagline=settings.tagline,
        base_url=settings.base_url,
        language=settings.language,
        timezone=settings.timezone,
        menu=menu,
        pages=tuple(Link(page.front.title, page.url) for page in site.standing),
        publisher=settings.publisher.name or settings.title,
        logo=settings.publisher.logo,
        email=settings.publisher.email,
        feeds=feed_links("/", settings.title),
        options=theme.options,
    )


def _make_all(
    shop: _Shop,
    changes: tuple[Change, ...],
    past: Ledger,
    altered: frozenset[str],
    jobs: int | None,
    progress: Progress,
) -> list[_Made]:
    """Make every changed page: first those with a body of their own, then those that show others' bodies."""
    own = tuple(change for change in changes if not isinstance(change.page.view, FeedView))
    shared = tuple(change for change in changes if isinstance(change.page.view, FeedView))
    facts = {path: fact for path, fact in past.pages.items() if path not in altered}
    made: list[_Made] = []
    for round_ in (own, shared):
        prepare = partial(_maker, shop, facts)
        for one in crew.run(prepare, round_, jobs, lambda change: change.page.source):
            made.append(one)
            progress("make", len(made), len(changes))
    _raise(tuple({one.problem for one in made if one.problem}))
    return made


def _maker(shop: _Shop, facts: dict[str, PageFact]) -> Callable[[Change], _Made]:
    """The function that makes one page in this process, with the theme compiled and the engine at hand."""
    from site_gen.make import make
    from site_gen.markup.engine import engine
    from site_gen.theming.environment import environment
    from site_gen.theming.render import Rendering, TemplateFailure

    rendering = Rendering(environment(shop.theme, shop.site.base_url), shop.site)
    output = Output(Path(shop.output))
    html_of = _HtmlOf(shop.root, Bodies(shop.bodies, shop.markup), engine(shop.markdown))

    def make_one(change: Change) -> _Made:
        page = change.page
        try:
            data = make(page, html_of, rendering)
        except TemplateFailure as failure:
            what = f"{failure.what[:1].upper()}{failure.what[1:].rstrip('.')} (while making {page.info.url})."
            return _failed(page, Problem(failure.path, failure.line, 1 if failure.line else 0, what, "Mend the template."))
        except _Unreadable as error:
            return _failed(page, error.args[0])
        content = hashlib.blake2b(data, digest_size=16).digest()
        fact = facts.get(page.path)
        parts = parts_of(page)
        if fact is not None and fact.content == content:
            return _Made(page.path, change.key, parts, content, fact.stamp, False)
        if (stamp := output.holds(page.path, data)) is not None:
            return _Made(page.path, change.key, parts, content, stamp, False)
        return _Made(page.path, change.key, parts, content, output.stage(page.path, data), True)

    return make_one


def _failed(page: Page, problem: Problem) -> _Made:
    return _Made(page.path, b"", (), b"", NO_STAMP, False, problem)


class _Unreadable(Exception):
    """A body that cannot be rendered; carries its `Problem`."""


class _HtmlOf:
    """A body's HTML: from the cache, or from its file through the engine."""

    def __init__(self, root: Path, bodies: Bodies, engine: Any) -> None:
        self.root, self.bodies, self.engine = root, bodies, engine

    def __call__(self, body: Body) -> str:
        key = body_key(body)
        html = self.bodies.get(key)
        if html is None:
            html = self._render(body)
            self.bodies.put(key, html)
        return html

    def _render(self, body: Body) -> str:
        try:
            text = body_text((self.root / body.path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
        except (OSError, UnicodeDecodeError):
            text = ""
        if digest(text.encode()) != body.digest:
            raise _Unreadable(Problem(body.path, 0, 0, "The file changed while the site was built.", "Build again."))
        try:
            html: str = self.engine.render(text, body.trusted)
        except RecursionError:
            what = "The text is nested too deep to be rendered."
            raise _Unreadable(Problem(body.path, 0, 0, what, "Take out lists or quotes within quotes.")) from None
        return html


def body_key(body: Body) -> bytes:
    """The name of a rendered body: its text, and whether raw HTML was let through."""
    return hashlib.blake2b(f"{body.digest} {body.trusted}".encode(), digest_size=16).digest()


def _copies(theme: Theme, static: tuple[tuple[StaticFile, Stamp], ...]) -> dict[str, StaticFile]:
    """Files that are published as they are: the theme's under their fingerprinted names, the site's own."""
    copies = {fingerprinted(file): file for file in theme.static.values()}
    return copies | {file.path: file for file, _ in static}


def _stage_copies(
    output: Output, copies: dict[str, StaticFile], past: Ledger, altered: frozenset[str]
) -> list[_Made]:
    made = []
    for path, file in copies.items():
        content = bytes.fromhex(file.digest)
        fact = past.pages.get(path)
        if fact is not None and fact.content == content and path not in altered:
            made.append(_Made(path, b"", (), content, fact.stamp, False))
            continue
        data = Path(file.source).read_bytes()
        stamp = output.holds(path, data)
        made.append(_Made(path, b"", (), content, stamp or output.stage(path, data), stamp is None))
    return made


def _publish(output: Output, made: list[_Made], gone: tuple[str, ...]) -> int:
    """Move what was made into place, then take out what belongs to nothing. How many files went."""
    staged = [one.path for one in made if one.staged]
    if any("/".join(path.split("/")[:depth]) in set(gone) for path in staged for depth in range(1, path.count("/") + 1)) or any(
        old.startswith(f"{path}/") for path in staged if "." in path for old in gone
    ):
        # A file stands where a folder must be, or the reverse: make room first.
        removed = output.prune(gone)
        gone = ()
    else:
        removed = 0
    for path in staged:
        output.publish(path)
    return removed + output.prune(gone)


def _facts(
    pages: tuple[Page, ...], copies: dict[str, StaticFile], past: Ledger, made: list[_Made], copied: list[_Made]
) -> dict[str, PageFact]:
    """What the ledger shall know of every file of the site."""
    fresh = {one.path: PageFact(one.key, one.content, one.stamp, one.parts) for one in (*made, *copied)}
    paths = [page.path for page in pages] + list(copies)
    return {path: fresh.get(path) or past.pages[path] for path in paths}


def _forget_bodies(shop: _Shop, site: Site) -> None:
    bodies = Bodies(shop.bodies, shop.markup)
    live = [post.body for post in site.posts] + [page.body for page in site.standing]
    live += [term.entry.body for term in site.terms if term.entry]
    bodies.compact(frozenset(map(body_key, live)))
    bodies.close()


def _idle_tag_texts(tags: tuple[TagEntry, ...], indexed: Indexed) -> tuple[Problem, ...]:
    """Texts in content/tags/ that no published tag shows."""
    used = {term.ref.slug for term in indexed.site.terms}
    return tuple(
        Problem(tag.source.path, 0, 0, f"No published post has a tag with the slug '{tag.slug}'.", "It is shown nowhere.")
        for tag in tags
        if tag.slug not in used
    )


class _Watch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = round(time.perf_counter() - began, 4)
