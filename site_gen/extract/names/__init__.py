"""Names in a text: who and what it mentions, and which of them it is about."""

from site_gen.extract.names.doubts import doubtful_tags
from site_gen.extract.names.find import find_names
from site_gen.extract.names.gazetteer import Entry, ExtraEntity, Gazetteer, load_gazetteer
from site_gen.extract.names.salience import choose_tags
from site_gen.extract.names.shown import shown_entities, shown_tags
from site_gen.extract.names.sighting import Names, Weighed

__all__ = [
    "Entry",
    "ExtraEntity",
    "Gazetteer",
    "Names",
    "Weighed",
    "choose_tags",
    "doubtful_tags",
    "find_names",
    "load_gazetteer",
    "shown_entities",
    "shown_tags",
]
