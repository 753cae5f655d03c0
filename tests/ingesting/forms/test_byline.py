import pytest

from site_gen.ingesting.forms.byline import split_byline
from site_gen.ingesting.text import Paragraph

STORY = Paragraph("The crew came home.", 3)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By Sgt. Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Story by Petty Officer 2nd Class Jane Roe", ("Jane Roe",)),
    ],
)
def test_a_byline_names_the_authors(line: str, authors: tuple[str, ...]) -> None:
    byline, rest = split_byline((Paragraph(line, 1), STORY))
    assert byline.authors == authors
    assert [(cut.line, cut.text, cut.rule) for cut in byline.cuts] == [(1, line, "byline")]
    assert rest == (STORY,)


@pytest.mark.parametrize("line", ["By noon the crew was home.", "By the time they came it was late", "Jane Roe"])
def test_other_first_lines_stay(line: str) -> None:
    byline, rest = split_byline((Paragraph(line, 1), STORY))
    assert byline.authors == ()
    assert len(rest) == 2


def test_a_lone_line_stays() -> None:
    assert split_byline((Paragraph("By Jane Roe", 1),))[1] == (Paragraph("By Jane Roe", 1),)
