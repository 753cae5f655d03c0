"""What commands do about the assistant: the key and the consent before it is asked, and the result afterwards."""

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from site_gen.cli.session import Progress, Session
from site_gen.model.problem import Problem
from site_gen.text.extras import how_to_install

if TYPE_CHECKING:
    from site_gen.ingest.asking import Asking, Sending
    from site_gen.ingest.ingested import AssistedPosts
    from site_gen.model.settings import Settings


def asking_for(
    session: Session, settings: "Settings", progress: Progress, agreed: bool
) -> "tuple[Asking | None, tuple[Problem, ...]]":
    """How ingest may ask the assistant of the settings, or a warning why it cannot; nothing without a `url`."""
    assistant = settings.ingest.assistant
    if not assistant.url:
        return None, ()
    key = os.environ.get(assistant.key_env, "") if assistant.key_env else ""
    if assistant.key_env and not key:
        hint = "Set it for this command, or ingest with --no-assistant. The key itself belongs in no file."
        return None, (
            Problem("site.yaml", 0, 0, f"The assistant's key is missing: no variable {assistant.key_env}.", hint),
        )
    try:
        import httpx  # noqa: F401
    except ImportError:
        what = "The assistant needs another library."
        return None, (Problem("site.yaml", 0, 0, what, f"Install it: {how_to_install('assistant')}."),)
    from site_gen.assistant.client import Assistant
    from site_gen.ingest.asking import Asking

    def consent(sending: "Sending") -> bool:
        if not agreed:
            progress.pause()
        return _consent(session, sending, agreed)

    return Asking(Assistant(assistant, key).ask, consent), ()


def _consent(session: Session, sending: "Sending", agreed: bool) -> bool:
    """Say how much goes where, and have it confirmed by --yes or at a terminal."""
    texts = "1 text" if sending.texts == 1 else f"{sending.texts} texts"
    what = f"{texts} ({sending.characters:,} characters) to {sending.server}, for the model {sending.model}"
    if agreed:
        session.say(f"Sending {what}.")
        return True
    if session.as_json or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    return click.confirm(f"Send {what}?", default=False, err=True)


def say_assisted(session: Session, assisted: "AssistedPosts") -> None:
    """Print what came of asking the assistant."""
    counted = (
        (len(assisted.proposed), "{} with proposals", "post"),
        (len(assisted.used), "{} with its words", "post"),
        (len(assisted.refused), "{} refused by the check", "proposal"),
    )
    parts = [what.format(f"{count} {one}{'s' * (count > 1)}") for count, what, one in counted if count]
    if parts:
        session.say(f"Assistant: {', '.join(parts)}: site-gen review")
    for post, refused in assisted.refused:
        session.detail(f"  {post}: {refused.about} '{refused.text}' refused: {'; '.join(refused.why)}")


def assisted_json(assisted: "AssistedPosts") -> dict[str, Any]:
    """The same for --json."""
    refused = [{"post": post, "about": one.about, "text": one.text, "why": one.why} for post, one in assisted.refused]
    return {"proposed": assisted.proposed, "used": assisted.used, "refused": refused}
