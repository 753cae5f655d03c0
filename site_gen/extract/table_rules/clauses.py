"""Where a long sentence can be cut: before a clause that the language's words make sure."""

import re
from functools import cache

from msgspec import Struct

from site_gen.extract.languages.language import Clauses, Table
from site_gen.extract.languages.words import any_of, anywhere

_FEWEST_CHARACTERS, _FEWEST_WORDS = 30, 4
_BRACKETS = ("()", "[]")


class Clause(Struct, frozen=True):
    """The beginning of a sentence that is a whole statement, and a doubt about it, or none."""

    text: str
    doubt: str = ""


def first_clause(sentence: str, table: Table, longest: int) -> Clause | None:
    """The longest beginning of a sentence, within `longest` characters, that ends where a clause does."""
    words = table.clauses
    best: Clause | None = None
    for found in _boundaries(words).finditer(sentence, 0, longest + 40):
        text = sentence[: found.start()].rstrip(" ,;—–-")
        if len(text) > longest:
            break
        if not _is_statement(text, table) or (found["contrast"] and anywhere(words.negation).search(text)):
            continue
        best = Clause(text, _doubt(found, text, words))
    return best


@cache
def _boundaries(words: Clauses) -> re.Pattern[str]:
    """Where a clause begins: a semicolon, a comma and a word for a clause, or a word that needs none."""
    kinds = ("attribution", "contrast", "relative", "reason")
    after_comma = "|".join(rf"(?P<{kind}>(?:{any_of(getattr(words, kind))})(?!\w))" for kind in kinds)
    addition = rf"(?:,\s*|\s+)(?P<addition>(?:{any_of(words.additions)})(?!\w))"
    return re.compile(rf"(?P<stop>[;；])|(?:[,，]\s*|\s[—–-]\s)(?:{after_comma})|{addition}", re.IGNORECASE)


def _doubt(found: re.Match[str], text: str, words: Clauses) -> str:
    if found["attribution"] and not anywhere(words.attribution).search(text):
        return "the headline leaves out who says it"
    return ""


def _is_statement(text: str, table: Table) -> bool:
    """Whether a beginning says something whole: long enough, nothing left open, a verb in its last part."""
    spaced = table.sentences.spaced
    if len(text) < (_FEWEST_CHARACTERS if spaced else _FEWEST_CHARACTERS // 3):
        return False
    if spaced and text.count(" ") + 1 < _FEWEST_WORDS:
        return False
    if any(text.count(pair[0]) != text.count(pair[1]) for pair in (*table.sentences.quotes, *_BRACKETS)):
        return False
    if text.count('"') % 2:
        return False
    openers = [found.end() for found in _openers(table.clauses).finditer(text)]
    return has_verb(text[openers[-1] :] if openers else text, table)


@cache
def _openers(words: Clauses) -> re.Pattern[str]:
    """Words after which a clause is open until its verb: without it, what was begun would be left unsaid."""
    after_comma = any_of((*words.relative, *words.reason, *words.contrast))
    return re.compile(rf"[,，]\s*(?:{after_comma})(?!\w)|(?<!\w)(?:{any_of(words.complements)})(?!\w)", re.IGNORECASE)


def has_verb(text: str, table: Table) -> bool:
    """Whether a text has a finite verb, as far as the table tells; a table without verbs lets every text pass."""
    return not table.clauses.verbs or anywhere(table.clauses.verbs).search(text) is not None
