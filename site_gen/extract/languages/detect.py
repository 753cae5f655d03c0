"""The language of a text: by its script, its frequent words, and the model of the extra `languages`.

A text in plain English needs no model. Where it is too short, or nothing is sure, its language is the site's.
"""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from site_gen.extract.boilerplate.rule import words
from site_gen.extract.languages import model
from site_gen.extract.languages.read import language_called, languages
from site_gen.extract.languages.scripts import letters_in, possible, script_of

_READ = 4000
"""Characters that are read."""
_BEGINNING = 1000
"""Characters that are enough to tell plain English, which is nearly all that an English site gets."""
_FEWEST_LETTERS = 60
"""In a shorter text nothing is sure."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")
_ENGLISH_WORDS = words("the of and to that is was for on with by as at from has have it be are an said")
_ENGLISH_SHARE = 1 / 7
"""The part of a text's words from which on frequent English ones make it English."""
_PERHAPS_SHARE = 1 / 14
_OTHER_SHARE = 1 / 12
_AHEAD = 1.6
"""How many times as many frequent words a guessed language must have as the next."""
_SURE, _MARGIN = 0.5, 0.25
"""The least probability of a language, and how far it must be ahead of the next."""

How = Literal["words", "script", "model", "site", "unsure"]


class Detected(Struct, frozen=True):
    """The language of a text, how it was told, why as a phrase, and whether the extra would tell it better."""

    code: str
    how: How
    why: str = ""
    needs_extra: bool = False


def detect(text: str, site: str) -> Detected:
    """The language of a text on a site in the language `site` (a tag like `en` or `pt-BR`)."""
    own = site.lower().split("-")[0] or "en"
    if _share(text[:_BEGINNING].lower().split(), _ENGLISH_WORDS) >= _ENGLISH_SHARE:
        return Detected("en", "words", "its frequent words are English")
    text = _ADDRESS.sub(" ", text[:_READ]).replace("\n", " ")
    tokens = [word.lower() for word in _WORD.findall(text)]
    script, share = script_of(text)
    if _share(tokens, _ENGLISH_WORDS) >= _ENGLISH_SHARE:
        return Detected("en", "words", "its frequent words are English")
    if letters_in(text) < _FEWEST_LETTERS:
        return _short(text, own, script)
    candidates = possible(text, script)
    if len(candidates) == 1 and share > _SURE:
        return Detected(candidates[0], "script", f"its letters are those of {name_of(candidates[0])}")
    return _by_model(text, candidates, own) if model.is_installed() else _by_words(tokens, candidates, own)


def _short(text: str, own: str, script: str) -> Detected:
    """A text of few letters: the site's language, unless its script is another."""
    candidates = possible(text, script)
    if candidates and own not in candidates:
        if len(candidates) == 1:
            return Detected(candidates[0], "script", f"its letters are those of {name_of(candidates[0])}")
        return Detected(own, "unsure", "it is too short to tell its language; this is the site's")
    return Detected(own, "site", "it is too short to tell its language; this is the site's")


def _by_model(text: str, candidates: tuple[str, ...], own: str) -> Detected:
    """The most probable of the languages that script and letters leave."""
    found = {code: score for code, score in model.scores(text).items() if code in candidates}
    total = sum(found.values())
    ranked = sorted(found.items(), key=lambda one: (-one[1], one[0]))
    if not ranked:
        return Detected(own, "unsure", "nothing tells its language; this is the site's")
    (best, score), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0.0
    if score / total >= _SURE and (score - second) / total >= _MARGIN:
        return Detected(best, "model", f"its words and letters are those of {name_of(best)}")
    names = " or ".join(name_of(code) for code, _ in ranked[:2])
    return Detected(own, "unsure", f"it may be in {names}; the site's language is taken")


def _by_words(tokens: list[str], candidates: tuple[str, ...], own: str) -> Detected:
    """The language whose frequent words are by far the most, without the extra."""
    shares = {code: _share(tokens, _frequent(code)) for code in candidates if code in languages()}
    shares["en"] = _share(tokens, _ENGLISH_WORDS) if "en" in candidates else 0.0
    ranked = sorted(shares.items(), key=lambda one: (-one[1], one[0]))
    (best, most), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0.0
    if best != "en" and most >= _OTHER_SHARE and most >= _AHEAD * second:
        return Detected(best, "words", f"its frequent words are those of {name_of(best)}", needs_extra=True)
    if own in candidates and (own == "en" and shares["en"] >= _PERHAPS_SHARE):
        return Detected(own, "words", "its frequent words are those of the site's language")
    foreign = own not in candidates or (own == "en" and most > shares["en"])
    return Detected(own, "unsure" if foreign else "site", "nothing tells its language; this is the site's", foreign)


def _share(tokens: list[str], frequent: frozenset[str]) -> float:
    return sum(map(frequent.__contains__, tokens)) / len(tokens) if tokens else 0.0


@cache
def _frequent(code: str) -> frozenset[str]:
    table = language_called(code).table
    return frozenset(table.frequent) if table is not None else _ENGLISH_WORDS


def name_of(code: str) -> str:
    """A language's name in English, or its code where it has no file."""
    if code == "en":
        return "English"
    table = language_called(code).table
    return table.name if table is not None and code in languages() else code
