"""Single mentions of names in a text, and all its names."""

from msgspec import Struct

from site_gen.extract.names.gazetteer import FormUse
from site_gen.model.seed import Entity, EntityKind
from site_gen.text.known_names import known_things
from site_gen.text.slug import fold


class Nation(Struct, frozen=True):
    """The code of the country that a text is most about, and of a possible second one; empty where there is none.

    `is_open` says that the two are so close that either may be meant.
    """

    code: str = ""
    rival: str = ""
    is_open: bool = False


class Sighting(Struct, frozen=True):
    """One mention of a name: its canonical name, its form in the text, and its place (counted from 0)."""

    name: str
    kind: EntityKind
    iso3: str
    surface: str
    use: FormUse
    paragraph: int
    word: int


class Weighed(Struct, frozen=True):
    """An entity as this text names it, its canonical name, and the values for its salience.

    `weight` is the sum of how plainly each mention names it; `paragraph` and `word` are those of the first one.
    """

    entity: Entity
    canonical: str
    weight: float
    mentions: int
    paragraph: int
    word: int

    @property
    def tag(self) -> Entity:
        """The entity with its canonical name, which is the same in every text."""
        entity, name = self.entity, self.canonical
        return Entity(
            name, entity.kind, entity.iso3, tuple(form for form in (entity.name, *entity.aliases) if form != name)
        )


class Doubt(Struct, frozen=True):
    """A doubt about the thing with this canonical name, in words for an editor."""

    name: str
    why: str


class Names(Struct, frozen=True):
    """All names of one text in order of first mention, the country that it is most about, and the doubts.

    `lead` is the first paragraph after titles and labels, and `lead_word` the place of its first word.
    """

    weighed: tuple[Weighed, ...] = ()
    nation: Nation = Nation()
    doubts: tuple[Doubt, ...] = ()
    lead: int = 0
    lead_word: int = 0

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities, in order of first mention."""
        return tuple(weighed.entity for weighed in self.weighed)

    def called(self, name: str) -> Entity | None:
        """The thing with `name` among its forms in this text, under its canonical name; case does not matter.

        The name may also be that of any language which has one for the thing.
        """
        wanted = name.casefold()
        for weighed in self.weighed:
            if any(form.casefold() == wanted for form in (weighed.entity.name, *weighed.entity.aliases)):
                return weighed.tag
        known = None if name.isascii() else known_things().get(fold(name))
        return next((one.tag for one in self.weighed if known and one.canonical == known.name), None)
