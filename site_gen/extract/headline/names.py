"""The names that the rules need."""

from msgspec import Struct

from site_gen.extract.headline.lexicon import OFFICES
from site_gen.extract.names import Gazetteer


class Names(Struct, frozen=True):
    """Last names that readers know without the first, and words that are always written with a capital."""

    last: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    full: frozenset[str] = frozenset()
    """Their full names: "Donald Trump" is "Trump", "Melania Trump" is not."""

    def is_known(self, first: str, last: str) -> bool:
        """Whether a last name after this word is that of the person readers know by it."""
        return f"{first} {last}" in self.full or first.lower() in OFFICES


_ARTICLES = frozenset(("The", "A", "An", "In", "On", "At", "Of", "For", "And"))


def names_of(gazetteer: Gazetteer) -> Names:
    """The names in a gazetteer: people known by their last name alone, and names of one word."""
    last = frozenset(
        word
        for word, forms in gazetteer.forms.items()
        if any(not form.rest and form.entry.kind == "person" and form.use == "name" for form in forms)
    )
    full = frozenset(
        form.entry.name
        for word in last
        for form in gazetteer.forms[word]
        if not form.rest and form.entry.kind == "person"
    )
    capitals = frozenset(
        word
        for word, forms in gazetteer.forms.items()
        if word[:1].isupper()
        and word not in _ARTICLES
        and (word[1:] != word[1:].lower() or any(not form.rest for form in forms))
    )
    return Names(last, capitals, full)
