"""A site that was put together from shards, instead of a build: proved to be the one that a build would make now."""

from pathlib import Path

from site_gen.build import BuildOptions, Built
from site_gen.model.ledger import PageFact
from site_gen.model.problem import Problem, SiteError, raise_problems
from site_gen.model.shard import SiteNote
from site_gen.pipeline.proven_copies import MadeFile, stage_proven
from site_gen.pipeline.shards import difference
from site_gen.session import SiteSession, Snapshot
from site_gen.storage.files import stamp_of
from site_gen.storage.output import Output
from site_gen.storage.shard_notes import JOINED, read_note
from site_gen.storage.state import state_lock
from site_gen.text.paths import path_fault
from site_gen.workers import Progress

_AGAIN = "Build the shards and join them again, from the same commit and with the same --base-url."


def joined_site(root: Path, folder: Path, options: BuildOptions, progress: Progress) -> Built:
    """Copy the site in a folder to the output folder of a build, as if it had been built there.

    `SiteError` where a build would make another one now, or it is damaged. Everything is planned, nothing is rendered.
    """
    note = read_note(folder, SiteNote)
    if note is None or any(map(path_fault, note.files)):
        what = f"This is no site that 'site-gen join' put together: '{JOINED}' is missing or damaged."
        raise SiteError((Problem(str(folder), 0, 0, what, "Join its shards, or deploy without --joined."),))
    session = SiteSession(root, options, progress=progress)
    with state_lock(root / options.state):
        snapshot = session.refresh(options.as_of)
    raise_problems(_misfit(folder, note, snapshot))
    output = Output.claim(root / options.output, root, options.output, given=True)
    files = [MadeFile(str(folder), path, fact) for path, fact in note.files.items()]
    stage_proven(files, output, options.jobs, progress, "copy")
    output.publish()
    output.abandon()
    return Built(
        pages=len(snapshot.plan.pages),
        unchanged=len(note.files),
        output=str(output.folder),
        ingested=snapshot.inputs.ingested,
        withheld=snapshot.indexed.withheld,
        seconds=session.watch.seconds,
        notices=snapshot.inputs.ingested.notices + snapshot.notices.all,
        damaged=(),
        snapshot=snapshot,
        files={
            path: PageFact(b"", bytes.fromhex(fact.digest), stamp_of(output.folder / path))
            for path, fact in note.files.items()
        },
    )


def _misfit(folder: Path, note: SiteNote, snapshot: Snapshot) -> tuple[Problem, ...]:
    """A problem where the folder holds another site than a build would make."""
    whole = snapshot.whole()
    if whole.digest == note.plan:
        return ()
    why = difference(note.origin, whole.origin)
    return (Problem(str(folder), 0, 0, f"A build would make another site now: {why}.", _AGAIN),)
