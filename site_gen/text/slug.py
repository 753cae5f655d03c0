"""Names in addresses, and when two names are one.

Addresses outlive libraries, so each step from a text to its name is written here and in `transliteration/`; only the
table of what any other character is in ASCII comes from outside (text-unidecode). Read
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
    """A name for addresses: ASCII letters, digits and hyphens, cut at a word; never empty for a text that is not.

    `language` is that of the text or its site, where its letters do not tell.

    A text of nothing but signs (an emoji, "!!!") is named by a digest, so that it has an address all the same.
    One that no file may have (`con`) gets an `x-` before it.
    """
    slug = _cut(ascii_words(text, language), max_length)
    if slug and part_fault(slug):
        return f"x-{slug}"
    if slug or not text.strip():
        return slug
    return "x-" + hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


def ascii_words(text: str, language: str = "") -> str:
    """The words of a text in lower-case ASCII letters and digits, joined by hyphens; empty where it has none.

    A straight apostrophe divides a word; a typographic one is left out, and so is a comma between digits.
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
    """A text with its HTML character references as the characters that they stand for."""
    from html.entities import name2codepoint

    text = _NAMED.sub(lambda match: chr(name2codepoint[match[1]]) if match[1] in name2codepoint else match[0], text)
    text = _DECIMAL.sub(lambda match: _character(match, 10), text)
    return _HEXADECIMAL.sub(lambda match: _character(match, 16), text)


def _character(reference: re.Match[str], base: int) -> str:
    """The character of a number; the reference itself where no character has that number."""
    try:
        return chr(int(reference[1], base))
    except (ValueError, OverflowError):
        return reference[0]


def _cut(slug: str, longest: int) -> str:
    """As many whole words as fit, or the beginning of the first where not even that one does."""
    if len(slug) <= longest:
        return slug
    end = slug.rfind("-", 0, longest + 1)
    return slug[: end if end > 0 else longest]


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The key under which two spellings are one name: compatibility forms, case and runs of blanks do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def is_slug(text: str) -> bool:
    """Whether a text given as a slug can stand in an address as it is."""
    return _SLUG.fullmatch(text) is not None
