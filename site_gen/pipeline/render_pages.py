"""Render what has to be rendered, in workers where that pays; stage it beside the site; move it in at the end."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_gen import workers
from site_gen.model.artifact import Artifact
from site_gen.model.language import Phrases
from site_gen.model.ledger import NO_STAMP, Ledger, PageFact, SharedInputs, ThemeFact
from site_gen.model.menu import MenuLink
from site_gen.model.page import LanguageLink, Link, Page, SiteView
from site_gen.model.problem import Problem, SiteError, raise_problems
from site_gen.model.site import Site
from site_gen.model.theme import StaticFile
from site_gen.outdated import Change, Fingerprints, Value
from site_gen.pages.bodies import bodies_of
from site_gen.pages.feed import feed_links
from site_gen.pages.language import strings
from site_gen.pages.nav_links import nav_links, search_url
from site_gen.pipeline.pictures import PictureRenderer, changed_while_built, picture_without_metadata
from site_gen.pipeline.render_bodies import BodyRenderer, MarkdownContext, Unreadable
from site_gen.pipeline.render_order import rounds_of
from site_gen.storage.kept_pages import KeptPages
from site_gen.storage.output import Output
from site_gen.storage.program import program_digest, zone_digest
from site_gen.storage.state_file import damaged_files
from site_gen.text.digest import digest
from site_gen.text.language.catalog import Catalog, catalog_of
from site_gen.text.language.tags import own_name
from site_gen.theming.assets import assets
from site_gen.theming.shipped import closures_as_shipped, is_as_shipped
from site_gen.theming.theme import Theme
from site_gen.workers import Jobs, Progress

if TYPE_CHECKING:
    from site_gen.theming.render import Rendering  # loaded when there is a page to make


class RenderContext(Struct, frozen=True):
    """What every worker needs to render pages: small, and handed over once.

    `site` is the site's view in its own language, `others` that in further languages of its pages; `phrases` are the
    strings of the interface that site and theme say themselves. With `keeps_pages`, values of pages that show a text
    are kept for the next edit of it.
    """

    root: Path
    markdown: MarkdownContext
    state: Path
    theme: Theme
    site: SiteView
    others: tuple[SiteView, ...] = ()
    phrases: tuple[Phrases, ...] = ()
    keeps_pages: bool = True

    def view(self, language: str) -> SiteView:
        """The site's view for pages of a language, "" for the site's own."""
        return next((view for view in self.others if view.language == language), self.site)

    def catalog(self, view: SiteView) -> Catalog:
        """The strings of the interface in the language of a view."""
        return catalog_of(view.language, self.phrases)

    def shared_inputs(self, theme: ThemeFact) -> SharedInputs:
        """Digests of what all pages depend on."""
        published = [(name, asset.path, asset.integrity) for name, asset in assets(self.theme).items()]
        site = digest(msgspec.msgpack.encode((self.site, self.others, published)))
        program = digest(f"{program_digest()} {zone_digest(self.site.timezone)}".encode())
        phrases = digest(msgspec.msgpack.encode(self.phrases))
        return SharedInputs(program, site, self.markdown.kind, theme.templates, phrases)


class RenderedFile(Struct, frozen=True, array_like=True, gc=False):
    """A finished file: staged in the scratch folder, or in place already."""

    fact: PageFact
    staged: bool
    problem: Problem | None = None
    damaged: tuple[str, ...] = ()  # files of caches that could not be used


class Rendered:
    """What is left of many finished files: the facts of each, which of them are staged, and what else they told."""

    def __init__(self) -> None:
        self.facts: dict[str, PageFact] = {}
        self.staged: list[str] = []
        self.problems: list[Problem] = []
        self.damaged: list[str] = []

    def add(self, path: str, file: RenderedFile) -> None:
        """Add one file."""
        self.facts[path] = file.fact
        self.damaged += file.damaged
        if file.staged:
            self.staged.append(path)
        if file.problem:
            self.problems.append(file.problem)


def render_context(root: Path, site: Site, theme: Theme, state: Path, markdown: MarkdownContext) -> RenderContext:
    """What is needed to render pages of this site; `state` is the folder of ledger and caches."""
    languages = _languages(site)
    own, *others = (_site_view(edition, theme, languages) for edition in site.every_edition)
    return RenderContext(root, markdown, state, theme, own, tuple(others), (*site.phrases, *theme.phrases))


def _languages(site: Site) -> tuple[LanguageLink, ...]:
    """The languages to choose from; none where there is only one."""
    editions = site.every_edition if site.editions else ()
    tags = [(edition.settings.language, f"{edition.prefix}/") for edition in editions]
    named = site.settings.languages
    return tuple(
        LanguageLink(tag, (named[tag].name if tag in named else "") or own_name(tag), url) for tag, url in tags
    )


def _site_view(site: Site, theme: Theme, languages: tuple[LanguageLink, ...]) -> SiteView:
    """The site as pages of one edition see it."""
    settings, prefix = site.settings, site.prefix
    in_menu = sorted(
        (page for page in site.standing if page.front.menu is not None),
        key=lambda page: (page.front.menu or 0, page.url),
    )
    menu = tuple(
        MenuLink(item.title, item.url, tuple(MenuLink(one.title, one.url) for one in item.children))
        for item in settings.menu
    )
    urls = {url for link in menu for url in (link.url, *(one.url for one in link.children))}
    menu += tuple(MenuLink(page.front.title, page.url) for page in in_menu if page.url not in urls)
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
        feeds=feed_links(f"{prefix}/", settings.title, settings),
        nav_links=nav_links(settings, strings(site), prefix),
        search=search_url(settings, prefix),
        options=theme.options,
        fediverse=settings.fediverse,
        markdown_copies=settings.plain.markdown,
        rights=settings.publisher.rights or f"© {settings.publisher.name or settings.title}",
        profiles=settings.publisher.profiles,
        prefix=prefix,
        home=f"{prefix}/",
        archive=f"{prefix}/archive/",
        languages=languages,
    )


def render_all(
    context: RenderContext,
    output: Output,
    changes: tuple[Change, ...],
    facts: dict[str, PageFact],
    jobs: Jobs,
    progress: Progress,
    rendered: Rendered,
) -> Rendered:
    """Render every changed page: first those with a body of their own, then feeds, then pictures.

    They are added to what is `rendered` already, which has the problems of all. `facts` are those of the files that
    are as the last build wrote them.
    """
    if not changes:
        return rendered
    from site_gen.storage.templates import prepare_templates

    templates = prepare_templates(context.state / "templates")
    used = {(change.page.template, change.page.info.language) for change in changes}
    for language in {language for _, language in used}:
        compile_for(context, templates, frozenset(name for name, other in used if other == language), language)
    if workers.workers_for(len(changes), jobs) > 1:
        page_renderer(context, templates)  # its modules are imported once here, not by the workers of every round
    keep_all = not KeptPages(context.state).exist
    prepare = partial(_renderer, context, str(output.folder), output.fresh, facts, templates, keep_all)
    total = len(rendered.facts) + len(changes)
    for round_, fewest in zip(rounds_of(changes), (None, None, 1), strict=True):
        finished = len(rendered.facts)

        def done(count: int, finished: int = finished) -> None:
            progress("make", finished + count, total)

        files = workers.run(prepare, round_, jobs, lambda change: change.page.source, RenderedFile, done, fewest)
        for change, file in zip(round_, files, strict=True):
            rendered.add(change.page.path, file)
    return rendered


def intact_facts(previous: Ledger, altered: frozenset[str]) -> dict[str, PageFact]:
    """The facts of the files that are as the last build wrote them."""
    return {path: fact for path, fact in previous.pages.items() if path not in altered}


Cause = tuple[str, int, int, str]


def cause_of(problem: Problem) -> Cause:
    """What identifies a page's problem: the same for all pages where one line of a template causes it."""
    return problem.path, problem.line, problem.column, problem.what.partition(_WHILE)[0]


def of_pages(problem: Problem, count: int) -> Problem:
    """A problem that so many pages have, of which it names one."""
    return replace(problem, what=f"{problem.what.removesuffix(').')} and {count - 1} more).") if count > 1 else problem


def one_per_cause(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems of pages, with one for those that one line of a template causes on many pages."""
    causes: dict[Cause, list[Problem]] = {}
    for problem in sorted(set(problems)):
        causes.setdefault(cause_of(problem), []).append(problem)
    return tuple(of_pages(of_cause[0], len(of_cause)) for of_cause in causes.values())


def compile_for(context: RenderContext, folder: Path, names: frozenset[str], language: str = "") -> None:
    """Compile what pages of these templates are rendered with, once for all workers, which inherit it.

    A theme that was checked is compiled already; what cannot be compiled is reported by the page that uses it.
    """
    if is_as_shipped(context.theme):
        env = _rendering(context, folder, language).env
        closures = closures_as_shipped(context.theme)
        for part in sorted({part for name in names for part in closures.get(name, ())}):
            with suppress(Exception):
                env.get_template(part)


def _rendering(context: RenderContext, folder: Path, language: str) -> "Rendering":
    """What pages of a language are rendered with in this process; `folder` is that of compiled templates."""
    from site_gen.storage.templates import CompiledTemplates
    from site_gen.theming.environment import environment
    from site_gen.theming.render import Rendering

    site = context.view(language)
    catalog = context.catalog(site)
    env = environment(context.theme, site.base_url, catalog)
    env.bytecode_cache = CompiledTemplates(str(folder), site.base_url, catalog.key)
    return Rendering(env, site, catalog)


def page_renderer(
    context: RenderContext, templates: Path, body_renderer: BodyRenderer | None = None
) -> Callable[[Page], bytes]:
    """The function that gives a page's bytes in this process, with theme and Markdown engine loaded.

    `body_renderer` is for callers that keep one from build to build. The function raises `SiteError`.
    """
    from site_gen.render import render_page
    from site_gen.theming.render import TemplateFailure

    rendering_in = lru_cache(partial(_rendering, context, templates))
    body_renderer = body_renderer or BodyRenderer(context.markdown)
    html_of = lru_cache(maxsize=64)(body_renderer)  # a post is in a dozen feeds
    picture_of = PictureRenderer(context.root, context.state)

    def bytes_of(page: Page) -> bytes:
        try:
            return render_page(page, html_of, picture_of, rendering_in(page.info.language), body_renderer.text)
        except TemplateFailure as failure:
            problem = _template_problem(failure.path, failure.line, failure.what, failure.hint, page, context)
            raise SiteError((problem,)) from failure
        except Unreadable as error:
            raise SiteError((error.args[0],)) from error

    return bytes_of


def _renderer(
    context: RenderContext, folder: str, fresh: bool, facts: dict[str, PageFact], templates: Path, keep_all: bool
) -> Callable[[Change], RenderedFile]:
    """The function that renders and stages one page in this process, for an output folder that may be `fresh`.

    The values of pages that show a text are kept: of new values, or of all.
    """
    bytes_of = page_renderer(context, templates)
    output = Output(Path(folder), fresh)
    fingerprints, kept = Fingerprints(), KeptPages(context.state)

    def render_one(change: Change) -> RenderedFile:
        page = change.page
        value = change.value or fingerprints.value(page)
        try:
            data = bytes_of(page)
        except SiteError as error:
            return failed(error.problems[0])
        fact = facts.get(page.path)
        is_new = keep_all or fact is None or fact.key != value.key
        if context.keeps_pages and is_new and bodies_of(page):
            kept.put(value.key, page)
        return staged(page.path, value, data, fact, output)

    return render_one


def staged(path: str, value: Value, data: bytes, fact: PageFact | None, output: Output) -> RenderedFile:
    """A page's bytes, staged unless they are in place; `fact` is that of the last build, if the file is as it was."""
    content = hashlib.blake2b(data, digest_size=16).digest()
    damaged = damaged_files()
    if fact is not None and fact.content == content:
        stamp, is_staged = fact.stamp, False
    else:
        stamp, is_staged = output.put(path, data)
    return RenderedFile(PageFact(value.key, content, stamp, value.parts), is_staged, None, damaged)


def failed(problem: Problem) -> RenderedFile:
    """What becomes of a page that cannot be rendered."""
    return RenderedFile(_NO_FACT, False, problem)


_NO_FACT = PageFact(b"", b"", NO_STAMP)


def _template_problem(path: str, line: int, what: str, hint: str, page: Page, context: RenderContext) -> Problem:
    """The problem of a template that failed while a page was rendered, with its line."""
    text = next((template.text for template in context.theme.templates.values() if template.path == path), "")
    excerpt = text.split("\n")[line - 1].rstrip() if 0 < line <= text.count("\n") + 1 else ""
    words = f"{what[:1].upper()}{what[1:].rstrip('.')}{_WHILE}{page.info.url})."
    return Problem(path, line, 1 if line else 0, words, hint, excerpt)


_WHILE = " (while making "  # separates a template's fault from the page that it was found on
Copies = Mapping[str, StaticFile | Artifact]


def copies_of(theme: Theme, static: tuple[StaticFile, ...]) -> dict[str, StaticFile | Artifact]:
    """Files that are not pages: the theme's under their fingerprinted names, and the site's own."""
    return {asset.path: asset.file for asset in assets(theme).values()} | {file.path: file for file in static}


def stage_copies(output: Output, copies: Copies, previous: Ledger, altered: frozenset[str]) -> Rendered:
    """Stage the static files whose bytes are not in place yet."""
    rendered = Rendered()
    for path, file in copies.items():
        content = bytes.fromhex(digest(file.content) if isinstance(file, Artifact) else file.digest)
        fact = previous.pages.get(path)
        if fact is not None and fact.content == content and path not in altered:
            rendered.add(path, RenderedFile(PageFact(b"", content, fact.stamp), False))
            continue
        if isinstance(file, Artifact) or file.stripped:
            data = file.content if isinstance(file, Artifact) else picture_without_metadata(file)
            stamp, is_staged = output.put(path, data)
        else:
            stamp, is_staged, copied = output.put_copy(path, file.source)
            if copied != file.digest:  # other bytes than were scanned, which might keep the old digest forever
                raise_problems((changed_while_built(file.path),))
        rendered.add(path, RenderedFile(PageFact(b"", content, stamp), is_staged))
    return rendered


def facts_of(
    pages: tuple[Page, ...], copies: Copies, previous: Ledger, rendered: Rendered, copied: Rendered
) -> dict[str, PageFact]:
    """The ledger's facts of every file of the site."""
    paths = chain((page.path for page in pages), copies)
    fresh = rendered.facts | copied.facts
    return {path: fresh.get(path) or previous.pages[path] for path in paths}
