"""Where a long sentence can be cut: before a clause that the language's words make sure."""

import re
from functools import cache

from msgspec import Struct

from site_gen.extract.languages.language import Clauses, Table
from site_gen.extract.languages.words import any_of, anywhere
from site_gen.text.measure import width_of

_NARROWEST, _FEWEST_WORDS = 30, 4
_BRACKETS = ("()", "[]", "（）")
_STRAIGHT_QUOTE = re.compile(r"(?<!\w)\"|\"(?!\w)")
"""A quotation mark; within a word it is none, but shortens a Hebrew one."""
_SHORT_LAST = re.compile(r"(?<![\w’'-])[a-zß-ÿąćęłńśźżğışа-яёіїєґ]{1,4}\Z")
"""A small word at the end of a beginning: "those", "one"."""
_LONGEST_READ = 600
"""Characters of a sentence whose end is read; a longer one is none."""
_LEAVES_OUT = "the headline leaves out who says it"
_NONE = re.compile(r"(?!)")


class Clause(Struct, frozen=True):
    """The beginning of a sentence that is a whole statement, and a doubt about it, or none."""

    text: str
    doubt: str = ""


def first_clause(sentence: str, table: Table, longest: int) -> Clause | None:
    """The longest beginning of a sentence, within `longest` characters, that ends where a clause does."""
    words = table.clauses
    best: Clause | None = None
    for found in _boundaries(words).finditer(sentence, 0, longest + 40):
        text = sentence[: found.start()].rstrip(" ,;،؛—–-")
        if width_of(text) > longest:
            break
        if not _is_statement(text, table) or (found["contrast"] and anywhere(words.negation).search(text)):
            continue
        if found["relative"] and _SHORT_LAST.search(text):
            continue  # "those that": without what follows, nobody knows which
        best = Clause(text, _doubt(found, text, words))
    return best or _before_tail(sentence, table, longest)


def _before_tail(sentence: str, table: Table, longest: int) -> Clause | None:
    """The statement before the words that end the sentence with who says it."""
    found = _tails(table.clauses).search(sentence) if len(sentence) <= _LONGEST_READ else None
    if found is None or width_of(found[1]) > longest or not _is_statement(found[1], table):
        return None
    return Clause(found[1], _LEAVES_OUT)


@cache
def _tails(words: Clauses) -> re.Pattern[str]:
    # The statement ends with the last letter of its own verb, which the shortest tail leaves.
    return (
        re.compile(rf"(.*[^\s,、])(?:{any_of(words.tails).replace('.*', '[^,.、]{0,20}')})\Z") if words.tails else _NONE
    )


@cache
def _boundaries(words: Clauses) -> re.Pattern[str]:
    """Where a clause begins: a semicolon, a comma and a word for a clause, or a word that needs none."""
    kinds = ("attribution", "contrast", "relative", "reason")
    after_comma = "|".join(f"(?P<{kind}>{anywhere(getattr(words, kind)).pattern})" for kind in kinds)
    addition = rf"(?:,\s*|\s+)(?P<addition>(?:{any_of(words.additions)})(?!\w))"
    return re.compile(rf"(?P<stop>[;；؛])|(?:[,，،]\s*|\s[—–-]\s)(?:{after_comma})|{addition}", re.IGNORECASE)


def _doubt(found: re.Match[str], text: str, words: Clauses) -> str:
    if found["attribution"] and not anywhere(words.attribution).search(text):
        return _LEAVES_OUT
    return ""


def _is_statement(text: str, table: Table) -> bool:
    """Whether a beginning says something whole: long enough, nothing left open, a verb in its last part."""
    if width_of(text) < _NARROWEST or _is_open(text, table):
        return False
    if table.sentences.spaced and text.count(" ") + 1 < _FEWEST_WORDS:
        return False
    if any(text.count(pair[0]) != text.count(pair[1]) for pair in (*table.sentences.quotes, *_BRACKETS)):
        return False
    if len(_STRAIGHT_QUOTE.findall(text)) % 2:
        return False
    openers = list(_openers(table.clauses).finditer(text))
    if not openers:
        return has_verb(text, table)
    return has_verb(text[: openers[0].start()], table) and has_verb(text[openers[-1].end() :], table)


@cache
def _openers(words: Clauses) -> re.Pattern[str]:
    """Words after which a clause is open until its verb: without it, what was begun would be left unsaid."""
    after_comma = anywhere((*words.relative, *words.reason, *words.contrast)).pattern
    return re.compile(rf"[,，،]\s*(?:{after_comma})|{anywhere(words.complements).pattern}", re.IGNORECASE)


def _is_open(text: str, table: Table) -> bool:
    """Whether a beginning ends with words after which its statement comes."""
    return any(found.end() == len(text) for found in anywhere(table.clauses.open_ends).finditer(text))


def has_verb(text: str, table: Table) -> bool:
    """Whether a text has a finite verb, as far as the table tells; a table without verbs lets every text pass."""
    return not table.clauses.verbs or anywhere(table.clauses.verbs).search(text) is not None
