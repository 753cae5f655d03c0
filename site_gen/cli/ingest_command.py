"""`site-gen ingest`."""

from typing import TYPE_CHECKING, Any

import click
import msgspec

from site_gen.cli.executor import cluster_of, executor_options
from site_gen.cli.session import Progress, Session, site_command

if TYPE_CHECKING:
    from site_gen.ingest import Ingested
    from site_gen.model.problem import Problem
    from site_gen.model.seed import Article


@site_command("ingest")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--dry-run", is_flag=True, help="Show each decision and write nothing.")
@click.option(
    "--take", is_flag=True, help="Where seed and post both changed: take the seed; the post is saved as .bak."
)
@click.option("--keep", is_flag=True, help="Where seed and post both changed: keep the post, and do not ask again.")
@click.option("--again", is_flag=True, help="Make unedited posts again with today's rules.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too, and on posts that need review.")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Worker processes (default: one per processor).")
@executor_options
@click.option("--yes", is_flag=True, help="Let the assistant of site.yaml have the texts, without asking.")
@click.option("--no-assistant", is_flag=True, help="Do not ask the assistant of site.yaml.")
def command(session: Session, paths: tuple[str, ...], strict: bool, yes: bool, no_assistant: bool, **asked: Any) -> int:
    """Turn seeds into posts: all of seeds/, or the files and folders named by PATH.

    The same seeds give no change; a post that was edited is never touched, unless --take says so.
    """
    from site_gen.cli.assistant import asking_for
    from site_gen.cli.unsure import say_unsure, unsure_of, unsure_problems
    from site_gen.ingest import IngestOptions, ingest
    from site_gen.model.problem import Problem
    from site_gen.model.settings import Settings
    from site_gen.pipeline.settings import load_settings
    from site_gen.session import STATE
    from site_gen.storage.state import state_lock

    if asked["take"] and asked["keep"]:
        raise click.UsageError("--take and --keep exclude each other.")
    bare = asked["dry_run"] and paths and not (session.root / "site.yaml").exists()
    settings = Settings() if bare else load_settings(session.root)
    with cluster_of(asked) as cluster, Progress(session) as progress:
        if asked["dry_run"] or no_assistant:
            asking, unready = None, tuple[Problem, ...]()
        else:
            asking, unready = asking_for(session, settings, progress, yes)
        options = IngestOptions(paths=paths, asking=asking, cluster=cluster, **asked)
        if options.dry_run:
            ingested = ingest(session.root, settings, options, progress)
        else:
            with state_lock(session.root / STATE):
                ingested = ingest(session.root, settings, options, progress)
    ingested = msgspec.structs.replace(ingested, notices=ingested.notices + unready)
    unsure = unsure_of(ingested)
    problems = ingested.problems + (unsure_problems(unsure) if strict else ())
    if options.dry_run:
        _show(session, ingested, problems)
    else:
        _report(session, ingested, problems)
    say_unsure(session, unsure, options.dry_run)
    session.problems(problems)
    session.problems(ingested.notices, "", "yellow")
    return 1 if problems or (strict and ingested.notices) else 0


def _report(session: Session, ingested: "Ingested", problems: "tuple[Problem, ...]") -> None:
    from site_gen.cli.assistant import assisted_json, say_assisted

    session.some([f"  {seed} -> {post}" for seed, post in sorted(ingested.made.items())], "add -v to see all")
    session.some([f"  {double.seed} duplicates {double.of}: no post." for double in ingested.duplicates], "seeds.lock")
    session.say(
        f"{len(ingested.new)} new, {len(ingested.changed)} changed, {ingested.kept} kept, "
        f"{len(ingested.duplicates)} duplicates.",
        fg="green",
    )
    say_assisted(session, ingested.assisted)
    if not session.as_json:
        return
    session.emit(
        {
            "seeds": {
                "new": len(ingested.new),
                "changed": len(ingested.changed),
                "kept": ingested.kept,
                "duplicates": len(ingested.duplicates),
                "unsure": len(ingested.unsure),
            },
            "posts": [{"seed": seed, "post": post} for seed, post in sorted(ingested.made.items())],
            "duplicates": ingested.duplicates,
            "unsure": [{"post": post, "unsure": doubts} for post, doubts in sorted(ingested.unsure.items())],
            "problems": problems,
            "warnings": ingested.notices,
            "ignored": ingested.ignored,
            "assistant": assisted_json(ingested.assisted),
        }
    )


def _show(session: Session, ingested: "Ingested", problems: "tuple[Problem, ...]") -> None:
    if session.as_json:
        session.emit(
            {
                "posts": [_as_json(article) for article in ingested.articles],
                "duplicates": ingested.duplicates,
                "problems": problems,
                "ignored": ingested.ignored,
            }
        )
    elif len(ingested.articles) > 3 and not session.verbose:
        _table(session, ingested)
    else:
        for article in ingested.articles:
            _explain(session, article)
    for double in ingested.duplicates:
        session.say(f"{double.seed}: duplicates {double.of} ({double.why}); no post.")


_TRIMMED = frozenset(("dateline", "source prefix", "headline", "standfirst", "byline", "date line", "source"))
"""Rules whose words the post has all the same: as its title, its summary or a field."""


def _as_json(article: "Article") -> dict[str, Any]:
    """An article as JSON; lines that became its fields are under `trimmed`, not `cut`."""
    result: dict[str, Any] = msgspec.to_builtins(article)
    if not article.timed:
        result["date"] = article.date.date().isoformat()
    cuts = result.pop("cuts")
    result["cut"] = [cut for cut in cuts if cut["rule"] not in _TRIMMED]
    result["trimmed"] = [cut for cut in cuts if cut["rule"] in _TRIMMED]
    result["unsure"] = [str(doubt) for doubt in article.unsure]
    for name in ("entities", "tags"):
        result[name] = [{key: value for key, value in one.items() if value} for one in result[name]]
    return result


def _explain(session: Session, article: "Article") -> None:
    session.say(article.seed, bold=True)
    for decision in article.decisions:
        session.say(f"  {decision.what:9} {decision.value}\n            because: {decision.why}")
    for doubt in article.unsure:
        session.say(f"  unsure    {doubt}", fg="yellow")
    kinds: dict[str, list[str]] = {}
    for entity in article.entities:
        kinds.setdefault(entity.kind, []).append(entity.name)
    for kind, names in kinds.items():
        session.say(f"  {kind:12} {', '.join(names)}")
    for cut in article.cuts:
        session.say(f"  cut line {cut.line:<4} {cut.text[:80]!r} ({cut.rule})")
    session.say("")


def _table(session: Session, ingested: "Ingested") -> None:
    import shutil

    from rich.console import Console
    from rich.table import Table

    if session.quiet:
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("date", "from", "headline", "tags", "cut", "unsure"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("date", "from", "cut"))
    for article in ingested.articles:
        tags = ", ".join(tag.name for tag in article.tags)
        unsure = ", ".join(dict.fromkeys(doubt.about for doubt in article.unsure))
        day, cut = f"{article.date:%Y-%m-%d}", str(len(article.cuts))
        table.add_row(day, article.date_source, article.title, tags, cut, unsure)
    width = shutil.get_terminal_size((140, 24)).columns
    Console(width=width, no_color=session.color is False, markup=False, highlight=False).print(table)
    session.say(f"{len(ingested.articles)} seeds. Add -v, or name one, to see each decision and why.")
