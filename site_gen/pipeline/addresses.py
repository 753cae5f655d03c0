"""addresses.lock of a site: read, compared with what the site publishes now, and written."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from site_gen.indexing.index import Indexed
from site_gen.model.problem import Problem
from site_gen.model.published import PublishedAddress
from site_gen.pages.old_addresses import old_addresses
from site_gen.pages.plan import Plan
from site_gen.pages.published import published
from site_gen.pages.repair import GONE_WORD, Answers
from site_gen.parsing.address_lock import ADDRESSES, address_lines, joined, lines_of, read_addresses
from site_gen.parsing.redirect_lines import redirect_line
from site_gen.pipeline.read import Sources
from site_gen.storage.files import read_source, write_if_different
from site_gen.urls import root_of

HOST_RULES = "_redirects"
_EARLIEST = timedelta(hours=14)  # before a day begins in UTC, it has begun somewhere


def addresses_text(root: Path) -> bytes:
    """What addresses.lock says; nothing where there is none."""
    try:
        return read_source(root, ADDRESSES)
    except FileNotFoundError:
        return b""


def recorded_in(data: bytes) -> tuple[PublishedAddress, ...]:
    """The addresses in the bytes of addresses.lock; `SiteError` carries all that is wrong with them."""
    return read_addresses(data).or_raise() if data else ()


def lost_addresses(
    root: Path, data: bytes, recorded: tuple[PublishedAddress, ...], sources: Sources, indexed: Indexed, plan: Plan
) -> tuple[Problem, ...]:
    """A problem for each recorded address that would lead nowhere, with the line of redirects.yaml that fixes it.

    A site as it was before the last publication (`build --as-of`) lacks what came later, and has none.
    """
    site = indexed.site
    if not recorded or site.as_of.date() < _last_day(recorded):
        return ()
    answers = Answers(recorded, site, sources.posts, plan.pages, plan.files, site.redirects)
    missing = [one for one in recorded if not answers.is_answered(one.address)]
    if missing and HOST_RULES in plan.files:
        text = read_source(root, f"static/{HOST_RULES}").decode("utf-8", "replace")
        by_hand = old_addresses((), text, root_of(site.settings.base_url))
        missing = [one for one in missing if not by_hand.is_answered(one.address)]
    places = lines_of(data) if missing else {}
    return tuple(_problem(one, answers.end_of(one.address), *places.get(one.address, (0, ""))) for one in missing)


def losses_count_from(recorded: tuple[PublishedAddress, ...], as_of: datetime) -> datetime | None:
    """The moment from which an address may count as lost that does not at `as_of`; None where all count already."""
    if not recorded or as_of.date() >= (day := _last_day(recorded)):
        return None
    return datetime.combine(day, time(), UTC) - _EARLIEST


def _last_day(recorded: tuple[PublishedAddress, ...]) -> date:
    return date.fromisoformat(max(one.day for one in recorded))


def _problem(lost: PublishedAddress, end: str, number: int, excerpt: str) -> Problem:
    of = f" ({lost.of})" if lost.of.startswith(("content/", "static/")) else ""
    what = f"'{lost.address}' was published on {lost.day}{of}, and would lead nowhere now."
    line, more = redirect_line(lost.address, end or GONE_WORD), "" if end else " --gone"
    nothing = "" if end else "Nothing is found that follows it. "
    hint = f"{nothing}Add to redirects.yaml '{line}', or run: site-gen redirect --all{more}"
    return Problem(ADDRESSES, number, 1 if number else 0, what, hint, excerpt)


def addresses_of(plan: Plan, sources: Sources, moment: datetime) -> tuple[PublishedAddress, ...]:
    """The addresses that a site publishes at a moment."""
    seeds = {post.source.path: post.front.seed for post in sources.posts if post.front.seed}
    return published(plan.pages, plan.files, f"{moment:%Y-%m-%d}", seeds)


def record_addresses(root: Path, new: Iterable[PublishedAddress]) -> int:
    """Add addresses to addresses.lock, and say how many it did not have."""
    recorded = recorded_in(addresses_text(root))
    every = joined(recorded, new)
    if every:
        write_if_different(root / ADDRESSES, address_lines(every))
    return len(every) - len(recorded)
