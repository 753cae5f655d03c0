"""`site-gen serve`."""

import gc
import os
import time
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import click

from site_gen.cli.session import Progress, Session, site_command
from site_gen.model.problem import Problem

if TYPE_CHECKING:
    from site_gen.preview.preview_site import PreviewSite


@site_command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Or the next free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other machines read drafts.")
@click.option("--open", "opened", is_flag=True, help="Open the site in a browser.")
@click.option("--navigate", is_flag=True, help="Open pages follow the post that was edited.")
@click.option(
    "--poll", is_flag=True, help="Poll for edits where the system does not report them (containers, network drives)."
)
@click.option("--no-bar", is_flag=True, help="No bar with information about the page.")
def command(session: Session, port: int, host: str, **asked: bool) -> int:
    """Preview the site: every save shows at once, in every open page.

    Drafts, scheduled and expired posts are shown, and marked. Nothing is written to the output folder.
    """
    from site_gen.pipeline.settings import refuse_no_site
    from site_gen.preview import app, rebuild_loop, server, watch
    from site_gen.preview.guard import LOOPBACK, Guard
    from site_gen.preview.hub import Hub
    from site_gen.preview.interfaces import host_names
    from site_gen.preview.preview_site import PreviewSite

    refuse_no_site(session.root)
    began = time.perf_counter()
    sock = server.bound(host, port)
    taken = sock.getsockname()[1]
    everywhere = host in ("0.0.0.0", "::")
    names = host_names((4,) if host == "0.0.0.0" else (4, 6)) if everywhere else (host,)
    name = "127.0.0.1" if everywhere else host
    preview_site = PreviewSite(session.root, f"{_bracketed(name)}:{taken}", lambda: datetime.now(UTC))
    with Progress(session):
        preview_site.refresh(None, jobs=None)  # before any thread starts, as workers are forked
    hub = Hub()
    preview = app.Preview(preview_site, hub, Guard(LOOPBACK | {*names}), bar=not asked["no_bar"])
    watcher = watch.Watcher(session.root, asked["poll"], partial(_warn, session))
    loop = rebuild_loop.RebuildLoop(preview_site, watcher, hub, _Reporter(session, preview_site), asked["navigate"])
    addresses = (
        _address(name, taken, preview_site),
        *(_address(one, taken, preview_site) for one in names if everywhere),
    )
    _greet(session, preview_site, addresses, time.perf_counter() - began)
    gc.freeze()
    gc.enable()
    loop.start()
    if asked["opened"]:
        import webbrowser

        webbrowser.open(addresses[0])
    try:
        server.Server(preview).run(sockets=[sock])
    except KeyboardInterrupt:
        pass
    finally:
        loop.stop()
        preview_site.save_ledger()
    session.say("Ended.")
    return 0


def _bracketed(name: str) -> str:
    return f"[{name}]" if ":" in name else name


def _address(name: str, port: int, preview_site: "PreviewSite") -> str:
    return f"http://{_bracketed(name)}:{port}{preview_site.current.root if preview_site.current else ''}/"


def _greet(session: Session, preview_site: "PreviewSite", addresses: tuple[str, ...], seconds: float) -> None:
    """Print that the preview is ready, and its addresses: the first is for this machine, the others for all."""
    current = preview_site.current
    if current is not None:
        held = f", {len(current.withheld)} of them held back from readers" if current.withheld else ""
        count = current.indexed.site.post_count
        session.say(f"{len(current.files)} files, {count} posts{held}. Ready in {seconds:.2f} s.")
    session.problems(preview_site.problems)
    session.warnings(current.notices if current is not None else ())
    session.say(f"The preview is at {addresses[0]} (Ctrl-C ends it).", fg="green")
    if len(addresses) > 1:
        _warn(session, "Anyone who can reach this machine can read drafts at these addresses:")
        for address in addresses[1:]:
            click.echo(f"  {address}", err=True)
    facts = {"address": addresses[0], "addresses": addresses, "problems": preview_site.problems, "process": os.getpid()}
    warnings = current.notices if current is not None else ()
    session.emit({**facts, "warnings": warnings})


def _warn(session: Session, what: str) -> None:
    """Print a warning that is not about the site."""
    with suppress(OSError):  # a closed terminal
        click.echo(click.style(what, fg="yellow"), err=True, color=session.color)


class _Reporter:
    """Prints the result of an edit, or what is wrong with a page rendered in the background; each warning only once."""

    def __init__(self, session: Session, preview_site: "PreviewSite") -> None:
        self._session, self._studio = session, preview_site
        self._reported = preview_site.current.notices if preview_site.current is not None else ()

    def __call__(self, problems: tuple[Problem, ...]) -> None:
        current = self._studio.current
        if problems:
            self._session.problems(problems)
        elif current is not None:
            spent = sum(current.seconds.values())
            self._session.say(f"{datetime.now():%H:%M:%S} renewed in {spent * 1000:.0f} ms")  # noqa: DTZ005 - local time
        if current is not None:
            reported, self._reported = set(self._reported), current.notices
            self._session.warnings([one for one in current.notices if one not in reported])
