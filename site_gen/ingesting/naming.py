"""The name of a post in its address, made from its title."""

LONGEST = 60
"""Characters; a longer slug is cut at a word."""

_LOOSE = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "as",
        "but",
        "its",
        "their",
        "his",
        "her",
        "over",
        "into",
    ]
)


def name_post(title: str, stem: str, longest: int = LONGEST) -> str:
    """Words of the title joined by hyphens; the seed's file name where the title has none to give; else "post"."""
    from slugify import slugify

    for text in (title, stem):
        slug = slugify(text, max_length=longest, word_boundary=True, save_order=True)
        if slug:
            return _without_loose_end(slug, cut=len(slugify(text)) > len(slug))
    return "post"


def _without_loose_end(slug: str, cut: bool) -> str:
    """A slug that was cut does not end in "of-the"."""
    words = slug.split("-")
    while cut and len(words) > 3 and words[-1] in _LOOSE:
        words.pop()
    return "-".join(words)
