"""Folds tags as posts write them into terms, each with one name, one slug and one address."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from site_gen.indexing.addresses import configured_slug, term_url
from site_gen.indexing.known_tags import KnownTags, are_same
from site_gen.model.post import TERM_KINDS, Entry, TermRef
from site_gen.model.problem import ValueProblem
from site_gen.model.seed import EntityKind
from site_gen.model.settings import Settings
from site_gen.text.capital import capitalized
from site_gen.text.known_names import shown_name
from site_gen.text.language.tags import primary
from site_gen.text.slug import fold, slugify


class Vocabulary(Struct, frozen=True):
    """The terms of the published posts, by the folded spellings of their tags."""

    refs: dict[str, TermRef]

    def terms_of(self, entry: Entry) -> tuple[TermRef, ...]:
        """The terms of a post in the order of its tags, each once."""
        refs = self.refs
        return tuple(dict.fromkeys(refs[key] for name in entry.front.tags if (key := fold(name))))

    def holds(self, other: "Vocabulary") -> bool:
        """Whether every tag of the other vocabulary has the same term here."""
        return self is other or other.refs.items() <= self.refs.items()


class _Use:
    """How one tag is used: its spellings, its kinds according to posts, and its place in the first file that has it.

    `shown` is its name where it means a known thing in another language.
    """

    __slots__ = ("at", "kinds", "shown", "source", "spellings")

    def __init__(self, source: str, at: int) -> None:
        self.at = at
        self.spellings: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.source = source
        self.shown = ""


def vocabulary(
    entries: Iterable[Entry], settings: Settings, prefix: str = "", site_language: str = ""
) -> tuple[Vocabulary, tuple[ValueProblem, ...]]:
    """The terms of all posts of an edition, and problems of tags that would share an address.

    Tags that name one known thing in two languages are one term, under its name in the edition's language. With a
    `prefix` its slug is that of its name in `site_language`, so that its pages in all editions can be paired.
    """
    entries = tuple(entries)
    canonical, tags = _canonical_keys(settings), KnownTags(entries, settings.language)
    known = {} if tags.is_empty else _known(tags, entries, settings, canonical)
    uses, spelled = _uses(entries, canonical, known)
    slugs = {key: _slug_of(tags.thing(key), site_language) for key in uses} if prefix and site_language else {}
    refs = {key: _ref(key, use, settings, prefix, slugs.get(key, "")) for key, use in uses.items()}
    return Vocabulary({folded: refs[key] for folded, key in spelled.items()}), _collisions(refs, uses)


def _uses(
    entries: tuple[Entry, ...], canonical: dict[str, str], known: dict[str, str]
) -> tuple[dict[str, _Use], dict[str, str]]:
    """The uses of tags by their keys, and the key of each folded tag."""
    uses: dict[str, _Use] = {}
    spelled: dict[str, str] = {}
    for entry in entries:
        kinds = {fold(name): kind for kind, names in entry.front.entities.items() for name in names}
        for at, name in enumerate(entry.front.tags):
            folded = fold(name)
            if not folded:
                continue
            shown = known.get(folded, "")
            key = spelled[folded] = canonical.get(folded) or (fold(shown) if shown else folded)
            use = uses.get(key)
            if use is None:
                use = uses[key] = _Use(entry.source.path, at)
            use.spellings[name.strip()] += 1
            use.shown = use.shown or shown
            if folded in kinds:
                use.kinds[kinds[folded]] += 1
    return uses, spelled


class TagAddresses:
    """The addresses that tags have taken."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._canonical = settings, _canonical_keys(settings)
        self._taken: dict[str, tuple[str, str]] = {}

    def take(self, names: Iterable[str]) -> None:
        """Take the addresses of tags; an address that another tag has stays with it."""
        for name in names:
            key, slug = self._address(name)
            self._taken.setdefault(slug, (key, name))

    def clash(self, names: Iterable[str]) -> tuple[str, str] | None:
        """The first of some tags that would have the address of another, and that other; None without a clash."""
        own: dict[str, tuple[str, str]] = {}
        for name in names:
            key, slug = self._address(name)
            other = self._taken.get(slug) or own.setdefault(slug, (key, name))
            if other[0] != key and not are_same(name, other[1]):
                return name, other[1]
        return None

    def _address(self, name: str) -> tuple[str, str]:
        key = self._canonical.get(fold(name), fold(name))
        for title in self._settings.tags:
            if fold(title) == key:
                return key, configured_slug(title, self._settings).casefold()
        return key, slugify(name, language=self._settings.language).casefold()


def _known(
    tags: KnownTags, entries: tuple[Entry, ...], settings: Settings, canonical: dict[str, str]
) -> dict[str, str]:
    """The names to show for folded tags that name known things in other languages, with the settings' names first."""
    own = primary(settings.language)
    native = {fold(name) for one in entries if primary(one.language) in ("", own) for name in one.front.tags}
    used = native.union(fold(name) for one in entries for name in one.front.tags)
    found = {folded: shown for folded in used if (shown := tags.name_of(folded, folded in native))}
    things = {folded: thing for folded in found if (thing := tags.thing(folded))}
    for key in canonical.values():
        thing = tags.thing(key)
        if thing is not None:
            found.update((one, key) for one, other in things.items() if other == thing)
    return found


def _slug_of(thing: tuple[EntityKind, str] | None, language: str) -> str:
    return slugify(shown_name(*thing, language), language=language) if thing is not None else ""


def _canonical_keys(settings: Settings) -> dict[str, str]:
    """The folded key of each tag of the settings, by all its folded names."""
    return {
        fold(name): fold(key)
        for key, tag in settings.tags.items()
        for name in (key, tag.name, *tag.names.values(), *tag.aliases)
        if name
    }


def _ref(key: str, use: _Use, settings: Settings, prefix: str, slug: str) -> TermRef:
    chosen = next((item for item in settings.tags.items() if fold(item[0]) == key), None) if settings.tags else None
    if chosen:
        name, kind = chosen[1].name or chosen[0], chosen[1].kind
        slug = configured_slug(chosen[0], settings)
    else:
        written = use.shown or min(use.spellings.items(), key=lambda item: (-item[1], item[0]))[0]
        name, kind = capitalized(written, settings.language), None
        slug = slug or slugify(written, language=settings.language)
    if kind is None:
        votes = sorted(use.kinds.items(), key=lambda item: (-item[1], item[0]))
        kind = votes[0][0] if votes and votes[0][0] in TERM_KINDS else "topic"  # type: ignore[assignment]
    return TermRef(name, slug, term_url(slug, prefix), str(kind))


def _collisions(refs: dict[str, TermRef], uses: dict[str, _Use]) -> tuple[ValueProblem, ...]:
    taken: dict[str, str] = {}
    problems = []
    for key in sorted(refs):
        ref = refs[key]
        first = taken.setdefault(ref.slug.casefold(), key)
        if first != key:
            other = f"'{refs[first].name}' of {uses[first].source}"
            what = f"The tag '{ref.name}' has the address {ref.url}, as has {other}."
            hint = "Make one an alias of the other under 'tags:' in site.yaml, or give one a slug there."
            problems.append(ValueProblem(uses[key].source, ("tags", uses[key].at), what, hint))
    return tuple(problems)
