"""Which posts are published at a moment, and why the others are held back."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from site_gen.model.post import Entry


class Include(Struct, frozen=True):
    """What a preview shows in addition to the published posts."""

    drafts: bool = False
    future: bool = False
    expired: bool = False


Reason = Literal["draft", "scheduled", "expired"]


def withheld_reason(entry: Entry, as_of: datetime) -> tuple[Reason, datetime | None] | None:
    """Why a post is not published at a moment, and until when; None for one that is."""
    if entry.front.draft:
        return "draft", None
    if entry.front.expires is not None and entry.front.expires <= as_of:
        return "expired", None
    if entry.date > as_of:
        return "scheduled", entry.date
    return None


def newest_first(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries by date, the newest first; those of one moment by path, so that the order is total."""
    by_path = sorted(entries, key=lambda entry: entry.source.path)
    return tuple(sorted(by_path, key=lambda entry: entry.date, reverse=True))


def is_shown(reason: Reason, include: Include) -> bool:
    """Whether a held post is shown nevertheless; expired posts are shown by the preview server alone."""
    return {"draft": include.drafts, "scheduled": include.future, "expired": include.expired}[reason]
