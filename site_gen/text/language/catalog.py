"""The strings of the interface in one language: from the catalogues in `locale/`, and what a site says itself.

A string is named by its English text. `catalog_of` gives the catalogue of a language, which every page has of its own.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from gettext import GNUTranslations, c2py
from importlib import resources

from site_gen.model.language import Phrases
from site_gen.text.digest import digest
from site_gen.text.language.direction import direction

_DOMAIN = "site_gen"
_PLACE = re.compile(r"%\((\w+)\)s|%%")
_GERMANIC = "n != 1"


class Catalog:
    """The strings of a language. `key` is the same for two catalogues that say the same."""

    def __init__(self, language: str, layers: tuple[Phrases, ...] = ()) -> None:
        self.language = language
        self.direction = direction(language)
        self._own = _own_strings(layers)
        self._translations = _translations(language)
        self._plural: Callable[[int], int] = getattr(self._translations, "plural", c2py(_GERMANIC))
        self.key = f"{language} {digest(repr(sorted(self._own.items())).encode())[:16]}" if layers else language

    def gettext(self, message: str) -> str:
        """The string for an English one, or the English one where there is none."""
        own = self._own.get(message)
        if own is not None:
            return own
        return message if self._translations is None else self._translations.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The form for a number of a string that has plural forms; its `%(num)s` is not filled in yet."""
        if self._translations is None:
            return one if number == 1 else many
        return self._translations.ngettext(one, many, number)

    def number(self, value: int) -> str:
        """A whole number, its thousands in groups."""
        return f"{value:,}"

    def counted(self, one: str, many: str, number: int, **values: str) -> str:
        """As `ngettext`, with `%(num)s` and the other values filled in."""
        return filled(self.ngettext(one, many, number), {"num": self.number(number), **values})

    def said(self, message: str, **values: str) -> str:
        """As `gettext`, with the values filled in."""
        return filled(self.gettext(message), values)


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


@lru_cache(maxsize=32)
def catalog_of(language: str, layers: tuple[Phrases, ...] = ()) -> Catalog:
    """The catalogue of a language, a tag such as `uk` or `pt-BR`; the first of the `layers` to have a string wins."""
    return Catalog(language, tuple(layer for layer in layers if layer.language in _tags(language)))


def _tags(language: str) -> tuple[str, ...]:
    """A tag and those that it falls back to: `pt-BR`, `pt`."""
    parts = language.split("-")
    return tuple("-".join(parts[:count]) for count in range(len(parts), 0, -1))


def _own_strings(layers: Iterable[Phrases]) -> dict[str, str]:
    found: dict[str, str] = {}
    for layer in layers:
        for phrase in layer.phrases:
            for category, text in phrase.forms:
                if not category:
                    found.setdefault(phrase.key, text)
    return found


def _translations(language: str) -> GNUTranslations | None:
    """The compiled catalogue of a language; None for English, and where there is none."""
    for tag in _tags(language):
        if tag == "en":
            return None
        file = resources.files("site_gen").joinpath("locale", tag, "LC_MESSAGES", f"{_DOMAIN}.mo")
        if file.is_file():
            with file.open("rb") as opened:
                return GNUTranslations(opened)
    return None


ENGLISH = catalog_of("en")
