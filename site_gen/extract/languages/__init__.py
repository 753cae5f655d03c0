"""The languages that texts come in: which one a text is in, and the words and signs that rules go by.

A language is a file of `tables/`, which a speaker writes or extends without Python: docs/ingest.md says how. The rules
are in `extract/table_rules/`; English has rules of its own, and no file.
"""

from site_gen.extract.languages.detect import Detected, detect, name_of
from site_gen.extract.languages.language import ENGLISH, Language, Table
from site_gen.extract.languages.read import language_called, languages
from site_gen.extract.languages.sentences import sentences_of

__all__ = [
    "ENGLISH",
    "Detected",
    "Language",
    "Table",
    "detect",
    "language_called",
    "languages",
    "name_of",
    "sentences_of",
]
