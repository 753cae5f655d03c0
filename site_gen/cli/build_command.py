"""`site-gen build`."""

import os
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from site_gen.cli.executor import cluster_of, executor_options
from site_gen.cli.session import Progress, Session, site_command

if TYPE_CHECKING:
    from site_gen.build import BuildOptions, Built
    from site_gen.model.shard import Shard


@site_command("build")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@click.option("--future", is_flag=True, help="Show scheduled posts too.")
@click.option("--as-of", "as_of", metavar="TIME", help="The site as it is at this time, e.g. '2026-03-01 12:00'.")
@click.option("--clean", is_flag=True, help="Ignore the last build and make every page again.")
@click.option("--output", metavar="DIR", help="Build into this folder.")
@click.option("--base-url", metavar="URL", help="Where the site will be published; replaces base_url of site.yaml.")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Worker processes (default: one per processor).")
@executor_options
@click.option("--shard", metavar="N/OF", help="Make one part of the site, e.g. 3/8; join puts all parts together.")
@click.option(
    "--pictures",
    type=click.Choice(["now", "later", "only"]),
    default="now",
    help="Show pictures whose sizes are not made yet as they came (later); make their sizes and nothing else (only).",
)
@click.option("--explain", is_flag=True, help="Say why each page was made.")
@click.option("--verify", "verified", is_flag=True, help="Build clean beside it and compare every byte.")
@click.option("--record", is_flag=True, help="This build is published: keep its addresses in addresses.lock.")
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too, and on posts that need review.")
def command(
    session: Session, as_of: str | None, explain: bool, verified: bool, strict: bool, record: bool, **asked: Any
) -> int:
    """Take in new seeds, then build the site into output/.

    Only what changed is made again. With problems in the content nothing is written, and the old site stays whole.
    """
    from msgspec.structs import replace

    from site_gen.build import build
    from site_gen.cli.unsure import say_unsure, unsure_of, unsure_problems

    _check_pictures(asked["pictures"], asked, verified=verified, record=record, explain=explain)
    options = _options(session, as_of, record, verified, asked)
    if asked["pictures"] == "only":
        return _fill(session, options)
    with cluster_of(asked) as cluster, Progress(session) as progress:
        built = build(session.root, replace(options, cluster=cluster), progress)
    if record:
        _record(session, built, options.as_of)
    unsure = unsure_of(built.ingested)
    problems = built.ingested.problems
    if verified:
        problems += _verify(session, options, built)
    if explain:
        _explain(session, built)
    _report(session, options, built)
    say_unsure(session, unsure)
    session.problems(problems, "Some seeds could not be ingested:" if built.ingested.problems else "")
    if strict:
        session.problems(unsure_problems(unsure))
        problems += unsure_problems(unsure)
    session.warnings(built.notices)
    session.emit(_as_json(built, problems, explain))
    return 1 if problems or (strict and built.notices) else 0


def _options(
    session: Session, as_of: str | None, record: bool, verified: bool, asked: dict[str, Any]
) -> "BuildOptions":
    from site_gen.build import BuildOptions

    check_base_url(asked["base_url"])
    if record:
        _check_record(asked["drafts"] or asked["future"] or bool(as_of))
    return BuildOptions(
        as_of=_moment(session.root, as_of) if as_of else datetime.now(UTC),
        drafts=asked["drafts"],
        future=asked["future"],
        clean=asked["clean"],
        output=str(Path(asked["output"]).absolute()) if asked["output"] else "",
        base_url=asked["base_url"] or "",
        jobs=asked["jobs"],
        keep_addresses=record,
        shard=_shard(asked["shard"], record, verified),
        pictures_later=asked["pictures"] == "later",
    )


def _moment(root: Path, text: str) -> datetime:
    from zoneinfo import ZoneInfo

    from site_gen.pipeline.settings import load_settings
    from site_gen.text.stamps import parse_written

    date = parse_written(text, ZoneInfo(load_settings(root).timezone))
    if date is None:
        raise click.BadParameter(
            f"'{text}' is not a time. Write 2026-03-01 or '2026-03-01 12:00'.", param_hint="--as-of"
        )
    return date.moment


def _shard(text: str | None, record: bool, verified: bool) -> "Shard | None":
    """The shard that is asked for; a usage error where there is no such, or it cannot do what else is asked."""
    from site_gen.parsing.shard import MOST, shard_named

    if text is None:
        return None
    shard = shard_named(text)
    if shard is None:
        raise click.BadParameter(
            f"'{text}' is not a part of a whole. Write 3/8 for the third of eight; at most {MOST}.",
            param_hint="--shard",
        )
    if record or verified:
        what = "--record" if record else "--verify"
        raise click.UsageError(f"{what} is for a whole site: build without --shard.")
    return shard


def check_base_url(url: str | None) -> None:
    """Raise a usage error for an invalid base URL."""
    if url is None:
        return
    from site_gen.parsing.settings import base_url_fault

    if fault := base_url_fault(url):
        raise click.BadParameter(" ".join(fault), param_hint="--base-url")


def _check_record(other: bool) -> None:
    if other:
        raise click.UsageError("--record is for a site as it is published now: without --drafts, --future and --as-of.")


def _check_pictures(pictures: str, asked: dict[str, Any], **others: bool) -> None:
    """Raise a usage error for what goes with no site, or with none that is finished."""
    unfit = {
        "now": (),
        "later": ("shard", "verified", "record"),
        "only": ("shard", "verified", "record", "explain", "output", "clean", "executor", "executor_timeout"),
    }
    values = asked | others
    given = [name for name in unfit[pictures] if values.get(name) is not None and values[name] is not False]
    if given:
        name = {"verified": "verify"}.get(given[0], given[0]).replace("_", "-")
        why = "builds no site" if pictures == "only" else "leaves pictures for another build"
        raise click.UsageError(f"--pictures {pictures} {why}, so --{name} cannot be given with it.")


def _fill(session: Session, options: "BuildOptions") -> int:
    """Make the sizes of pictures that are missing, with what the processors have left, while others build."""
    from msgspec.structs import replace

    from site_gen.pipeline.fill_pictures import fill_pictures
    from site_gen.session import STATE, SiteSession

    with suppress(OSError, AttributeError):  # elsewhere it takes its share as any other program
        os.nice(10)
    began = time.perf_counter()
    with Progress(session) as progress:
        snapshot = SiteSession(session.root, replace(options, ingest=False)).refresh(options.as_of)
        made = fill_pictures(session.root, session.root / STATE, snapshot.plan.pages, options.jobs, progress)
    seconds = time.perf_counter() - began
    session.say(f"Made {made} sizes of pictures in {seconds:.2f} s. The next build shows them.", fg="green")
    session.emit({"pictures": made, "seconds": {"make": seconds}, "problems": ()})
    return 0


def waiting_pictures(count: int) -> str:
    """What readers see meanwhile, and how to go on."""
    shown, whose = (
        (f"{count} pictures are shown as they", "their") if count > 1 else ("1 picture is shown as it", "its")
    )
    return f"{shown} came, without metadata: 'site-gen build --pictures only' makes {whose} sizes."


def _record(session: Session, built: "Built", moment: datetime) -> None:
    from site_gen.pipeline.addresses import addresses_of, record_addresses

    if built.snapshot is not None:
        new = record_addresses(session.root, addresses_of(built.snapshot.plan, built.snapshot.sources, moment))
        session.say(f"Recorded in addresses.lock: {new} new addresses. Commit it.")


def _verify(session: Session, options: Any, built: "Built") -> Any:
    import tempfile

    from site_gen.verification import verify

    with tempfile.TemporaryDirectory(prefix="site_gen-") as scratch:
        problems = verify(session.root, options, built, Path(scratch))
    if not problems:
        session.say("Verified: every file is the same as in a clean build.")
    return problems


def _explain(session: Session, built: "Built") -> None:
    """Print each rendered page with its reasons; reasons that all share are printed once."""
    if not built.changes:
        session.say("Nothing had to be made.")
        return
    shared = set(built.changes[0].reasons).intersection(*(change.reasons for change in built.changes))
    if len(built.changes) > 1:
        for reason in sorted(shared):
            session.say(f"all {len(built.changes)} pages made: {reason}.")
    for change in built.changes:
        own = [reason for reason in change.reasons if reason not in shared or len(built.changes) == 1]
        if own:
            session.say(f"{change.page.info.url}: {'; '.join(own)}.")


def _report(session: Session, options: Any, built: "Built") -> None:
    from site_gen.indexing.published import Include, is_shown

    ingested = built.ingested
    if ingested.made:
        session.some([f"  {seed} -> {post}" for seed, post in sorted(ingested.made.items())], "site-gen list")
    if ingested.duplicates:
        session.some(
            [f"  {double.seed} duplicates {double.of}: no post." for double in ingested.duplicates], "seeds.lock"
        )
    include = Include(options.drafts, options.future)
    withheld = [one for one in built.withheld if not is_shown(one.reason, include)]
    session.some([withheld_line(one, options.as_of) for one in withheld], "site-gen list")
    seconds = sum(built.seconds.values())
    removed = f", {built.removed} removed" if built.removed else ""
    session.say(
        f"Built {built.pages} pages in {seconds:.2f} s: {built.written} written, {built.unchanged} unchanged{removed}. "
        f"The site is in {near(built.output)}.",
        fg="green",
    )
    if built.pending_pictures:
        session.say(waiting_pictures(len(built.pending_pictures)), fg="yellow")
    if any(Path(path).name.startswith("ledger") for path in built.damaged):
        session.say("The record of the last build is damaged or another user's, so every page was made again.")
    for path in built.damaged:
        what = "is damaged, or was not written by this program for this user here; its content was made again."
        session.detail(f"  {near(path).rstrip('/')} {what}")
    for stage, spent in built.seconds.items():
        session.detail(f"  {stage:9} {spent:.3f} s")


def withheld_line(withheld: Any, as_of: datetime) -> str:
    """Why a post is not published, in one line."""
    from site_gen.text.dates import until

    if withheld.reason == "scheduled":
        due = until(withheld.until, as_of.astimezone(withheld.until.tzinfo))
        return f"  held until {due}: {withheld.path} (scheduled)"
    if withheld.reason == "expired":
        return f"  withdrawn: {withheld.path} (expired)"
    return f"  held: {withheld.path} (draft)"


def near(path: str) -> str:
    """A folder as it is seen from the working directory."""
    try:
        return f"{Path(path).absolute().relative_to(Path.cwd())}/"
    except ValueError:
        return path


def _as_json(built: "Built", problems: Any, explain: bool) -> dict[str, Any]:
    ingested = built.ingested
    result: dict[str, Any] = {
        "pages": built.pages,
        "written": built.written,
        "unchanged": built.unchanged,
        "removed": built.removed,
        "output": built.output,
        "seeds": {
            "new": len(ingested.new),
            "changed": len(ingested.changed),
            "kept": ingested.kept,
            "duplicates": len(ingested.duplicates),
            "unsure": len(ingested.unsure),
        },
        "held": built.withheld,
        "pictures_pending": built.pending_pictures,
        "seconds": built.seconds,
        "problems": problems,
        "warnings": built.notices,
        "ignored": ingested.ignored,
    }
    if explain:
        result["reasons"] = [
            {"path": change.page.path, "url": change.page.info.url, "reasons": change.reasons}
            for change in built.changes
        ]
    return result
