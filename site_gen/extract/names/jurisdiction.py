"""Towns with the name of a country or capital: "Lebanon, Pennsylvania", "Moscow, Idaho", "Athens, Ga."."""

from site_gen.extract.names.vocabulary import JURISDICTIONS, LOCATING

_CLOSING = frozenset((",", ".", ")", ";", ":", "-", "–", "—", "?", "!"))
_LISTING = frozenset(("and", "or", "&"))


def jurisdiction_end(words: list[str], start: int, end: int) -> tuple[int, str]:
    """The end of the state or province after the town at `start` to `end`, and its country; else 0 and "".

    To exclude lists ("Lebanon, Georgia and Jordan"), a mark must follow the state, or a word such as "in" precede.
    """
    if end + 1 >= len(words) or words[end] != ",":
        return 0, ""
    for name, iso3 in JURISDICTIONS.get(words[end + 1], ()):
        after = end + 1 + len(name)
        if tuple(words[end + 1 : after]) == name:
            return (after, iso3) if _is_town_of(words, start, after, name) else (0, "")
    return 0, ""


def _is_town_of(words: list[str], start: int, after: int, state: tuple[str, ...]) -> bool:
    before = words[start - 1] if start else ""
    following = words[after] if after < len(words) else "."
    if before == "," or following in _LISTING:
        return False
    is_located = before in LOCATING
    if following == "," and _goes_on_as_list(words, after + 1):
        return is_located and state != ("Georgia",)
    return is_located or (following in _CLOSING and state != ("Georgia",))


def is_address(words: list[str], at: int, countries: frozenset[str]) -> bool:
    """True for a country that only says where the place before it is: "Halifax, Nova Scotia, Canada"."""
    if at < 2 or words[at - 1] != "," or not words[at - 2][0].isupper() or words[at - 2] in countries:
        return False
    following = words[at + 1] if at + 1 < len(words) else "."
    return following not in _LISTING and not (following == "," and _goes_on_as_list(words, at + 2))


def _goes_on_as_list(words: list[str], at: int) -> bool:
    return at + 1 < len(words) and (words[at] in _LISTING or (words[at][0].isupper() and words[at + 1] in (",", "and")))
