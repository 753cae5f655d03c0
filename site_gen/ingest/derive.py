"""Derive articles from seeds, in worker processes where that is faster."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, tzinfo
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen import workers
from site_gen.extract.successor import is_drafted
from site_gen.ingest.probe import Probe
from site_gen.ingest.seed_files import SeedFile
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Article, Given, Seed
from site_gen.model.settings import EntitySetting, Settings
from site_gen.storage.files import read_whole
from site_gen.workers import Jobs, Progress

if TYPE_CHECKING:
    from site_gen.extract.article import Context


class Derived(Struct, frozen=True):
    """A seed's article, or the problems that keep it from being one."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


def derive_seeds(
    files: tuple[SeedFile, ...],
    probes: Mapping[str, Probe],
    settings: Settings,
    jobs: Jobs,
    progress: Progress,
    stage: str = "ingest",
    alternatives: bool = False,
) -> Iterator[Derived]:
    """The articles of some seeds, in order; `probes` are those of all seeds, which show the repeated lines.

    Progress is reported under the name `stage`. With `alternatives`, which take time, articles have other headlines.
    """
    if not files:
        return
    from site_gen.extract.repeats import find_repeats

    repeats = find_repeats(probe.edges for probe in probes.values())
    if workers.workers_for(len(files), jobs) > 1:
        from site_gen.extract.article import load

        load()
    prepare = partial(prepare_derive, settings, repeats, alternatives=alternatives)

    def done(count: int) -> None:
        progress(stage, count, len(files))

    yield from workers.run(prepare, files, jobs, lambda file: file.name, done=done)


def prepare_derive(
    settings: Settings, repeats: frozenset[str], alternatives: bool = True
) -> Callable[[SeedFile], Derived]:
    """The function that derives one seed in this process; `repeats` are lines at the edges of several seeds."""
    from site_gen.extract.article import Context
    from site_gen.extract.headline import names_of
    from site_gen.extract.names.gazetteer import ExtraEntity, load_gazetteer

    def extra(entity: EntitySetting) -> ExtraEntity:
        return ExtraEntity(name=entity.name, kind=entity.kind, aliases=entity.aliases, iso3=entity.iso3)

    gazetteer = load_gazetteer(tuple(map(extra, settings.entities)))
    context = Context(gazetteer, repeats, names_of(gazetteer), alternatives, settings.language)
    return partial(_derive, settings, context)


def _derive(settings: Settings, context: "Context", file: SeedFile) -> Derived:
    from site_gen.extract.article import derive

    seed = _read_seed(file, ZoneInfo(settings.timezone))
    if seed.value is None:
        return Derived(None, seed.problems)
    article = derive(seed.value, context)
    if not article.body.strip():
        what = "Nothing is left of this seed when boilerplate is cut."
        hint = "See what was cut with --dry-run; an empty file can be removed."
        return Derived(None, (Problem(file.name, 1, 1, what, hint),))
    return Derived(
        replace(
            article,
            authors=article.authors or settings.ingest.authors,
            draft=is_drafted(article, settings.ingest),
        )
    )


def _read_seed(file: SeedFile, zone: tzinfo) -> Result[Seed]:
    from site_gen.extract.decode import decode
    from site_gen.extract.forms.trouble import trouble_in
    from site_gen.parsing.header import merge, read_header, read_sidecar

    data = read_whole(file.path)
    text = decode(data).text
    if trouble := trouble_in(data, text):
        return Result(None, (Problem(file.name, 1, 1, trouble.what, trouble.hint),))
    header = read_header(file.name, text, zone)
    problems = header.problems
    sidecar = Result(Given())
    if file.sidecar:
        sidecar = read_sidecar(_sidecar_name(file), decode(read_whole(file.sidecar)).text, zone)
        problems += sidecar.problems
    if problems or sidecar.value is None:
        return Result(None, problems)
    modified = datetime.fromtimestamp(file.stamp.modified // 10**9, zone)
    given = merge(sidecar.value, header.given)
    return Result(Seed(path=file.name, text=text, modified=modified, header_lines=header.lines, given=given))


def _sidecar_name(file: SeedFile) -> str:
    return file.name.rpartition(".")[0] + PurePath(file.sidecar).suffix
