"""The line that says when a text was published: "Published: 14 January 2025, 09:30"."""

import re
from typing import Literal

from msgspec import Struct

from site_gen.ingesting.moments import Moment, has_two_readings, read_moment

Event = Literal["published", "bare", "updated"]

_EVENT = re.compile(
    r"(?:^|(?<=[\s|•·(]))(?:"
    r"(?P<updated>(?:last[- ])?(?:updated?|modified|edited|reviewed|revised)(?:[- ]date)?"
    r"|date (?:updated|modified)|amended)"
    r"|(?P<published>(?:first |originally |date )?(?:published|posted|issued|released|created|filed|uploaded|aired)"
    r"|pub(?:lication)?\.?[- ]date|(?:issue|release|posting|post) date|dated?|time)"
    r")(?:\s(?:on|at|online))?\s?:?\s+(?=\S)",
    re.IGNORECASE,
)
_RANKS: dict[Event, int] = {"published": 0, "bare": 1, "updated": 2}
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s\(?[A-Z]{1,5}\)?)?", re.IGNORECASE)
"""A time of the day that was said before: "Published 14 Jan 2025 09:30, updated 10:15"."""
_LONGEST = 140


class DateLine(Struct, frozen=True):
    """What a date line says: the moment (None where it cannot be told which) and of what event it is."""

    moment: Moment | None
    event: Event

    @property
    def rank(self) -> int:
        """The lower, the nearer to the day of publication."""
        return _RANKS[self.event]


def read_date_line(text: str) -> DateLine | None:
    """The moment that a line gives, if it says nothing else; of several the day of publication wins."""
    if len(text) > _LONGEST or not any(sign.isdigit() for sign in text):
        return None
    said = _said(text.strip().rstrip("."))
    if said is None:
        return None
    dated = [line for line in said if line.moment is not None]
    return min(dated or said, key=lambda line: line.rank, default=None)


def _said(text: str) -> list[DateLine] | None:
    """Each event that a line tells of; None if it has anything but dates and times."""
    starts = list(_EVENT.finditer(text))
    lines: list[DateLine] = []
    if not starts or starts[0].start() > 0:
        before = text[: starts[0].start()] if starts else text
        line = _line(before.strip(" |•·–—-("), "bare")
        if line is None:
            return None
        lines.append(line)
    for number, found in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        when = text[found.end() : end].strip(" |•·–—-,;)")
        line = _line(when, "updated" if found["updated"] else "published")
        if line is not None:
            lines.append(line)
        elif not lines or not _TIME.fullmatch(when):
            return None
    return lines


def _line(text: str, event: Event) -> DateLine | None:
    moment = read_moment(text)
    if moment is not None:
        return DateLine(moment, event)
    if has_two_readings(text) and read_moment(re.sub(r"\d{1,2}/\d{1,2}/(?=\d{4})", "1 January ", text)):
        return DateLine(None, event)
    return None
