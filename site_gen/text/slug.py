"""Slugs, and when two names are the same.

Addresses outlive libraries, so each step from a text to its slug is written here and in `transliteration/`; only the
table that gives any other character in ASCII comes from a library (text-unidecode). Read
docs/decisions/0033-bounds-and-addresses.md before changing it.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache

from site_gen.text.paths import part_fault

_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_DECIMAL = re.compile(r"&#(\d+);")
_HEXADECIMAL = re.compile(r"&#x([\da-fA-F]+);")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d)")
_OTHERS = re.compile(r"[^a-z0-9]+")
_SLUG = re.compile(r"[-_]*[A-Za-z0-9][A-Za-z0-9_-]*")


@lru_cache(maxsize=65536)
def slugify(text: str, max_length: int = 80, language: str = "") -> str:
    """A text's slug: ASCII letters, digits and hyphens, cut at a word; never empty unless the text is.

    `language` is that of the text or its site; it decides where the letters do not.

    A text without letters or digits (an emoji, "!!!") gets a digest as its slug.
    A slug that no file may have (`con`) is prefixed with `x-`.
    """
    slug = cut_at_word(ascii_words(text, language), max_length)
    if slug and part_fault(slug):
        return f"x-{slug}"
    if slug or not text.strip():
        return slug
    return "x-" + hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


def ascii_words(text: str, language: str = "") -> str:
    """The words of a text in lower-case ASCII letters and digits, joined by hyphens; empty where it has none.

    A straight apostrophe splits a word; a typographic one is left out, and so is a comma between digits.
    """
    if not text.isascii():
        from text_unidecode import unidecode  # a table of 3 MB; English sites never need it

        from site_gen.text.transliteration import transliterated

        text = transliterated(text, language).replace("'", "-")
        text = unidecode(unicodedata.normalize("NFKD", text))
    else:
        text = text.replace("'", "-")
    if "&" in text:
        text = unicodedata.normalize("NFKD", _without_references(text))
    text = text.lower().replace("'", "")
    return _OTHERS.sub("-", _THOUSANDS.sub("", text)).strip("-")


def _without_references(text: str) -> str:
    """A text with its HTML character references replaced by their characters."""
    from html.entities import name2codepoint

    text = _NAMED.sub(lambda match: chr(name2codepoint[match[1]]) if match[1] in name2codepoint else match[0], text)
    text = _DECIMAL.sub(lambda match: _character(match, 10), text)
    return _HEXADECIMAL.sub(lambda match: _character(match, 16), text)


def _character(reference: re.Match[str], base: int) -> str:
    """The character with a number; the reference itself where there is none."""
    try:
        return chr(int(reference[1], base))
    except (ValueError, OverflowError):
        return reference[0]


def cut_at_word(slug: str, longest: int) -> str:
    """As many whole words as fit, or the beginning of the first where it does not fit."""
    if len(slug) <= longest:
        return slug
    end = slug.rfind("-", 0, longest + 1)
    return slug[: end if end > 0 else longest]


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A key that two spellings of one name share: compatibility forms, case and runs of spaces do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def is_slug(text: str) -> bool:
    """Whether a text is a valid slug."""
    return _SLUG.fullmatch(text) is not None
