import re

import pytest

from site_gen.markup import tables
from site_gen.markup.engine import engine
from site_gen.markup.tables import boxed_tables
from site_gen.model.settings import MarkdownSettings


@pytest.fixture
def _all_are_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_NARROW", -1)


TABLE = "<table>\n<thead>\n<tr>\n<th>Aircraft</th>\n<th>Range</th>\n</tr>\n</thead>\n</table>"


def names(body: str) -> list[str]:
    return re.findall(r'aria-label="([^"]*)"', boxed_tables(body))


@pytest.mark.usefixtures("_all_are_wide")
def test_a_table_is_in_a_box_that_scrolls_by_keyboard_and_is_named_by_its_columns() -> None:
    assert boxed_tables(f"<p>a</p>\n{TABLE}\n<p>b</p>") == (
        '<p>a</p>\n<div class="table" role="group" tabindex="0" aria-label="Table: Aircraft, Range">\n'
        f"{TABLE}\n</div>\n<p>b</p>"
    )


@pytest.mark.usefixtures("_all_are_wide")
@pytest.mark.parametrize("name", ["python-markdown", "commonmark"])
def test_whichever_engine_made_it(name: str) -> None:
    markdown = engine(MarkdownSettings(engine=name))  # type: ignore[arg-type]
    text = 'Words.\n\n| *Name* & "so" | Reach |\n|---|--:|\n| F-16 | 3 |\n\nWords.\n\n| | b |\n|---|---|\n| 1 | 2 |\n'
    made = markdown.render(text, trusted=False)
    assert [one.replace("“", "&quot;").replace("”", "&quot;") for one in names(made)] == [
        "Table 1: Name &amp; &quot;so&quot;, Reach",
        "Table 2: b",
    ]
    assert boxed_tables(made).count('<div class="table"') == made.count("<table>") == 2


@pytest.mark.usefixtures("_all_are_wide")
def test_its_caption_names_it_where_there_is_one() -> None:
    assert names("<table><caption>Who <b>flies</b> what</caption><tr><th>a</th></tr></table>") == [
        "Table: Who flies what"
    ]


@pytest.mark.usefixtures("_all_are_wide")
def test_a_table_without_heads_is_a_table() -> None:
    assert names("<table><tr><td>1</td></tr></table>") == ["Table"]


@pytest.mark.usefixtures("_all_are_wide")
def test_a_name_is_short() -> None:
    assert len(names(f"<table><tr><th>{'word ' * 100}</th></tr></table>")[0]) < 120


@pytest.mark.usefixtures("_all_are_wide")
def test_a_table_within_a_table_has_no_box_of_its_own() -> None:
    made = boxed_tables("<table><tr><td><table></table></td></tr></table>")
    assert made.count("<div") == 1 and made.startswith("<div") and made.endswith("</div>")


@pytest.mark.usefixtures("_all_are_wide")
@pytest.mark.parametrize("body", ["<p>No table, &lt;table&gt;</p>", "<table><tr>", "</table>", "<tablet></tablet>"])
def test_what_is_no_whole_table_stays(body: str) -> None:
    assert boxed_tables(body) == body


@pytest.mark.parametrize(
    ("cells", "scrolls"),
    [
        (["a", "b"], False),
        (["1 & 2", "&lt;5&gt;"], False),
        (["words that wrap at their blanks", "b"], False),
        (["Ticonderoga-class", "AN/MPQ-65A"], True),
        (["a", "b", "c", "d", "e", "f", "g", "h", "i"], True),
    ],
)
def test_a_table_that_fits_on_any_screen_is_no_stop_of_the_keyboard(cells: list[str], scrolls: bool) -> None:
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    assert ('tabindex="0"' in boxed_tables(f"<table><tr>{row}</tr></table>")) is scrolls


def test_cells_that_do_not_wrap_count_whole() -> None:
    row = '<td class="align-right">14 of 28 were built in all</td>'
    assert 'tabindex="0"' in boxed_tables(f"<table><tr>{row}</tr></table>")
    assert 'tabindex="0"' in boxed_tables('<table><tr><td><img src="a.png"></td></tr></table>')


def test_a_word_without_an_end_breaks_and_nothing_scrolls() -> None:
    made = boxed_tables(f"<table><tr><td>{'counterintelligence' * 4}</td><td>Ticonderoga-class</td></tr></table>")
    assert made.startswith('<div class="table breaks">') and "tabindex" not in made
