"""Where a name was seen, and what all sightings of a text add up to."""

from msgspec import Struct

from site_gen.extract.names.gazetteer import FormUse
from site_gen.model.seed import Entity, EntityKind


class Nation(Struct, frozen=True):
    """The code of the country that a text is most about, and of a second that counts; empty where there is none.

    `is_open` says that the two come so close that either may be meant.
    """

    code: str = ""
    rival: str = ""
    is_open: bool = False


class Sighting(Struct, frozen=True):
    """One mention of a name: its canonical name, the words met, where (paragraph and word count from 0)."""

    name: str
    kind: EntityKind
    iso3: str
    met: str
    use: FormUse
    paragraph: int
    word: int


class Weighed(Struct, frozen=True):
    """An entity as this text names it, its canonical name, and what salience asks of it.

    `weight` adds up how plainly each mention names it; `paragraph` and `word` are those of the first one.
    """

    entity: Entity
    canonical: str
    weight: float
    mentions: int
    paragraph: int
    word: int

    @property
    def tag(self) -> Entity:
        """The thing under its canonical name, the same in every text."""
        entity, name = self.entity, self.canonical
        return Entity(
            name, entity.kind, entity.iso3, tuple(form for form in (entity.name, *entity.aliases) if form != name)
        )


class Doubt(Struct, frozen=True):
    """Something open about the thing of this canonical name, in words for an editor."""

    name: str
    why: str


class Names(Struct, frozen=True):
    """All names of one text, in order of first mention; the country that it is most about; and what is open.

    `lead` is the paragraph that the story begins with, past titles and labels, and `lead_word` its first word's place.
    """

    weighed: tuple[Weighed, ...] = ()
    nation: Nation = Nation()
    doubts: tuple[Doubt, ...] = ()
    lead: int = 0
    lead_word: int = 0

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities alone, in order of first mention."""
        return tuple(weighed.entity for weighed in self.weighed)

    def called(self, name: str) -> Entity | None:
        """The thing that has `name` among its forms here, under its canonical name; case does not matter."""
        wanted = name.casefold()
        for weighed in self.weighed:
            if any(form.casefold() == wanted for form in (weighed.entity.name, *weighed.entity.aliases)):
                return weighed.tag
        return None
