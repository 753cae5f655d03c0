"""The slug of a post, made from its title."""

import re
from functools import lru_cache

from site_gen.text.extras import how_to_install
from site_gen.text.slug import ascii_words, cut_at_word
from site_gen.text.transliteration import transliterated
from site_gen.text.transliteration.readings import missing_extra, with_readings

LONGEST = 60
"""Characters; a longer slug is cut where a phrase ends."""

# A shortened slug keeps at least this many characters, if a phrase ends there.
_SHORTEST = 24
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`", "'"))
_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b[A-Z]\.[A-Z]\b")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?=\s|$)", re.I)
_CONTRACTION = re.compile(r"\b(it|that|he|she|there|what|who|where|here|let|how)'s\b", re.I)
# "doesn't", "O'Brien", "N'Djamena"; but the French article of "d'Ivoire" keeps its hyphen.
_INNER = re.compile(r"(?<=\w)'(?=\w)")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_ELISION = re.compile(r"\b([dlsj]|qu)'(?=[^\W\d_]{3})")
# Words that do not end a phrase: articles, prepositions, conjunctions, auxiliaries and the like.
_LOOSE_WORDS = """
    a an the of to in on at by for from with without and or nor as but its their his her our your my this that these
    those over into onto amid among after before under against between during following despite while when where who
    whom whose which what how why because if unless until than since through across near toward towards upon about via
    per within outside inside along around is are was were be been being am has have had do does did will would can
    could may might must should shall not no more most very so such some any each every both either another other new
    first us-led including
"""
_LOOSE = frozenset(_LOOSE_WORDS.split())
# Words that begin a phrase, so that one ends before them. "of" and "to" bind more closely and are second choice.
_OPENER_WORDS = """
    in on at by for from with without as over into onto amid among after before under against during following
    despite while when where who whom which that because if unless until since through across near toward towards
    upon about via within outside along around including and but or says say
"""
_OPENERS = frozenset(_OPENER_WORDS.split())
_CLOSE_OPENERS = frozenset(("of", "to"))
# An end before "of" or "to" is preferred only where it keeps this many characters more.
_CLOSE_COST = 12
_NEVER_LAST = frozenset(("a", "an", "the", "of", "and", "or", "amid", "its", "their", "his", "her"))


def post_slug(title: str, stem: str, language: str = "", longest: int = LONGEST) -> str:
    """The slug of a title; of the seed's file name where the title has no words; else "post".

    "U.S." is `us`, a possessive is dropped ("Ruritania's" is `ruritania`), and a long title is cut after a phrase.
    `language` is that of the title.
    """
    for text in (title, stem):
        words = _words(text if text.isascii() else _in_latin(text, language))
        slugs = [_slug(word) for word in words]
        if any(slugs):
            end = _end(words, slugs, longest)
            return cut_at_word("-".join(slug for slug in slugs[:end] if slug), longest)
    return "post"


def slug_doubt(title: str, language: str) -> str:
    """Why the slug of a title is not as its language reads it, worded for the editor; empty where it is."""
    extra = missing_extra(title, language)
    if not extra:
        return ""
    return (
        "its characters are spelled one by one, by their commonest sound in Chinese; "
        f"write another before it is published, or read words: {how_to_install(extra)}"
    )


def _in_latin(text: str, language: str) -> str:
    """A text whose words can be split: the letters of all of it show its language, and not all scripts have spaces."""
    return _HAN.sub(r" \g<0> ", transliterated(with_readings(text, language), language))


def _words(text: str) -> list[str]:
    text = text.translate(_APOSTROPHES)
    text = _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), text)
    text = _ELISION.sub(r"\1-", _CONTRACTION.sub(r"\1s", text))
    return _INNER.sub("", _POSSESSIVE.sub("", text)).split()


@lru_cache(maxsize=4096)
def _slug(word: str) -> str:
    return ascii_words(word)


def _end(words: list[str], slugs: list[str], longest: int) -> int:
    """How many of the words to keep: the longest run that fits and ends with a phrase, where there is one."""
    end = _fitting(slugs, longest)
    if end == len(words):
        return _trimmed(slugs, end, _NEVER_LAST)
    fewest = max(_fitting(slugs, _SHORTEST), 1)
    best, at_best = 0, 0
    for at in range(fewest + 1, end + 1):
        score = _length(slugs[:at]) - _phrase_cost(words, slugs, at)
        if score > best:
            best, at_best = score, at
    return at_best or _trimmed(slugs, _outside_name(words, end), _LOOSE)


def _length(slugs: list[str]) -> int:
    return sum(map(len, slugs)) + len(slugs)


def _fitting(slugs: list[str], longest: int) -> int:
    """How many of the first words fit; at least one."""
    length = -1
    for at, slug in enumerate(slugs):
        length += len(slug) + 1 if slug else 0
        if length > longest:
            return max(at, 1)
    return len(slugs)


def _phrase_cost(words: list[str], slugs: list[str], at: int) -> int:
    """The penalty in characters: 0 where a phrase ends before `at`, some where it may, else more than any slug has."""
    if slugs[at - 1] in _LOOSE or not slugs[at - 1]:
        return 1000
    if slugs[at] in _OPENERS or words[at - 1][-1] in ",;:" or not slugs[at]:
        return 0
    return _CLOSE_COST if slugs[at] in _CLOSE_OPENERS else 1000


def _outside_name(words: list[str], end: int) -> int:
    """The end, moved before a name that it would split; a title in title case shows no names."""
    if sum(word[0].isupper() for word in words) > 0.7 * len(words):
        return end
    at = end
    while at > 2 and words[at][0].isupper() and words[at - 1][0].isupper():
        at -= 1
    return at if at > 2 else end


def _trimmed(slugs: list[str], end: int, loose: frozenset[str]) -> int:
    at = end
    while at > 1 and (not slugs[at - 1] or slugs[at - 1] in loose):
        at -= 1
    return at if sum(map(bool, slugs[:at])) > 1 else end
