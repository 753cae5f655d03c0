"""Forms of the verbs that news is written with; the list is `verbs.txt` beside this file."""

from functools import lru_cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct

from site_gen.ingesting.headline.words import word_set

Form = Literal["base", "present", "past", "participle", "ing"]

_VOWELS = "aeiou"


class Verb(Struct, frozen=True):
    """One verb. `noun`: its base and its -s form are as often nouns. `certain`: its past is no participle."""

    base: str
    present: str
    past: str
    participle: str
    ing: str
    noun: bool = False

    @property
    def certain(self) -> bool:
        """Whether the past is no participle, and so the verb of a clause: "broke", not "broken"."""
        return self.past != self.participle


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
    """The verb of which a word in small letters is that form; None where the list has none."""
    forms = _table().get(word)
    return forms.get(form) if forms else None


def _irregular(verb: Verb) -> bool:
    return not verb.past.endswith("ed")


def _verb(entry: str) -> Verb:
    word = entry.rstrip("+~")
    marks = entry[len(word) :]
    base, past, participle = (*word.split("="), "", "")[:3]
    stem = base + base[-1] if "+" in marks else base
    regular = base + "d" if base.endswith("e") else _ied(base) if _consonant_y(base) else stem + "ed"
    past = past or regular
    return Verb(base, _present(base), past, participle or past, _ing(base, stem), "~" in marks)


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
_DOUBLES = word_set(
    """
    get put cut hit run win set let shut split quit sit forget begin rid beat bid
    """
) - {"beat"}


def _ied(base: str) -> str:
    return base[:-1] + "ied"


def _consonant_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in _VOWELS
