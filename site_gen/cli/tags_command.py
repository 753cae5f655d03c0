"""`site-gen tags`."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from site_gen.cli.session import Session, site_command

if TYPE_CHECKING:
    from site_gen.pages.repair import Repairs
    from site_gen.session import Outline


@site_command("tags")
@click.argument("words", nargs=-1, metavar="[rename OLD NEW | merge A B ... --into C]")
@click.option("--into", default="", metavar="TAG", help="merge: the tag that the others become.")
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
def command(session: Session, words: tuple[str, ...], into: str, dry_run: bool) -> int:
    """List all tags with the number of their posts and near-duplicates; rename one, or merge several.

    Only the tag itself is changed in each post, and its old addresses are redirected in redirects.yaml.
    """
    if not words and not into:
        return _list(session)
    if words[:1] == ("rename",) and len(words) == 3 and not into:
        return _replace(session, words[1:2], words[2], dry_run)
    if words[:1] == ("merge",) and len(words) > 1 and into:
        return _replace(session, words[1:], into, dry_run)
    raise click.UsageError("site-gen tags, site-gen tags rename OLD NEW, or site-gen tags merge A B --into C.")


def _list(session: Session) -> int:
    from site_gen.indexing.tag_list import listed_tags

    tags = listed_tags(_outline(session).sources.posts)
    for tag in tags:
        near = f"   near: {', '.join(tag.near)}" if tag.near else ""
        session.say(f"{tag.count:6}  {tag.name}{near}")
    if any(tag.near for tag in tags):
        session.say("To make one of two: site-gen tags merge A --into B")
    session.emit({"tags": tags, "problems": ()})
    return 0


def _outline(session: Session, redirects: bool = True) -> "Outline":
    from site_gen.session import SiteRequest, SiteSession

    request = SiteRequest(ingest=False, redirects=redirects)
    return SiteSession(session.root, request).outline(datetime.now(UTC))


def _replace(session: Session, old: tuple[str, ...], new: str, dry_run: bool) -> int:
    from site_gen.pipeline.tag_edits import named_in_settings, tag_edits, write_posts
    from site_gen.text.slug import fold

    outline = _outline(session)
    old = tuple(name for name in old if name != new)
    _check_names(outline, old, new)
    edits = tag_edits(session.root, old, new, outline.sources, outline.indexed, outline.plan)
    session.say(f"{len(edits.posts)} posts {'would be' if dry_run else 'are'} changed:", bold=True)
    session.some([f"  {path}" for path in edits.posts], "-v")
    lines: list[str] = []
    if not dry_run:
        write_posts(session.root, edits)
        lines = _redirect(session, outline, edits.addresses)
    for name in named_in_settings(outline.inputs.settings, tuple(one for one in old if fold(one) != fold(new))):
        session.say(f"site.yaml names '{name}', too: change it there.", fg="yellow")
    if any(one.front.seed for one in outline.sources.posts):
        aliases = ", ".join(name for name in old if fold(name) != fold(new))
        if aliases:
            session.say(
                f"So that new seeds do not bring it back, under 'tags:' in site.yaml: {new}: {{aliases: [{aliases}]}}"
            )
    session.emit({"changed": list(edits.posts), "redirects": lines, "written": not dry_run, "problems": ()})
    return 0


def _check_names(outline: "Outline", old: tuple[str, ...], new: str) -> None:
    from site_gen.pipeline.tag_edits import has_tag
    from site_gen.text.did_you_mean import did_you_mean

    names = sorted({name for post in outline.sources.posts for name in post.front.tags})
    for name in old:
        if not has_tag(outline.sources.posts, name):
            raise click.UsageError(f"No post has the tag '{name}'. {did_you_mean(name, names, '')}".rstrip())
    if not old or not new.strip():
        raise click.UsageError("Give the tag to change, and another name for it.")


def _redirect(session: Session, before: "Outline", addresses: tuple) -> list[str]:  # type: ignore[type-arg]
    """Redirect the old addresses of tags, as far as they were published, and show the lines."""
    from site_gen.parsing.redirect_lines import redirect_line
    from site_gen.pipeline.repairs import repairs_of, write_repairs

    known = {one.address for one in before.inputs.recorded}
    after = _outline(session, redirects=False)
    found, data = repairs_of(session.root, addresses, after.sources, after.indexed, after.plan, False)
    found = _only(found, known)
    if found.added or found.changed:
        write_repairs(session.root, found, data)
    lines = [redirect_line(*one) for one in (*found.added, *found.changed)]
    if lines:
        session.say("In redirects.yaml:", bold=True)
        session.some([f"  {line}" for line in lines], "-v")
    return lines


def _only(found: "Repairs", known: set[str]) -> "Repairs":
    """The repairs of what was published, as far as that is known; lines in the way are another matter."""
    from msgspec.structs import replace

    return replace(found, removed=(), added=tuple(one for one in found.added if not known or one[0] in known))
