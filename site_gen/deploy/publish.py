"""The steps of a deployment: build, checks, lock, plan, approval, publish, notifications."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.build import Built
from site_gen.deploy.after import run_after
from site_gen.deploy.editorial import deployed_addresses
from site_gen.deploy.gate import base_url_problem
from site_gen.deploy.last_build import recorded_addresses, site_folder
from site_gen.deploy.making import (
    DeployOptions,
    Job,
    check_links,
    is_enough,
    keep,
    look,
    make,
    plan_for,
    refuse_another,
)
from site_gen.deploy.pings import ping
from site_gen.deploy.plan import planned
from site_gen.deploy.target import Place, Progress, Target, target_of
from site_gen.model.deployment import Deployment, Plan
from site_gen.model.problem import Problem, SiteError, raise_problems
from site_gen.model.settings import DeployTarget, Settings
from site_gen.parsing.address_lock import ADDRESSES, joined
from site_gen.pipeline.addresses import addresses_of, addresses_text, lost_addresses, record_addresses
from site_gen.pipeline.excerpts import with_excerpts
from site_gen.pipeline.made_pictures import lend_pictures
from site_gen.pipeline.settings import load_settings
from site_gen.session import STATE
from site_gen.storage.handles import remove_tree
from site_gen.storage.lock import site_lock
from site_gen.storage.state import claim_state
from site_gen.urls import address_of, encoded, full_address

Approve = Callable[[Plan], bool]


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
        job, target = Job(root, options, base_url, chosen, place, state), target_of(place)
        made, found = make(job, target, progress)
        if options.dry_run:
            plan = plan_for(job, made, found or look(job, target))
            check_links(job, made, plan)
            return Deployment(target=options.target, plan=plan, done=False, notices=made.built.notices)
        keep(job, made)
        with target.lock():
            plan = plan_for(job, made, look(job, target))
            if not is_enough(made, plan, job):
                refuse_another(options.target)
            check_links(job, made, plan)
            if not chosen.preview:
                raise_problems(_vanishing(root, made.built, plan))
            if not approve(plan):
                return Deployment(target=options.target, plan=plan, done=False, notices=made.built.notices)
            if not plan.empty:
                target.publish(job.site, plan, progress)
        warnings = () if chosen.preview else _recorded(job, made.built, plan)
        warnings += _afterwards(root, settings, chosen, plan)
        return Deployment(target=options.target, plan=plan, done=True, warnings=warnings, notices=made.built.notices)


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
    scratch = site_folder(root, options.target).parent
    claim_state(root.absolute() / STATE)
    with site_lock(scratch, f"deployment to '{options.target}' is running in this site"):
        remove_tree(scratch, "site")  # of a run that was killed
        try:
            yield _place(root, options.target, settings, scratch), root / STATE
        finally:
            remove_tree(scratch, "site")


def _place(root: Path, name: str, settings: DeployTarget, scratch: Path) -> Place:
    return Place(name=name, settings=settings, root=root.absolute(), state=root.absolute() / STATE, scratch=scratch)


def _vanishing(root: Path, built: Built, plan: Plan) -> tuple[Problem, ...]:
    """A problem for each address of addresses.lock, or of the last deployment, that would lead nowhere."""
    if (snapshot := built.snapshot) is None:  # every file is at the target; the record has what was found before
        return tuple(notice for notice in built.notices if notice.path == ADDRESSES)
    recorded = joined(deployed_addresses(plan.old), snapshot.inputs.recorded)
    data = snapshot.inputs.addresses
    return lost_addresses(root, data, recorded, snapshot.sources, snapshot.indexed, snapshot.plan)


def _recorded(job: Job, built: Built, plan: Plan) -> tuple[str, ...]:
    """Record what was published in addresses.lock; a failure is a warning, as the site is published already."""
    if (snapshot := built.snapshot) is None:
        return ()
    root, now = job.root, job.options.now
    try:
        unedited = addresses_text(root) == snapshot.inputs.addresses
        old, new = deployed_addresses(plan.old), addresses_of(snapshot.plan, snapshot.sources, now)
        record_addresses(root, joined(old, new))
    except (OSError, SiteError) as error:
        return (f"Published, but {ADDRESSES} could not be written: {error}",)
    if unedited:
        recorded_addresses(root, job.options.target)
    return ()


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
