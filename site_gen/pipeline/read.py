"""Read every content file whose stamp has changed, and take the rest from the ledger."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen import workers
from site_gen.model.ledger import NO_STAMP, Ledger, SourceFact, Stamp
from site_gen.model.picture import PictureSource
from site_gen.model.post import Body, Entry, PageEntry, SourceEntry, TagEntry
from site_gen.model.problem import Problem, Result, raise_problems
from site_gen.model.settings import Settings
from site_gen.model.theme import StaticFile
from site_gen.parsing.post import read_page, read_post, read_tag_text
from site_gen.pipeline.excerpts import with_excerpts
from site_gen.pipeline.image_refs import ImageRefs
from site_gen.pipeline.odd_texts import odd_text
from site_gen.pipeline.render_bodies import MarkdownContext
from site_gen.storage.files import read_whole
from site_gen.storage.program import program_digest, zone_digest
from site_gen.storage.sharing import Sharing, share_stamp
from site_gen.storage.sources import PICTURES, Scan, SourceFile, scan_static
from site_gen.storage.static_files import digest_and_picture
from site_gen.text.digest import digest
from site_gen.text.language.site_languages import SiteLanguages, site_languages
from site_gen.text.paths import part_fault
from site_gen.text.slug import is_slug, slugify
from site_gen.workers import Jobs, Progress


class Sources(Struct, frozen=True):
    """Everything that the site's sources say, and their facts for the ledger; `fresh` bodies are new or changed.

    `static` files are copied; those that are first stripped of metadata are only among the `pictures`. `unsettled` are
    the files whose facts have no stamp, since they may change again under the same one.
    """

    posts: tuple[Entry, ...]
    pages: tuple[PageEntry, ...]
    tags: tuple[TagEntry, ...]
    static: tuple[StaticFile, ...]
    facts: dict[str, SourceFact]
    fresh: tuple[Body, ...] = ()
    pictures: dict[str, PictureSource] = {}
    unsettled: frozenset[str] = frozenset()

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies of all that was read, whether it is published or not."""
        read: tuple[Entry | PageEntry | TagEntry, ...] = (*self.posts, *self.pages, *self.tags)
        return tuple(one.body for one in read)


def read_sources(
    root: Path,
    settings: Settings,
    previous: Ledger,
    scanned: Scan,
    markdown: MarkdownContext | None,
    jobs: Jobs = None,
    progress: Progress = lambda *_: None,
) -> Sources:
    """Read every content file whose stamp has changed, and take the rest from the previous ledger.

    Without a `markdown` context to render texts in, their pictures are not looked for.
    """
    found = scanned.found
    previous_facts = previous.sources if previous.reading == reading_key(settings) else {}
    facts: dict[str, SourceFact] = {}
    waiting: list[tuple[str, SourceFile]] = []
    for kind, files in found.items():
        for file in files:
            fact = previous_facts.get(file.path)
            if fact is not None and fact.stamp == file.stamp:
                share_stamp(fact, file.stamp)
                facts[file.path] = fact
            else:
                waiting.append((kind, file))

    def done(count: int) -> None:
        progress("read", count, len(waiting))

    fresh, problems = read_files(root, settings, scanned.began, waiting, markdown, jobs, done)
    facts |= fresh
    static = scan_static(root, previous_facts)
    problems += (
        Problem(f"static/{file.path}", 0, 0, *fault) for file, fact in static if (fault := _picture_fault(fact))
    )
    raise_problems(with_excerpts(root, problems))
    for copied, fact in static:
        facts[f"static/{copied.path}"] = settled(fact, scanned.began)
    read_now = (*(file.path for _, file in waiting), *(f"static/{file.path}" for file, _ in static))
    pictures = {path: PictureSource(path, fact.digest, fact.picture) for path, fact in facts.items() if fact.picture}
    return Sources(
        posts=tuple(fact.entry for file in found["posts"] if (fact := facts[file.path]).entry),
        pages=tuple(fact.page for file in found["pages"] if (fact := facts[file.path]).page),
        tags=tuple(fact.tag for file in found["tags"] if (fact := facts[file.path]).tag),
        static=tuple(file for file, fact in static if not (fact.picture and fact.picture.tells)),
        facts=facts,
        fresh=tuple(entry.body for _, file in waiting if (entry := facts[file.path].source_entry)),
        pictures=pictures,
        unsettled=frozenset(path for path in read_now if facts[path].stamp == NO_STAMP),
    )


def read_files(
    root: Path,
    settings: Settings,
    began: int,
    files: Sequence[tuple[str, SourceFile]],
    markdown: MarkdownContext | None,
    jobs: Jobs = None,
    done: Callable[[int], None] = lambda _: None,
) -> tuple[dict[str, SourceFact], list[Problem]]:
    """The facts of content files, each with its kind, by path; and the problems of those that cannot be read.

    `began` is when they were scanned.
    """
    facts: dict[str, SourceFact] = {}
    problems: list[Problem] = []
    prepare = partial(source_reader, root, settings, markdown)
    results = workers.run(prepare, files, jobs, lambda item: item[1].path, Result[SourceFact], done)
    share = Sharing()
    for (_, file), read in zip(files, results, strict=True):
        problems += read.problems
        if read.value is not None:
            share(file.path, read.value)
            share_stamp(read.value, file.stamp)
            facts[file.path] = settled(read.value, began)
    return facts, problems


def _picture_fault(fact: SourceFact) -> tuple[str, str] | None:
    """Why a file may not be published, and what to do, where it is a picture whose metadata cannot be removed."""
    return (fact.picture.fault, fact.picture.hint) if fact.picture and not fact.picture.kind else None


_CLOCK_TICK = 20_000_000  # ns: file systems have no finer times than this


def settled(fact: SourceFact, began: int) -> SourceFact:
    """The fact, without its stamp where the file is so new that it may change again under the same one."""
    latest = max(fact.stamp.modified, fact.stamp.changed)
    return fact if latest < began - _CLOCK_TICK else replace(fact, stamp=NO_STAMP)


def reading_key(settings: Settings) -> str:
    """The digest of what the reading of a file depends on, in addition to its bytes."""
    zone = f"{settings.timezone} {zone_digest(settings.timezone)}"
    markdown = f"{settings.markdown.raw_html} {settings.markdown.engine}"
    languages = " ".join((settings.language, *settings.languages))
    return digest(f"{program_digest()} {zone} {languages} {markdown}".encode())


def source_reader(
    root: Path, settings: Settings, markdown_context: MarkdownContext | None
) -> Callable[[tuple[str, SourceFile]], Result[SourceFact]]:
    """The function that reads a file of a kind; without a `markdown` context, pictures and links are not looked for."""
    zone, raw = ZoneInfo(settings.timezone), settings.markdown.raw_html
    add_refs = ImageRefs(markdown_context) if markdown_context else None
    languages = site_languages(settings)

    def read(item: tuple[str, SourceFile]) -> Result[SourceFact]:
        kind, file = item
        if kind == PICTURES:
            content, picture = digest_and_picture(root / file.path, file.stamp.size)
            return Result(SourceFact(file.stamp, content, picture=picture))
        data = read_whole(f"{root}/{file.path}")
        result: Result[Entry] | Result[PageEntry] | Result[TagEntry]
        name = file.name.removesuffix(".md")
        if kind == "posts":
            result = read_post(file.path, data, zone, raw, languages)
        elif kind == "pages":
            result = read_page(file.path, _page_url(name, languages), data, zone, raw, languages)
        else:
            result = read_tag_text(file.path, name, data, zone, raw, languages)
        if result.value is None:
            return Result(None, result.problems)
        entry: SourceEntry = result.value
        odd = odd_text(entry, data)
        problems: tuple[Problem, ...] = ()
        if add_refs is not None:
            entry, problems = add_refs(entry, data)
        return Result(None if problems else _fact(file.stamp, entry, odd), problems)

    return read


def _fact(stamp: Stamp, entry: SourceEntry, odd: tuple[Problem, ...]) -> SourceFact:
    if isinstance(entry, Entry):
        return SourceFact(stamp, entry.source.digest, entry=entry, warnings=odd)
    if isinstance(entry, PageEntry):
        return SourceFact(stamp, entry.source.digest, page=entry, warnings=odd)
    return SourceFact(stamp, entry.source.digest, tag=entry, warnings=odd)


def _page_url(name: str, languages: SiteLanguages) -> str:
    """The address of a standing page, by its path below content/pages/; names that are no slugs are made slugs."""
    name, named = languages.named(name)
    parts = [
        part if is_slug(part) and not part_fault(part) else slugify(part, language=named or languages.own)
        for part in name.split("/")
    ]
    if parts[-1] == "index":
        parts.pop()
    return "/" + "".join(f"{part}/" for part in parts)
