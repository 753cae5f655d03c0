import pytest

from site_gen.extract.manuscript import Genre, Manuscript
from site_gen.extract.prose import prose_of
from site_gen.extract.text import BlockKind, Paragraph


@pytest.mark.parametrize(
    ("genre", "paragraphs", "prose"),
    [
        ("", [("text", "A."), ("heading", "B"), ("item", "C"), ("row", "D | E"), ("text", "F.")], ["A.", "F."]),
        ("", [("heading", "B"), ("item", "C"), ("quote", "D")], ["C", "D"]),
        ("", [("row", "D | E")], []),
        ("", [("text", "It fell.[1]")], ["It fell.[1]"]),
        ("assessment", [("text", "It fell.[1]")], ["It fell."]),
        ("interview", [("text", "Q: Who?"), ("text", "A: I.")], ["I."]),
        ("live", [("subheading", "14:32"), ("text", "It fell.")], ["It fell."]),
    ],
)
def test_headline_and_summary_see_the_sentences_of_the_story(
    genre: Genre, paragraphs: list[tuple[BlockKind, str]], prose: list[str]
) -> None:
    given = tuple(Paragraph(text, 1, kind) for kind, text in paragraphs)
    assert [one.text for one in prose_of(Manuscript(genre=genre, paragraphs=given))] == prose
