"""Markdown of another program: pictures that are missing become links, and never pictures again."""

import pytest

from site_gen.importing.markdown_body import rewritten


class Nothing:
    """Links stay as they are; no picture is there."""

    def link(self, href: str) -> str | None:
        return href

    def picture(self, src: str) -> str | None:
        return None


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("Fun!![dog](//p.example/x.jpg) here", "Fun! [dog](//p.example/x.jpg) here"),
        ("[![Dog](//p.example/x.jpg)](https://a.example/)", "[Dog](https://a.example/)"),
        ("Rules!![![Dog](//p.example/x.jpg)](https://a.example/)", "Rules! [Dog](https://a.example/)"),
    ],
)
def test_the_place_of_a_missing_picture_is_a_link(source: str, made: str) -> None:
    assert rewritten(source, Nothing()).text == made


def test_an_address_with_blanks_is_one() -> None:
    asked: list[str] = []

    class Asked(Nothing):
        def link(self, href: str) -> str | None:
            asked.append(href)
            return None

    made = rewritten(
        '[Git](git 2.29.1) and [it](https://a.example/b c "A title"), [this](see edwin\'s article)', Asked()
    )
    assert asked == ["git 2.29.1", "https://a.example/b c", "see edwin's article"]
    assert made.text == "Git and it, this"
