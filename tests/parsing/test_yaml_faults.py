"""Problems of YAML that does not parse: the place, what is wrong, what to write."""

from datetime import UTC

import pytest

from site_gen.model.post import FrontMatter
from site_gen.parsing.document import Reading
from site_gen.parsing.schema import read_yaml
from site_gen.parsing.yaml_faults import quoted

FAULTS = [
    ("title: a: b", "1:9", "This text contains ': ' and is not in quotes. Put it in quotes: title: \"a: b\""),
    ('title: "a": b', "1:11", "This text contains ': ' and is not in quotes. Put it in quotes: title: '\"a\": b'"),
    ("title: a\n  date: b", "2:3", "The key 'date' is indented, but the line above it has its value already."),
    ("title: 'a", "1:8", "The quote ' is opened here and never closed."),
    ('title: "a\ndate: b\n', "1:8", 'The quote " is opened here and never closed.'),
    ("title: 'Don't'", "1:13", "The text continues after the closing '. Put it in quotes: title: \"Don't\""),
    ("tags: [a, b\ndate: c", "1:7", "A [ is opened here and not closed."),
    ("image: {src: a\ndate: c", "1:8", "A { is opened here and not closed."),
    ("tags: [a] b", "1:11", "The text continues after the closing ]. Put it in quotes: tags: \"[a] b\""),
    ("title: *a*", "1:8", "A text cannot begin with '*'. Put it in quotes: title: \"*a*\""),
    ("title: *a", "1:8", "A text cannot begin with '*'."),
    ("title: &", "1:8", "A text cannot begin with '&'."),
    ("title: @a", "1:8", "A text cannot begin with '@'. Put it in quotes: title: \"@a\""),
    ("title: `a`", "1:8", "A text cannot begin with '`'."),
    ("title: >a", "1:8", "A text cannot begin with '>'."),
    ("title: ]a", "1:8", "A text cannot begin with ']'."),
    ("title: , a", "1:8", "A text cannot begin with ','."),
    ("title: - a", "1:8", "A text cannot begin with '- '."),
    ("title: ? a", "1:8", "A text cannot begin with '?'."),
    ("image:\n\tsrc: a", "2:1", "This line is indented with a tab. Indent it with spaces."),
    ("summary: |\n\ta", "2:1", "This line is indented with a tab."),
    ("tags\ntitle: a", "1:1", "This line is not a 'key: value'."),
    ("title: a\ndate:2026\nslug: b", "2:1", "This line is not a 'key: value'."),
    ("title: a\n- b", "2:1", "This item is not in line with a list."),
    ("tags:\n  - a\n b: c", "3:2", "This line is not in line with the keys above it."),
    ("- a\ntitle: b", "2:1", "This line is among the items of a list, but is not one."),
    (" title: a\ndate: b", "2:1", "This line does not begin in the column of the first key."),
    ("title: a\n--- \ntitle: b", "2:1", "There is a second '---' here."),
    (r'title: "C:\dir"', "1:11", "This backslash means nothing within double quotes."),
    ("title: a\x07", "1:9", "There is a character here that does not print. Remove it."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "words"), FAULTS)
def test_faults_are_reported_in_plain_words(text: str, place: str, words: str) -> None:
    reading = Reading("a.md", text, UTC)
    value = read_yaml(FrontMatter, reading)
    assert value is None
    assert (
        [str(problem) for problem in reading.problems if str(problem).startswith(f"a.md:{place}: {words}")]
        == [str(problem) for problem in reading.problems]
        != []
    )


QUOTED = [
    ("title: a: b", 'Put it in quotes: title: "a: b"'),
    ('  - url: "a" b', "Put it in quotes: url: '\"a\" b'"),
    ("title: 'Don't'", 'Put it in quotes: title: "Don\'t"'),
    ('title: "a" and "b"', 'Put it in quotes: title: \'"a" and "b"\''),
    ("title: \"a\" 'b'", "Put the whole text in quotes."),
    ("title: a\\b", "Put the whole text in quotes."),
    (f"title: {'long ' * 40}", "Put the whole text in quotes."),
    ("no pair", "Put the whole text in quotes."),
]


@pytest.mark.parametrize(("line", "advice"), QUOTED)
def test_the_advice_spells_the_line_out(line: str, advice: str) -> None:
    assert quoted(line) == advice
