"""Files parted at their fences, and bytes that are no text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.parsing.front_matter import Parts, decode, split

PARTED = [
    ("---\ntitle: A\n---\nText.\n", Parts("title: A", 2, "Text.\n", 4)),
    ("---\ntitle: A\n...\nText.\n", Parts("title: A", 2, "Text.\n", 4)),
    ("---\n---", Parts("", 2, "", 3)),
    ("\n\n---  \na: b\n--- \n\nText.", Parts("a: b", 4, "\nText.", 6)),
    ("---\na: b\n---\nText.\n---\nMore.\n", Parts("a: b", 2, "Text.\n---\nMore.\n", 4)),
    ("---\na: |\n  ---\n---\nText.", Parts("a: |\n  ---", 2, "Text.", 5)),
]


@pytest.mark.parametrize(("text", "parts"), PARTED)
def test_a_file_is_parted_at_its_fences(text: str, parts: Parts) -> None:
    assert split("a.md", text).value == parts


UNPARTED = [
    ("", "a.md:1:1: The front matter is missing."),
    ("\n\nText.", "a.md:3:1: The front matter is missing."),
    ("+++\ntitle = 1\n+++", "a.md:1:1: TOML front matter is not read here."),
    ("{\n}", "a.md:1:1: JSON front matter is not read here."),
    ("---- \na: b\n----", "a.md:1:1: '----' does not open front matter."),
    ("---\na: b\n\nText.", "a.md:1:1: The front matter is opened and never closed."),
]


@pytest.mark.parametrize(("text", "message"), UNPARTED)
def test_a_file_without_fences_is_a_problem(text: str, message: str) -> None:
    (problem,) = split("a.md", text).problems
    assert str(problem).startswith(message)


@given(st.text())
def test_nothing_of_a_file_is_lost(text: str) -> None:
    assert split("a.md", f"---\na: b\n---\n{text}").or_raise().body == text


def test_marks_and_windows_line_ends_are_forgiven() -> None:
    assert decode("a.md", b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r").value == "---\ntitle: A\n---\n"


BYTES = [
    (b"caf\xe9", 1, 4),
    (b"\xef\xbb\xbfcaf\xe9", 1, 4),
    ("Gen\u00e8ve\n\u041a\u0438\u0457\u0432 ".encode() + b"\xff\n", 2, 6),
    (b"\xff\xfea\x00", 1, 1),
    (b"one\ntwo\n\x80", 3, 1),
    ("\U0001f6a2".encode()[:2], 1, 1),
]


@pytest.mark.parametrize(("data", "line", "column"), BYTES)
def test_bytes_that_are_no_text_are_pointed_at(data: bytes, line: int, column: int) -> None:
    (problem,) = decode("a.md", data).problems
    assert (problem.line, problem.column, problem.what) == (line, column, "This is not UTF-8 text.")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read = decode("a.md", data)
    assert "\r" not in (read.value or "")
    assert all(problem.line >= 1 and problem.column >= 1 for problem in read.problems)
    assert (read.value is None) == bool(read.problems)
