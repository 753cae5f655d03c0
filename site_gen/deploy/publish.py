"""The steps of a deployment: clean build, checks, lock, plan, approval, publish, notifications."""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.build import BuildOptions, Built, build
from site_gen.deploy.after import run_after
from site_gen.deploy.editorial import deployed_addresses, headlines_and_items
from site_gen.deploy.gate import base_url_problem, link_problems, withheld_problems
from site_gen.deploy.git import SITES_GIT
from site_gen.deploy.joined import joined_site
from site_gen.deploy.pings import ping
from site_gen.deploy.plan import corrected, planned
from site_gen.deploy.target import Place, Progress, Target, target_of
from site_gen.model.deployment import Deployment, Manifest, Plan, inventory
from site_gen.model.problem import Problem, SiteError, raise_problems
from site_gen.model.settings import DeployTarget, Settings
from site_gen.pages.old_addresses import OldAddresses, old_addresses
from site_gen.pages.redirect import table
from site_gen.parsing.address_lock import ADDRESSES, joined
from site_gen.pipeline.addresses import addresses_of, lost_addresses, record_addresses
from site_gen.pipeline.excerpts import with_excerpts
from site_gen.pipeline.made_pictures import lend_pictures
from site_gen.pipeline.settings import load_settings
from site_gen.remote import Cluster
from site_gen.session import STATE
from site_gen.storage.handles import remove_tree
from site_gen.storage.lock import site_lock
from site_gen.storage.state import claim_state
from site_gen.urls import address_of, encoded, full_address, root_of

Approve = Callable[[Plan], bool]


class DeployOptions(Struct, frozen=True, kw_only=True):
    """What a deployment is asked to do. `now` is its clock.

    `repair` compares the bytes at the target instead of sizes and times, and also removes files that no manifest
    names; `keep_unknown` keeps those even where there is no manifest. `joined` is the folder of a site that was put
    together from shards, which is published instead of a build. With `pictures_later`, pictures whose sizes are not
    made yet are published as they came, without metadata. A `cluster` does what is heavy.
    """

    now: datetime
    target: str
    dry_run: bool = False
    base_url: str = ""
    jobs: int | None = None
    repair: bool = False
    keep_unknown: bool = False
    joined: Path | None = None
    pictures_later: bool = False
    cluster: Cluster | None = None


def deploy(root: Path, options: DeployOptions, approve: Approve, progress: Progress = lambda *_: None) -> Deployment:
    """Publish the site at `root` to a target, if `approve` accepts the plan.

    `SiteError` with all failed checks; the target is then untouched. A dry run writes nothing, neither there nor in the
    site.
    """
    settings = load_settings(root)
    chosen = settings.deploy[options.target]
    base_url = options.base_url or chosen.base_url or settings.base_url
    keys = ("deploy", options.target, "base_url") if chosen.base_url else ("base_url",)
    raise_problems(with_excerpts(root, base_url_problem(base_url, keys)))
    with _workspace(root, options, chosen) as (place, state):
        target = target_of(place)
        site = place.scratch / "site"
        built = _built(root, options, base_url, site, state, progress)
        with nullcontext() if options.dry_run else target.lock():
            plan = _plan(root, options, base_url, site, built, target)
            if not (chosen.preview or options.dry_run):
                raise_problems(_vanishing(root, built, plan))
            if options.dry_run or not approve(plan):
                return Deployment(target=options.target, plan=plan, done=False, notices=built.notices)
            if not plan.empty:
                target.publish(site, plan, progress)
        warnings = () if chosen.preview else _recorded(root, built, plan, options.now)
        warnings += _afterwards(root, settings, chosen, plan)
        return Deployment(target=options.target, plan=plan, done=True, warnings=warnings, notices=built.notices)


def rollback(root: Path, name: str) -> tuple[str, tuple[str, ...]]:
    """Go back to the release before the live one at a target; returns the release that is live then, and warnings."""
    with target_at(root, name) as target, target.lock():
        previous = target.live()
        release = target.rollback()
        after = target.live()
    settings = load_settings(root)
    return release, _afterwards(root, settings, settings.deploy[name], planned(previous, after)) if after else ()


@contextmanager
def target_at(root: Path, name: str) -> Iterator[Target]:
    """A target to query or roll back, without a build."""
    settings = load_settings(root).deploy[name]
    claim_state(root / STATE)
    with tempfile.TemporaryDirectory(prefix="site_gen-") as scratch:
        yield target_of(Place(name=name, settings=settings, root=root, state=root / STATE, scratch=Path(scratch)))


@contextmanager
def _workspace(root: Path, options: DeployOptions, settings: DeployTarget) -> Iterator[tuple[Place, Path]]:
    """The place that a site is published to, and the folder of the build's caches.

    In a dry run both folders are temporary; otherwise the caches are the site's, and a lock allows one run per target.
    """
    if options.dry_run:
        with tempfile.TemporaryDirectory(prefix="site_gen-") as folder:
            scratch = Path(folder)
            lend_pictures(root, STATE, scratch / "state")
            yield _place(root, options.target, settings, scratch), scratch / "state"
        return
    scratch = root.absolute() / STATE / "deploy" / options.target
    claim_state(root.absolute() / STATE)
    with site_lock(scratch, f"deployment to '{options.target}' is running in this site"):
        remove_tree(scratch, "site")  # of a run that was killed
        try:
            yield _place(root, options.target, settings, scratch), root / STATE
        finally:
            remove_tree(scratch, "site")


def _place(root: Path, name: str, settings: DeployTarget, scratch: Path) -> Place:
    return Place(name=name, settings=settings, root=root.absolute(), state=root.absolute() / STATE, scratch=scratch)


def _built(root: Path, options: DeployOptions, base_url: str, site: Path, state: Path, progress: Progress) -> Built:
    """The site, built clean into a folder, or copied there; `SiteError` where a seed has a problem, or a withheld post
    has a page.
    """
    build_options = BuildOptions(
        as_of=options.now,
        clean=True,
        ingest=not options.dry_run,
        output=str(site),
        base_url=base_url,
        jobs=options.jobs,
        state=str(state.absolute()),
        pictures_later=options.pictures_later,
        cluster=options.cluster,
    )
    make = partial(joined_site, root, options.joined) if options.joined else partial(build, root)
    built = make(build_options, progress)
    pages = built.snapshot.plan.pages if built.snapshot else ()
    raise_problems(built.ingested.problems + withheld_problems(pages, built.withheld))
    return built


def _plan(root: Path, options: DeployOptions, base_url: str, site: Path, built: Built, target: Target) -> Plan:
    pages = built.snapshot.plan.pages if built.snapshot else ()
    posts, feeds = headlines_and_items(pages)
    new = Manifest(
        release=options.now.strftime("%Y%m%dT%H%M%SZ"),
        when=options.now.isoformat(timespec="seconds"),
        base_url=base_url,
        commit=commit_of(root),
        files=inventory(built.files),
        posts=posts,
        feeds=feeds,
        pending_pictures=len(built.pending_pictures),
    )
    manifest = target.live()
    found = target.differences(manifest, site, options.repair)
    with_unknown = (manifest is None or options.repair) and not options.keep_unknown
    old = _old_addresses(built, site, base_url)
    live = corrected(manifest, found, base_url, with_unknown)
    plan = replace(planned(live, new, old.is_answered), differences=found)
    raise_problems(link_problems(plan, pages, lambda path: (site / path).read_bytes(), old.is_redirected))
    return plan


def _vanishing(root: Path, built: Built, plan: Plan) -> tuple[Problem, ...]:
    """A problem for each address of addresses.lock, or of the last deployment, that would lead nowhere."""
    if (snapshot := built.snapshot) is None:
        return ()
    recorded = joined(deployed_addresses(plan.old), snapshot.inputs.recorded)
    data = snapshot.inputs.addresses
    return lost_addresses(root, data, recorded, snapshot.sources, snapshot.indexed, snapshot.plan)


def _recorded(root: Path, built: Built, plan: Plan, now: datetime) -> tuple[str, ...]:
    """Record what was published in addresses.lock; a failure is a warning, as the site is published already."""
    if (snapshot := built.snapshot) is None:
        return ()
    try:
        old, new = deployed_addresses(plan.old), addresses_of(snapshot.plan, snapshot.sources, now)
        record_addresses(root, joined(old, new))
    except (OSError, SiteError) as error:
        return (f"Published, but {ADDRESSES} could not be written: {error}",)
    return ()


def _old_addresses(built: Built, site: Path, base_url: str) -> OldAddresses:
    """The site's redirects, and those of its own file `_redirects`; a generated one adds nothing."""
    snapshot = built.snapshot
    rules = site / "_redirects"
    made = any(page.path == rules.name for page in (snapshot.plan.pages if snapshot else ()))
    text = rules.read_text(encoding="utf-8") if rules.is_file() and not made else ""
    return old_addresses(table(snapshot.indexed.site) if snapshot else (), text, root_of(base_url))


def _afterwards(root: Path, settings: Settings, chosen: DeployTarget, plan: Plan) -> tuple[str, ...]:
    """Notify services and run the site's own command; failures are warnings, as the site is published already."""
    if plan.empty:
        return ()
    addresses = changed_addresses(plan)
    warnings = ping(settings, chosen, plan.new.base_url, addresses, changed_feeds(plan))
    return run_after(root, chosen.after, addresses) + warnings


def changed_addresses(plan: Plan) -> tuple[str, ...]:
    """Full addresses of everything new, changed or removed."""
    base = plan.new.base_url
    return tuple(full_address(base, encoded(address_of(path))) for path in sorted((*plan.puts, *plan.removed)))


def changed_feeds(plan: Plan) -> tuple[str, ...]:
    """Full addresses of new and changed feeds."""
    put = {address_of(path) for path in plan.puts}
    return tuple(full_address(plan.new.base_url, encoded(feed)) for feed in sorted(plan.new.feeds) if feed in put)


def commit_of(root: Path) -> str:
    """The commit of the site's repository, with a "+" if there are uncommitted changes; "" outside a repository."""
    outputs = []
    for arguments in (("rev-parse", "--short=12", "HEAD"), ("status", "--porcelain", "--untracked-files=no")):
        try:
            command = [*SITES_GIT, "-C", str(root), "--no-optional-locks", *arguments]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            return ""
        if done.returncode:
            return ""
        outputs.append(done.stdout.strip())
    return outputs[0] + ("+" if outputs[1] else "")
