"""Moments of exports, which name no zone or UTC."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo


def moment_in(text: str, zone: tzinfo) -> datetime | None:
    """A moment as RFC 3339 writes it, in a zone; without an offset it is in UTC. None for what is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(zone).replace(microsecond=0)


def zone_named(name: str, default: tzinfo) -> tzinfo:
    """The zone of an old site, in which it reads dates without one; the default where it names none that is known."""
    try:
        return ZoneInfo(name) if name else default
    except (KeyError, ValueError, OSError):
        return default
