"""The source of a claim: its sentences as evidence, its names, numbers and acronyms."""

import re
from collections.abc import Sequence

from msgspec import Struct

from site_gen.extract.claims.coreference import resolved
from site_gen.extract.claims.hostile import is_for_programs, visible
from site_gen.extract.claims.terms import Passage, acronyms, passage
from site_gen.text.sentences import sentences

_MOST = 60
_LONGEST_PLACE = 3
_CREDIT = re.compile(
    r"^SOURCE:\s*(?:RAUNAK KUNDE\s*/\s*NEWS BEAT\s*/\s*IDRW\.ORG\.?|[A-Z][A-Z./ ]+?(?=\s[A-Z][a-z]))\s*"
)
_DATELINE = re.compile(r"^[A-Z][A-Z/ ,.-]+(?:\([A-Za-z]+\))? ?[-–—]+ ")


class Source(Struct, frozen=True, dict=True):
    """What claims are judged by. `sentences` are those that tell news; `initials` give long names by acronym."""

    text: str
    sentences: tuple[Passage, ...]
    initials: dict[str, frozenset[str]]


def source_of(text: str | Sequence[str]) -> Source:
    """A source from its text or paragraphs; sentences that speak to programs are no part of it.

    The place of the first dateline is its last sentence: news is "in Brussels" because of it.
    """
    paragraphs = text.split("\n") if isinstance(text, str) else text
    found: list[str] = []
    datelines: list[str] = []
    for paragraph in paragraphs:
        line = _CREDIT.sub("", paragraph.strip())
        body = _DATELINE.sub("", line)
        place = re.split(r"[,(/]", line[: len(line) - len(body)].rstrip(" -–—"))[0].strip().title()
        if place and len(place.split()) <= _LONGEST_PLACE and not is_for_programs(place):
            datelines.append(place)
        if is_labelled(body):
            continue
        found += [one for one in sentences(body) if not is_for_programs(one)]
    kept = [*[visible(one) for one in found][:_MOST], *datelines[:1]]
    whole = "\n".join(kept)
    initials: dict[str, set[str]] = {}
    for name, letters in acronyms(whole):
        initials.setdefault(letters, set()).add(name)
    return Source(
        whole,
        resolved(tuple(passage(one, number) for number, one in enumerate(kept))),
        {letters: frozenset(names) for letters, names in initials.items()},
    )


def is_labelled(paragraph: str) -> bool:
    """Whether a paragraph is a turn of a talk with a program."""
    return bool(re.match(r"(?i)\W*(?:assistant|user|human|system|ai)\b[^:.]{0,20}:", paragraph))
