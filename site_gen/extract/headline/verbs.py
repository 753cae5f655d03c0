"""The forms of verbs that are common in news, from `verbs.txt`."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct

Form = Literal["base", "present", "past", "participle", "ing"]

_VOWELS = "aeiou"


class Verb(Struct, frozen=True):
    """The forms of one verb."""

    base: str
    present: str
    past: str
    participle: str
    ing: str


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[Form, Verb]]:
    text = files(__package__).joinpath("verbs.txt").read_text(encoding="utf-8")
    verbs = [_verb(entry) for line in text.splitlines() if not line.startswith("#") for entry in line.split()]
    table: dict[str, dict[Form, Verb]] = {}
    for verb in sorted(verbs, key=lambda verb: (not _irregular(verb), verb.base)):
        forms: tuple[tuple[Form, str], ...] = (
            ("base", verb.base),
            ("present", verb.present),
            ("past", verb.past),
            ("participle", verb.participle),
            ("ing", verb.ing),
        )
        for form, word in forms:
            table.setdefault(word, {}).setdefault(form, verb)
    return table


def verb_of(word: str, form: Form) -> Verb | None:
    """The verb of which a lower-case word is this form, from the list, else by rule; None where neither gives one."""
    forms = _table().get(word)
    if forms and form in forms:
        return forms[form]
    prefix = next((prefix for prefix in _PREFIXES if word.startswith(prefix)), "")
    if prefix and (stem := _table().get(word[len(prefix) :], {}).get(form)):
        return _verb("=".join(prefix + part for part in (stem.base, stem.past, stem.participle)))
    if form in ("past", "participle") and word.endswith("ed") and len(word) > 4 and word.isalpha():
        return _verb(_stem(word))
    return None


def present_of(base: str, plural: bool) -> str:
    """The present of a verb: "goes", or "go" if the subject is plural."""
    if base in ("be", "have"):
        return {"be": ("is", "are"), "have": ("has", "have")}[base][plural]
    return base if plural else _present(base)


_PREFIXES = ("re-", "re", "out", "over", "under", "un", "dis", "mis", "co-")


def _stem(past: str) -> str:
    """The base of a regular past: "tagged" to "tag", "carried" to "carry", "planed" to "plane"."""
    stem = past[:-2]
    if stem.endswith("i"):
        return stem + "e" if len(stem) <= 2 else stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lszf" + _VOWELS:
        return stem[:-1] + "+"
    if stem.endswith("ell") and len(stem) > 4:
        return stem[:-1] + "+"
    return stem + "e" if _SILENT.search(stem) else stem


# Stems that lost a silent e: by their last letters, or one syllable that would have doubled its last letter.
_SILENT = re.compile(
    r"(?:[cuvz]|(?<!o)(?<!i)ng|[^n]g|[^s]s|[bdtgpzkf]l|(?<![aeo])at|(?<![oa])ut|(?:pl|mp)et|(?<![aeou])id|(?<![aeo])in|(?<![aeo])ir|ur"
    r"|(?<!e)ar|(?:pl|st|gn)or|(?<![aeo])il|(?<!o)od|(?<![eo])ad|[cs]om|(?<!o)um|(?<![aeo])[aiou]k|[^aeiou][aiouy][^aeiouwxy]{1}(?<=^.{3})"
    r"|(?<=^[^aeiou]{2})[aiouy][^aeiouwxy])\Z"
)


def _irregular(verb: Verb) -> bool:
    return not verb.past.endswith("ed")


def _verb(entry: str) -> Verb:
    word = entry.rstrip("+")
    base, past, participle = (*word.split("="), "", "")[:3]
    stem = base + base[-1] if word != entry else base
    regular = base + "d" if base.endswith("e") else _ied(base) if _consonant_y(base) else stem + "ed"
    past = past or regular
    return Verb(base, _present(base), past, participle or past, _ing(base, stem))


def _present(base: str) -> str:
    if _consonant_y(base):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _ing(base: str, stem: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return (base + base[-1] if base in _DOUBLES else stem) + "ing"


# Irregular verbs whose last letter doubles before -ing.
_DOUBLES = frozenset(
    (
        "bid",
        "begin",
        "cut",
        "forget",
        "get",
        "hit",
        "let",
        "put",
        "quit",
        "rid",
        "run",
        "set",
        "shut",
        "sit",
        "split",
        "win",
    )
)


def _ied(base: str) -> str:
    return base[:-1] + "ied"


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in _VOWELS
