"""Strings of the interface in other languages, as a site or a theme says them itself."""

from msgspec import Struct


class Phrase(Struct, frozen=True, array_like=True):
    """A string in another language: `key` is the English one.

    `forms` are its texts by plural category (`one`, `few`, `other` ...); a string without a number has one, of "".
    """

    key: str
    forms: tuple[tuple[str, str], ...]


class Phrases(Struct, frozen=True, array_like=True):
    """The strings of one file, `i18n/xx.yaml`; `path` is its name in messages."""

    language: str
    phrases: tuple[Phrase, ...]
    path: str = ""
