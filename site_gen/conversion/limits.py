"""How large a seed may be: everything that bounds time and memory of reading one file."""

MEGABYTE = 1_000_000
LARGEST_TEXT = 32 * MEGABYTE
"""Bytes of a file that is text, with markup or without."""

LARGEST_PAGE = 4 * MEGABYTE
"""Characters of a saved page without scripts, styles and the files that it embeds."""

LARGEST_FEED = 8 * MEGABYTE
"""Bytes of a feed; a year of full texts has about five million."""

LARGEST_FILE = 128 * MEGABYTE
"""Bytes of a document that may hold pictures."""

LARGEST_UNPACKED = 256 * MEGABYTE
"""Bytes of all parts of a document, unpacked."""

LARGEST_PART = 32 * MEGABYTE
"""Bytes of one part of a document, unpacked: its text, or a picture."""

MOST_ELEMENTS = 250_000
"""Elements of a part that is XML: the text of a book has about so many."""

DEEPEST_XML = 150
"""Elements within one another of a part that is XML; Word and LibreOffice need about fifty."""

MOST_PAGES = 400
"""Pages of a PDF."""

MOST_ENTRIES = 10_000
"""Parts of a document that is an archive, or entries of a feed."""

LONGEST_MARKDOWN = 2_000_000
"""Characters of one text once it is converted: a book has about a million."""

DEEPEST = 100
"""Elements within one another that are read; deeper ones are read as if they were on this level."""

_WITH_PICTURES = frozenset((".doc", ".docm", ".docx", ".odt", ".rtf", ".eml", ".pdf"))
_FEEDS = frozenset((".atom", ".json", ".rdf", ".rss", ".xml"))


def largest(form: str) -> int:
    """The bytes that a file of a form may have."""
    return LARGEST_FILE if form in _WITH_PICTURES else LARGEST_FEED if form in _FEEDS else LARGEST_TEXT


def over_limit(form: str, size: int) -> tuple[str, str] | None:
    """Why a file is too large to be read, and what to do; None for one that is not."""
    if size <= largest(form):
        return None
    what = f"This file has {-(-size // MEGABYTE)} MB; at most {largest(form) // MEGABYTE} MB are read."
    return what, "Save the article alone, as plain text (.txt) or with smaller pictures."


def too_long(text: str) -> tuple[str, str] | None:
    """Why a text is too long for one post, and what to do; None for one that is not."""
    if len(text) <= LONGEST_MARKDOWN:
        return None
    return f"This text has {len(text):,} characters; at most {LONGEST_MARKDOWN:,} are read.", "Split it."
