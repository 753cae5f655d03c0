"""What a deployment would change, from what is live and what was built. Pure."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from site_gen.deploy.editorial import compared
from site_gen.model.deployment import Differences, FileFact, Manifest, Plan

MAX_DELETES = 256
_OPEN = FileFact("", -1)  # a file whose bytes are those of no build
_FEW = 10  # removals that are never too many: one post with its pages is a tenth of a small site


def corrected(manifest: Manifest | None, found: Differences, base_url: str, with_unknown: bool) -> Manifest | None:
    """A target's manifest, corrected by what is really at the target; None where nothing is.

    Files at a shared target that no manifest names count as part of it only `with_unknown`.
    """
    unknown = found.unknown if with_unknown or not found.shared else ()
    if manifest is None and not unknown:
        return None
    old = manifest or Manifest(release="", when="", base_url=base_url, files={}, unfinished=True)
    missing = frozenset(found.missing)
    files = {path: fact for path, fact in old.files.items() if path not in missing}
    return replace(old, files=files | dict.fromkeys((*found.changed, *unknown), _OPEN))


def planned(old: Manifest | None, new: Manifest, is_answered: Callable[[str], bool] = lambda _: False) -> Plan:
    """The plan from one deployment to the next; everything is new where nothing is known to be live.

    `is_answered` says whether an old address redirects or is answered as gone.
    """
    before: Mapping[str, object] = old.files if old else {}
    added, changed, unchanged = [], [], 0
    for path, fact in sorted(new.files.items()):
        old_fact = before.get(path)
        if old_fact is None:
            added.append(path)
        elif old_fact != fact:
            changed.append(path)
        else:
            unchanged += 1
    return Plan(
        added=tuple(added),
        changed=tuple(changed),
        removed=tuple(sorted(path for path in before if path not in new.files)),
        unchanged=unchanged,
        editorial=compared(old, new, is_answered),
        first=old is None or old.unfinished,
        new=new,
        old=old,
    )


def too_many_removed(plan: Plan, most: int) -> str:
    """Why a person should check the removals first; "" where they are few."""
    count, before = len(plan.removed), len(plan.old.files) if plan.old else 0
    if strangers := unknown_removed(plan):
        some = ", ".join(strangers[:_FEW]) + (", ..." if len(strangers) > _FEW else "")
        what = "file at the target is" if len(strangers) == 1 else "files at the target are"
        return f"{len(strangers)} {what} in no manifest of site_gen and would be removed: {some}."
    if count > most:
        return f"{count} files would be removed, more than {most}."
    if count > _FEW and count * 10 > before:
        return f"{count} of {before} files would be removed, more than a tenth."
    return ""


def unfinished_manifest(plan: Plan, done: frozenset[str] = frozenset()) -> Manifest:
    """The manifest of an unfinished deployment: every file that may be there, with its digest where it is certain."""
    files = dict(plan.old.files) if plan.old else {}
    for path in plan.puts:
        files[path] = plan.new.files[path] if path in done else _OPEN
    base = plan.old if plan.old and plan.old.release else plan.new
    posts, feeds = (plan.old.posts, plan.old.feeds) if plan.old else ({}, {})
    return replace(base, files=files, posts=posts, feeds=feeds, unfinished=True)


def unknown_removed(plan: Plan) -> tuple[str, ...]:
    """Paths that would be removed although no manifest names them."""
    removed = frozenset(plan.removed)
    return tuple(path for path in plan.differences.unknown if plan.differences.shared and path in removed)
