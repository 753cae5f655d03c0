"""`site-gen impact`."""

from datetime import UTC, datetime

import click

from site_gen.cli.session import Session, site_command


@site_command("impact")
@click.argument("file")
def command(session: Session, file: str) -> int:
    """Say which addresses change if the headline, summary and text of a file of content/ are edited.

    An edit of its date, tags or slug can change more: site-gen build --explain says it of a real edit.
    """
    from site_gen.pipeline.impact import changed_between, content_path, with_mark
    from site_gen.session import SiteRequest, SiteSession

    looking = SiteSession(session.root, SiteRequest(ingest=False))
    outline = looking.outline(datetime.now(UTC))
    path = content_path(session.root, file)
    marked = with_mark(outline.sources, path)
    if marked is None:
        raise click.UsageError(f"'{file}' is no text below content/posts, content/pages or content/tags.")
    changed = changed_between(outline.plan, looking.planned_with(outline.inputs, marked).plan)
    session.say(f"{path}: {len(changed)} addresses change", bold=True)
    session.some([f"  {address}" for address in changed], "-v")
    session.emit({"path": path, "changed": changed, "problems": ()})
    return 0
