import pytest

from site_gen.markup.reference import reference_parser

PARSERS = {trusted: reference_parser(trusted) for trusted in (True, False)}


def html(text: str, trusted: bool = True) -> str:
    return str(PARSERS[trusted].reset().convert(text))


def test_headings_begin_at_the_second_level_and_skip_none() -> None:
    assert html("# A\n\n### B\n\n# C") == '<h2 id="a">A</h2>\n<h3 id="b">B</h3>\n<h2 id="c">C</h2>'


def test_cells_are_aligned_by_class_for_a_strict_policy() -> None:
    made = html("| a | b |\n|:-:|---|\n| 1 | 2 |")
    assert '<th class="align-center">a</th>' in made
    assert "style" not in made


@pytest.mark.parametrize(("trusted", "expected"), [(True, "<p><b>x</b></p>"), (False, "<p>&lt;b&gt;x&lt;/b&gt;</p>")])
def test_raw_html_is_for_trusted_texts(trusted: bool, expected: str) -> None:
    assert html("<b>x</b>", trusted) == expected


def test_ids_begin_with_a_letter_in_notes_too() -> None:
    assert 'id="fn-1"' in html("A[^1]\n\n[^1]: B")
    assert 'id="section-2026"' in html("# 2026")
