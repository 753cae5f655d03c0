import pytest

from site_gen.text.deck import says_more

BEGINNING = (
    "The [Ministry of Defence](https://mod.example) said on *Tuesday* that 14 frigates would be built in Glasgow.\n\n"
    'A minister called it "the largest order since 1982". Work begins in May.\n\n'
)
TEXT = BEGINNING + "Unions welcomed the decision after two years of uncertainty. " * 60


@pytest.mark.parametrize(
    "summary",
    [
        "A minister called it “the largest order since 1982”.",
        "Ministry of Defence said on Tuesday that 14 frigates would be built in Glasgow…",
        "Glasgow: 14 frigates built, Ministry of Defence said",
        "FRIGATES WOULD BE BUILT",
        "",
    ],
)
def test_what_the_first_paragraphs_say_is_no_news(summary: str) -> None:
    assert not says_more(summary, TEXT)


@pytest.mark.parametrize(
    "summary",
    [
        "The order keeps two yards open until 2040, but leaves a gap in submarine work that nobody has explained.",
        "What the new ships can do, what they cost, and who will sail them.",
        "Фрегаты построят в Глазго",
        "He is to go.",
    ],
)
def test_what_an_editor_adds_is(summary: str) -> None:
    assert says_more(summary, TEXT)


def test_what_comes_late_in_a_long_text_is_not_said_at_its_beginning() -> None:
    assert says_more("Unions welcomed it after two years of uncertainty.", BEGINNING + "Words. " * 200 + TEXT)


@pytest.mark.parametrize(("summary", "more"), [("国防部将建造护卫舰", False), ("工会欢迎这一决定", True)])
def test_scripts_without_spaces_are_compared_by_character(summary: str, more: bool) -> None:
    assert says_more(summary, "国防部周二表示,将在格拉斯哥建造十四艘护卫舰。") is more
