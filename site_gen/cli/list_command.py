"""`site-gen list`."""

from datetime import UTC, datetime
from typing import Any

import click

from site_gen.cli.session import Session, site_command


@site_command("list")
@click.option("--drafts", is_flag=True, help="Only drafts.")
@click.option("--scheduled", is_flag=True, help="Only scheduled posts, with the time they are due.")
@click.option("--expired", is_flag=True, help="Only expired posts.")
@click.option("--unsure", is_flag=True, help="Only posts that ingest is unsure of; see site-gen review.")
def command(session: Session, **asked: bool) -> int:
    """List posts, newest first, and what state they are in."""
    from site_gen.indexing.index import url_of
    from site_gen.indexing.published import newest_first, withheld_reason
    from site_gen.ingest.lock_file import LOCK, load_lock
    from site_gen.model.lock import SeedLock
    from site_gen.session import SiteRequest, SiteSession

    now = datetime.now(UTC)
    looking = SiteSession(session.root, SiteRequest(ingest=False))
    settings = looking.settings()
    sources = looking.sources(looking.scan(settings, now))
    wanted = {state for option, state in _STATES.items() if asked[option]}
    lock = load_lock(session.root / LOCK)
    rows = []
    for entry in newest_first(sources.posts):
        reason = withheld_reason(entry, now)
        state = reason[0] if reason else "published"
        unsure = lock.doubts_of(entry) if isinstance(lock, SeedLock) else ()
        if (not wanted or state in wanted) and (unsure or not asked["unsure"]):
            until = reason[1] if reason else None
            rows.append(
                {
                    "path": entry.source.path,
                    "title": entry.front.title,
                    "url": url_of(entry, settings),
                    "date": entry.date,
                    "state": state,
                    "until": until,
                    "unsure": unsure,
                }
            )
    for row in rows:
        session.say(_line(row, now))
    if not rows:
        session.say(
            "No such posts."
            if wanted or asked["unsure"]
            else f'No posts yet. Drop texts into {session.root / "seeds"}/, or: site-gen new "Title".'
        )
    session.emit({"posts": rows})
    return 0


_STATES = {"drafts": "draft", "scheduled": "scheduled", "expired": "expired"}


def _line(row: dict[str, Any], now: datetime) -> str:
    from site_gen.text.dates import has_clock, until

    due = f" (due {until(row['until'], now.astimezone(row['until'].tzinfo))})" if row["until"] else ""
    when = f"{row['date']:%Y-%m-%d %H:%M}" if has_clock(row["date"]) else f"{row['date']:%Y-%m-%d}"
    unsure = "".join(f"\n{'':18}? {doubt}" for doubt in row["unsure"])
    return f"{when:16}  {row['state']:9}  {row['title']}{due}\n{'':18}{row['path']}{unsure}"
