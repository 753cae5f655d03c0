"""`site-gen rename`."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from site_gen.cli.session import Session, site_command

if TYPE_CHECKING:
    from site_gen.model.post import Entry
    from site_gen.session import Outline


@site_command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
def command(session: Session, old: str, new: str, dry_run: bool) -> int:
    """Give a post another name: its file, its slug, and an alias for its old address.

    OLD is its file, address or slug; NEW the new slug. The date in the file's name stays.
    """
    from site_gen.pipeline.renaming import links_to, renamed, write_renamed
    from site_gen.session import SiteRequest, SiteSession
    from site_gen.text.slug import is_slug

    outline = SiteSession(session.root, SiteRequest(ingest=False)).outline(datetime.now(UTC))
    entry = _post(outline, old)
    if not is_slug(new):
        raise click.UsageError(f"'{new}' is not a slug: write small letters, digits and hyphens.")
    found = renamed(session.root, entry, new, outline.inputs.settings, outline.inputs.recorded)
    if found.path in {post.source.path for post in outline.sources.posts} - {entry.source.path}:
        raise click.UsageError(f"{found.path} exists already. Choose another name.")
    session.say(f"{entry.source.path} -> {found.path}", bold=True)
    if found.alias:
        session.say(f"  {found.alias} leads to {found.url}, by an alias")
    elif found.url != found.old_url:
        session.say(f"  {found.url}; {found.old_url} was never published, so it needs no alias")
    named = links_to(session.root, entry.source.path, outline.sources) if found.path != entry.source.path else ()
    if not dry_run:
        write_renamed(session.root, entry.source.path, found)
    if named:
        session.say("These name the old file; write the new one there:", fg="yellow")
        session.some([f"  {place}" for place in named], "-v")
    session.emit(
        {
            "old": entry.source.path,
            "new": found.path,
            "url": found.url,
            "alias": found.alias,
            "links": named,
            "written": not dry_run,
            "problems": (),
        }
    )
    return 0


def _post(outline: "Outline", name: str) -> "Entry":
    """The post of a file, address or slug."""
    from site_gen.indexing.index import url_of
    from site_gen.text.did_you_mean import did_you_mean

    settings, posts = outline.inputs.settings, outline.sources.posts
    names = {one.source.path: (one.source.path.rpartition("/")[2], url_of(one, settings), one.slug) for one in posts}
    found = [post for post in posts if name in (post.source.path, *names[post.source.path])]
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(f"'{name}' is the slug of {len(found)} posts. Give the file: {found[0].source.path}.")
    raise click.UsageError(f"There is no post '{name}'. {did_you_mean(name, names, 'Give its file or its slug.')}")
