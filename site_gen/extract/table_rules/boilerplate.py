"""Cuts boilerplate by a language's table: each line that one of its phrases fits, where such lines may be."""

import re
from typing import Literal

from site_gen.extract.boilerplate.fold import fold
from site_gen.extract.languages.language import Table
from site_gen.extract.languages.words import anywhere, whole_line
from site_gen.extract.table_rules.byline import agency_alone, read_byline, read_source_line
from site_gen.extract.text import BlockKind, Line
from site_gen.model.seed import Cut
from site_gen.text.measure import width_of

_STORY: frozenset[BlockKind] = frozenset(("row", "quote"))
Where = Literal["anywhere", "edge", "tail"]
_KINDS: tuple[tuple[str, str, Where, int], ...] = (
    ("read_also", "read also", "anywhere", 220),
    ("subscribe", "subscribe", "anywhere", 260),
    ("share", "share", "anywhere", 120),
    ("cookies", "cookies", "anywhere", 400),
    ("copyright", "copyright", "tail", 600),
    ("comments", "comments", "tail", 160),
    ("notices", "notice", "edge", 260),
)
"""Sections of the table, the name of their cuts, where they are cut, and the longest line, in characters."""
_ADDRESS = re.compile(r"(?:\W*(?:https?://\S+|www\.\S+|t\.me/\S+|@\w{3,32}|#[\w-]+|\S+@\S+\.\w+))+\W*\Z")
_NETWORK = r"(?:facebook|twitter|x|telegram|whatsapp|viber|linkedin|instagram|youtube|tiktok|threads|bluesky|mastodon|e-?mail|vk|ok|signal|messenger|pinterest|reddit|pocket|google news|rss)"  # noqa: E501
_NETWORKS = re.compile(rf"\W*{_NETWORK}(?:[\s,|/•·&+-]+{_NETWORK})*\W*\Z", re.IGNORECASE)
_SIGN = re.compile(r"[\W_]{2,}\Z|©.*|\(c\)\s.*|copyright\b.*", re.IGNORECASE)
_INITIALS = re.compile(r"\W*(?:\w{1,14}\s?/\s?)+(?:\w{1,14}\s?){0,3}\W*\Z")
"""Who wrote and edited a dispatch: "msz/ agz/", "(Mrc/Adnprima)"."""
_ENDS = re.compile(r"[.!?…。！？؟۔][\"'”’»)\]“」』）】]*\Z")
_BARS = re.compile(r"[^|•·.!?:]{2,30}(?:\s[|•·]\s[^|•·.!?:]{2,30})+\Z")
"""The words of a page's menu, side by side."""
_LONGEST_LINE = 600
"""Characters; a longer line is prose."""
_LONGEST_INITIALS = 40
_LONGEST_FURNITURE = 90
_MARKED = re.compile(
    r"[(（\[［【<＜〈][^()（）\[\]［］【】<>＜＞]{1,120}[)）\]］】>＞〉]\W*\Z|[※▶▷▲△■□◆◇●○★☆☞⇒►▸✔✉☎].*|.*[©ⓒ].*|[(（][cCＣ][)）].*"
)
"""Below a story: a line in brackets from end to end, one after a sign that points at it, a copyright."""
_CONTACT = re.compile(r"\S+@\S+\.\w+|https?://\S+|www\.\S+")
_LONGEST_CONTACT = 110
_WIDEST_LABEL = 36
_MOST_ENTRIES = 8
"""Lines after the heading of a list of other articles, at most."""
_LONGEST_ENTRY = 160
_PROSE_WORDS = 7
_PROSE_WIDTH = 60


def cut_boilerplate(
    lines: tuple[Line, ...], repeats: frozenset[str], table: Table
) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """The lines of the article and the log of the others; together they are `lines`, unchanged."""
    named = {place: rule for place, line in enumerate(lines) if (rule := _named(line, repeats, table))}
    prose = [place for place, line in enumerate(lines) if place not in named and _is_prose(line)]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    cut = {
        place: rule
        for place, (rule, where) in named.items()
        if where == "anywhere" or place > last or (where == "edge" and place < first)
    }
    for place in [place for place, rule in cut.items() if rule == "read also"]:
        cut.update(dict.fromkeys(_entries(lines, place, named), "read also"))
    cut = _furniture(lines, last, cut) | cut
    cuts = tuple(Cut(line.number, line.text, cut[place]) for place, line in enumerate(lines) if place in cut)
    return tuple(line for place, line in enumerate(lines) if place not in cut), cuts


def _furniture(lines: tuple[Line, ...], last: int, cut: dict[int, str]) -> dict[int, str]:
    """Short lines without a stop, below a line that is cut after the last paragraph: buttons and menus of the page.

    Above that line, only what is as short as a button.
    """
    below = [place for place in range(last + 1, len(lines)) if lines[place].text]
    first = next((number for number, place in enumerate(below) if place in cut), len(below))
    labels = [place for place in below[:first] if width_of(lines[place].text) <= _WIDEST_LABEL and first < len(below)]
    short = (*labels, *(place for place in below[first:] if len(lines[place].text) <= _LONGEST_FURNITURE))
    return {place: "tail block" for place in short if not _STATEMENT.search(lines[place].text)}


_STATEMENT = re.compile(r"[.…。۔:：！？][\"'”’»)\]“」』]*\Z")


def _named(line: Line, repeats: frozenset[str], table: Table) -> tuple[str, Where] | None:
    """The name of the cut that a line fits, and where it is cut."""
    text = line.text
    if not text or len(text) > _LONGEST_LINE or line.kind in _STORY:
        return None
    for section, rule, where, longest in _KINDS:
        if len(text) <= longest and whole_line(getattr(table.boilerplate, section)).match(text):
            if section == "cookies" and _ENDS.search(text) and not anywhere(table.boilerplate.consent).search(text):
                continue  # a sentence about cookies or data that were stolen
            return rule, where
    if _ADDRESS.match(text) or _NETWORKS.match(text):
        return "share", "edge"
    if _SIGN.match(text):
        return "copyright", "tail"
    if _BARS.match(text):
        return "menu", "tail"
    if len(text) <= _LONGEST_INITIALS and _INITIALS.match(text):
        return "credit", "tail"
    if repeats and fold(text) in repeats:
        return "repeated line", "edge"
    if _MARKED.match(text) or (width_of(text) <= _LONGEST_CONTACT and _CONTACT.search(text)):
        return "notice", "tail"
    is_credit = read_byline(text, table) or read_source_line(text, table) or agency_alone(text, table)
    return ("credit", "tail") if is_credit else None


def _is_prose(line: Line) -> bool:
    return line.kind in _STORY or (
        line.kind == "text"
        and bool(line.text)
        and (line.text.count(" ") >= _PROSE_WORDS or width_of(line.text) >= _PROSE_WIDTH)
        and _ENDS.search(line.text) is not None
    )


def _entries(lines: tuple[Line, ...], heading: int, named: dict[int, tuple[str, Where]]) -> list[int]:
    """The places of the titles under the heading of a list of other articles, where the heading has none beside it."""
    if re.search("[:：]", lines[heading].text.rstrip(":： ")) or len(lines[heading].text) > _LONGEST_ENTRY // 2:
        return []
    entries: list[int] = []
    for place in range(heading + 1, len(lines)):
        line = lines[place]
        if not line.text or place in named:
            continue
        is_title = line.kind == "item" or not _ENDS.search(line.text) or line.text.rstrip().endswith(("?", "？", "؟"))
        if len(entries) == _MOST_ENTRIES or len(line.text) > _LONGEST_ENTRY or not is_title:
            break
        entries.append(place)
    after = entries[-1] if entries else heading
    is_last = not any(_is_prose(line) for line in lines[after + 1 :])
    return entries if is_last or len(entries) == 1 else entries[:0]
