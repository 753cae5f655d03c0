"""The story of ingest: seeds on disk become posts in content/posts/, and nothing that a person wrote is lost.

list -> probe (digest, sketch, edges) -> decide -> derive -> compose -> write -> lock
"""

from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path, PurePath
from typing import Any, Literal
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen import crew
from site_gen.crew import Progress
from site_gen.disk.files import read_source, read_whole, write_source
from site_gen.disk.post_digests import PostDigests
from site_gen.disk.post_tags import PostTags
from site_gen.disk.posts import POSTS, PostsAtHand
from site_gen.disk.program import program_digest
from site_gen.disk.seeds import (
    Ignored,
    SeedFile,
    SeedFolder,
    ignored_notices,
    load_cache,
    load_lock,
    save_cache,
    save_lock,
    seed_files,
    seed_files_again,
)
from site_gen.ingesting.duplicates import Sketch, find_duplicates
from site_gen.ingesting.duplicates_again import KnownDuplicates
from site_gen.ingesting.fate import Fate, conflict, fate
from site_gen.ingesting.successor import is_drafted, noted
from site_gen.ingesting.text import Edges
from site_gen.model.ledger import Stamp
from site_gen.model.lock import LockedSeed, SeedLock
from site_gen.model.problem import Problem, SiteError
from site_gen.model.seed import Article, Duplicate, Given, Seed
from site_gen.model.settings import EntitySetting, Settings
from site_gen.wording.digest import digest

CACHE = ".site_gen/seeds.cache"


class IngestOptions(Struct, frozen=True, kw_only=True):
    """Which seeds, and what to do with those whose post a person edited (`take` the seed, or `keep` the post).

    `again` makes untouched posts anew from seeds that did not change, with today's rules.
    """

    paths: tuple[str, ...] = ()
    dry_run: bool = False
    take: bool = False
    keep: bool = False
    again: bool = False
    jobs: int | None = None


class Ingested(Struct, frozen=True, kw_only=True):
    """What became of the seeds. `made` maps each seed to the post written for it; `articles` are there on a dry run.

    `unsure` are the posts that want a look, each with its doubts. `ignored` are files among the seeds that are not
    taken in; `notices` report them too.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kept: int = 0
    made: dict[str, str] = {}
    duplicates: tuple[Duplicate, ...] = ()
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    unsure: dict[str, tuple[str, ...]] = {}
    ignored: tuple[Ignored, ...] = ()


class _Probe(Struct, frozen=True):
    """What one look at a seed tells without deriving anything."""

    stamp: Stamp
    sidecar_stamp: Stamp
    rules: str
    digest: str
    sketch: Sketch
    edges: Edges


class _Derived(Struct, frozen=True):
    """A seed's article, or the problems that stand against it."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


class AtHand:
    """What a process that lives on knows of a site from one ingest to the next; it must `look` before each."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.posts = PostsAtHand(root)
        self.digests = PostDigests(root)
        self.seeds: SeedFolder | None = None
        self.probes: dict[str, _Probe] = {}
        self.duplicates = KnownDuplicates()

    def look(self, posts: Iterable[tuple[str, Stamp]], touched: Iterable[str] | None) -> None:
        """Take the posts as they are, and the seeds: only those that were touched may have changed (None: any)."""
        self.posts.look(posts)
        if self.seeds is not None:
            self.seeds = None if touched is None else seed_files_again(self.root, self.seeds, touched)

    def warm(self) -> None:
        """Find out what the next ingest would have to find out first, as far as it is known what the seeds are."""
        from site_gen.ingesting import article, compose, repeats  # noqa: F401
        from site_gen.ingesting.names.gazetteer import load_gazetteer

        load_gazetteer(())
        self.posts.of_seed("")
        self.probes = self.probes or load_cache(self.root / CACHE, _Probe)
        self.duplicates.of(tuple((name, probe.sketch) for name, probe in self.probes.items()))


def ingest(
    root: Path,
    settings: Settings,
    options: IngestOptions,
    progress: Progress = lambda *_: None,
    at_hand: AtHand | None = None,
) -> Ingested:
    """Take in what is new and changed. A dry run writes nothing and derives every seed."""
    folder = _seed_folder(root, options, at_hand)
    files, problems = folder.files, folder.problems
    outside = () if options.dry_run else tuple(file for file in files if not file.name.startswith("seeds/"))
    problems += tuple(
        Problem(file.name, 0, 0, "This file is not below seeds/.", "Copy it there; or look at it with --dry-run.")
        for file in outside
    )
    if problems:
        raise SiteError(problems)
    lock = load_lock(root / "seeds.lock")
    if isinstance(lock, Problem):
        raise SiteError((lock,))
    notices = ignored_notices(folder.ignored)
    if not files and not lock.seeds:
        return Ingested(notices=notices, ignored=folder.ignored, problems=folder.misnamed)
    probes = probe_seeds(root, files, options, progress, at_hand)
    work = _Work(root, settings, options, lock, files, probes, at_hand)
    ingested = work.dry_run(progress) if options.dry_run else work.run(progress)
    problems = ingested.problems + folder.misnamed
    return replace(ingested, notices=ingested.notices + notices, ignored=folder.ignored, problems=problems)


def _seed_folder(root: Path, options: IngestOptions, at_hand: AtHand | None) -> SeedFolder:
    if at_hand is None or options.paths:
        return seed_files(root, options.paths)
    if at_hand.seeds is None:
        at_hand.seeds = seed_files(root, ())
    return at_hand.seeds


class _Work:
    """One run over the seeds at hand; its fields are what the steps share."""

    def __init__(
        self,
        root: Path,
        settings: Settings,
        options: IngestOptions,
        lock: SeedLock,
        files: tuple[SeedFile, ...],
        probes: dict[str, _Probe],
        at_hand: AtHand | None,
    ) -> None:
        self.root, self.settings, self.options = root, settings, options
        self.locked = dict(lock.seeds)
        self.files = files
        self.probes = probes
        self.posts = at_hand.posts if at_hand else PostsAtHand(root)
        self.digests = at_hand.digests if at_hand else PostDigests(root)
        self.find_duplicates = at_hand.duplicates.of if at_hand else find_duplicates
        self.tags = PostTags(self.posts, settings)
        self.new, self.changed = list[str](), list[str]()
        self.kept = 0
        self.made: dict[str, str] = {}
        self.duplicates: list[Duplicate] = []
        self.problems, self.notices = list[Problem](), list[Problem]()

    def dry_run(self, progress: Progress) -> Ingested:
        """Derive every seed, duplicates too, and write nothing."""
        doubles = self._duplicates(self.files)
        articles = []
        for derived in self._derive(self.files, progress):
            self.problems += derived.problems
            if derived.article:
                articles.append(derived.article)
        return Ingested(
            articles=tuple(articles),
            duplicates=tuple(doubles[name] for name in sorted(doubles)),
            problems=tuple(self.problems),
        )

    def run(self, progress: Progress) -> Ingested:
        """Write the posts of new and changed seeds, and the lock after each step that it must survive."""
        fates = {file.name: self._fate(file) for file in self.files}
        new = tuple(file for file in self.files if fates[file.name] == "new")
        doubles = self._duplicates(self.files) if new else {}
        for file in new:
            if file.name in doubles:
                self._record_duplicate(doubles[file.name])
        waiting = tuple(
            file
            for file in self.files
            if fates[file.name] in ("new", "update", "conflict", "found") and file.name not in doubles
        )
        waiting = tuple(file for file in waiting if fates[file.name] != "conflict" or self._settled(file))
        self.kept += sum(1 for name in fates if fates[name] in ("kept", "gone"))
        try:
            for file, derived in zip(waiting, self._derive(waiting, progress), strict=True):
                wrong = derived.problems or self.tags.take(derived.article)
                self.problems += wrong
                if derived.article is not None and not wrong:
                    self._put(file, derived.article, fates[file.name])
            unsure = self._settle()
        finally:
            save_lock(self.root / "seeds.lock", SeedLock(self.locked))
        return Ingested(
            new=tuple(self.new),
            changed=tuple(self.changed),
            kept=self.kept,
            made=self.made,
            duplicates=tuple(self.duplicates),
            problems=tuple(self.problems),
            notices=tuple(self.notices),
            unsure=unsure,
        )

    def _fate(self, file: SeedFile) -> Fate | Literal["found"]:
        seed = self.probes[file.name].digest
        locked = self.locked.get(file.name)
        if locked is None and (known := self.posts.of_seed(file.name)):
            # The lock was lost, or a killed run never wrote it: until it is compared, the post counts as edited.
            self.locked[file.name] = LockedSeed(seed, known, "")
            return "found"
        if locked is None and (moved := self._moved_from(file, seed)):
            locked = self.locked[file.name] = self.locked.pop(moved)
        if locked is None:
            return "new"
        unchanged = locked.seed == seed
        named = file.name in self.options.paths
        if unchanged and not self.options.again and not named:
            return "kept"
        post = self._post_digest(file.name, locked) if locked.post else None
        if named and locked.post and post is None:
            return "new"
        if unchanged and not self.options.again:
            return "kept"
        if unchanged:
            return "update" if post is not None and post == locked.generated else "kept"
        return fate(locked, seed, post)

    def _moved_from(self, file: SeedFile, seed: str) -> str | None:
        """The name that a seed had before it was renamed: the same bytes, under a name that is not there any more."""
        gone = (name for name, locked in self.locked.items() if locked.seed == seed and name not in self.probes)
        return next((name for name in gone if not (self.root / name).exists()), None)

    def _post_digest(self, seed: str, locked: LockedSeed) -> str | None:
        """The digest of a seed's post as it stands; one that was renamed is found by what it says of its seed."""
        found = self.digests.of(locked.post)
        if found is None and (renamed := self.posts.of_seed(seed)) is not None:
            self.locked[seed] = replace(locked, post=renamed)
            found = self.digests.of(renamed)
        return found

    def _settled(self, file: SeedFile) -> bool:
        """Whether an edited post is to be written over; if not, say that its seed changed, with both choices."""
        locked = self.locked[file.name]
        if self.options.take:
            return True
        if self.options.keep:
            self.locked[file.name] = replace(locked, seed=self.probes[file.name].digest)
            self.kept += 1
            return False
        self.notices.append(conflict(file.name, locked.post))
        return False

    def _duplicates(self, files: tuple[SeedFile, ...]) -> dict[str, Duplicate]:
        """The seeds that say what another one says; a seed that has its post already is never one."""
        found = self.find_duplicates(tuple((file.name, self.probes[file.name].sketch) for file in files))
        result: dict[str, Duplicate] = {}
        for double in found:
            mine, theirs = self.locked.get(double.seed), self.locked.get(double.of)
            if mine is not None and mine.post and not self.options.dry_run:
                if theirs is None:  # the fuller copy came later: the address that is published stays
                    result[double.of] = Duplicate(double.of, double.seed, double.why + "; the other is published")
                continue
            result[double.seed] = double
        return {name: double for name, double in result.items() if double.of not in result}

    def _record_duplicate(self, double: Duplicate) -> None:
        self.locked[double.seed] = LockedSeed(self.probes[double.seed].digest, duplicate_of=double.of)
        self.duplicates.append(double)

    def _derive(self, files: tuple[SeedFile, ...], progress: Progress) -> Iterable[_Derived]:
        if not files:
            return
        from site_gen.ingesting.repeats import find_repeats

        repeats = find_repeats(self.probes[file.name].edges for file in self.files)
        if crew.workers_for(len(files), self.options.jobs) > 1:
            from site_gen.ingesting.article import load

            load()
        # Only a dry run shows other headlines; review derives a seed again for them.
        prepare = partial(prepare_derive, self.settings, repeats, alternatives=self.options.dry_run)

        def done(count: int) -> None:
            progress("ingest", count, len(files))

        yield from crew.run(prepare, files, self.options.jobs, _name, done=done)

    def _put(self, file: SeedFile, article: Article, what: Fate | Literal["found"]) -> None:
        """Write one post, unless it stands there already, and note it."""
        from site_gen.ingesting.compose import compose

        locked = self.locked.get(file.name)
        before = b""
        if what == "new" or locked is None:
            article = self.posts.with_free_slug(article)
            path = f"{POSTS}/{article.date:%Y-%m-%d}-{article.slug}.md"
            self.new.append(path)
        else:
            path = locked.post
            before = read_source(self.root, path)
            article = self.posts.as_successor(path, article, locked, self.settings)
        data = compose(article).encode()
        if data == before or what == "found":
            self.kept += 1
            if data != before:
                return
        else:
            if before:
                if what == "conflict":
                    self.posts.save_copy(path)
                self.changed.append(path)
            write_source(self.root, path, data)
            self.made[file.name] = path
        new = LockedSeed(self.probes[file.name].digest, path, digest(data))
        self.locked[file.name] = noted(article, new, locked if before else None, self.settings.ingest)

    def _settle(self) -> dict[str, tuple[str, ...]]:
        """The doubts that nobody has settled, by post; those about posts that were edited or removed are dropped."""
        unsure = {}
        for name in [name for name, locked in self.locked.items() if locked.unsure]:
            current = None if name in self.made else self._post_digest(name, self.locked[name])
            locked = self.locked[name]
            if name not in self.made and not locked.doubts_of(current):
                self.locked[name] = replace(locked, unsure=())
            else:
                unsure[locked.post] = locked.unsure
        self.digests.save()
        return unsure


def probe_seeds(
    root: Path,
    files: tuple[SeedFile, ...],
    options: IngestOptions,
    progress: Progress,
    at_hand: AtHand | None,
    save: bool = True,
) -> dict[str, _Probe]:
    """A probe of each seed; those whose files have not moved since the last run are remembered."""
    rules = program_digest()
    known = {} if options.dry_run else (at_hand and at_hand.probes) or load_cache(root / CACHE, _Probe)
    probes = {
        file.name: probe
        for file in files
        if (probe := known.get(file.name))
        and (probe.stamp, probe.sidecar_stamp, probe.rules) == (file.stamp, file.sidecar_stamp, rules)
    }
    waiting = [file for file in files if file.name not in probes]
    if waiting:
        from site_gen.ingesting import boilerplate  # noqa: F401 - once, before there are workers
    prepare = partial(_prepare_probe, rules)

    def done(count: int) -> None:
        progress("read seeds", count, len(waiting))

    for file, probe in zip(waiting, crew.run(prepare, waiting, options.jobs, _name, done=done), strict=True):
        probes[file.name] = probe
    if waiting and save and not options.dry_run:
        save_cache(root / CACHE, probes)
    if at_hand:
        at_hand.probes = probes
    return probes


def _name(file: SeedFile) -> str:
    return file.name


def _prepare_probe(rules: str) -> Callable[[SeedFile], _Probe]:
    return partial(_probe_one, rules)


def _probe_one(rules: str, file: SeedFile) -> _Probe:
    from site_gen.ingesting.boilerplate import cut_boilerplate
    from site_gen.ingesting.clean import clean
    from site_gen.ingesting.decode import decode
    from site_gen.ingesting.duplicates import sketch
    from site_gen.ingesting.paragraphs import join_lines
    from site_gen.ingesting.repeats import edge_lines
    from site_gen.ingesting.text import Line
    from site_gen.reading.header import read_header

    data = read_whole(file.path)
    beside = read_whole(file.sidecar) if file.sidecar else b""
    text = decode(data).text
    header = read_header(file.name, text, _UTC)
    cleaned = clean("\n".join(text.split("\n")[header.lines :]))
    lines = tuple(Line(number, line) for number, line in enumerate(cleaned.split("\n"), header.lines + 1))
    kept, _ = cut_boilerplate(lines, frozenset())
    paragraphs = tuple(paragraph.text for paragraph in join_lines(kept))
    together = digest(data + b"\0" + beside) if beside else digest(data)
    return _Probe(file.stamp, file.sidecar_stamp, rules, together, sketch(paragraphs), edge_lines(lines))


_UTC = ZoneInfo("UTC")


def prepare_derive(
    settings: Settings, repeats: frozenset[str], alternatives: bool = True
) -> Callable[[SeedFile], _Derived]:
    """What derives one seed, for one process; `repeats` are lines that several seeds begin or end with.

    `alternatives`: with other headlines.
    """
    from site_gen.ingesting.article import Context
    from site_gen.ingesting.headline import names_of
    from site_gen.ingesting.names.gazetteer import ExtraEntity, load_gazetteer

    def extra(entity: EntitySetting) -> ExtraEntity:
        return ExtraEntity(name=entity.name, kind=entity.kind, aliases=entity.aliases, iso3=entity.iso3)

    gazetteer = load_gazetteer(tuple(map(extra, settings.entities)))
    context = Context(gazetteer, repeats, names_of(gazetteer), alternatives, settings.language)
    return partial(_derive_one, settings, context)


def _derive_one(settings: Settings, context: Any, file: SeedFile) -> _Derived:
    from site_gen.ingesting.article import derive

    seed, problems = _read_seed(file, ZoneInfo(settings.timezone))
    if problems or seed is None:
        return _Derived(None, problems)
    article = derive(seed, context)
    if not article.body.strip():
        what = "Nothing is left of this seed when boilerplate is cut."
        hint = "See what was cut with --dry-run; an empty file can be removed."
        return _Derived(None, (Problem(file.name, 1, 1, what, hint),))
    return _Derived(
        replace(
            article,
            authors=article.authors or settings.ingest.authors,
            draft=is_drafted(article, settings.ingest),
        )
    )


def _read_seed(file: SeedFile, zone: tzinfo) -> tuple[Seed | None, tuple[Problem, ...]]:
    from site_gen.ingesting.decode import decode
    from site_gen.ingesting.forms.trouble import trouble_in
    from site_gen.reading.header import merge, read_header, read_sidecar

    data = read_whole(file.path)
    text = decode(data).text
    if trouble := trouble_in(data, text):
        return None, (Problem(file.name, 1, 1, trouble.what, trouble.hint),)
    header = read_header(file.name, text, zone)
    problems = header.problems
    beside: Given | tuple[Problem, ...] = Given()
    if file.sidecar:
        beside = read_sidecar(_sidecar_name(file), decode(read_whole(file.sidecar)).text, zone)
        if isinstance(beside, tuple):
            problems += beside
    if problems or isinstance(beside, tuple):
        return None, problems
    modified = datetime.fromtimestamp(file.stamp.modified // 10**9, zone)
    given = merge(beside, header.given)
    return Seed(path=file.name, text=text, modified=modified, header_lines=header.lines, given=given), ()


def _sidecar_name(file: SeedFile) -> str:
    return file.name.rpartition(".")[0] + PurePath(file.sidecar).suffix
