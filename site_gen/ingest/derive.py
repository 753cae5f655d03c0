"""Derive articles from seeds, in worker processes where that is faster."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen import workers
from site_gen.extract.successor import is_drafted
from site_gen.ingest.far_seeds import FarSeeds
from site_gen.ingest.packed import in_order
from site_gen.ingest.probe import Probed
from site_gen.ingest.seed_files import SeedFile
from site_gen.ingest.seed_texts import PlainText, converted_seed, plain_seed, read_texts
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Article, Doubt, Seed
from site_gen.model.settings import EntitySetting, Settings
from site_gen.workers import Jobs, Progress

if TYPE_CHECKING:
    from site_gen.extract.article import Context


class Derived(Struct, frozen=True):
    """A seed's article, or the problems that keep it from being one."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


def derive_seeds(
    files: Sequence[SeedFile],
    known: Probed,
    settings: Settings,
    jobs: Jobs,
    progress: Progress,
    stage: str = "ingest",
    alternatives: bool = False,
    far: FarSeeds | None = None,
) -> Iterator[Derived]:
    """The articles of some seeds, in order; `known` are all seeds, which show the repeated lines.

    Progress is reported under the name `stage`. With `alternatives`, which take time, articles have other headlines.
    Where there is a cluster, the seeds are worked on `far` from here.
    """
    if not files:
        return
    from site_gen.extract.repeats import find_repeats

    repeats = find_repeats(known.edges)
    if far is None and workers.workers_for(len(files), jobs) > 1:
        from site_gen.extract.article import load

        load()
    prepare = partial(prepare_derive, settings, repeats, alternatives=alternatives)

    def done(count: int) -> None:
        progress(stage, count, len(files))

    grouped = (tuple(group) for _, group in groupby(files, key=lambda file: file.path))
    groups = in_order(tuple[SeedFile, ...], grouped, known.store.is_lean)
    if far is not None:
        made = far.work(prepare, groups, _lost, done)
    else:
        made = workers.run(prepare, groups, jobs, lambda group: group[0].name, done=done, in_turn=True)
    for derived in made:
        yield from derived


def _lost(files: tuple[SeedFile, ...], problem: Problem) -> tuple[Derived, ...]:
    return (Derived(None, (problem,)), *(Derived(None) for _ in files[1:]))


def prepare_derive(
    settings: Settings, repeats: frozenset[str], alternatives: bool = True
) -> Callable[[tuple[SeedFile, ...]], tuple[Derived, ...]]:
    """The function that derives the seeds of one file, which is read once, in this process.

    `repeats` are lines at the edges of several seeds.
    """
    from site_gen.extract.article import Context
    from site_gen.extract.headline import names_of
    from site_gen.extract.names.gazetteer import ExtraEntity, load_gazetteer

    def extra(entity: EntitySetting) -> ExtraEntity:
        return ExtraEntity(name=entity.name, kind=entity.kind, aliases=entity.aliases, iso3=entity.iso3)

    gazetteer = load_gazetteer(tuple(map(extra, settings.entities)))
    credited = settings.images.credit == "required"
    context = Context(gazetteer, repeats, names_of(gazetteer), alternatives, settings.language, credited)
    return partial(_derive_file, settings, context)


def _derive_file(settings: Settings, context: "Context", files: tuple[SeedFile, ...]) -> tuple[Derived, ...]:
    """The articles of the seeds in one file."""
    zone = ZoneInfo(settings.timezone)
    read = read_texts(files[0], zone)
    if read.value is None:
        return tuple(Derived(None, read.problems if not at else ()) for at in range(len(files)))
    if isinstance(read.value, PlainText):
        return tuple(_derive(settings, context, plain_seed(file, read.value, zone)) for file in files)
    texts = {one.part: one for one in read.value.texts}
    return tuple(
        _derive(settings, context, converted_seed(file, texts[file.part], zone))
        if file.part in texts
        else Derived(None)  # the file changed since it was probed
        for file in files
    )


def _derive(settings: Settings, context: "Context", seed: Result[Seed]) -> Derived:
    from site_gen.extract.article import derive

    if seed.value is None:
        return Derived(None, seed.problems)
    file, doubts = seed.value.path, tuple[Doubt, ...]()
    if seed.value.pictures:
        from site_gen.ingest.pictures import with_plain_pictures

        plain, doubts = with_plain_pictures(seed.value)
        article = derive(plain, context)
    else:
        article = derive(seed.value, context)
    article = replace(article, unsure=(*article.unsure, *doubts)) if doubts else article
    if not article.body.strip():
        what = "Nothing is left of this seed when boilerplate is cut."
        hint = "See what was cut with --dry-run; an empty file can be removed."
        return Derived(None, (Problem(file, 1, 1, what, hint),))
    return Derived(
        replace(
            article,
            authors=article.authors or settings.ingest.authors,
            draft=article.drafted or is_drafted(article, settings.ingest),
        )
    )
