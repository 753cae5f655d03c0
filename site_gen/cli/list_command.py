"""`site-gen list`."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from site_gen.cli.session import Session, site_command

if TYPE_CHECKING:
    from site_gen.model.post import Entry
    from site_gen.model.settings import Settings
    from site_gen.pipeline.read import Sources


@site_command("list")
@click.option("--drafts", is_flag=True, help="Only drafts.")
@click.option("--scheduled", is_flag=True, help="Only scheduled posts, with the time they are due.")
@click.option("--expired", is_flag=True, help="Only expired posts.")
@click.option("--untranslated", is_flag=True, help="Only texts that lack a language of the site, and which ones.")
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
    if asked["untranslated"]:
        return _untranslated(session, sources, settings)
    wanted = {state for option, state in _STATES.items() if asked[option]}
    lock = load_lock(session.root / LOCK)
    rows = []
    for entry in newest_first(sources.posts):
        reason = withheld_reason(entry, now)
        state = reason[0] if reason else "published"
        unsure = lock.doubts_of(entry) if isinstance(lock, SeedLock) else ()
        if (not wanted or state in wanted) and (unsure or not asked["unsure"]):
            rows.append(_row(entry, url_of(entry, settings), reason, unsure))
    for row in rows:
        session.say(_line(row, now))
    if not rows:
        session.say("No such posts." if wanted or asked["unsure"] else _no_posts(session))
    session.emit({"posts": rows})
    return 0


def _row(
    entry: "Entry", url: str, reason: "tuple[str, datetime | None] | None", unsure: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "path": entry.source.path,
        "title": entry.front.title,
        "url": url,
        "date": entry.date,
        "state": reason[0] if reason else "published",
        "until": reason[1] if reason else None,
        "unsure": unsure,
    }


def _no_posts(session: Session) -> str:
    return f'No posts yet. Drop texts into {session.root / "seeds"}/, or: site-gen new "Title".'


def _untranslated(session: Session, sources: "Sources", settings: "Settings") -> int:
    """List the texts that lack a language of the site, posts newest first, then pages."""
    from site_gen.indexing.published import newest_first
    from site_gen.indexing.translations import Text
    from site_gen.indexing.untranslated import untranslated
    from site_gen.text.language.site_languages import site_languages

    if not site_languages(settings).others:
        session.say(f"The site has one language, '{settings.language}'. Name others below 'languages:' in site.yaml.")
    texts: tuple[Text, ...] = (*newest_first(sources.posts), *sources.pages)
    lacking = untranslated(texts, settings)
    rows: list[dict[str, Any]] = [
        {
            "path": one.path,
            "title": text.front.title,
            "languages": one.languages,
            "missing": one.missing,
            "draft": text.front.draft,
        }
        for text in texts
        if (one := lacking.get(text.source.path))
    ]
    for row in rows:
        draft = " (a draft)" if row["draft"] else ""
        session.say(f"{', '.join(row['missing']):16}  {row['title']}{draft}\n{'':18}{row['path']}")
    if not rows and site_languages(settings).others:
        session.say("Everything is translated.")
    session.emit({"untranslated": rows})
    return 0


_STATES = {"drafts": "draft", "scheduled": "scheduled", "expired": "expired"}


def _line(row: dict[str, Any], now: datetime) -> str:
    from site_gen.text.dates import has_clock, until

    due = f" (due {until(row['until'], now.astimezone(row['until'].tzinfo))})" if row["until"] else ""
    when = f"{row['date']:%Y-%m-%d %H:%M}" if has_clock(row["date"]) else f"{row['date']:%Y-%m-%d}"
    unsure = "".join(f"\n{'':18}? {doubt}" for doubt in row["unsure"])
    return f"{when:16}  {row['state']:9}  {row['title']}{due}\n{'':18}{row['path']}{unsure}"
