from datetime import timedelta

import pytest

from site_gen.indexing.published import Include, held_reason, is_shown, newest_first
from tests.support import NOON, entry

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ({"date": NOON - HOUR}, None),
        ({"date": NOON}, None),
        ({"date": NOON + HOUR}, "scheduled"),
        ({"date": NOON - HOUR, "expires": NOON + HOUR}, None),
        ({"date": NOON - HOUR, "expires": NOON}, "expired"),
        ({"date": NOON + HOUR, "expires": NOON - HOUR}, "expired"),
        ({"date": NOON - HOUR, "draft": True}, "draft"),
        ({"date": NOON + HOUR, "draft": True, "expires": NOON - HOUR}, "draft"),
    ],
)
def test_why_a_post_is_held(front: dict[str, object], reason: str | None) -> None:
    said = {key: str(value) if key != "draft" else value for key, value in front.items()}
    held = held_reason(entry("a", "A", **said), NOON)  # type: ignore[arg-type]
    assert (held[0] if held else None) == reason
    assert held is None or (held[1] == NOON + HOUR) == (reason == "scheduled")


def test_what_a_preview_shows() -> None:
    assert not any(is_shown(reason, Include()) for reason in ("draft", "scheduled", "expired"))
    every = Include(drafts=True, future=True)
    assert [is_shown(reason, every) for reason in ("draft", "scheduled", "expired")] == [True, True, False]
    assert is_shown("draft", Include(drafts=True)) and not is_shown("scheduled", Include(drafts=True))


def test_the_order_is_total() -> None:
    entries = (entry("b", "B"), entry("a", "A"), entry("old", "O", "2025-01-01"), entry("new", "N", "2026-05-01"))
    names = [one.front.title for one in newest_first(entries)]
    assert names == ["N", "A", "B", "O"]
    assert names == [one.front.title for one in newest_first(tuple(reversed(entries)))]
