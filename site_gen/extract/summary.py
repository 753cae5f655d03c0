"""Chooses a summary: one or two sentences of a text that add to its headline; none rather than a bad one."""

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
"""Most characters of a summary, and of one that is a single sentence where no shorter one fits."""
_FAR_TOO_LONG = 420
_SHORTEST = 40
_LOOKED_AT = 8
"""Sentences from the beginning that are considered; later ones are details."""
_REPEATS = 0.62
"""The part of a sentence's words in the headline from which it only repeats that."""
_SAME = 0.8
"""The same for a personal text, whose first sentence gives its subject."""
_NEARLY = 0.78
"""The same where no other sentence fits."""
_HALF = 0.44
"""The part of its own sentence below which a headline leaves out too much, so that the summary gives the sentence."""
_IS_SOURCE = 0.7
"""The part of the headline's words from which a sentence is its source."""
_LEFT_OUT = 8
"""Content words that the headline must leave out of its own sentence, for that to be the summary."""
_ABOUT = 0.4
"""The part of the headline's words from which the previous sentence is about the same."""
_NEW_WORDS = 4
"""Content words that a summary must add to the headline."""
_PERSONAL = 2
"""First sentences in the first person that make a text personal: its summary may be in the first person too."""
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
"""A pronoun after an opening phrase: "Last week, it sued"."""
_NAMED = re.compile(r"(?P<name>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?) (?:is|was|were|are|has|had|will|would|also|said|says)\b")
"""A one-word name that begins a sentence."""
_SPEAKS = re.compile(r"(?:It|They|This) (?:also )?(?:said|added|told|noted)\b")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|(?<!War )(?<!Phase )(?<!Part )I|[Yy]ou|[Yy]our|us|my|me)\b")
_MARKED = re.compile(r"[*#>|_=\-•,;:)]|\d+[.)]\s|(?:[QA]|Answer|Question)\s?[:.]|[A-Z][A-Z ]{3,}:")
_DIRT = re.compile(
    r"\bin this regard\b|^Reuters has not|^Attribution is\b|^To clarify\b|opinions expressed|,,|\band and\b"
    r"|https?://|www\.|@\w|©|\bSOURCE\b|[{}<>|]|[a-z.][\'’][A-Z][a-z]|[a-z]{3}[A-Z][a-z]{3}|[Rr]elated [Aa]rticle"
    r"|/(?:AP|AFP|Getty|Reuters)\b|\(?(?:Photo|Image|Picture)\b(?: by|:)"
)
_PASSED_ON = re.compile(
    r"^[\w.-]+\.(?:org|com|net) has (?:been told|learn(?:ed|t))(?: (?:by|at|from) [^,.]{3,60}?)? that (?=[A-Za-z])"
)
"""A site that passes on a report: "vellnews.org has learned that"."""
_SITE = re.compile(r"(?<=[a-z\d)]\.) (?=[a-z]+\.(?:org|com|net) (?:has|was)\b)")
"""Where a sentence begins with the name of a site, and so with a small letter."""
_CAPTION = re.compile(
    r"\b(?:is|are) seen\b|\bin this (?:file |undated )?(?:photo|picture|image|handout)\b"
    r"|\b[A-Z][a-z]+ \d{1,2}, (?:19|20)\d\d\W*\Z"
    r"|\b\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d\W*\Z|\bspeak(?:s|ing) (?:at|during)\b[^,]*\.\Z"
)
"""Phrases of picture captions."""
_WORK = re.compile(
    r"(?:It|They) said (?:that )?the "
    r"((?:work|contract|memorandum|agreement|order|deal|purchase|acquisition|funds|company)\b(?! would).*)\Z"
)
"""What a customer says of a contract whose headline does not name the customer."""
_BUSINESS = re.compile(r" (?:awarded|signs?|receives?|wins?|acquires?|buys?) ")
_EXPLAINS = re.compile(
    r"(?:The |An? )?(?:[\w’'-]+ ){1,7}?"
    r"(?:(?:is|are|was|were) (?:an?|the|one of|designed|based|located|known|named|part of)"
    r"|(?:has|have) been (?:in service|part of|known)|consists? of|comprises?)\b"
)
"""How a sentence begins that explains what something is: background, which is a second choice."""
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
"""Nouns that may follow "the" in a summary, since a reader of the headline knows what is meant."""


class _Candidate(Struct, frozen=True, dict=True):
    """A sentence without its brackets, and its place in the text; `longest` is in characters."""

    place: int
    whole: str
    longest: int

    @cached_property
    def text(self) -> str:
        """The sentence, shortened where it is too long; that is slow, since it needs parsing."""
        if len(self.whole) <= self.longest or len(self.whole) > _FAR_TOO_LONG:
            return self.whole
        return _unless_broken(shortened(self.whole, self.longest), self.whole)

    def is_personal(self) -> bool:
        return bool(_FIRST_PERSON.search(self.whole)) and _is_personal(self.text)

    def is_source(self, title: str) -> bool:
        """Whether the title was made from it."""
        return shared(title, self.whole) >= _IS_SOURCE and shared(title, self.text) >= _IS_SOURCE


def _unless_broken(short: str, whole: str) -> str:
    """The shortened sentence; the whole one where that is empty or ends within a list."""
    start = short.rstrip(".")
    rest = whole.partition(start)[2] if start else ""
    loose = re.search(r"\b(?:and|or|but|the|a|of|to|with|which|that)\.?\Z", short)
    return whole if not short or loose or re.match(r",? (?:and|or)\b", rest) else short


def summary(paragraphs: tuple[Paragraph, ...], title: str, people: frozenset[str] = frozenset()) -> str:
    """One or two sentences of at most 240 characters that add to the headline; else a longer one; else empty.

    `people` are the last names of the people in the text: only these replace "he" and "she".
    """
    return next(
        (text for longest in (LONGEST, LONGEST_ALONE) if (text := _within(longest, paragraphs, title, people))), ""
    )


def _within(longest: int, paragraphs: tuple[Paragraph, ...], title: str, people: frozenset[str]) -> str:
    candidates = list(_first_sentences(paragraphs, longest))
    personal = sum(sentence.is_personal() for sentence in candidates) >= _PERSONAL and candidates[0].is_personal()
    lead = next((sentence.place for sentence in candidates if sentence.is_source(title)), -1)
    left_out = _rest_of_lead(candidates, lead, title, personal, longest, _HALF)
    if len(stems(left_out) - stems(title)) >= _LEFT_OUT:
        return left_out
    for explaining in (False, True):
        if text := _chosen(candidates, lead, title, people, personal, longest, explaining):
            return text
    return _rest_of_lead(candidates, lead, title, personal, longest, _NEARLY)


def _chosen(
    candidates: list[_Candidate],
    lead: int,
    title: str,
    people: frozenset[str],
    personal: bool,
    longest: int,
    explaining: bool,
) -> str:
    """The first sentences that add to the headline; those that only explain something where `explaining`."""
    chosen: list[str] = []
    last = lead
    for candidate in candidates:
        if lead >= 0 and not (explaining or chosen or personal) and _EXPLAINS.match(candidate.whole):
            continue
        if chosen and (candidate.place != last + 1 or len(" ".join(chosen)) + _SHORTEST >= LONGEST):
            break
        if candidate.place == lead and not personal:
            continue
        repeats = candidate.place == lead or shared(candidate.text, title) >= _REPEATS
        if not _fits(candidate.text, personal, longest) or (
            repeats and not (personal and shared(candidate.text, title) < _SAME)
        ):
            continue
        if len(stems(candidate.text) - stems(title)) < _NEW_WORDS:
            continue
        previous = next((sentence.text for sentence in candidates if sentence.place == last), title)
        skipped = (one.whole for one in candidates if one.place < candidate.place and one.place not in (lead, last))
        if _is_unknown(candidate.text, title + previous, " ".join(skipped)):
            continue
        text = _resolved(candidate, last, previous, title, people)
        if not text or len(text) > longest or not _says_something(text):
            continue
        if chosen and len(" ".join((*chosen, text))) > LONGEST:
            break
        chosen.append(text)
        last = candidate.place
    return " ".join(chosen)


def _is_unknown(text: str, context: str, skipped: str) -> bool:
    """Whether a sentence begins with a name that only a skipped sentence introduces: "Tiger is due"."""
    named = _NAMED.match(text)
    return named is not None and named["name"] not in context and bool(re.search(rf"[a-z] {named['name']}\b", skipped))


def _first_sentences(paragraphs: tuple[Paragraph, ...], longest: int) -> Iterator[_Candidate]:
    place = 0
    small = small_words(" ".join(paragraph.text for paragraph in paragraphs[:6]))
    for paragraph in paragraphs[:6]:
        for raw in (part for one in sentences(paragraph.text[:3000]) for part in _SITE.split(one)):
            sentence = without_false_capitals(raw, small)
            plain = " ".join(_BRACKETS.sub("", sentence).split())
            direct = _PASSED_ON.sub("", plain)
            text = in_print(direct if direct == plain else direct[:1].upper() + direct[1:])
            yield _Candidate(place, text, longest)
            place += 1
            if place == _LOOKED_AT:
                return


def _resolved(candidate: _Candidate, last: int, previous: str, title: str, people: frozenset[str]) -> str:
    """The sentence with its pronoun resolved; empty where it refers to something that the summary does not contain."""
    text, follows = candidate.text, candidate.place == last + 1
    if pronoun := _PERSON.match(text):
        names = dict.fromkeys(name.removesuffix("’s").removesuffix("'s") for name in _NAME.findall(previous))
        name = next(iter(names), "")
        others = people & set(re.findall(r"\w+", previous)) - {name.rsplit(" ", 1)[-1]}
        is_person = len(names) == 1 and name.split()[-1] in people and not others
        return name + text[pronoun.end() :] if follows and is_person else ""
    if _BUSINESS.search(title) and (work := _WORK.match(text)):
        return f"The {work[1]}"
    if _OPENED_BACK.match(text) and not (follows and shared(previous, title) > _ABOUT):
        return ""
    if _POINTS_BACK.match(text):
        plain = text.startswith(("It ", "They ", "This ")) and not (_SPEAKS.match(text) and " say" not in title)
        return text if follows and plain and shared(previous, title) > _ABOUT else ""
    if definite := _DEFINITE.match(text):
        words = {word[:5] for word in definite.groups() if word}
        known_words = stems(title) | (stems(previous) & _UNDERSTOOD if follows else frozenset())
        return text if words & (known_words | _UNDERSTOOD) else ""
    return _introduced(text, previous, title)


def _introduced(text: str, previous: str, title: str) -> str:
    """The sentence with the full name in place of a last name that begins it, unless the headline has that name."""
    first = text.split(" ", 1)[0].removesuffix("’s").removesuffix("'s").strip(",")
    if not first[:1].isupper() or first in title:
        return text
    full = next((name for name in _NAME.findall(previous) if name.endswith(f" {first}")), "")
    return full + text[len(first) :] if full else text


def _rest_of_lead(
    candidates: list[_Candidate], lead: int, title: str, personal: bool, longest: int, most: float
) -> str:
    """The headline's own sentence, where the headline has less than the part `most` of it."""
    for candidate in candidates:
        if candidate.place != lead:
            continue
        for text in dict.fromkeys((candidate.text, candidate.whole)):
            adds = shared(text, title) < most and len(stems(text) - stems(title)) >= _NEW_WORDS
            if adds and _fits(text, personal, longest):
                return text
    return ""


def _says_something(text: str) -> bool:
    """Whether a sentence is more than names, unlike a caption's "The minister and Ada Berg"."""
    return len(_SMALL.findall(text)) >= _FEWEST_SMALL


_SMALL = re.compile(r"\b[a-z]+\b")
_FEWEST_SMALL = 3
"""Words in lower case that a sentence must have."""


def _is_personal(text: str) -> bool:
    return bool(_FIRST_PERSON.search(without_quotations(text)))


def _fits(text: str, personal: bool, longest: int) -> bool:
    return (
        _SHORTEST <= len(text) <= longest
        and text.rstrip("\"”’')").endswith((".", "!", "…"))
        and not _MARKED.match(text)
        and not _DIRT.search(text)
        and not _CAPTION.search(text)
        and not text.startswith(("“", '"', "‘", "'", "("))
        and text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
        and (personal or not _is_personal(text))
    )
