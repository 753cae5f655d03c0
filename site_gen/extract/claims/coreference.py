"""Which words of a source mean the same person or thing: names, "he", "the company", "a soap" said of a name.

Each mention gets a key for every name and noun that its entity has anywhere before or after ("d:" and a stem), so a
claim's "worker" may stand for a name that the source calls a worker.
"""

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.claims.stem import stem
from site_gen.extract.claims.terms import Passage, known_names
from site_gen.extract.claims.word_lists import words
from site_gen.extract.syntax import Tree

_PERSONAL = frozenset(("he", "she", "him", "his", "her"))
_NEUTRAL = frozenset(("it", "its"))
_ROLES = words("people")
_BODIES = frozenset(map(stem, words("bodies")))
_BODY_NAMES = words("names of bodies")
_SUBJECT = ("nsubj", "nsubjpass")
_DEFINITE = frozenset(("the", "this", "that", "its", "his", "her", "their"))


class Entity(Struct):
    """Names by their stems, nouns that are said of it, and its mentions (sentence, place)."""

    names: set[str]
    nouns: set[str]
    person: bool
    places: list[tuple[int, int]]


def resolved(sentences: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The sentences with the keys of what their names, pronouns and definite nouns mean."""
    extra: dict[tuple[int, int], set[str]] = {}
    for one in _entities(sentences):
        if len(one.places) > 1 or one.nouns:
            keys = {f"d:{word}" for word in one.names | one.nouns}
            for place in one.places:
                extra.setdefault(place, set()).update(keys)
    return tuple(
        replace(
            one,
            terms=tuple(
                replace(term, keys=term.keys | extra[one.number, term.at]) if (one.number, term.at) in extra else term
                for term in one.terms
            ),
        )
        for one in sentences
    )


def _entities(sentences: tuple[Passage, ...]) -> list[Entity]:
    known: list[Entity] = []
    person: Entity | None = None
    thing: Entity | None = None
    for one in sentences:
        tree = one.tree
        next_person, next_thing = person, thing
        for word in tree.words:
            low = tree.lowered[word.index]
            meant: Entity | None = None
            if low in _PERSONAL:
                meant = next_person if word.label not in _SUBJECT else person or next_person
            elif low in _NEUTRAL:
                meant = next_thing if word.tag == "PRP$" else thing
            elif word.tag[:2] == "NN" and word.label not in ("compound", "nmod", "npadvmod"):
                meant = _mention(one, word.index, known)
                if meant is not None and word.label in _SUBJECT:
                    if meant.person:
                        next_person = meant
                    else:
                        next_thing = meant
                elif meant is not None and meant.person and next_person is person:
                    next_person = meant
            if meant is not None:
                meant.places.append((one.number, word.index))
                _describe(one, word.index, meant)
        person, thing = next_person, next_thing
    return known


def _mention(one: Passage, at: int, known: list[Entity]) -> Entity | None:
    """The entity of a noun: one that is known by its name or its noun, or a new one for a name."""
    tree = one.tree
    parts = [at, *(child for child in tree.children(at) if tree.words[child].label in ("compound", "nmod"))]
    names = {one.terms[part].stem for part in parts if tree.words[part].tag[:3] == "NNP"}
    if tree.words[at].tag[:3] == "NNP" and names:
        own = one.terms[at].stem
        for entity in reversed(known):
            if own in entity.names and (names <= entity.names or len(names) == 1 or entity.names <= names):
                entity.names |= names
                return entity
        person = _is_person(one, parts)
        entity = Entity(names, set(), person, [])
        known.append(entity)
        return entity
    first = tree.left_edge(at)
    if tree.lowered[first] in _DEFINITE or any(tree.lowered[child] in _DEFINITE for child in tree.children(at)):
        own = one.terms[at].stem
        for entity in reversed(known):
            if own in entity.nouns or own in entity.names:
                return entity
    return None


def _is_person(one: Passage, parts: list[int]) -> bool:
    given = known_names().first_names
    if any(one.terms[part].text in given or one.terms[part].low.rstrip(".") in _ROLES for part in parts):
        return True
    names = [one.terms[part] for part in parts if one.tree.words[part].tag[:3] == "NNP"]
    return len(names) > 1 and not any(
        term.text.isupper()
        or term.low.rstrip(".") in _BODY_NAMES
        or any(key[:2] in ("n:", "e:", "of") for key in term.keys)
        for term in names
    )


def _describe(one: Passage, at: int, entity: Entity) -> None:
    """Add the nouns that are said of an entity here: "maker Nokia", "Nokia, a maker", "he was a maker"."""
    tree = one.tree
    nouns = {child for child in tree.children(at) if tree.words[child].label in ("appos", "compound")}
    if tree.words[at].label == "appos":
        nouns.add(tree.words[at].head)
    if tree.words[at].label in _SUBJECT and tree.words[at].head >= 0:
        nouns |= {child for child in tree.children(tree.words[at].head) if tree.words[child].label == "attr"}
    for noun in nouns:
        if tree.words[noun].tag in ("NN", "NNS"):
            entity.nouns.add(one.terms[noun].stem)
            entity.person |= one.terms[noun].low in _ROLES
        elif tree.words[noun].label != "attr" and one.terms[noun].low in _ROLES:
            entity.nouns.add(one.terms[noun].stem)
            entity.person = True
    if not entity.person and entity.names and _is_body(tree, at):
        entity.nouns |= _BODIES


def _is_body(tree: Tree, at: int) -> bool:
    """Whether a name that does something may be called a company."""
    return tree.words[at].label in _SUBJECT and tree.words[at].tag[:3] == "NNP"
