"""Names in texts of languages that have a table (text/known_names)."""

from site_gen.extract.names.tabled.find import find_by_table

__all__ = ["find_by_table"]
