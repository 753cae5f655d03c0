"""What a header gives wins over the head of the text, and neither authors nor contacts become tags."""

from datetime import UTC, datetime

from site_gen.extract.article import Context, derive
from site_gen.extract.names import load_gazetteer
from site_gen.model.seed import Article, Given, Seed

STORY = "The frigate Heron ran aground on Tuesday, the navy said.\nIt was pulled off by two tugs."


def _made(text: str, header_lines: int = 0, given: Given | None = None) -> Article:
    seed = Seed(
        path="seeds/a.txt",
        text=text,
        modified=datetime(2026, 7, 1, tzinfo=UTC),
        header_lines=header_lines,
        given=given or Given(),
    )
    return derive(seed, Context(load_gazetteer()))


def test_a_headline_of_the_text_is_the_posts_title_once() -> None:
    made = _made(f"Heron runs aground off Dunmere\nBy Jane Roe\nPublished: 14 January 2025, 09:30\n{STORY}")
    assert made.title == "Heron runs aground off Dunmere"
    assert "runs aground off" not in made.body
    assert made.authors == ("Jane Roe",)
    assert (made.date.isoformat(), made.date_source) == ("2025-01-14T09:30:00+00:00", "text")
    assert [cut.rule for cut in made.cuts] == ["headline", "byline", "date line"]


def test_a_header_wins_and_its_title_is_taken_off_the_text() -> None:
    text = f"Title: Heron runs aground\n\nHeron runs aground\n{STORY}"
    made = _made(text, 1, Given(title="Heron runs aground"))
    assert made.title == "Heron runs aground"
    assert made.body.startswith("The frigate Heron ran aground")


def test_another_line_than_the_headers_title_stays_in_the_body() -> None:
    text = f"Title: Heron runs aground\n\nWhat the sandbank off Dunmere hides\n{STORY}"
    made = _made(text, 1, Given(title="Heron runs aground"))
    assert made.title == "Heron runs aground"
    assert made.body.startswith("What the sandbank off Dunmere hides")


def test_a_headers_date_and_authors_win() -> None:
    given = Given(date=datetime(2025, 2, 1, tzinfo=UTC), date_source="header", authors=("R. Doe",))
    made = _made(f"Heron runs aground off Dunmere\nBy Jane Roe\n14 January 2025\n{STORY}", 0, given)
    assert made.date == datetime(2025, 2, 1, tzinfo=UTC)
    assert made.authors == ("R. Doe",)


def test_authors_and_contacts_are_no_tags() -> None:
    made = _made(
        "FOR IMMEDIATE RELEASE\nContact: Jane Roe, +44 20 7946 0999\nHeron leaves the dock at last\nBy John Doe\n"
        "OSLO, Norway, May 6, 2025 - The frigate Heron has left the dock, Jane Roe, a spokeswoman, said.\n"
        "Jane Roe and John Doe watched from the quay. Jane Roe waved. John Doe took a picture."
    )
    assert made.authors == ("John Doe",)
    assert not {"Jane Roe", "John Doe"} & {tag.name for tag in made.tags}
