"""Which form a file has, and what keeps it from being read."""

import importlib
from datetime import UTC
from pathlib import Path

import pytest

import site_gen.conversion
from site_gen.conversion import FORMS, PLAIN, convert, form_of, suffix_of
from site_gen.conversion.limits import LARGEST_TEXT, LONGEST_MARKDOWN
from site_gen.conversion.missing import MissingExtra
from site_gen.model.problem import Result
from site_gen.text.extras import EXTRAS

SURE = {
    ".pdf": b"%PDF-1.7\n",
    ".rtf": b"{\\rtf1\\ansi Text}",
    ".odt": b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
    ".docx": b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml",
    ".xml": b'<?xml version="1.0"?>\n<rss version="2.0"><channel>',
    ".json": b'{"version": "https://jsonfeed.org/version/1.1", "items": []}',
    ".html": b"\xef\xbb\xbf<!-- saved -->\n<!DOCTYPE html><html>",
}


@pytest.mark.parametrize("suffix", sorted(set(SURE) & set(FORMS)))
def test_a_file_is_read_as_what_it_certainly_is(suffix: str) -> None:
    assert form_of("seeds/article", SURE[suffix]) == suffix
    assert form_of("seeds/article.md", SURE[suffix]) == suffix
    assert form_of("seeds/article.txt", SURE[suffix]) == (PLAIN if suffix == ".html" else suffix)


def test_else_its_name_says_what_it_is() -> None:
    assert form_of("seeds/a.MD", b"Text.") == ".md"
    assert form_of("seeds/a.txt", b"# Text.") == PLAIN
    assert form_of("seeds/a", b"Text.") == PLAIN
    assert [suffix_of(name) for name in ("a.b/c", "a/.md", "x.tar.GZ", "a.")] == ["", "", ".gz", "."]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_its_module_in_this_room(form: str) -> None:
    assert callable(importlib.import_module(f"site_gen.conversion.{FORMS[form]}").convert)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_is_too_large_is_a_problem_and_is_not_looked_at(form: str) -> None:
    data = bytes(200_000_000)
    (problem,) = convert(form, "seeds/a", data, UTC).problems
    assert problem.what.startswith("This file has 200 MB; at most ")


def test_a_text_that_is_too_long_is_a_problem() -> None:
    assert LONGEST_MARKDOWN < LARGEST_TEXT
    (problem,) = convert(".md", "seeds/a.md", b"word " * (LONGEST_MARKDOWN // 5 + 1), UTC).problems
    assert problem.what == "This text has 2,000,005 characters; at most 2,000,000 are read."


def test_a_missing_library_and_endless_nesting_are_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> Result[object]:
        raise MissingExtra("images", "Such")

    def deep(*_: object) -> Result[object]:
        raise RecursionError

    module = importlib.import_module("site_gen.conversion.markdown")
    monkeypatch.setattr(module, "convert", missing)
    (problem,) = convert(".md", "seeds/a.md", b"Text.", UTC).problems
    assert str(problem) == (
        "seeds/a.md: Such files are not read without the extra 'images'. "
        f"Install it: pip install '{EXTRAS['images']}'. The file waits until then."
    )
    monkeypatch.setattr(module, "convert", deep)
    (problem,) = convert(".md", "seeds/a.md", b"Text.", UTC).problems
    assert problem.what == "This file is nested too deep."


def test_no_form_is_imported_before_a_file_of_it_is_read() -> None:
    text = Path(site_gen.conversion.__file__).read_text(encoding="utf-8")
    assert not [module for module in set(FORMS.values()) if f"conversion.{module} " in text]
