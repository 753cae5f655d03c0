"""What a deployment would change, from what is live and what was built. Pure."""

from collections.abc import Mapping

from msgspec.structs import replace

from site_gen.deploying.editorial import compared
from site_gen.model.deployment import FileFact, Manifest, Plan

MAX_DELETES = 256
_FEW = 10  # of a small site, one post with its pages is a tenth


def planned(old: Manifest | None, new: Manifest) -> Plan:
    """The way from one deployment to the next; all is new where nothing is known to be live."""
    before: Mapping[str, object] = old.files if old else {}
    added, changed, unchanged = [], [], 0
    for path, fact in sorted(new.files.items()):
        known = before.get(path)
        if known is None:
            added.append(path)
        elif known != fact:
            changed.append(path)
        else:
            unchanged += 1
    return Plan(
        added=tuple(added),
        changed=tuple(changed),
        removed=tuple(sorted(path for path in before if path not in new.files)),
        unchanged=unchanged,
        editorial=compared(old, new),
        first=old is None or old.unfinished,
        new=new,
        old=old,
    )


def too_many_removed(plan: Plan, most: int) -> str:
    """Why somebody should look at the removals first; "" where they are few."""
    count, before = len(plan.removed), len(plan.old.files) if plan.old else 0
    if count > most:
        return f"{count} files would be removed, more than {most}."
    if count > _FEW and count * 10 > before:
        return f"{count} of {before} files would be removed, more than a tenth."
    return ""


def begun(plan: Plan, done: frozenset[str] = frozenset()) -> Manifest:
    """The manifest of a deployment under way: what may be there, and with which bytes as far as that is sure."""
    open_ = FileFact("", -1)
    files = dict(plan.old.files) if plan.old else {}
    for path in plan.puts:
        files[path] = plan.new.files[path] if path in done else open_
    told = plan.old or plan.new
    posts, feeds = (plan.old.posts, plan.old.feeds) if plan.old else ({}, {})
    return replace(told, files=files, posts=posts, feeds=feeds, unfinished=True)
