"""One or two whole sentences of a text that say what its headline does not; none rather than a bad one."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from site_gen.extract.headline import shortened
from site_gen.extract.telex import in_print, small_words, without_false_capitals
from site_gen.extract.text import Paragraph
from site_gen.extract.wordbag import shared, stems
from site_gen.text.sentences import sentences, without_quotations

LONGEST, LONGEST_ALONE = 240, 320
"""Characters, and those that a sentence may have where no shorter one can be had."""
_FAR_TOO_LONG = 420
_SHORTEST = 40
_LOOKED_AT = 8
"""Sentences from the beginning; what comes later is detail."""
_REPEATS = 0.62
"""The part of a sentence's words from which it only repeats the headline."""
_SAME = 0.8
"""The same for a personal text, whose first sentence is what it is about."""
_NEARLY = 0.78
"""The same where nothing else can be said."""
_HALF = 0.44
"""The part of its sentence below which a headline leaves the story untold, so that the summary has to tell it."""
_TELLS = 0.7
"""The part of the headline's words from which a sentence is what it was made of."""
_UNTOLD = 8
"""Words with meaning that the headline left out of its own sentence, for that to be the summary."""
_ABOUT = 0.4
"""The part of the headline's words from which the sentence before is about the same."""
_NEW_WORDS = 4
"""Words with meaning that a summary must add to the headline."""
_PERSONAL = 2
"""Sentences in the first person among the first ones that make a text personal: such a text may speak for itself."""
_BRACKETS = re.compile(r"\s*\([^()]{0,80}\)|\s*\[[^\[\]]{0,24}\]")
_PERSON = re.compile(r"(?:He|She)\b")
_POINTS_BACK = re.compile(
    r"(?:It|They|This|That|These|Those|His|Her|Their|Its|And|But|So|However|Such|Then|Another|Both|Here|There|Also|Meanwhile"
    r"|The (?:former|latter|same|other|two|pair|move|decision|statement|comments?|remarks?|incident|attack|group)"
    r"|(?:In|At|On|For|During|After|Before|Under|With|Of) (?:this|that|these|those|the same|it|them|his|her"
    r"|their)|As such|For example"
    r"|For instance|In addition|Additionally|Moreover|Furthermore|As a result|Instead|Yet|Still|Or|Nor|Not only"
    r"|Similarly|Likewise)\b"
)
_OPENED_BACK = re.compile(
    r"(?:Last|Earlier|Later|In|On|At|Since|Before|After|During|From|Under|By) (?![^,]*\b(?:this|that|is|are)\b)"
    r"[^,“”]{2,40}, (?:(?:he|she|they|his|her|their)|its?(?! (?:seems|appears|is|was)))\b"
)
"""A pronoun behind an opening phrase: "Last week, it sued"."""
_NAMED = re.compile(r"(?P<name>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?) (?:is|was|were|are|has|had|will|would|also|said|says)\b")
"""A name of one word that a sentence begins with."""
_SPEAKS = re.compile(r"(?:It|They|This) (?:also )?(?:said|added|told|noted)\b")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|(?<!War )(?<!Phase )(?<!Part )I|[Yy]ou|[Yy]our|us|my|me)\b")
_MARKED = re.compile(r"[*#>|_=\-•,;:)]|\d+[.)]\s|(?:[QA]|Answer|Question)\s?[:.]|[A-Z][A-Z ]{3,}:")
_DIRT = re.compile(
    r"\bin this regard\b|^Reuters has not|^Attribution is\b|^To clarify\b|opinions expressed|,,|\band and\b"
    r"|https?://|www\.|@\w|©|\bSOURCE\b|[{}<>|]|[a-z.][\'’][A-Z][a-z]|[a-z]{3}[A-Z][a-z]{3}|[Rr]elated [Aa]rticle"
    r"|/(?:AP|AFP|Getty|Reuters)\b|\(?(?:Photo|Image|Picture)\b(?: by|:)"
)
_TOLD = re.compile(
    r"^[\w.-]+\.(?:org|com|net) has (?:been told|learn(?:ed|t))(?: (?:by|at|from) [^,.]{3,60}?)? that (?=[A-Za-z])"
)
"""The site that passes a report on."""
_SITE = re.compile(r"(?<=[a-z\d)]\.) (?=[a-z]+\.(?:org|com|net) (?:has|was)\b)")
"""Where a sentence ends before one that begins with the name of a site, and so with a small letter."""
_CAPTION = re.compile(
    r"\b(?:is|are) seen\b|\bin this (?:file |undated )?(?:photo|picture|image|handout)\b"
    r"|\b[A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d\W*\Z"
    r"|\b\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d\W*\Z|\bspeak(?:s|ing) (?:at|during)\b[^,]*\.\Z"
)
"""How captions of pictures tell what is seen, and when."""
_WORK = re.compile(
    r"(?:It|They) said (?:that )?the "
    r"((?:work|contract|memorandum|agreement|order|deal|purchase|acquisition|funds|company)\b(?! would).*)\Z"
)
"""What the giver of a contract says of it, whom the headline does not name."""
_BUSINESS = re.compile(r" (?:awarded|signs?|receives?|wins?|acquires?|buys?) ")
_EXPLAINS = re.compile(
    r"(?:The |An? )?(?:[\w’'-]+ ){1,7}?"
    r"(?:(?:is|are|was|were) (?:an?|the|one of|designed|based|located|known|named|part of)"
    r"|(?:has|have) been (?:in service|part of|known)|consists? of|comprises?)\b"
)
"""How a sentence begins that says what something is: background, which waits until the story is told."""
_NAME = re.compile(r"(?<![.!?] )(?<!“)\b[A-Z][\w’'-]+(?: (?:[A-Z]\.|al|bin|de|van|von|der|el))* [A-Z][\w’'-]+\b")
_DEFINITE = re.compile(r"(?:The|These|Those) ([a-z][\w-]*)\b(?: ([a-z][\w-]*))?")


_UNDERSTOOD = stems(
    "ministry government army navy police military air force court company president minister parliament "
    "commission council union "
    "alliance agency force forces troops soldiers officials authorities country capital city border war conflict "
    "deal agreement "
    "contract aircraft ship vessel missile drone attack strike operation exercise visit meeting talks plan "
    "programme program project "
    "bill law vote election report statement announcement two first "
    "firm giant maker retailer group bank airline carrier band club side film party exercise system project virus "
    "judge ruling test launch squadron unit team brigade budget order work purchase offering helicopter bridge"
)
"""Nouns with "the" that a reader of the headline takes for what it is about."""


class _Candidate(Struct, frozen=True, dict=True):
    """A sentence without its brackets, by its place in the text."""

    place: int
    whole: str
    room: int

    @cached_property
    def text(self) -> str:
        """The sentence without its asides, where it is too long. It has to be parsed for that, which takes time."""
        if len(self.whole) <= self.room or len(self.whole) > _FAR_TOO_LONG:
            return self.whole
        return _unless_broken(shortened(self.whole, self.room), self.whole)

    def is_personal(self) -> bool:
        return bool(_FIRST_PERSON.search(self.whole)) and _is_personal(self.text)

    def tells(self, title: str) -> bool:
        """Whether the title was made of it."""
        return shared(title, self.whole) >= _TELLS and shared(title, self.text) >= _TELLS


def _unless_broken(short: str, whole: str) -> str:
    """The shortened sentence; the whole one where there is none or it ends within a list."""
    start = short.rstrip(".")
    rest = whole.partition(start)[2] if start else ""
    loose = re.search(r"\b(?:and|or|but|the|a|of|to|with|which|that)\.?\Z", short)
    return whole if not short or loose or re.match(r",? (?:and|or)\b", rest) else short


def summary(paragraphs: tuple[Paragraph, ...], title: str, people: frozenset[str] = frozenset()) -> str:
    """One or two sentences, at most 240 characters, that add to the headline; else one longer; empty where none does.

    `people` are the last names of those whom the text names: only they are put for "he" and "she".
    """
    return next((made for room in (LONGEST, LONGEST_ALONE) if (made := _within(room, paragraphs, title, people))), "")


def _within(room: int, paragraphs: tuple[Paragraph, ...], title: str, people: frozenset[str]) -> str:
    found = list(_first_sentences(paragraphs, room))
    personal = sum(sentence.is_personal() for sentence in found) >= _PERSONAL and found[0].is_personal()
    lead = next((sentence.place for sentence in found if sentence.tells(title)), -1)
    untold = _rest_of_lead(found, lead, title, personal, room, _HALF)
    if len(stems(untold) - stems(title)) >= _UNTOLD:
        return untold
    for explaining in (False, True):
        if made := _chosen(found, lead, title, people, personal, room, explaining):
            return made
    return _rest_of_lead(found, lead, title, personal, room, _NEARLY)


def _chosen(
    found: list[_Candidate],
    lead: int,
    title: str,
    people: frozenset[str],
    personal: bool,
    room: int,
    explaining: bool,
) -> str:
    """The first sentences that add to the headline; those that explain what something is only where `explaining`."""
    chosen: list[str] = []
    last = lead
    for candidate in found:
        if lead >= 0 and not (explaining or chosen or personal) and _EXPLAINS.match(candidate.whole):
            continue
        if chosen and (candidate.place != last + 1 or len(" ".join(chosen)) + _SHORTEST >= LONGEST):
            break
        if candidate.place == lead and not personal:
            continue
        repeats = candidate.place == lead or shared(candidate.text, title) >= _REPEATS
        if not _fits(candidate.text, personal, room) or (
            repeats and not (personal and shared(candidate.text, title) < _SAME)
        ):
            continue
        if len(stems(candidate.text) - stems(title)) < _NEW_WORDS:
            continue
        told = next((sentence.text for sentence in found if sentence.place == last), title)
        passed = (one.whole for one in found if one.place < candidate.place and one.place not in (lead, last))
        if _is_unknown(candidate.text, title + told, " ".join(passed)):
            continue
        text = _standing_alone(candidate, last, told, title, people)
        if not text or len(text) > room or not _says_something(text):
            continue
        if chosen and len(" ".join((*chosen, text))) > LONGEST:
            break
        chosen.append(text)
        last = candidate.place
    return " ".join(chosen)


def _is_unknown(text: str, known: str, passed: str) -> bool:
    """Whether a sentence begins with a name that only a sentence which was passed over introduces: "Tiger is due"."""
    named = _NAMED.match(text)
    return named is not None and named["name"] not in known and bool(re.search(rf"[a-z] {named['name']}\b", passed))


def _first_sentences(paragraphs: tuple[Paragraph, ...], room: int) -> Iterator[_Candidate]:
    place = 0
    small = small_words(" ".join(paragraph.text for paragraph in paragraphs[:6]))
    for paragraph in paragraphs[:6]:
        for raw in (part for one in sentences(paragraph.text[:3000]) for part in _SITE.split(one)):
            sentence = without_false_capitals(raw, small)
            plain = " ".join(_BRACKETS.sub("", sentence).split())
            told = _TOLD.sub("", plain)
            text = in_print(told if told == plain else told[:1].upper() + told[1:])
            yield _Candidate(place, text, room)
            place += 1
            if place == _LOOKED_AT:
                return


def _standing_alone(candidate: _Candidate, last: int, told: str, title: str, people: frozenset[str]) -> str:
    """The sentence as it can stand behind the headline, a pronoun named; empty where it points to what is not told."""
    text, follows = candidate.text, candidate.place == last + 1
    if pronoun := _PERSON.match(text):
        names = dict.fromkeys(name.removesuffix("’s").removesuffix("'s") for name in _NAME.findall(told))
        name = next(iter(names), "")
        others = people & set(re.findall(r"\w+", told)) - {name.rsplit(" ", 1)[-1]}
        is_person = len(names) == 1 and name.split()[-1] in people and not others
        return name + text[pronoun.end() :] if follows and is_person else ""
    if _BUSINESS.search(title) and (work := _WORK.match(text)):
        return f"The {work[1]}"
    if _OPENED_BACK.match(text) and not (follows and shared(told, title) > _ABOUT):
        return ""
    if _POINTS_BACK.match(text):
        plain = text.startswith(("It ", "They ", "This ")) and not (_SPEAKS.match(text) and " say" not in title)
        return text if follows and plain and shared(told, title) > _ABOUT else ""
    if definite := _DEFINITE.match(text):
        words = {word[:5] for word in definite.groups() if word}
        known = stems(title) | (stems(told) & _UNDERSTOOD if follows else frozenset())
        return text if words & (known | _UNDERSTOOD) else ""
    return _introduced(text, told, title)


def _introduced(text: str, told: str, title: str) -> str:
    """The sentence with the full name for a last name that it begins with and the headline does not have."""
    first = text.split(" ", 1)[0].removesuffix("’s").removesuffix("'s").strip(",")
    if not first[:1].isupper() or first in title:
        return text
    full = next((name for name in _NAME.findall(told) if name.endswith(f" {first}")), "")
    return full + text[len(first) :] if full else text


def _rest_of_lead(found: list[_Candidate], lead: int, title: str, personal: bool, room: int, most: float) -> str:
    """The headline's own sentence, where the headline has less than that part of it."""
    for candidate in found:
        if candidate.place != lead:
            continue
        for text in dict.fromkeys((candidate.text, candidate.whole)):
            adds = shared(text, title) < most and len(stems(text) - stems(title)) >= _NEW_WORDS
            if adds and _fits(text, personal, room):
                return text
    return ""


def _says_something(text: str) -> bool:
    """Whether it is more than names: a caption's "The minister and Ada Berg" says nothing."""
    return len(_SMALL.findall(text)) >= _FEWEST_SMALL


_SMALL = re.compile(r"\b[a-z]+\b")
_FEWEST_SMALL = 3
"""Words in small letters that a sentence has."""


def _is_personal(text: str) -> bool:
    return bool(_FIRST_PERSON.search(without_quotations(text)))


def _fits(text: str, personal: bool, room: int) -> bool:
    return (
        _SHORTEST <= len(text) <= room
        and text.rstrip("\"”’')").endswith((".", "!", "…"))
        and not _MARKED.match(text)
        and not _DIRT.search(text)
        and not _CAPTION.search(text)
        and not text.startswith(("“", '"', "‘", "'", "("))
        and text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
        and (personal or not _is_personal(text))
    )
