"""`site-gen why`."""

from datetime import UTC, datetime

import click

from site_gen.cli.session import Session, site_command


@site_command("why")
@click.argument("address")
def command(session: Session, address: str) -> int:
    """Say what makes an address: its files, template, tags, and the redirects that lead to it."""
    from site_gen.pages.origin import NOTHING, origin
    from site_gen.session import SiteRequest, SiteSession
    from site_gen.urls import address_in, decoded, root_of

    outline = SiteSession(session.root, SiteRequest(ingest=False)).outline(datetime.now(UTC))
    path = decoded(address)
    base_url = outline.inputs.settings.base_url
    path = (address_in(root_of(base_url), path) or path) if "://" in address else path
    if not path.startswith("/"):
        raise click.UsageError(f"'{address}' is not an address: begin with / or https://.")
    plan = outline.plan
    found = origin(path, outline.indexed.site, plan.pages, plan.files, outline.sources.posts, outline.inputs.recorded)
    session.say(found.address, bold=True)
    rows = (
        ("what", f"{found.kind} {found.what}".strip()),
        ("made from", found.source),
        ("template", found.template),
        ("leads to", found.target),
        ("tags", ", ".join(found.tags)),
        ("first published", found.published),
    )
    for name, value in rows:
        if value:
            session.say(f"  {name}: {value}")
    for name, values in (("files", found.files), ("redirected from", found.led_here)):
        if values:
            session.say(f"  {name}: {len(values)}")
            session.some([f"    {value}" for value in values], "-v")
    session.emit({"origin": found, "problems": ()})
    return 1 if found.what == NOTHING else 0
