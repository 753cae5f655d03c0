"""The site that a deployment publishes: built clean, or only those of its files that the target lacks (0069)."""

from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.build import BuildOptions, Built, build
from site_gen.deploy import last_build
from site_gen.deploy.commit import commit_of
from site_gen.deploy.editorial import headlines_and_items
from site_gen.deploy.gate import link_problems, linking_pages, withheld_problems
from site_gen.deploy.joined import joined_site
from site_gen.deploy.last_build import LastBuild
from site_gen.deploy.plan import corrected, planned
from site_gen.deploy.target import Place, Progress, Target
from site_gen.model.deployment import Differences, Manifest, Plan, inventory
from site_gen.model.problem import OutsideError, raise_problems
from site_gen.model.settings import DeployTarget
from site_gen.pages.old_addresses import OldAddresses, old_addresses
from site_gen.pages.redirect import table
from site_gen.pipeline.addresses import HOST_RULES
from site_gen.pipeline.elsewhere import Elsewhere
from site_gen.remote import Cluster
from site_gen.storage.files import read_source
from site_gen.storage.handles import remove_tree
from site_gen.urls import root_of


class DeployOptions(Struct, frozen=True, kw_only=True):
    """What a deployment is asked to do. `now` is its clock.

    `repair` compares the bytes at the target instead of sizes and times, and also removes files that no manifest
    names; `keep_unknown` keeps those even where there is no manifest. `joined` is the folder of a site that was put
    together from shards, which is published instead of a build. With `pictures_later`, pictures whose sizes are not
    made yet are published as they came, without metadata. A `clean` one builds everything again. A `cluster` does what
    is heavy.
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
    clean: bool = False
    cluster: Cluster | None = None


class Job(Struct, frozen=True):
    """One deployment of the site at `root`. `state` is the folder of the build's caches."""

    root: Path
    options: DeployOptions
    base_url: str
    chosen: DeployTarget
    place: Place
    state: Path

    @property
    def site(self) -> Path:
        """The folder that the site is built into."""
        return self.place.scratch / "site"


class Made(Struct, frozen=True):
    """What was built, and its manifest. Where it `is_whole`, the folder has every file of the site."""

    built: Built
    manifest: Manifest
    is_whole: bool


class Found(Struct, frozen=True):
    """What is at the target: its manifest, and how its files differ from that."""

    manifest: Manifest | None
    differences: Differences


def look(job: Job, target: Target) -> Found:
    """What is at the target now."""
    manifest = target.live()
    return Found(manifest, target.differences(manifest, job.site, job.options.repair))


def make(job: Job, target: Target, progress: Progress) -> tuple[Made, Found | None]:
    """Build what the deployment needs, and what was found at the target if it was asked already.

    Only what differs there is built if it is known for certain what was built last, and that is enough.
    """
    last = _last(job, target)
    if last is None:
        return _whole(job, progress), None
    found = look(job, target)
    partly = _partly(job, last, found, progress)
    if partly is not None and is_enough(partly, plan_for(job, partly, found), job):
        return partly, found
    remove_tree(job.place.scratch, "site")
    whole = _whole(job, progress)
    return _with_notices(whole, partly.built if partly else None), found


def plan_for(job: Job, made: Made, found: Found) -> Plan:
    """What has to change at the target."""
    old = _old_addresses(job, made)
    plan = planned(_live(job, found), made.manifest, old.is_answered)
    return replace(plan, differences=found.differences)


def is_enough(made: Made, plan: Plan, job: Job) -> bool:
    """Whether the folder has every file that is checked or published."""
    if made.is_whole:
        return True
    if made.built.snapshot is None and not plan.empty:
        return False  # nothing is known of the site but its files
    return all((job.site / path).is_file() for paths in (plan.puts, linking_pages(plan)) for path in paths)


def check_links(job: Job, made: Made, plan: Plan) -> None:
    """`SiteError` with every broken link of the pages that have to be checked."""
    snapshot = made.built.snapshot
    pages = snapshot.plan.pages if snapshot else ()
    is_redirected = _old_addresses(job, made).is_redirected
    raise_problems(link_problems(plan, pages, lambda path: (job.site / path).read_bytes(), is_redirected))


def refuse_another(name: str) -> None:
    """Refuse to go on where the target is not what it was when the site was built for it."""
    raise OutsideError(f"'{name}' changed while the site was built: another deployment was quicker. Deploy again.")


def keep(job: Job, made: Made) -> None:
    """Keep what was built for the next deployment; a dry run leaves nothing."""
    if not job.options.dry_run and not job.options.joined and made.built.snapshot is not None:
        last_build.save(job.root, job.options.target, made.manifest, made.built.ledger)


def _last(job: Job, target: Target) -> LastBuild | None:
    """What was built last for the target; None where everything is built, whatever that was."""
    options = job.options
    if options.clean or options.repair or options.joined or options.pictures_later:
        return None
    if target.needs_all and not options.dry_run:
        return None
    return last_build.load(job.root, options.target)


def _live(job: Job, found: Found) -> Manifest | None:
    """The target's manifest, corrected by what is really there."""
    with_unknown = (found.manifest is None or job.options.repair) and not job.options.keep_unknown
    return corrected(found.manifest, found.differences, job.base_url, with_unknown)


def _whole(job: Job, progress: Progress) -> Made:
    joined = job.options.joined
    make_site = partial(joined_site, job.root, joined) if joined else partial(build, job.root)
    built = make_site(_build_options(job, clean=True), progress)
    return Made(built, _manifest(job, built), is_whole=True)


def _partly(job: Job, last: LastBuild, found: Found, progress: Progress) -> Made | None:
    """Those files of the site that are not at the target; None where the links of all pages have to be checked."""
    live = _live(job, found)
    if live is None or live.unfinished or live.base_url != job.base_url:
        return None
    elsewhere = Elsewhere(
        ledger=last.ledger,
        there=live.files,
        complete=all(live.files.get(path) == fact for path, fact in last.manifest.files.items()),
    )
    options = replace(_build_options(job, clean=False), elsewhere=elsewhere, unrecorded=job.options.dry_run)
    built = build(job.root, options, progress)
    if built.snapshot is not None:
        return Made(built, _manifest(job, built), is_whole=False)
    assert not built.changes  # edited texts take the plan where the files are elsewhere
    raise_problems(built.ingested.problems)
    if not last.is_valid:  # another deployment has just ended
        return None
    return Made(built, _named(job, last.manifest), is_whole=False)


def _build_options(job: Job, clean: bool) -> BuildOptions:
    options = job.options
    return BuildOptions(
        as_of=options.now,
        clean=clean,
        ingest=not options.dry_run,
        output=str(job.site),
        base_url=job.base_url,
        jobs=options.jobs,
        state=str(job.state.absolute()),
        pictures_later=options.pictures_later,
        cluster=options.cluster,
    )


def _manifest(job: Job, built: Built) -> Manifest:
    """The manifest of what was built; `SiteError` where a seed has a problem, or a withheld post has a page."""
    pages = built.snapshot.plan.pages if built.snapshot else ()
    raise_problems(built.ingested.problems + withheld_problems(pages, built.withheld))
    posts, feeds = headlines_and_items(pages)
    return _named(
        job,
        Manifest(
            release="",
            when="",
            base_url=job.base_url,
            files=inventory(built.files),
            posts=posts,
            feeds=feeds,
            pending_pictures=len(built.pending_pictures),
        ),
    )


def _named(job: Job, manifest: Manifest) -> Manifest:
    """The manifest as that of this deployment."""
    now = job.options.now
    release, when = now.strftime("%Y%m%dT%H%M%SZ"), now.isoformat(timespec="seconds")
    return replace(manifest, release=release, when=when, commit=commit_of(job.root))


def _with_notices(made: Made, earlier: Built | None) -> Made:
    """What was made, with the warnings of the build before, since a seed is ingested once."""
    if earlier is None:
        return made
    notices = tuple(dict.fromkeys((*earlier.ingested.notices, *made.built.notices)))
    return replace(made, built=replace(made.built, notices=notices))


def _old_addresses(job: Job, made: Made) -> OldAddresses:
    """The site's redirects, and those of its own file `_redirects`; a generated one adds nothing."""
    snapshot = made.built.snapshot
    if snapshot is None:
        return old_addresses(())
    text = read_source(job.root, f"static/{HOST_RULES}") if HOST_RULES in snapshot.copies else b""
    return old_addresses(table(snapshot.indexed.site), text.decode("utf-8", "replace"), root_of(job.base_url))
