"""Names that are known in several languages, by the tables in data/names: one file a language."""

from site_gen.text.known_names.countries import country_names
from site_gen.text.known_names.shown import known_things, shown_name
from site_gen.text.known_names.table import Spelling, Table, TableError, Thing, spellings_of, table_of, tabled_languages

__all__ = [
    "Spelling",
    "Table",
    "TableError",
    "Thing",
    "country_names",
    "known_things",
    "shown_name",
    "spellings_of",
    "table_of",
    "tabled_languages",
]
