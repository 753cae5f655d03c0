"""Names of releases: the next one, the previous one, and those to delete. Pure."""

import re
from collections.abc import Collection
from datetime import UTC, datetime

_NAME = re.compile(r"\d{8}T\d{6}Z(-\d+)?\Z")


def release_name(now: datetime, taken: Collection[str] = ()) -> str:
    """The name of a new release, from its time; names sort by time."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    names = (stamp, *(f"{stamp}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def is_release(name: str) -> bool:
    """Whether a folder's name is that of a release."""
    return bool(_NAME.match(name))


def previous_release(live: str, names: Collection[str]) -> str:
    """The release before the live one; "" where there is none."""
    return max((name for name in names if _key(name) < _key(live)), default="", key=_key)


def surplus(names: Collection[str], live: str, keep: int) -> tuple[str, ...]:
    """The oldest releases beyond the number to keep; never the live one."""
    oldest = sorted((name for name in names if name != live), key=_key)
    return tuple(oldest[: max(0, len(oldest) + 1 - keep)])


def _key(name: str) -> tuple[str, int]:
    stamp, _, number = name.partition("-")
    return stamp, int(number or 1)
