"""No pattern takes long on a line that makes it backtrack."""

import re
from time import process_time

import pytest

from site_gen.extract.boilerplate.kinds import name_line
from site_gen.extract.boilerplate.rule import Rule
from site_gen.extract.boilerplate.rules import RULES
from site_gen.extract.boilerplate.sentence import looks_like_sentence
from site_gen.extract.boilerplate.table import table_rows

LENGTH = 5000
SLOW = 0.05  # seconds
SIGNS = ("a", " ", "a ", "a.", "a, ", "a/", "| ", "- ", "(", "1", "1, ", "#a ", "@a", "a'b ", "\u00e9 ", "\u0439 ")


def hostile_lines(rule: Rule) -> list[str]:
    """Long repetitions of the words of a pattern, each alone and after the first of them."""
    words = list(dict.fromkeys(re.findall(r"[^\W\d_]{2,}", rule.opening)))[:40]
    units = [*SIGNS, *(f"{word} " for word in words), " ".join(words) + " "]
    lines = [(unit * LENGTH)[:LENGTH] for unit in units]
    return [*lines, *(f"{words[0]} {line}" for line in lines if words)]


@pytest.mark.parametrize("rule", RULES, ids=[f"{place}-{rule.name}" for place, rule in enumerate(RULES)])
def test_a_wording_is_quick_on_hostile_lines(rule: Rule) -> None:
    opening = re.compile(rule.opening)
    for line in hostile_lines(rule):
        began = process_time()
        opening.match(line)
        assert process_time() - began < SLOW, line[:60]


@pytest.mark.parametrize("unit", [*SIGNS, "share ", "facebook twitter ", "reporting by a ", "also read: "])
def test_naming_a_line_is_quick(unit: str) -> None:
    for length in (100, 220, 900, LENGTH):
        line = (unit * length)[:length]
        began = process_time()
        name_line(line, frozenset(), looks_like_sentence)
        looks_like_sentence(line)
        table_rows([line, line])
        assert process_time() - began < SLOW
