"""`site-gen redirect`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.cli.session import Session, site_command

if TYPE_CHECKING:
    from site_gen.pages.repair import Repairs


@site_command("redirect")
@click.option("--all", "every", is_flag=True, help="Write the lines to redirects.yaml.")
@click.option("--gone", is_flag=True, help="Also write 'gone' for addresses that nothing follows.")
@click.option(
    "--import",
    "imported",
    type=click.Path(exists=True, dir_okay=False),
    metavar="FILE",
    help="Take in the addresses of an earlier site: sitemap.xml, or a text with one address a line.",
)
def command(session: Session, every: bool, gone: bool, imported: str | None) -> int:
    """Show which published addresses would lead nowhere, and the lines of redirects.yaml that answer them.

    Nothing is written without --all or --import.
    """
    from site_gen.pipeline.repairs import write_repairs

    now = datetime.now(UTC)
    taken = _import(session, Path(imported), now) if imported else 0
    found, changes = _repairs(session, now, gone)
    lines = _lines(found)
    if every and lines:
        write_repairs(session.root, found, changes)
    _show(session, found, lines, every)
    session.emit(
        {
            "imported": taken,
            "written": every and bool(lines),
            "added": [{"address": address, "target": target} for address, target in found.added],
            "changed": [{"key": key, "target": target} for key, target in found.changed],
            "removed": found.removed,
            "unresolved": found.unresolved,
            "problems": (),
        }
    )
    return 1 if found.unresolved or (lines and not every) else 0


def _repairs(session: Session, now: datetime, gone: bool) -> "tuple[Repairs, bytes]":
    from site_gen.pipeline.repairs import repairs_of
    from site_gen.session import SiteRequest, SiteSession

    # Lines of redirects.yaml whose target is gone would be problems of the plan; here they are repaired.
    outline = SiteSession(session.root, SiteRequest(ingest=False, redirects=False)).outline(now)
    recorded = outline.inputs.recorded
    return repairs_of(session.root, recorded, outline.sources, outline.indexed, outline.plan, gone)


def _import(session: Session, file: Path, now: datetime) -> int:
    from site_gen.parsing.earlier_site import earlier_addresses
    from site_gen.pipeline.addresses import record_addresses
    from site_gen.pipeline.settings import load_settings

    base_url = load_settings(session.root).base_url
    found = earlier_addresses(str(file), file.read_bytes(), base_url, f"{now:%Y-%m-%d}").or_raise()
    new = record_addresses(session.root, found.addresses)
    session.say(f"Taken in: {len(found.addresses)} addresses, {new} of them new.")
    if found.skipped:
        session.say(f"Left out, since no page can have such an address: {len(found.skipped)}", fg="yellow")
        session.some([f"  {one}" for one in found.skipped], "-v")
    return new


def _lines(found: "Repairs") -> list[str]:
    from site_gen.parsing.redirect_lines import redirect_line

    lines = [f"  + {redirect_line(address, target)}" for address, target in found.added]
    lines += [f"  ~ {key}: {target}" for key, target in found.changed]
    return lines + [f"  - {key}" for key in found.removed]


def _show(session: Session, found: "Repairs", lines: list[str], written: bool) -> None:
    if lines:
        heading = "Written to redirects.yaml" if written else "For redirects.yaml (write them with --all)"
        session.say(f"{heading}: {len(lines)}", bold=True)
        session.some(lines, "-v")
    if found.unresolved:
        what = "Nothing is found that follows these; redirect them by hand, or give --gone"
        session.say(f"{what}: {len(found.unresolved)}", fg="yellow")
        session.some([f"  {one.address}" for one in found.unresolved], "-v")
    if not lines and not found.unresolved:
        session.say("Every published address is answered.", fg="green")
