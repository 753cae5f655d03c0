"""Parsing of i18n/xx.yaml, the strings of the interface that a site or a theme says itself.

`Archive: Усі новини`; with plural forms `"%(num)s story": {one: ..., few: ..., many: ...}`.
"""

import re
from collections.abc import Mapping
from datetime import UTC
from typing import Any

from site_gen.model.language import Phrase, Phrases
from site_gen.model.problem import Result
from site_gen.parsing.document import Reading
from site_gen.parsing.front_matter import decode
from site_gen.parsing.schema import read_yaml
from site_gen.text.did_you_mean import did_you_mean
from site_gen.text.language.catalog import known_messages, places
from site_gen.text.language.facts import ENGLISH_FACTS, facts_of

FOLDER = "i18n"
_PLACE_LIKE = re.compile(r"%\([^)]*\)?.?")


def read_phrases(path: str, data: bytes, language: str) -> Result[Phrases]:
    """The strings of a file."""
    text = decode(path, data)
    if text.value is None:
        return Result(None, text.problems)
    reading = Reading(path, text.value, UTC)
    written: dict[str, Any] = read_yaml(dict[str, Any], reading) or {}
    phrases = tuple(_phrase(key, value, language, reading) for key, value in written.items())
    return Result(None if reading.problems else Phrases(language, phrases, path), tuple(reading.problems))


def suggested_string(key: str) -> str:
    """What to write instead of a string that the program does not have."""
    if close := did_you_mean(key, known_messages(), ""):
        return close
    near = next((one for one in known_messages() if len(key) > 3 and key.casefold() in one.casefold()), "")
    return f"Did you mean '{near}'?" if near else "All strings are listed in docs/reference/strings.md."


def _phrase(key: str, value: Any, language: str, reading: Reading) -> Phrase:
    """One string; what is wrong with it is reported."""
    if isinstance(value, str) and value.strip():
        _check_places(key, (key,), value, reading)
        return Phrase(key, (("", value),))
    if not isinstance(value, Mapping):
        what = "Expected the string in this language."
        reading.report_value((key,), what, "Write it after the colon, in quotes if it begins with % or contains ': '.")
        return Phrase(key, ())
    forms = (facts_of(language) or ENGLISH_FACTS).plurals
    if known_messages().get(key) is False:
        reading.report_value((key,), f"'{key}' has no plural forms.", "Write its one text after the colon.")
    for category, form in value.items():
        if category not in forms:
            hint = f"The forms of '{language}' are {', '.join(forms)}."
            reading.report_key((key, category), f"'{category}' is no plural form of '{language}'.", hint)
        elif not isinstance(form, str) or not form.strip():
            reading.report_value((key, category), "Expected the string in this form.", "Write it after the colon.")
        else:
            _check_places(key, (key, category), form, reading)
    if missing := [form for form in forms if form not in value]:
        hint = "Write all of them, or one text for every number."
        reading.report_key((key,), f"The plural form '{missing[0]}' of '{key}' is missing.", hint)
    return Phrase(key, tuple((name, str(form)) for name, form in value.items()))


def _check_places(key: str, keys: tuple[str, ...], text: str, reading: Reading) -> None:
    """Report places in a text that are not filled in, since the English string does not have them."""
    known = places(key) | ({"num"} if known_messages().get(key) else set())
    for found in _PLACE_LIKE.findall(text):
        name = found[2:].partition(")")[0]
        if found.endswith(")s") and (name in known or key not in known_messages()):
            continue
        have = ", ".join(f"%({one})s" for one in sorted(known))
        hint = f"There is {have} to be filled in here." if have else "Nothing is filled in here."
        reading.report_value(keys, f"'{found}' means nothing in this string.", hint, found)


def spoken_tag(name: str) -> str:
    """The language of a file's name: `uk` of `uk.yaml`; "" for files of another kind."""
    stem, dot, kind = name.rpartition(".")
    return stem if dot and kind == "yaml" else ""
