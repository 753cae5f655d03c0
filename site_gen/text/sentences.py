"""Sentence splitting for English news prose: ranks, initials, "U.S.", decimals and quotations are not split."""

import re
from bisect import bisect_left
from functools import lru_cache

# A possible end: stops, then closing marks, then space. A stop within a word or number ("3.5", "gsa.gov") is none.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[)\]\"”’']*+(?=\s)")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'—–/]*\Z")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\Z|[A-Z]\Z")
_NEXT = re.compile(r"\s+([(\[\"“‘']*)(\S+)")
_MARK = re.compile(r"[\"“”]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never the end of a sentence: a name or a number follows.
_BEFORE_A_NAME = _words(
    """
    gen lt col maj capt cmdr cdr adm rear vice sgt cpl pfc pvt spc brig cmd ens msgt tsgt ssgt smsgt cmsgt
    amn mr mrs ms dr prof rep reps sen sens gov pres rev hon fr st mt ft messrs sir supt det insp amb atty
    asst dep dir min sec maj.gen lt.gen lt.col brig.gen vs v no nos art fig vol pp op e.g i.e cf al-h u.s.s
    h.m.s ltjg sr.lt
    """
)
# An end only when what follows begins like a sentence.
_MAYBE_LAST = _words(
    """
    inc corp co ltd plc cos bros jr sr esq etc al dept est approx ave blvd rd jan feb mar apr jun jul aug
    sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga
    ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo
    a.m p.m am pm ph.d d.c u.s u.k u.n e.u d.phil n.y n.j n.c s.c n.d s.d n.h n.m r.i w.va b.c a.d ret res
    mil nat natl intl gmt sq ft.lb km kg mm cm mph
    """
)
_BEGINNERS = _words(
    """
    a an the this that these those he she it they we i you his her its their our my your there here in on at
    by for from with without after before since during when while as if although though but and so yet
    however meanwhile also earlier later under over both each all some many most several few no not one two
    three another other such what who how why where which asked to then now today last next according among
    despite because until once only even still
    """
)

_FIRMS = _words("inc corp co ltd plc cos bros")
_OPENERS = _words("the a an this these he she it they we i in on his her its their there however meanwhile but")


@lru_cache(maxsize=256)  # headline, summary and names split the same paragraphs
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of one paragraph, in order, stripped; joined by a space they are the paragraph again."""
    spans = _quotations(text)
    starts = [begin for begin, _ in spans]
    found: list[str] = []
    begin = 0
    for stop in _STOP.finditer(text):
        if _within(stop.end(), spans, starts) or not _ends(text, stop):
            continue
        found.append(text[begin : stop.end()].strip())
        begin = stop.end()
    rest = text[begin:].strip()
    return (*found, rest) if rest else tuple(found)


def _ends(text: str, stop: re.Match[str]) -> bool:
    following = _NEXT.match(text, stop.end())
    if following is None:
        return True
    opening, word = following.groups()
    if word[0].islower():
        return False
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    last = _last_word(text, stop.start())
    if not last:
        return True
    if opening == "(" and last.lower() in _FIRMS:
        return False  # "Holm Inc. (OSE: HOLM) is"
    plain = word.strip(".,;:!?\"”’')").lower()
    begins = bool(opening) or plain.split("’")[0].split("'")[0] in _BEGINNERS
    low = last.lower()
    if low in _BEFORE_A_NAME:
        return False
    if _DOTTED.match(last):
        # An initial ("J. Stephens"), or "U.S."; wires write "the U.S. And", so only a word that opens sentences splits.
        return len(last) > 1 and (bool(opening) or plain in _OPENERS)
    return low not in _MAYBE_LAST or (begins and not word[0].isdigit())


def _last_word(text: str, end: int) -> str:
    found = _LAST_WORD.search(text, max(0, end - 24), end)
    return found.group() if found else ""


def _quotations(text: str) -> list[tuple[int, int]]:
    """Spans within double quotes. A quote that is not closed within 600 characters opens nothing."""
    spans: list[tuple[int, int]] = []
    opened = -1
    for mark in _MARK.finditer(text):
        here = mark.start()
        if opened >= 0 and mark.group() != "“":
            if here - opened <= 600:
                spans.append((opened, here + 1))
            opened = -1
        elif mark.group() != "”":
            opened = here
    return spans


def _within(place: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    before = bisect_left(starts, place) - 1
    return before >= 0 and place < spans[before][1]


_QUOTATION = re.compile(r"[\"“][^\"”]*[\"”]")


def without_quotations(text: str) -> str:
    """A text without what is quoted in double quotation marks."""
    return _QUOTATION.sub("", text)
