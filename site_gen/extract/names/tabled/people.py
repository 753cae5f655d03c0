"""People whom no table knows, where capitals and a given name show them: "Yves Carpentier", "Сергій Кислиця"."""

from collections.abc import Callable, Collection, Iterator

from site_gen.text.known_names.words import Words

# Languages in which a capital within a sentence shows a name. In German every noun has one.
CAPITALISED = frozenset(("es", "fr", "it", "pl", "ru", "tr", "uk"))
_MOST_SURNAMES, _SHORTEST = 2, 3
_QUOTES = frozenset('«„“"')
_PARTICLES = frozenset(("de", "del", "della", "di", "da", "van", "von", "du", "la", "le"))


def people_in(words: Words, given: Collection[str], is_known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Where the names of people begin and end: a given name, perhaps a second or a particle, and a surname."""
    at = 0
    while at < len(words) - 1:
        is_quoted = at > 0 and words[at - 1] in _QUOTES
        end = _end(words, at, given, is_known) if words[at] in given and not is_quoted else at
        if end > at + 1:
            yield at, end
        at = max(end, at + 1)


def _end(words: Words, at: int, given: Collection[str], is_known: Callable[[str], bool]) -> int:
    end, surnames = at + 1, 0
    while end < len(words) and words[end] in given:
        end += 1
    while end < len(words) and surnames < _MOST_SURNAMES:
        word = words[end]
        if word.lower() in _PARTICLES and end + 1 < len(words) and words[end + 1].istitle():
            end += 1
            continue
        if not word.istitle() or not word.isalpha() or len(word) < _SHORTEST or is_known(word):
            break
        end, surnames = end + 1, surnames + 1
    return end if surnames else at
