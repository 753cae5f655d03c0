"""The form of wire copy all in capitals: it becomes sentence case, with the names that are known."""

import re
from functools import cache

from msgspec.structs import replace

from site_gen.extract.manuscript import Manuscript
from site_gen.extract.names.gazetteer import load_gazetteer
from site_gen.extract.names.vocabulary import ABBREVIATED_TITLES, SPEECH
from site_gen.extract.text import Paragraph
from site_gen.model.seed import Decision, Doubt
from site_gen.text.sentences import sentences

_LEAST_LETTERS = 100
_MOST = 0.9  # the part of letters that must be capitals
_SAMPLE = 24  # characters for a quick look
_WORD = re.compile(r"[^\W_](?:[\w.&’'/-]*[^\W_])?\.?")
_POSSESSIVE = re.compile(r"[’']S\Z")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?\Z")
_ROMAN = re.compile(r"(?:I{2,3}|I?V|VI{1,3}|I?X|XI{1,3})\Z")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,5}\Z")
_MONTH_NEAR = re.compile(r"(?:\d|\b(?:IN|OF|SINCE|LAST|NEXT|LATE|EARLY|MID|BY|UNTIL|EVERY))[ -]*\Z")
_NUMBER_AFTER = re.compile(r"\.? ?\d")
_ACRONYMS = frozenset(
    """
    NATO UN EU UK US USA USSR UAE UAV UAVS UAS USV UUV IAEA OSCE ICBM ICBMS AWACS USAF USMC USN RAF IDF ISIS ISIL HQ
    CEO CFO AI TV GPS ISR HIMARS ATACMS IRGC PLA UNSC POW POWS IED IEDS MOD DOD GDP AUKUS ASEAN OPEC OPCW
    CENTCOM EUCOM AFRICOM INDOPACOM NORAD DARPA NASA AFP AP UPI DPA ANI EFE ANSA CIA FBI NSA GRU FSB SBU MI5 MI6
    JCPOA INF UNICEF ICC ICJ UNHCR UNIFIL NGO NGOS MANPADS THAAD SEAD EW AEW ASW SAM ATGM FPV IFV APC MRAP
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_LOWER = frozenset(
    """
    MR MRS DR ST VS LTD HRS KM KG MPH RPM CM MM KPH FT LBS BN TN NM TH ND RD PM
    """.split()  # noqa: SIM905
)
_ACRONYMS_AND_WORDS = frozenset(
    ("PLAN", "WHO", "START", "AIM", "SAM", "ARM", "MAD", "ACE", "IT")
)  # acronyms that are also words
_CALENDAR = frozenset(
    """
    MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY JANUARY FEBRUARY APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER
    NOVEMBER DECEMBER CHRISTMAS EASTER RAMADAN
    """.split()  # noqa: SIM905
)
_MONTHS_AND_WORDS = frozenset(("MAY", "MARCH"))
_SHORT_MONTHS = frozenset(
    """
    JAN FEB MAR APR JUN JUL AUG SEPT SEP OCT NOV DEC MON TUES WED THURS FRI SAT
    """.split()  # noqa: SIM905
)
_COMMON_FIRST_NAMES = frozenset(
    """
    will may mark bill grant rose frank art sue guy faith hope grace dean drew pat rob ray lance chase chance hunter
    pierce miles june april august jack max bob sandy joy dawn wade ward reed page victor major christian royal king
    """.split()  # noqa: SIM905
)
_FUNCTION = frozenset(
    """
    THE A AN AND OR BUT OF IN ON AT TO BY FOR FROM WITH AS IS WAS WERE ARE BE HAS HAD HAVE WILL WOULD THAT WHO WHICH
    HIS HER ITS THEIR IT HE SHE THEY NOT ALSO AFTER BEFORE DURING INTO OVER UNDER SAYS
    """.split()  # noqa: SIM905
)


def take_capitals(manuscript: Manuscript) -> Manuscript:
    """Recognise a text in capitals and set it in sentence case; single lines in capitals stay as they are."""
    if not _is_in_capitals(manuscript.paragraphs):
        return manuscript
    paragraphs = tuple(replace(one, text=sentence_case(one.text)) for one in manuscript.paragraphs)
    given = manuscript.given
    title, summary = (sentence_case(text) if text.isupper() else text for text in (given.title, given.summary))
    taken = replace(
        manuscript,
        paragraphs=paragraphs,
        given=replace(given, title=title, summary=summary),
        notes=(*manuscript.notes, Decision("form", "capitals", "the whole text was set in capitals")),
    )
    return taken.with_doubt(Doubt("text", "set from capitals; names that are not known have small letters."))


def _is_in_capitals(paragraphs: tuple[Paragraph, ...]) -> bool:
    first = next((one.text for one in paragraphs if len(one.text) >= 20), "")
    if not (first[:_SAMPLE].isupper() or first[_SAMPLE : 2 * _SAMPLE].isupper()):
        return False
    text = " ".join(one.text for one in paragraphs)
    return sum(map(str.isalpha, text)) >= _LEAST_LETTERS and _capitals(text) >= _MOST


def _capitals(text: str) -> float:
    """The part of a text's letters that are capitals; 0 for a script without capitals."""
    large, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return large / (large + small) if large else 0.0


def sentence_case(text: str) -> str:
    """A text in capitals, in sentence case."""
    words = list(_WORD.finditer(text))
    made, at, end = [], 0, 0
    while at < len(words):
        taken, spelling = _spelled(text, words, at)
        made.append(text[end : words[at].start()] + spelling)
        at += taken
        end = words[at - 1].end()
    return _with_sentence_capitals(_PRESIDENT.sub("President", "".join(made) + text[end:]), text)


def _spelled(text: str, words: list[re.Match[str]], at: int) -> tuple[int, str]:
    """How many words from here on belong together, and how they are written."""
    if any(map(str.islower, words[at][0])):
        return 1, words[at][0]
    known = _known(text, words, at)
    if known is not None:
        return known
    person = _person(text, words, at)
    if person is not None:
        return person
    return 1, _word(words[at][0], text, words[at])


def _known(text: str, words: list[re.Match[str]], at: int) -> tuple[int, str] | None:
    """The longest known name that begins here."""
    for rest, spelling in _names().get(_bare(words[at][0]), ()):
        if at + len(rest) >= len(words) or any(
            _bare(words[at + step][0]) != word or text[words[at + step - 1].end() : words[at + step].start()] != " "
            for step, word in enumerate(rest, 1)
        ):
            continue
        last = words[at + len(rest)][0]
        return 1 + len(rest), spelling + _tail(last)
    return None


def _person(text: str, words: list[re.Match[str]], at: int) -> tuple[int, str] | None:
    """A name after an abbreviated title, or a given name and the surname after it."""
    word = words[at][0]
    titled = word.endswith(".") and word[:-1].capitalize() in ABBREVIATED_TITLES
    if not titled and (word.capitalize() not in load_gazetteer().first_names or word.lower() in _COMMON_FIRST_NAMES):
        return None
    taken, open_names = [word.capitalize()], 1
    for place in range(at + 1, min(at + 5, len(words))):
        following = words[place][0]
        stop = text[words[place - 1].end() : words[place].start()] != " "
        if stop or not open_names or not _is_name_like(following):
            break
        if place == at + 1 and titled and following.capitalize() in load_gazetteer().first_names:
            open_names += 1
        open_names -= not (len(following) == 2 and following[1] == ".")
        taken.append(following if len(following) == 2 and following[1] == "." else _name_case(following))
    return (len(taken), " ".join(taken)) if len(taken) > 1 else None


def _is_name_like(word: str) -> bool:
    bare = _POSSESSIVE.sub("", word)
    letters = bare.rstrip(".").replace("-", "").replace("'", "").replace("’", "")
    return letters.isalpha() and bare not in _FUNCTION and bare.lower() not in SPEECH


_IRISH = re.compile(r"\b(O['’]|Mc)([a-z])")
_PRESIDENT = re.compile(r"\bpresident(?= [A-Z])")


def _name_case(word: str) -> str:
    tail = _tail(word)
    core = word[: len(word) - len(tail)]
    cased = "-".join(part.capitalize() for part in core.split("-"))
    return _IRISH.sub(lambda match: match[1] + match[2].upper(), cased) + tail


def _word(word: str, text: str, match: re.Match[str]) -> str:
    """A single word in sentence case."""
    tail = _tail(word)
    core = word[: len(word) - len(tail)]
    if "-" in core and not any(map(str.isdigit, core)):
        return "-".join(_part(part) for part in core.split("-")) + tail
    bare = core.rstrip(".")
    if bare in _MONTHS_AND_WORDS:
        near = _MONTH_NEAR.search(text, max(0, match.start() - 12), match.start())
        return core.capitalize() + tail if near or _NUMBER_AFTER.match(text, match.end()) else core.lower() + tail
    return _part(core) + tail


def _part(core: str) -> str:
    bare = core.rstrip(".")
    if bare in _CALENDAR or (bare in _SHORT_MONTHS and core.endswith(".")):
        return core.capitalize()
    if core == "I" or bare in _ACRONYMS or any(map(str.isdigit, core)) or "&" in core:
        return core if not re.fullmatch(r"\d+(?:ST|ND|RD|TH|S|KM|KG|MM|CM|M)", core) else core.lower()
    if (len(bare) > 1 and _DOTTED.match(core)) or (len(core) == 2 and core[1] == "." and core != "A."):
        return core
    if _ROMAN.match(core) or (_NO_VOWEL.match(bare) and bare not in _LOWER):
        return core
    names = _names().get(bare.casefold(), ())
    alone = next((spelling for rest, spelling in names if not rest), "")
    if core[:2] in ("O'", "O’") or (core.startswith("MC") and len(core) > 4):
        return _name_case(core)
    return alone + core[len(bare) :] if alone else core.lower()


def _tail(word: str) -> str:
    """The possessive at a word's end, in lower case."""
    found = _POSSESSIVE.search(word)
    return found[0].lower() if found else ""


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word).casefold()


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The known names by their first word, all in lower case, the longest first, each with its spelling."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for first, forms in load_gazetteer().forms.items():
        for form in forms:
            words = (first, *form.rest)
            if len(words) == 1 and (form.use == "doubtful" or first in _ACRONYMS_AND_WORDS):
                continue
            if all(_WORD.fullmatch(word) for word in words):
                rest = tuple(word.casefold() for word in form.rest)
                names.setdefault(first.casefold(), []).append((rest, " ".join(words)))
    return {first: tuple(sorted(found, key=_longest_first)) for first, found in names.items()}


def _longest_first(name: tuple[tuple[str, ...], str]) -> tuple[int, str]:
    return -len(name[0]), name[1]


def _with_sentence_capitals(made: str, text: str) -> str:
    """The text with a capital at the beginning of each sentence; only of the first where lengths differ."""
    if len(made) != len(text):
        return made[:1].upper() + made[1:]
    characters, at = list(made), 0
    for sentence in sentences(text):
        at = text.find(sentence, at)
        first = next((place for place in range(at, at + len(sentence)) if text[place].isalnum()), -1)
        if first >= 0:
            characters[first] = characters[first].upper()
        at += len(sentence)
    return "".join(characters)
