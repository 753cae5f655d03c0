"""Names of countries that are something else here: a surname, a street, the name of a firm or a ship in quotes."""

from collections.abc import Callable, Collection

from site_gen.extract.names.tabled.match import Match
from site_gen.text.known_names.table import Table
from site_gen.text.known_names.words import Words, folded

_OPENING, _CLOSING = frozenset("«„“\"'「"), frozenset("»”“\"'」")
# In words; a longer quotation is speech, not a name.
_LONGEST_NAME = 4
# The same in letters without case, where no capitals show a name.
_LONGEST_UNCASED = 2
_INITIAL = 2
_SMALL = frozenset(("de", "del", "della", "di", "du", "des", "d", "la", "le", "l", "der", "von"))


def is_other_name(
    words: Words, match: Match, table: Table, given: Collection[str], knows: Callable[[str], bool]
) -> bool:
    """True for a country's name that the words around it show to be part of another name."""
    if all(spelling.thing.kind != "country" for spelling in match.spellings):
        return False
    return (
        _is_surname(words, match, table, given, knows)
        or _is_given_name(words, match, given, knows)
        or _is_after(words, match.start, table)
        or _is_quoted(words, match)
    )


def _is_surname(words: Words, match: Match, table: Table, given: Collection[str], knows: Callable[[str], bool]) -> bool:
    """After a given name or an initial, or after a surname and a hyphen: "Jan Włoch", "J. Panama", "Nowak-Czech"."""
    at = match.start
    word = words[at]
    if at == 0 or word[0].islower() or (len(word) > 1 and word.isupper() and word.lower() != word):
        return False
    before = words[at - 1]
    if before == "." and at > 1:
        initial = words[at - 2]
        return len(initial) <= _INITIAL and initial[0].isupper() and initial.isalpha() and not initial[1:].isupper()
    if before in given and match.end - at == 1:
        return True
    is_joined = words.is_after_hyphen(at) and table.language != "de" and match.end - at == 1
    return is_joined and before.istitle() and len(before) > _INITIAL + 1 and not knows(before)


def _is_given_name(words: Words, match: Match, given: Collection[str], knows: Callable[[str], bool]) -> bool:
    """Before a surname, if the country is called as people are: "Israel Blum"."""
    if match.end - match.start > 1 or words[match.start] not in given or match.end >= len(words):
        return False
    after = words[match.end]
    return after.istitle() and after.isalpha() and len(after) > 1 and not knows(after)


def _is_after(words: Words, at: int, table: Table) -> bool:
    """After a word such as "street" or "hotel": "rue de Rome"."""
    for back in (1, 2):
        if at < back:
            return False
        word = folded(words[at - back], table.language)
        if word in table.not_after:
            return True
        if word not in _SMALL:
            return False
    return False


def _is_quoted(words: Words, match: Match) -> bool:
    """Within a name of a few words in quotes, all of them capitalised or numbers: «Литва-Транс», "Guinea Star"."""
    opening = next(
        (at for at in range(match.start - 1, max(match.start - _LONGEST_NAME, -1), -1) if words[at] in _OPENING), -1
    )
    if opening < 0 or (words[opening] == '"' and words[:opening].count('"') % 2):
        return False
    last = min(opening + _LONGEST_NAME + 2, len(words))
    closing = next((at for at in range(match.end, last) if words[at] in _CLOSING), -1)
    if closing < 0:
        return False
    inner = words[opening + 1 : closing]
    if len(inner) > _LONGEST_UNCASED and not any(word[0].isupper() for word in inner):
        return False
    return all(not word[0].islower() and (word.isalnum() or word in "-&") for word in inner)
