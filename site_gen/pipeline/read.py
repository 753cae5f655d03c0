"""Read every content file that has moved, and take the rest from the ledger."""

from collections.abc import Callable
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
from site_gen.storage.sources import PICTURES, Scan, SourceFile, scan_static
from site_gen.storage.static_files import looked_at
from site_gen.text.digest import digest
from site_gen.text.paths import part_fault
from site_gen.text.slug import is_slug, slugify
from site_gen.workers import Jobs, Progress


class Sources(Struct, frozen=True):
    """All that the site's sources say, and what the ledger shall know of it; `fresh` bodies are new or changed.

    `static` files are copied; those that first lose what must not be published are among the `pictures` alone.
    """

    posts: tuple[Entry, ...]
    pages: tuple[PageEntry, ...]
    tags: tuple[TagEntry, ...]
    static: tuple[StaticFile, ...]
    facts: dict[str, SourceFact]
    fresh: tuple[Body, ...] = ()
    pictures: dict[str, PictureSource] = {}

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies of all that was read, whether it is published or not."""
        read: tuple[Entry | PageEntry | TagEntry, ...] = (*self.posts, *self.pages, *self.tags)
        return tuple(one.body for one in read)


def read_sources(
    root: Path,
    settings: Settings,
    past: Ledger,
    scanned: Scan,
    markdown: MarkdownContext | None,
    jobs: Jobs = None,
    progress: Progress = lambda *_: None,
) -> Sources:
    """Read every content file whose stamp has moved, and take the rest from the past.

    Without a `room` to render texts in, it is not found out which pictures they show.
    """
    found = scanned.found
    known = past.sources if past.reading == reading_key(settings) else {}
    facts: dict[str, SourceFact] = {}
    waiting: list[tuple[str, SourceFile]] = []
    for kind, files in found.items():
        for file in files:
            fact = known.get(file.path)
            if fact is not None and fact.stamp == file.stamp:
                facts[file.path] = fact
            else:
                waiting.append((kind, file))
    problems: list[Problem] = []
    prepare = partial(_reader, root, settings, markdown)

    def done(count: int) -> None:
        progress("read", count, len(waiting))

    results = workers.run(prepare, waiting, jobs, lambda item: item[1].path, Result[SourceFact], done)
    for (_, file), read in zip(waiting, results, strict=True):
        problems += read.problems
        if read.value is not None:
            facts[file.path] = _settled(read.value, scanned.began)
    static = scan_static(root, known)
    problems += (Problem(f"static/{file.path}", 0, 0, *fault) for file, fact in static if (fault := _unclean(fact)))
    raise_problems(with_excerpts(root, problems))
    for copied, fact in static:
        facts[f"static/{copied.path}"] = _settled(fact, scanned.began)
    pictures = {path: PictureSource(path, fact.digest, fact.picture) for path, fact in facts.items() if fact.picture}
    return Sources(
        posts=tuple(fact.entry for file in found["posts"] if (fact := facts[file.path]).entry),
        pages=tuple(fact.page for file in found["pages"] if (fact := facts[file.path]).page),
        tags=tuple(fact.tag for file in found["tags"] if (fact := facts[file.path]).tag),
        static=tuple(file for file, fact in static if not (fact.picture and fact.picture.tells)),
        facts=facts,
        fresh=tuple(entry.body for _, file in waiting if (entry := facts[file.path].source_entry)),
        pictures=pictures,
    )


def _unclean(fact: SourceFact) -> tuple[str, str] | None:
    """Why a file may not be published, and what to do, where it is a picture whose metadata cannot be removed."""
    return (fact.picture.fault, fact.picture.hint) if fact.picture and not fact.picture.kind else None


_JIFFY = 20_000_000  # ns: file systems tell times no finer than this


def _settled(fact: SourceFact, began: int) -> SourceFact:
    """A file written in the moment it was scanned may change again under the same stamp: that proves nothing."""
    latest = max(fact.stamp.modified, fact.stamp.changed)
    return fact if latest < began - _JIFFY else replace(fact, stamp=NO_STAMP)


def reading_key(settings: Settings) -> str:
    """What the reading of a file depends on besides its bytes."""
    zone = f"{settings.timezone} {zone_digest(settings.timezone)}"
    markdown = f"{settings.markdown.raw_html} {settings.markdown.engine}"
    return digest(f"{program_digest()} {zone} {settings.language} {markdown}".encode())


def _reader(
    root: Path, settings: Settings, markdown_context: MarkdownContext | None
) -> Callable[[tuple[str, SourceFile]], Result[SourceFact]]:
    zone, raw = ZoneInfo(settings.timezone), settings.markdown.raw_html
    asked_for = ImageRefs(markdown_context) if markdown_context else None

    def read(item: tuple[str, SourceFile]) -> Result[SourceFact]:
        markdown, file = item
        if markdown == PICTURES:
            known, picture = looked_at(root / file.path, file.stamp.size)
            return Result(SourceFact(file.stamp, known, picture=picture))
        data = read_whole(f"{root}/{file.path}")
        result: Result[Entry] | Result[PageEntry] | Result[TagEntry]
        name = file.name.removesuffix(".md")
        if markdown == "posts":
            result = read_post(file.path, data, zone, raw, settings.language)
        elif markdown == "pages":
            result = read_page(file.path, _page_url(name, settings.language), data, zone, raw)
        else:
            result = read_tag_text(file.path, name, data, zone, raw)
        if result.value is None:
            return Result(None, result.problems)
        said: SourceEntry = result.value
        odd = odd_text(said, data)
        problems: tuple[Problem, ...] = ()
        if asked_for is not None:
            said, problems = asked_for(said, data)
        return Result(None if problems else _fact(file.stamp, said, odd), problems)

    return read


def _fact(stamp: Stamp, said: SourceEntry, odd: tuple[Problem, ...]) -> SourceFact:
    if isinstance(said, Entry):
        return SourceFact(stamp, said.source.digest, entry=said, warnings=odd)
    if isinstance(said, PageEntry):
        return SourceFact(stamp, said.source.digest, page=said, warnings=odd)
    return SourceFact(stamp, said.source.digest, tag=said, warnings=odd)


def _page_url(name: str, language: str) -> str:
    """The address of a standing page by its place below content/pages/; a name that no address can hold is made one."""
    parts = [
        part if is_slug(part) and not part_fault(part) else slugify(part, language=language) for part in name.split("/")
    ]
    if parts[-1] == "index":
        parts.pop()
    return "/" + "".join(f"{part}/" for part in parts)
