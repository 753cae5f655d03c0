"""Tags that name a known thing in another language than the site's: "Україна" on a site in English."""

from collections.abc import Iterable, Mapping

from site_gen.model.post import Entry
from site_gen.model.seed import EntityKind
from site_gen.text.known_names import Thing, known_things, shown_name
from site_gen.text.language.tags import primary
from site_gen.text.slug import fold


class KnownTags:
    """The things that tags of posts mean, by the names that the languages of these posts have for them.

    A name in the site's own language stays as it is written, unless it is the one to show. On a site in English nothing
    changes without posts in other languages, and no table is read.
    """

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        self._language = language
        own = primary(language) or "en"
        found = {primary(entry.language) for entry in entries if entry.language}
        languages = frozenset((*found, own, "en"))
        self._things: Mapping[str, Thing] = known_things(languages) if languages != {"en"} else {}
        self._own: Mapping[str, Thing] = known_things(frozenset((own,))) if self._things and own != "en" else {}
        self._plain = own == "en"

    def name_of(self, folded: str, is_native: bool) -> str:
        """The name to show for a folded tag, or empty where it stays as it is written.

        `is_native` says that a post in the site's own language has it.
        """
        thing = self._things.get(folded)
        if thing is None or (self._plain and is_native and folded.isascii()):
            return ""
        shown = shown_name(thing.kind, thing.name, self._language)
        return shown if fold(shown) == folded or folded not in self._own else ""

    @property
    def is_empty(self) -> bool:
        """Whether no tag can mean a thing in another language."""
        return not self._things

    def thing(self, folded: str) -> tuple[EntityKind, str] | None:
        """Kind and canonical name of the thing that a folded tag means."""
        thing = self._things.get(folded)
        return (thing.kind, thing.name) if thing is not None else None


def are_same(name: str, other: str) -> bool:
    """Whether two tags are names of one known thing in any two languages."""
    things = known_things()
    one, two = things.get(fold(name)), things.get(fold(other))
    return one is not None and two is not None and (one.kind, one.name) == (two.kind, two.name)
