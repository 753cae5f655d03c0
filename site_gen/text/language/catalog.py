"""The strings of the interface in one language: from the catalogues in `locale/`, and what a site says itself.

A string is named by its English text, as in gettext. `catalog_of` gives the catalogue of a language; each page says of
itself which language it is in.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from gettext import GNUTranslations, c2py
from importlib import resources
from typing import Any

from site_gen.model.language import Phrases
from site_gen.text.digest import digest
from site_gen.text.language.direction import direction
from site_gen.text.language.facts import ENGLISH_FACTS, facts_of, tags_of
from site_gen.text.language.written import written

_PLACE = re.compile(r"%\((\w+)\)s|%%")


class Catalog:
    """The strings of a language, and how it writes.

    `key` is the same for two catalogues that say the same; `is_plain` if every string is the program's own English.
    """

    def __init__(self, language: str, layers: tuple[Phrases, ...] = ()) -> None:
        self.language = language
        self.direction = direction(language)
        self.facts = facts_of(language) or ENGLISH_FACTS
        self.written = written(self.facts, language)
        self.key = f"{language} {digest(repr(layers).encode())[:16]}" if layers else language
        self._own = _own_strings(layers)
        self._translations = None if self.facts is ENGLISH_FACTS else translations_of(language)
        self.is_plain = self.facts is ENGLISH_FACTS and not self._own
        self._form = c2py(self.facts.plural)

    @property
    def locale(self) -> str:
        """The language with a territory, `uk_UA`, as Open Graph wants it; "" where none is known."""
        if "-" in self.language:
            return self.language.replace("-", "_")
        facts = facts_of(self.language)
        return f"{self.language}_{facts.territory}" if facts else ""

    def gettext(self, message: str) -> str:
        """The string for an English one, or the English one where there is none."""
        if message in self._own:
            return self._own[message].get("", message)
        return message if self._translations is None else self._translations.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The form for a number of a string that has plural forms; its `%(num)s` is not filled in yet."""
        if one in self._own:
            forms = self._own[one]
            return forms.get(self._category(number)) or forms.get("other") or forms.get("", one)
        if self._translations is None:
            return one if number == 1 else many
        return self._translations.ngettext(one, many, number)

    def forms(self, one: str, many: str) -> dict[str, str]:
        """All plural forms of a string by their category, for scripts, which know what numbers have which."""
        numbers = {category: number for number in range(200, -1, -1) for category in [self._category(number)]}
        return {category: self.ngettext(one, many, numbers[category]) for category in self.facts.plurals}

    def _category(self, number: int) -> str:
        return self.facts.plurals[self._form(number)]

    def said(self, message: str, **values: object) -> str:
        """As `gettext`, with the values filled in."""
        return filled(self.gettext(message), values)

    def counted(self, one: str, many: str, num: int, **values: object) -> str:
        """As `ngettext`, with `%(num)s` and the other values filled in."""
        return filled(self.ngettext(one, many, num), {"num": self.written.number(num), **values})


def filled(message: str, values: Mapping[str, object]) -> str:
    """A message with a value at each `%(name)s`; names without a value stay, and `%%` is a per cent sign."""
    return "".join([piece if name is None else str(values.get(name, piece)) for piece, name in pieces(message)])


@lru_cache(maxsize=1024)
def pieces(message: str) -> tuple[tuple[str, str | None], ...]:
    """A message as its texts (with None) and places (with the name of each), in order."""
    found: list[tuple[str, str | None]] = []
    at = 0
    for match in _PLACE.finditer(message):
        found.append((message[at : match.start()], None))
        found.append((match[0], match[1]) if match[1] else ("%", None))
        at = match.end()
    found.append((message[at:], None))
    return tuple(one for one in found if one[0])


def places(message: str) -> frozenset[str]:
    """The names of a message's places."""
    return frozenset(name for _, name in pieces(message) if name is not None)


@lru_cache(maxsize=32)
def catalog_of(language: str, layers: tuple[Phrases, ...] = ()) -> Catalog:
    """The catalogue of a language, a tag such as `uk` or `pt-BR`; the first of the `layers` to have a string wins."""
    tags = tags_of(language)
    own = [layer for tag in tags for layer in layers if tags_of(layer.language)[0] == tag]
    return Catalog(language, tuple(own))


@lru_cache(maxsize=32)
def translations_of(language: str) -> GNUTranslations | None:
    """The compiled catalogue of a language; None where there is none."""
    for tag in tags_of(language):
        file = resources.files("site_gen").joinpath("locale", tag, "LC_MESSAGES", "site_gen.mo")
        if tag.replace("-", "").isalnum() and file.is_file():
            with file.open("rb") as opened:
                return GNUTranslations(opened)
    return None


@lru_cache(maxsize=1)
def known_messages() -> Mapping[str, bool]:
    """Every string of the program and its themes, and whether it has plural forms."""
    catalog: Mapping[Any, str] = getattr(translations_of("en"), "_catalog", {})
    return {key if isinstance(key, str) else key[0]: not isinstance(key, str) for key in catalog if key}


def _own_strings(layers: Iterable[Phrases]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for layer in layers:
        for phrase in layer.phrases:
            found.setdefault(phrase.key, dict(phrase.forms))
    return found


ENGLISH = catalog_of("en")
