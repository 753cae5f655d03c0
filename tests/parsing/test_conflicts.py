import pytest

from site_gen.parsing.conflicts import CONFLICT, conflict_line
from site_gen.parsing.front_matter import decode
from site_gen.parsing.settings import read_settings

CONFLICTED = "<<<<<<< HEAD\nour words\n=======\ntheir words\n>>>>>>> main\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (CONFLICTED, 1),
        (f"---\ntitle: A\n---\n\nText.\n{CONFLICTED}", 6),
        (f"```\ncode\n```\n{CONFLICTED}", 4),
        (f"```\n{CONFLICTED}```\n", 0),
        (f"~~~\n```\n{CONFLICTED}~~~\n", 0),
        ("<<<<<<< HEAD\nalone\n", 0),
        ("A heading\n=======\n\n>>>>>>> quoted\n", 0),
        ("    <<<<<<< a\n    =======\n    >>>>>>> b\n", 0),
    ],
)
def test_a_conflict_has_its_three_lines_and_is_no_code(text: str, line: int) -> None:
    assert conflict_line(text) == line


def test_every_text_of_a_site_is_looked_at() -> None:
    (problem,) = decode("content/posts/a.md", f"Text.\r\n{CONFLICTED}".encode()).problems
    assert (problem.line, problem.what, problem.excerpt) == (2, CONFLICT[0], "<<<<<<< HEAD")
    problems = read_settings("site.yaml", f"title: A\n{CONFLICTED}".encode()).problems
    assert [one.what for one in problems] == [CONFLICT[0]]
