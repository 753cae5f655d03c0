"""Which sentence carries the news: the first, unless it sets a scene or asks; then the first that reports."""

import re
from collections.abc import Iterator

from msgspec import Struct

from site_gen.ingesting.text import Paragraph
from site_gen.wording.sentences import sentences

_ASIDES = re.compile(
    r"\s*\([^()]{0,80}\)|\s*\[[^\[\]]{0,24}\]|\s*<[A-Z][\w.]{0,12}>|(?<=\s)\([^()]*$", re.ASCII
)
"""Brackets: an acronym, a hull number, a note; also one that is never closed."""
_LOOKED_AT = 5
_SHORTEST = 25
_SCENE = re.compile(
    r"(?:Imagine|Picture|Consider|Welcome|Hello|Hi|Dear|Once upon|What if|Ever since I|Let(?:’|')s|It (?:was|is) (?:a|an|the) "
    r"(?:cold|warm|sunny|quiet|beautiful|dark|typical|hot|early|late)|There (?:is|are|was|were) (?:few|many|times|moments|something|nothing) )\b"
)


class Lead(Struct, frozen=True):
    """A sentence that a headline may be made of, and why it is this one."""

    text: str
    why: str
    doubts: tuple[str, ...] = ()


def leads(paragraphs: tuple[Paragraph, ...]) -> Iterator[Lead]:
    """The sentences to make the headline of, first choice first."""
    found = [_ASIDES.sub("", sentence).strip() for paragraph in paragraphs[:4] for sentence in sentences(paragraph.text[:1500])][:_LOOKED_AT]
    passed: list[tuple[int, str, str]] = []
    for number, sentence in enumerate(found):
        reason = _no_news(sentence)
        if reason:
            passed.append((number, sentence, reason))
            continue
        yield _lead(number, sentence, passed)
    for number, sentence, reason in passed:
        yield Lead(sentence, f"sentence {number + 1} of the text, though {reason}", (f"the sentence {reason}",))


def _lead(number: int, sentence: str, passed: list[tuple[int, str, str]]) -> Lead:
    if not number:
        return Lead(sentence, "the lead, shortened")
    reason = f"the lead {passed[0][2]}" if passed else "the lead gives no whole clause"
    return Lead(sentence, f"sentence {number + 1} of the text; {reason}", (f"not from the lead: {reason}",))


def _no_news(sentence: str) -> str:
    if len(sentence) < _SHORTEST:
        return "is very short"
    if sentence.rstrip("\"”’' ").endswith("?"):
        return "is a question"
    if _SCENE.match(sentence):
        return "sets a scene"
    if not re.search(r"[.!…][\"”’')\]]*$", sentence) and len(sentence) < 60:
        return "is no full sentence"
    return ""
