"""`site-gen serve`."""

import gc
import os
import time
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from site_gen.cli.session import Progress, Session, site_command
from site_gen.model.problem import OutsideError, Problem

if TYPE_CHECKING:
    from site_gen.serving.studio import Studio

_MISSING = "The preview needs some libraries more: pip install 'site-gen[serve]'."


@site_command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Or the next free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other machines read drafts.")
@click.option("--open", "opened", is_flag=True, help="Open the site in a browser.")
@click.option("--navigate", is_flag=True, help="Let open pages go to the post that was edited.")
@click.option("--poll", is_flag=True, help="Look for edits, where the system does not tell (containers, networks).")
@click.option("--no-bar", is_flag=True, help="No bar that tells of the page.")
def command(session: Session, port: int, host: str, **asked: bool) -> int:
    """Preview the site: every save shows at once, in every open page.

    Drafts, scheduled and expired posts are shown, and marked. Nothing is written to the output folder.
    """
    try:
        from site_gen.serving import app, newsdesk, server, watch
        from site_gen.serving.guard import LOOPBACK, Guard
        from site_gen.serving.hub import Hub
        from site_gen.serving.studio import Studio
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("starlette", "uvicorn", "watchdog", "anyio", "h11"):
            raise
        raise OutsideError(_MISSING) from None
    began = time.perf_counter()
    sock = server.bound(host, port)
    taken = sock.getsockname()[1]
    everywhere = host in ("0.0.0.0", "::")
    name = "127.0.0.1" if everywhere else f"[{host}]" if ":" in host else host
    studio = Studio(session.root, f"{name}:{taken}", lambda: datetime.now(UTC))
    with Progress(session):
        studio.renew(None, jobs=None)  # before there is a thread: workers are forked
    hosts = LOOPBACK | ({*server.own_addresses()} if everywhere else {host})
    hub = Hub()
    preview = app.Preview(studio, hub, Guard(frozenset(hosts)), bar=not asked["no_bar"])
    watcher = watch.Watcher(session.root, asked["poll"])
    desk = newsdesk.Newsdesk(studio, watcher, hub, partial(_tell, session, studio), asked["navigate"])
    address = f"http://{name}:{taken}{studio.edition.root if studio.edition else ''}/"
    _greet(session, studio, address, time.perf_counter() - began)
    if everywhere:
        _warn(session, server.own_addresses(), taken)
    gc.freeze()
    gc.enable()
    desk.start()
    if asked["opened"]:
        import webbrowser

        webbrowser.open(address)
    try:
        server.Server(preview).run(sockets=[sock])
    except KeyboardInterrupt:
        pass
    finally:
        desk.stop()
        studio.remember()
    session.say("Ended.")
    return 0


def _greet(session: Session, studio: "Studio", address: str, seconds: float) -> None:
    edition = studio.edition
    if edition is not None:
        held = f", {len(edition.held)} of them held back from readers" if edition.held else ""
        count = len(edition.indexed.site.posts)
        session.say(f"{len(edition.files)} files, {count} posts{held}. Ready in {seconds:.2f} s.")
    session.problems(studio.problems)
    session.say(f"The preview is at {address} (Ctrl-C ends it).", fg="green")
    session.emit({"address": address, "problems": studio.problems, "process": os.getpid()})


def _warn(session: Session, addresses: Any, port: int) -> None:
    click.echo(click.style("Everybody who can reach this machine can read drafts:", fg="yellow"), err=True)
    for name in addresses:
        click.echo(f"  http://{f'[{name}]' if ':' in name else name}:{port}/", err=True)


def _tell(session: Session, studio: "Studio", problems: tuple[Problem, ...]) -> None:
    """What became of an edit, or what is wrong with a page that was made behind."""
    if problems:
        session.problems(problems)
    elif studio.edition is not None:
        spent = sum(studio.edition.seconds.values())
        session.say(f"{datetime.now():%H:%M:%S} renewed in {spent * 1000:.0f} ms")  # noqa: DTZ005 - the reader's clock
