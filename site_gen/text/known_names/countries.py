"""The names of countries in all languages of tables and interface (data/countries.txt, see data/LICENCES.md)."""

from functools import cache
from importlib import resources


@cache
def country_names() -> dict[str, dict[str, str]]:
    """Names by ISO 3166 alpha-3 code and language; "en" is the canonical name of the gazetteer."""
    text = (resources.files("site_gen.text") / "data" / "countries.txt").read_text("utf-8")
    head, *lines = (line for line in text.splitlines() if not line.startswith("#"))
    languages = head.split("|")[1:]
    rows = (line.split("|") for line in lines)
    return {
        iso3: {language: name for language, name in zip(languages, names, strict=True) if name} for iso3, *names in rows
    }
