"""The form of a lead with its source in front: "SOURCE: PTI / DESK REPORT The army ..."."""

import re

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.forms.byline import is_name
from site_gen.extract.forms.places import usual_case
from site_gen.extract.forms.sources import known_source, usual_source
from site_gen.extract.forms.word_list import words_in
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.names.gazetteer import load_gazetteer
from site_gen.model.seed import Decision, Doubt

_LABEL = re.compile(r"\W{0,3}(?:news\s)?source\s{0,2}[:：]\s*", re.IGNORECASE)
_LONGEST = 160
_LINE = 40
"""A line of at most so many characters is only a source."""
_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]+(?:\.[\w-]+){0,2}\.(?:com|org|net|in|co|uk|info|news|gov|mil|eu|ua|ru|pk|il|de|fr|us)", re.I
)
_DESK = words_in(
    """
    news desk report reports reporter beat bureau web online team staff correspondent agencies agency special
    service take my for exclusive wire input inputs with from by and of the national world defence defense media
    network editorial analysis opinion view views article features our in house guest writer column dispatch
    """
)
_DESK_ENDS = words_in(
    """
    desk report reports beat bureau service take agencies correspondent reporter team inputs staff
    """
)
_OPENERS = words_in(
    """
    A An The In On At As After Before With Without While When For From To This That These Those It Its He She
    They We There Amid During Over Under More Most Some Several Many Two Three Four Five Six Seven Eight Nine
    Ten India's If Even Despite Following According By Since Both One All No Not Once Just Only Last Next Days
    Weeks Hours Nearly
    """
)
_STOP = re.compile(r"[.:;]\Z")
_SEPARATORS = ("-", "–", "—", "|", "--", "•")


class Prefix(Struct, frozen=True):
    """A source prefix: `raw` + `rest` is the text. `source` is in usual form; `authors` are the people it names."""

    raw: str
    rest: str
    source: str = ""
    authors: tuple[str, ...] = ()


def take_source_prefix(manuscript: Manuscript) -> Manuscript:
    """Recognise a lead that opens with its source."""
    at = manuscript.first_with_text()
    if at is None or not _LABEL.match(manuscript.lines[at].text[:40]):
        return manuscript
    line = manuscript.lines[at]
    prefix = split_source_prefix(line.text)
    if prefix is None or not prefix.rest:
        why = "it opens with a source, and it is unclear where the source's name ends"
        return manuscript.with_doubt(Doubt("text", why)) if len(line.text) > _LINE else manuscript
    note = Decision("source", prefix.source or ", ".join(prefix.authors), "the text opens with its source")
    taken = manuscript.without_start(at, len(prefix.raw), "source prefix")
    taken = replace(taken, notes=(*taken.notes, note))
    return taken.with_facts(source_name=prefix.source, authors=prefix.authors)


def read_source_line(text: str) -> str:
    """The source on a line of its own: "Source: AFP", "Reuters"; empty for any other line."""
    label = _LABEL.match(text)
    name = text[label.end() :].strip(" .") if label else text.strip(" .()")
    if usual := usual_source(name):
        return usual if label or len(name) > 3 or name.isupper() else ""
    if not label or len(name) > 60 or len(name.split()) > 6 or name[-1:] in ("?", "!") or not name[:1].isupper():
        return ""
    return name if all(word[0].isupper() or word.lower() in ("of", "the", "and") for word in name.split()) else ""


def split_source_prefix(text: str) -> Prefix | None:
    """Split the source from the lead that it opens; None without one, or where its end is unclear."""
    label = _LABEL.match(text)
    if label is None:
        return None
    tokens = list(re.finditer(r"\S+", text[label.end() : label.end() + _LONGEST]))
    words = [token.group() for token in tokens]
    end = _length(words)
    if end is None:
        return None
    start = label.end() + (tokens[end].start() if end < len(tokens) else len(text))
    source, authors = _read(words[:end])
    return Prefix(text[:start], text[start:], source, authors)


def _length(words: list[str]) -> int | None:
    """How many words the source has: known names and what slashes add to them, then up to the last word in capitals."""
    at = 0
    while True:
        end = _segment(words, at)
        if end is None or end >= len(words):
            return None
        if words[end] in ("/", "//") or words[end].startswith("/"):
            at = end + (words[end] in ("/", "//"))
            continue
        if words[end - 1].endswith("/"):
            at = end
            continue
        if words[end] in _SEPARATORS:
            return end + 1
        return end if _may_begin(words, end) else None


def _segment(words: list[str], at: int) -> int | None:
    """Where the segment ends that begins at a word: before a slash, or where the story begins."""
    if at >= len(words):
        return None
    slash = next(
        (
            place
            for place in range(at, min(at + 7, len(words)))
            if "/" in words[place].strip("/")
            or (words[place].startswith("/") and place > at)
            or words[place].endswith("/")
        ),
        None,
    )
    if slash is not None and slash > at and all(_is_source_word(word) for word in words[at:slash]):
        return slash if not words[slash].endswith("/") or words[slash] == "/" else slash + 1
    first = words[at].lstrip("/")
    if words[at].endswith("/") and len(first) > 1:
        return at + 1
    known = known_source([first, *words[at + 1 : at + 6]])
    if known:
        return at + known
    if _DOMAIN.fullmatch(first.rstrip(".,:;")):
        return at + 1
    return _capitals_end(words, at) or _mixed_end(words, at)


def _capitals_end(words: list[str], at: int) -> int | None:
    """Where a run of capitals ends: at the first word in usual case, or before an acronym that begins the story."""
    end = at
    while end < len(words) and _is_capitals(words[end]) and end - at < 8:
        end += 1
        if _STOP.search(words[end - 1]) and len(words[end - 1]) > 2:
            return end
        if _DOMAIN.fullmatch(words[end - 1].rstrip(".,")):
            return end
    if end == at or end >= len(words):
        return None
    if words[end][0].islower():  # "... DESK HAL has": no sentence begins with a small letter
        end -= 1
    desk = max((place + 1 for place in range(at, end) if words[place].casefold().strip(".") in _DESK_ENDS), default=0)
    if at < desk < end:
        return desk
    if words[end - 1] == "A" and end - at > 1:
        end -= 1
    return end if end > at else None


def _mixed_end(words: list[str], at: int) -> int | None:
    """Where a source in usual case ends: at punctuation, or before a word that opens sentences."""
    for end in range(at + 1, min(at + 6, len(words))):
        if not words[end - 1][0].isupper() and words[end - 1].lower() not in ("of", "the", "and"):
            return None
        if _STOP.search(words[end - 1]) or words[end] in _SEPARATORS:
            return end
        if words[end] in _OPENERS and end > at:
            return end
    return None


def _is_capitals(word: str) -> bool:
    letters = re.sub(r"[^\w]", "", word)
    return bool(letters) and letters.upper() == letters and any(character.isalpha() for character in letters)


def _is_source_word(word: str) -> bool:
    return word[:1].isupper() or word.casefold() in _DESK


def _may_begin(words: list[str], at: int) -> bool:
    return not words[at][0].islower() or bool(re.match(r"[a-z][A-Z]", words[at]))


def _read(words: list[str]) -> tuple[str, tuple[str, ...]]:
    """The source and the people in a prefix, in usual form, without desks."""
    parts = [part.strip(" .,:;-–—|•") for part in re.split(r"\s*/+\s*", " ".join(words))]
    parts = [part for part in parts if part]
    sources = [usual for part in parts if (usual := usual_source(part))]
    domains = [part.lower().removeprefix("www.") for part in parts if _DOMAIN.fullmatch(part)]
    rest = [part for part in parts if not usual_source(part) and not _DOMAIN.fullmatch(part) and not _is_desk(part)]
    people = [part for part in rest if _is_person(part, len(parts) > 1)]
    others = [_usual(part) for part in rest if part not in people]
    source = next(iter((*sources, *domains, *others)), "")
    return source, tuple(usual_case(part) for part in people)


def _is_desk(part: str) -> bool:
    return all(word.casefold().strip(".") in _DESK for word in part.split())


def _is_person(part: str, among_others: bool) -> bool:
    words = part.split()
    if not 2 <= len(words) <= 4 or not all(re.fullmatch(r"[^\W\d_][\w.'’-]*", word) for word in words):
        return False
    if any(
        word.casefold() in _DESK | {"times", "post", "daily", "today", "tv", "radio", "herald", "express"}
        for word in words
    ):
        return False
    known = words[0].capitalize() in load_gazetteer().first_names
    return is_name(usual_case(part)) or known or among_others


def _usual(part: str) -> str:
    """An unknown paper's name in usual case; a short one in capitals is an acronym."""
    return usual_case(part) if part.isupper() and (" " in part or len(part) > 5) else part
