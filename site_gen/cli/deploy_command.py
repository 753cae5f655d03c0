"""`site-gen deploy`."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from site_gen.cli.executor import cluster_of, executor_options
from site_gen.cli.session import Progress, Session, site_command

if TYPE_CHECKING:
    from site_gen.model.deployment import Deployment, Differences, Manifest, Plan


@site_command("deploy")
@click.argument("words", nargs=-1, metavar="[status] [TARGET]")
@click.option("--dry-run", is_flag=True, help="Show the plan and write nothing.")
@click.option("--yes", is_flag=True, help="Do not ask before many files are removed.")
@click.option(
    "--repair", is_flag=True, help="Compare the bytes of every file at the target, and replace those that differ."
)
@click.option("--keep-unknown", is_flag=True, help="Leave files at the target that no manifest of site_gen names.")
@click.option("--max-deletes", type=click.IntRange(0), metavar="N", help="Ask before more are removed (default: 256).")
@click.option("--base-url", metavar="URL", help="Where the site will be published; replaces base_url of the settings.")
@click.option("--joined", metavar="DIR", help="Publish the site that join put together in DIR; it is not built.")
@click.option(
    "--pictures",
    type=click.Choice(["now", "later"]),
    default="now",
    help="Do not wait for pictures, and publish those not made yet as they came, without metadata (later).",
)
@click.option("--clean", is_flag=True, help="Build everything again, whatever is kept of the last deployment.")
@click.option("--rollback", is_flag=True, help="Make the release before the live one live again.")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Worker processes (default: one per processor).")
@executor_options
def command(session: Session, words: tuple[str, ...], dry_run: bool, yes: bool, **asked: Any) -> int:
    """Build what a target of site.yaml does not have yet, show what would change there, and bring it there.

    `deploy status` tells what is live. The live site is whole at any moment; what fails leaves it as it was, and the
    next run ends right.
    """
    asking, name = _parse_words(words)
    name = _target_named(session, name)
    if asking:
        return _status(session, name)
    if asked["rollback"]:
        if asked["repair"]:
            raise click.UsageError("Either --rollback or --repair: a rollback does not build the site.")
        if asked["joined"]:
            raise click.UsageError("Either --rollback or --joined.")
        if asked["clean"]:
            raise click.UsageError("Either --rollback or --clean: a rollback does not build the site.")
        return _roll_back(session, name)
    if asked["joined"] and asked["clean"]:
        raise click.UsageError("Either --joined or --clean: a joined site is not built.")
    if asked["joined"] and asked["pictures"] == "later":
        raise click.UsageError("Either --joined or --pictures later: a joined site is finished.")
    from msgspec.structs import replace

    from site_gen.cli.build_command import check_base_url
    from site_gen.deploy.making import DeployOptions
    from site_gen.deploy.plan import MAX_DELETES
    from site_gen.deploy.publish import deploy

    check_base_url(asked["base_url"])
    most = MAX_DELETES if asked["max_deletes"] is None else asked["max_deletes"]
    options = DeployOptions(
        now=datetime.now(UTC),
        target=name,
        dry_run=dry_run,
        base_url=asked["base_url"] or "",
        jobs=asked["jobs"],
        repair=asked["repair"],
        keep_unknown=asked["keep_unknown"],
        joined=Path(asked["joined"]).absolute() if asked["joined"] else None,
        pictures_later=asked["pictures"] == "later",
        clean=asked["clean"],
    )
    with cluster_of(asked) as cluster, Progress(session) as progress:

        def approve(plan: "Plan") -> bool:
            progress.pause()
            _show(session, plan)
            return _approved(session, plan, most, yes)

        done = deploy(session.root, replace(options, cluster=cluster), approve, progress)
    return _report(session, done, dry_run)


def _parse_words(words: tuple[str, ...]) -> tuple[bool, str]:
    """Whether the status is wanted, and the target's name."""
    asking = bool(words) and words[0] == "status"
    rest = words[1:] if asking else words
    if len(rest) > 1:
        raise click.UsageError("One target at a time: site-gen deploy [status] [TARGET].")
    return asking, rest[0] if rest else ""


def _target_named(session: Session, name: str) -> str:
    from site_gen.pipeline.settings import load_settings
    from site_gen.text.did_you_mean import did_you_mean

    targets = load_settings(session.root).deploy
    if name in targets:
        return name
    if not targets:
        raise click.UsageError("site.yaml names no target. Add one below 'deploy:'; see docs/deploy.md.")
    names = f"There are: {', '.join(targets)}."
    if name:
        raise click.UsageError(f"There is no target '{name}'. {did_you_mean(name, targets, names)}")
    if len(targets) > 1:
        raise click.UsageError(f"Which target? {names}")
    return next(iter(targets))


def _approved(session: Session, plan: "Plan", most: int, yes: bool) -> bool:
    """Whether to go on: many removals need a person's consent, or --yes.

    --yes alone does not remove many files that no manifest names: they may be somebody else's.
    """
    from site_gen.deploy.plan import too_many_removed, unknown_removed

    why = too_many_removed(plan, most)
    unknown = unknown_removed(plan)
    if not why or (yes and len(unknown) <= most):
        return True
    if session.as_json or not sys.stdin.isatty() or yes:
        leave = " or --keep-unknown; what belongs to the site can be put into static/" if unknown else ""
        sure = f"--yes --max-deletes {len(unknown)}" if len(unknown) > most else "--yes"
        click.echo(f"{why} Look at the plan with --dry-run -v; then give {sure}{leave}.", err=True)
        return False
    return click.confirm(f"{why} Go on?", default=False, err=True)


def _show(session: Session, plan: "Plan") -> None:
    """Print the plan: first in terms of posts and addresses, then in files."""
    from site_gen.deploy.editorial import redirect_lines

    for heading, lines in (*_editorial(plan), *_differences(plan)):
        if lines:
            session.say(f"{heading}: {len(lines)}", bold=True)
            session.some(lines, "-v")
    redirects = redirect_lines(plan.editorial)
    if redirects:
        session.say("For redirects.yaml, so that no reader gets a 404:", bold=True)
        session.some([f"  {line}" for line in redirects], "-v")
    for symbol, paths in (("+", plan.added), ("~", plan.changed), ("-", plan.removed)):
        for path in paths:
            session.detail(f"  {symbol} {path}")
    counts = f"{len(plan.added)} added, {len(plan.changed)} changed, {len(plan.removed)} removed"
    session.say(f"{counts}, {plan.unchanged} unchanged.")


def _editorial(plan: "Plan") -> tuple[tuple[str, list[str]], ...]:
    """What readers will notice: a heading and its lines."""
    editorial = plan.editorial
    return (
        ("New posts", [f"  {title} ({url})" for url, title in editorial.new]),
        ("Changed headlines", [f"  {old} -> {new} ({url})" for url, old, new in editorial.headlines]),
        ("Posts at another address", [f"  {one.headline}: {one.old} -> {one.new}" for one in editorial.moved]),
        ("Addresses that will lead nowhere", [f"  {url}" for url in editorial.vanishing]),
        ("Items that feed readers will show again", [f"  {url} in {feed}" for feed, url in editorial.again]),
    )


def _differences(plan: "Plan") -> tuple[tuple[str, list[str]], ...]:
    """Differences of the target from what was deployed: a heading and its lines."""
    found, removed, built = plan.differences, frozenset(plan.removed), plan.new.files
    return (
        ("Missing at the target", [f"  {path}" for path in found.missing]),
        ("Different from what was deployed", [f"  {path}" for path in found.changed]),
        ("In no manifest of site_gen, to be removed", [f"  {path}" for path in found.unknown if path in removed]),
        (
            "In no manifest of site_gen, left alone",
            [f"  {path}" for path in found.unknown if path not in removed and path not in built],
        ),
    )


def _report(session: Session, done: "Deployment", dry_run: bool) -> int:
    from site_gen.cli.build_command import waiting_pictures

    plan = done.plan
    if dry_run:
        _show(session, plan)
        session.say("A dry run: nothing was written.")
    elif not done.done:
        session.say("Nothing was deployed.", fg="yellow")
    elif plan.empty:
        session.say(f"'{done.target}' is up to date; nothing was written.", fg="green")
    else:
        session.say(f"The site is live at {plan.new.base_url} by '{done.target}'.", fg="green")
    if plan.new.pending_pictures and done.done:
        session.say(f"{waiting_pictures(plan.new.pending_pictures)} Deploy again when they are made.", fg="yellow")
    session.warnings(done.notices)
    _warn(session, done.warnings)
    session.emit(_as_json(done))
    return 0 if done.done or dry_run else 1


def _warn(session: Session, warnings: tuple[str, ...]) -> None:
    for warning in warnings:
        click.echo(click.style(warning, fg="yellow"), err=True, color=session.color)


def _as_json(done: "Deployment") -> dict[str, Any]:
    from site_gen.deploy.editorial import redirect_lines

    plan = done.plan
    return {
        "target": done.target,
        "done": done.done,
        "base_url": plan.new.base_url,
        "added": plan.added,
        "changed": plan.changed,
        "removed": plan.removed,
        "unchanged": plan.unchanged,
        "editorial": plan.editorial,
        "redirects": redirect_lines(plan.editorial),
        "differences": plan.differences,
        "pictures_pending": plan.new.pending_pictures,
        "warnings": done.warnings,
        "notices": done.notices,
        "problems": (),
    }


def _roll_back(session: Session, name: str) -> int:
    from site_gen.deploy.publish import rollback

    live, warnings = rollback(session.root, name)
    session.say(f"'{name}' is back at the release {live}.", fg="green")
    _warn(session, warnings)
    session.emit({"target": name, "release": live, "warnings": warnings, "problems": ()})
    return 0


def _status(session: Session, name: str) -> int:
    from site_gen.deploy.publish import target_at

    with target_at(session.root, name) as target:
        live = target.live()
        kept = target.releases()
        found = target.differences(live, session.root, thorough=False)
    _print_status(session, name, live, kept)
    _print_damage(session, found)
    about = None
    if live is not None:
        fields = ("release", "when", "commit", "base_url", "unfinished", "pending_pictures")
        about = {field: getattr(live, field) for field in fields} | {"files": len(live.files), "posts": len(live.posts)}
    session.emit({"target": name, "live": about, "releases": kept, "differences": found, "problems": ()})
    return 0


def _print_damage(session: Session, found: "Differences") -> None:
    if found.damage:
        counts = f"{len(found.missing)} missing, {len(found.changed)} changed, {len(found.unknown)} unknown"
        session.say(f"  Files that differ from what was deployed: {counts}; deploy again to replace them.", fg="yellow")
    elif found.unknown:
        session.say(f"  Files that no manifest of site_gen names: {len(found.unknown)}")


def _print_status(session: Session, name: str, live: "Manifest | None", kept: tuple[str, ...]) -> None:
    if live is None:
        session.say(f"'{name}': no release of site_gen is live.")
        return
    from site_gen.cli.build_command import waiting_pictures

    commit = f", commit {live.commit}" if live.commit else ""
    session.say(f"'{name}': release {live.release} of {live.when}{commit}.")
    session.say(f"  {len(live.files)} files, {len(live.posts)} posts, at {live.base_url}")
    if live.unfinished:
        session.say("  A deployment was interrupted; deploy again to complete it.", fg="yellow")
    if live.pending_pictures:
        session.say(f"  {waiting_pictures(live.pending_pictures)} Deploy again when they are made.", fg="yellow")
    if kept:
        session.say(f"  Releases kept: {', '.join(kept)}")
