import pytest

from site_gen.extract.forms.two_articles import flag_two_articles
from tests.extract.forms.texts import LEAD, MORE, doubts, left, taken

ONE = f"{LEAD}\n{MORE}\n{LEAD}"
HEADLINE = "Second pier for the fleet is late"


@pytest.mark.parametrize(
    ("second", "begins"),
    [
        (f"{HEADLINE}\nBy Jane Roe\n{LEAD}\n{MORE}", 4),
        (f"By Jane Roe\n{LEAD}\n{MORE}", 4),
        (f"OSLO, May 2 (Reuters) - {LEAD}\n{MORE}", 4),
        (f"{HEADLINE}\nOSLO, May 2 (Reuters) - {LEAD}\n{MORE}", 4),
        (f"{HEADLINE}\nBy Jane Roe\nOSLO, May 2 (Reuters) - {LEAD}\n{MORE}", 4),
        (f"###\n{HEADLINE}\n{LEAD}\n{MORE}", 5),
        (f"-30-\n{LEAD}\n{MORE}", 5),
        (f"ENDS\n\n{HEADLINE}\n{LEAD}\n{MORE}", 6),
        (f"*****\n{HEADLINE}\n{LEAD}\n{MORE}", 5),
        (f"---\n{HEADLINE}\n{LEAD}\n{MORE}", 5),
        (f"====\n\n{HEADLINE}\n\n{LEAD}\n\n{MORE}", 6),
    ],
)
def test_a_doubt_names_the_line_where_the_second_article_begins(second: str, begins: int) -> None:
    found = taken(flag_two_articles, f"{ONE}\n{second}")
    why = f"text: the file seems to hold two articles; the second begins at line {begins}. Split the file."
    assert doubts(found) == [why]
    assert left(found) == [line for line in f"{ONE}\n{second}".split("\n") if line]


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE}\n{MORE}",
        f"{HEADLINE}\nBy Jane Roe\nOSLO, May 2 (Reuters) - {ONE}",
        f"{ONE}\n***\n{LEAD}\n{MORE}",
        f"{ONE}\n###\nAbout the council: it meets on Fridays in the town hall, and all may come.\n{MORE}",
        f"{ONE}\n{HEADLINE}\n{LEAD}\n{MORE}",
        f"{ONE}\n###",
        f"{ONE}\nBy noon the crew was home and the boats were made fast.\n{LEAD}\n{MORE}",
        f"{ONE}\nBy Jane Roe",
        f"{ONE}\nENDS\nNotes to editors\n{LEAD}\n{MORE}",
        LEAD,
        f"###\n{ONE}",
    ],
)
def test_one_article_is_one(text: str) -> None:
    assert doubts(taken(flag_two_articles, text)) == []
