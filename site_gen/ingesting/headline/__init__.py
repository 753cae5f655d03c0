"""A headline for an article that came without one: its first sentence as a sub-editor would shorten it."""

import re
from collections.abc import Iterator

from site_gen.ingesting.headline.compose import headlines
from site_gen.ingesting.headline.exposition import explains, exposition
from site_gen.ingesting.headline.sound import WANTS_MORE, WANTS_TO_DO, is_sound
from site_gen.ingesting.headline.weigh import Scales
from site_gen.ingesting.headline.words import plain
from site_gen.ingesting.text import Paragraph
from site_gen.wording.sentences import sentences

LONGEST = 90
"""Characters."""
_SHORTEST = 20
_FULL = 45
"""Characters from which a title counts as full."""
_ENOUGH = 0.2
"""Weight from which the first sentence is good enough and no other is looked at."""
_FAR_TOO_LONG = 130
_SQUEEZED = 0.97
_PATIENCE = 4
_LATER = 0.75
_PERSONS = ("I ", "I’", "We ", "We’", "You ", "It ", "He ", "She ", "They ", "This ", "These ", "There ")
_OFFICE = re.compile(
    r"(?:(?:[A-Z]\.[A-Z]\.|[A-Z][a-z]+) )?(?:Vice )?(?:President(?:-elect)?|Prime Minister|Premier|Chancellor"
    r"|Secretary of (?:State|Defen[cs]e|"
    r"the (?:Navy|Army|Air Force))|(?:Foreign|Defen[cs]e|Home|Interior|Energy|Finance) (?:Minister|Secretary)"
    r"|Secretary[- ]General|"
    r"(?:[A-Z][a-z]+ )?spokes(?:man|woman|person)|Ambassador|Senator|General"
    r"|Admiral) (?=[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][a-z])"
)
_FULL_NAME = re.compile(
    _OFFICE.pattern[: _OFFICE.pattern.rindex("(?=")] + r"[A-Z][a-z’'-]+ (?:[A-Z]\. )?(?=[A-Z][a-z])"
)
_APOSTROPHE = re.compile(r"(?<=\w)‘(?=s\b)")
_OWN = re.compile(r"(?<!of )(?<=\s)(?:its|their|his|her)\s")
_PREAMBLE = re.compile(
    r"(?:Attribution|Editor(?:’|')s [Nn]ote|Note to editors|FOR IMMEDIATE|Embargo|S(?:OURCE|ource)s?:"
    r"|As prepared|As delivered|Photo"
    r"|By [A-Z])"
)
# "The clause", "The legal basis": something that was named before.
_POINTS_BACK = re.compile(
    r"The (?!(?:first|last|most|\w+est)\b)[a-z]+(?: of)?(?: [a-z]+)? "
    r"(?:is|was|has|are|were|had|sounds|stands|falls|then)\b"
)
_THAT = re.compile(r"(?<=\s)that (?=(?:the|an?)\s)")
"""Goes before its article does, which would leave "that country"."""
_ARTICLE = re.compile(r"(?<=\s)(?:the|an?)\s", re.IGNORECASE)

__all__ = ["LONGEST", "headline"]


def headline(paragraphs: tuple[Paragraph, ...]) -> tuple[str, str]:
    """A title of at most 90 characters and why it is that."""
    lead = tuple(_first_sentences(paragraphs))
    if lead and explains(lead[0]):
        told = exposition(lead, LONGEST)
        if told is not None:
            return told[1], f"sentence {told[0] + 1} of the text, as far as a whole clause goes"
    scales = Scales(paragraphs)
    found: tuple[float, int, str] | None = None
    for number, sentence in enumerate(lead):
        if number and _POINTS_BACK.match(sentence):
            continue
        weight, title = _best(scales, headlines(sentence, first=number == 0))
        if title and (found is None or weight * _LATER**number > found[0]):
            found = (weight * _LATER**number, number, title)
        if found is not None and (found[0] >= _ENOUGH or number >= _PATIENCE):
            break
    if found is not None:
        return found[2], f"sentence {found[1] + 1} of the text, shortened to its main clause"
    for sentence in lead:
        return _cut(sentence), "the first sentence, cut"
    return "Untitled", "the text has no sentence"


def _best(scales: Scales, titles: Iterator[str]) -> tuple[float, str]:
    """The title that tells most of the story for its length, and its weight; the earlier of equals."""
    best, most = "", 0.0
    for title in titles:
        if len(title) > _FAR_TOO_LONG:
            continue
        fitting = _fitted(title)
        if not fitting:
            continue
        weight = scales.weight(fitting) * _manner(fitting)
        if fitting != title:
            weight *= _SQUEEZED
        if weight > most and is_sound(fitting):
            best, most = fitting, weight
    return most, best


def _manner(title: str) -> float:
    """Less for a title that says too little, or speaks as "I" or "we"."""
    person = 0.4 if title.startswith(_PERSONS) else 1.0
    return person * min(1.0, 0.5 + 0.5 * len(title) / _FULL)


def _fitted(title: str) -> str:
    """The title if it fits, if need be without articles, a person's office, first name; else nothing."""
    for pattern in (None, _THAT, _ARTICLE, _OFFICE, _OWN):
        shorter = pattern.sub("", title) if pattern else title
        if pattern and len(shorter) > LONGEST and pattern is _OFFICE:
            shorter = _FULL_NAME.sub("", title)
        title = shorter
        if len(title) <= LONGEST:
            break
    return title if _SHORTEST <= len(title) <= LONGEST else ""


def _first_sentences(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    count = 0
    for paragraph in paragraphs[:5]:
        for sentence in sentences(_APOSTROPHE.sub("’", paragraph.text[:3000]))[:3]:
            if not _PREAMBLE.match(sentence):
                yield sentence
            count += 1
            if count == 8:
                return


def _cut(sentence: str) -> str:
    if len(sentence) <= LONGEST:
        return sentence.rstrip(".") or sentence
    head = sentence[: LONGEST + 1]
    words = head.rsplit(" ", 1)[0].split()
    while len(words) > 3 and (plain(words[-1]) in WANTS_MORE or plain(words[-1]) in WANTS_TO_DO):
        words.pop()
    return " ".join(words).rstrip(" ,;:-–—")
