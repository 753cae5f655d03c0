"""theme.yaml."""

import pytest

from site_gen.model.theme import ThemeMatter, ThemeOption
from site_gen.parsing.theme import read_theme_matter


def test_a_theme_says_what_it_is() -> None:
    text = (
        b"name: own\nparent: plain\ndescription: Mine.\noptions:\n  accent: {default: navy, about: Colour.}\n  bare:\n"
    )
    assert read_theme_matter("theme.yaml", text).value == ThemeMatter(
        name="own",
        parent="plain",
        description="Mine.",
        options={"accent": ThemeOption(default="navy", about="Colour."), "bare": ThemeOption()},
    )


WRONG = [
    (b"parents: plain", "theme.yaml:1:1: Unknown key 'parents'. Did you mean 'parent'?"),
    (b"options: [a]", "theme.yaml:1:10: Expected 'name: value' lines here."),
    (b"options: {a: {defualt: b}}", "theme.yaml:1:15: Unknown key 'defualt'. Did you mean 'default'?"),
    (b"languages: [German]", "theme.yaml:1:13: "),
    (b"name: \xff", "theme.yaml:1:7: This is not UTF-8 text."),
]


@pytest.mark.parametrize(("data", "problem"), WRONG)
def test_a_wrong_theme_is_reported_with_its_place(data: bytes, problem: str) -> None:
    read = read_theme_matter("theme.yaml", data)
    assert read.value is None
    assert [str(one)[: len(problem)] for one in read.problems] == [problem]
