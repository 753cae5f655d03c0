"""The form of a text with a head above its story: labels, a headline, a standfirst, a byline and a date."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_gen.extract.forms.byline import Byline, is_affiliation, names_of
from site_gen.extract.forms.casing import in_sentence_case, is_capitals
from site_gen.extract.forms.date_line import DateLine, read_date_line
from site_gen.extract.forms.dateline import agency_name
from site_gen.extract.forms.head_parts import Block, Part, classify, head_blocks, is_meta, is_prose, opens_news
from site_gen.extract.forms.headline_line import (
    are_keys,
    is_deck,
    is_headline,
    is_item,
    without_emoji,
    words_of_line,
)
from site_gen.extract.forms.label import is_label
from site_gen.extract.forms.places import usual_case
from site_gen.extract.forms.sources import usual_source
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.syntax import parse
from site_gen.model.seed import Decision, Doubt

_MOST_OPEN = 3
"""Most lines that are neither label nor byline nor date: a kicker, the headline, its deck. More of them are a list."""
_FEWEST, _FEW = 4, 6
"""Words; a headline of at most so many, with no byline or date near it, may be a caption or a section's name."""
_LONG = 120
"""Characters; a longer line, with no byline or date near it, may be a lead that lost its full stop."""


def take_head(manuscript: Manuscript) -> Manuscript:
    """Recognise a text with a head; a text that begins with prose stays as it is."""
    blocks = head_blocks(manuscript.lines)
    parts, story = _walk(blocks)
    if story is None:
        return manuscript
    parts = _with_times(parts, manuscript)
    parts = _with_roles(
        _without_diary(parts, manuscript), blocks[story], manuscript.header_title or manuscript.given.title
    )
    parts = _without_sections(parts, manuscript, blocks[story])
    taken = _taken(parts)
    if not taken or all(part.role == "label" for part in taken):
        return manuscript
    prose = "\n".join(line.text for line in manuscript.lines[blocks[story].places[0] :])
    result = _with_head(manuscript, parts, prose)
    is_only_part = len(taken) == 1 and not _has_other_form(manuscript)
    if (
        is_only_part
        and taken[0].role == "headline"
        and not _is_clear(result.given.title, opens_news(blocks[story].text))
    ):
        result = result.with_doubt(Doubt("headline", "a short first line was taken as the headline"))
    return _without(result, parts)


def _has_other_form(manuscript: Manuscript) -> bool:
    """Whether another form cut something already; then a line that is left at the top is the headline."""
    return any(cut.rule != "header" for cut in manuscript.cuts)


def _taken(parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if part.role not in ("kept", "open", "furniture")]


def _walk(blocks: tuple[Block, ...]) -> tuple[list[Part], int | None]:
    """Each block of the head with its role by its wording alone, and where the story begins (None: not found)."""
    parts: list[Part] = []
    for at, block in enumerate(blocks):
        part = classify(block)
        if part.role == "open" and block.kind == "text" and is_prose(block.text):
            if at + 1 < len(blocks) and _sets_apart(blocks[at + 1]) and not opens_news(block.text):
                parts.append(replace(part, role="standfirst" if is_deck(block.text) else "kept"))
                continue
            return parts, at
        if part.role == "open" and parts and (block.kind in ("item", "row") or is_item(block.text)):
            part = replace(part, role="kept")  # key points between a headline and the story
        parts.append(part)
        if sum(part.role == "open" for part in parts) > _MOST_OPEN:
            return [], None
    return [], None


def _sets_apart(block: Block) -> bool:
    """Whether a sentence above this block is no lead: this is a byline, a date line, or the beginning of wire copy."""
    return is_meta(block) or (block.kind == "text" and opens_news(block.text))


def _without_diary(parts: list[Part], manuscript: Manuscript) -> list[Part]:
    """The parts, without a bare date where later paragraphs have one above them too: that is no publication date."""
    bare = [part for part in parts if part.date and part.date.event == "bare" and part.role == "date line"]
    if not bare:
        return parts
    dates = (read_date_line(line.text) for line in manuscript.lines if len(line.text) <= _DAY_LONGEST)
    days = sum(date is not None and date.event == "bare" for date in dates)
    if days == 1:
        return parts
    return [replace(part, role="kept", date=None) if part in bare else part for part in parts]


_DAY_LONGEST = 60


def _without_sections(parts: list[Part], manuscript: Manuscript, story: Block) -> list[Part]:
    """The parts, with a label right above the story kept as a heading where the story has more such labels."""
    at = len(parts) - 1
    if at < 0 or parts[at].role != "label" or not is_label(parts[at].block.text):
        return parts
    below = manuscript.lines[story.places[-1] + 1 :]
    if not any(is_label(line.text) for line in below if 0 < len(line.text) <= _DAY_LONGEST):
        return parts
    return [*parts[:at], replace(parts[at], role="kept")]


def _with_roles(parts: list[Part], story: Block, known_title: str) -> list[Part]:
    """The parts with the role of each open line decided: kicker, headline, deck, office, or a line that stays.

    `known_title` is a headline that is known already: no other line is taken as one.
    """
    parts = [_as_byline(parts, at) for at in range(len(parts))]
    lines = [at for at, part in enumerate(parts) if part.role == "open"]
    chosen = _headline_at(parts, lines, len(parts) == 1 and not opens_news(story.text))
    if known_title:
        chosen = next((at for at in lines if _same(parts[at].block.text, known_title)), None)
    result = list(parts)
    for at in lines:
        result[at] = replace(parts[at], role="kept")
    if chosen is None:
        return [replace(part, role="kept") if part.role == "standfirst" else part for part in result]
    result[chosen] = replace(parts[chosen], role="headline")
    for at in lines:
        if at < chosen:
            result[at] = replace(parts[at], role="label")
        elif at > chosen and _same(parts[at].block.text, parts[chosen].block.text):
            result[at] = replace(parts[at], role="headline")
        elif at == chosen + 1 and is_deck(parts[at].block.text):
            result[at] = replace(parts[at], role="standfirst")
    for at, part in enumerate(result):
        if part.role == "standfirst" and at < chosen:
            result[at] = replace(part, role="kept")
    return result


_TIME = re.compile(r"[\[(]?\d{1,2}[:.h]\d\d\b")


def _with_times(parts: list[Part], manuscript: Manuscript) -> list[Part]:
    """The parts, with a time of day under a date line joined to it, unless later lines begin with times too."""
    result = list(parts)
    if sum(_TIME.match(line.text) is not None for line in manuscript.lines) > 1:
        return result
    for at in range(1, len(parts)):
        previous, part = result[at - 1], parts[at]
        if part.role == "open" and previous.date and previous.date.moment and not previous.date.moment.timed:
            both = read_date_line(f"{previous.block.text}, {part.block.text}")
            if both and both.moment and both.moment.timed:
                result[at] = replace(part, role="date line", date=both)
    return result


def _as_byline(parts: list[Part], at: int) -> Part:
    """The part; a bare name next to a date line, and the office under a byline, become bylines."""
    part = parts[at]
    if part.role == "byline" and at and parts[at - 1].role == "byline" and not part.date:
        office = is_affiliation(part.block.text) and not re.match(r"by\b", part.block.text, re.IGNORECASE)
        return replace(part, byline=Byline()) if office else part
    if part.role != "open" or part.block.kind != "text":
        return part
    text = part.block.text
    previous = parts[at - 1] if at else None
    after = parts[at + 1] if at + 1 < len(parts) else None
    if previous and previous.role == "byline" and is_affiliation(text):
        return replace(part, role="byline", byline=Byline())
    if at and (people := names_of(text)) and (_is_date(previous) or _is_date(after) or len(people) > 1):
        return replace(part, role="byline", byline=Byline(people))
    return part


def _is_date(part: Part | None) -> bool:
    return part is not None and part.date is not None


def _headline_at(parts: list[Part], lines: list[int], bare: bool) -> int | None:
    """The place of the headline: the first open line that is shaped like one, with at most a kicker above it.

    `bare`: the text has no other part of a head.
    """
    if not lines or len(lines) > _MOST_OPEN:
        return None
    if any(part.role == "kept" for part in parts[: lines[0]]):
        return None  # there is prose above it
    for number, at in enumerate(lines[:2]):
        block = parts[at].block
        if block.kind == "heading" and re.search(r"[^\W\d_]{2}", block.text):
            return at
        if not is_headline(block.text):
            if number or len(lines) == 1 or not _is_kicker(block.text, parts[lines[1]].block.text):
                return None
            continue
        following = parts[lines[number + 1]].block.text if number + 1 < len(lines) else ""
        if not number and following and _is_kicker(block.text, following):
            continue
        if are_keys(block.text, following):
            return None
        rest = len(lines) - number - 1
        close = at + 1 < len(parts) and parts[at + 1].role in ("byline", "date line")
        if (rest > 1 and not close) or (bare and len(block.text) > _LONG):
            return None
        return at
    return None


def _is_clear(title: str, above_wire_copy: bool) -> bool:
    """Whether a line is surely a headline without other parts of a head: long, or with a verb or capitals."""
    words = words_of_line(title)
    if len(words) > _FEW:
        return True
    if len(words) <= _FEWEST or any(word[0].islower() for word in words if len(word) > _SHORT_WORD):
        is_statement = above_wire_copy or any(word.tag in _FINITE for word in parse(title).words)
        return len(words) > _FEWEST and is_statement
    return True


_SHORT_WORD = 4
_FINITE = frozenset(("VBD", "VBZ", "VBP", "VB", "MD", "VBN"))


def _is_kicker(text: str, following: str) -> bool:
    """Whether a short line is a kicker of the headline under it: "War in Ukraine", "EXERCISES"."""
    words = len(words_of_line(text))
    if text[-1:] in ".!?:;," or not words or not is_headline(following):
        return False
    return (words <= 3 and len(words_of_line(following)) >= 5) or (
        words <= 4 and is_capitals(text + " A A") and not is_capitals(following)
    )


def _same(one: str, other: str) -> bool:
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


def _with_head(manuscript: Manuscript, parts: Iterable[Part], prose: str) -> Manuscript:
    """The manuscript with the facts that the parts of its head give, and a note for each."""
    parts = tuple(parts)
    title = next((part.block.text for part in parts if part.role == "headline"), "")
    title, suffix = _without_site(_ALERT.sub("", without_emoji(title)))
    if is_capitals(title):
        title = in_sentence_case(title, prose)
    summary = " ".join(part.block.text for part in parts if part.role == "standfirst")
    authors = tuple(dict.fromkeys(name for part in parts if part.byline for name in part.byline.authors))
    source = next(_sources(parts), "") or suffix
    result = manuscript.with_facts(title=title, summary=summary, authors=authors, source_name=source)
    for part in parts:
        if part.dateline:
            result = replace(result, day=result.day or part.dateline.day).with_facts(
                dateline=usual_case(part.dateline.place), source_name=agency_name(part.dateline.agency)
            )
    result = _dated(result, [part.date for part in parts if part.date])
    return replace(result, notes=result.notes + tuple(_notes(title, summary, authors)))


_ALERT = re.compile(r"(?:breaking|just in|urgent|updated?)\s?[:|]\s+(?=\S)", re.IGNORECASE)


def _sources(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if part.source or (part.byline and part.byline.source):
            yield part.source or (part.byline.source if part.byline else "")


def _notes(title: str, summary: str, authors: tuple[str, ...]) -> Iterator[Decision]:
    if title:
        yield Decision("headline", title, "stands on a line of its own above the story")
    if summary:
        yield Decision("summary", summary, "the standfirst under the headline")
    if authors:
        yield Decision("authors", ", ".join(authors), "the text begins with a byline")


def _dated(manuscript: Manuscript, dates: list[DateLine]) -> Manuscript:
    dated = [date for date in dates if date.moment]
    sure = min(dated, key=lambda date: (date.rank, not (date.moment and date.moment.timed)), default=None)
    if sure is not None and sure.moment is not None and manuscript.given.date is None:
        given = replace(manuscript.given, date=sure.moment.when, timed=sure.moment.timed, date_source="text")
        return replace(manuscript, given=given)
    return manuscript


def _without_site(title: str) -> tuple[str, str]:
    """A headline without the paper's name at its end, and that name."""
    for separator in (" | ", " - ", " – ", " — "):
        head, found, tail = title.rpartition(separator)
        if found and usual_source(tail) and is_headline(head):
            return head, usual_source(tail)
    return title, ""


def _without(manuscript: Manuscript, parts: Iterable[Part]) -> Manuscript:
    """The manuscript without the lines of the head that were taken, which are logged."""
    taken = [part for part in parts if part.role not in ("kept", "open")]
    rules = {place: _rule(part) for part in taken for place in part.block.places}
    return manuscript.without_each(rules)


def _rule(part: Part) -> str:
    """The rule that a part's lines are logged under; editors and offices are credits, since no field holds them."""
    is_credit = part.byline is not None and not part.date and not (part.byline.authors or part.byline.source)
    return "credit" if is_credit else part.rule or part.role
