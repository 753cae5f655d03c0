from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.ingesting.boilerplate import cut_boilerplate
from site_gen.ingesting.clean import clean
from site_gen.ingesting.text import Line

HERE = Path(__file__).parent
CUT = (HERE / "lines_cut.txt").read_text(encoding="utf-8").splitlines()
KEPT = (HERE / "lines_kept.txt").read_text(encoding="utf-8").splitlines()
PROSE = (
    "The ministry said on Tuesday that six patrol boats had been ordered.",
    "They will be built at the yard in the north, officials said, and the first is due in 2027.",
    "Opposition members asked why no other yard had been invited to bid.",
)


def numbered(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(number, clean(text)) for number, text in enumerate(texts, 1))


def cut_of(*texts: str, repeats: frozenset[str] = frozenset()) -> list[str]:
    return [cut.text for cut in cut_boilerplate(numbered(*texts), repeats)[1]]


@given(
    st.lists(
        st.sampled_from([*CUT, *KEPT, *PROSE, "", "x"]) | st.text(alphabet="ab .:\u00e9#*", max_size=12), max_size=40
    )
)
def test_kept_lines_and_cut_log_are_the_seed(texts: list[str]) -> None:
    lines = numbered(*texts)
    kept, cuts = cut_boilerplate(lines, frozenset({"x"}))
    log = tuple(Line(cut.line, cut.text) for cut in cuts)
    assert tuple(sorted((*kept, *log), key=lambda line: line.number)) == lines
    assert all(cut.rule for cut in cuts)
    assert list(kept) == sorted(kept, key=lambda line: line.number)


@given(st.lists(st.sampled_from([*CUT, *KEPT, *PROSE, ""]), max_size=30))
def test_what_was_kept_is_kept_again(texts: list[str]) -> None:
    kept, _ = cut_boilerplate(numbered(*PROSE, *texts, *PROSE), frozenset())
    assert set(PROSE) <= {line.text for line in kept}


@pytest.mark.parametrize("line", CUT)
def test_boilerplate_in_the_tail_goes(line: str) -> None:
    assert clean(line) in cut_of(*PROSE, line, "Share this:", "Subscribe")
    assert cut_of(*PROSE, "Share this:", line, "Subscribe") == ["Share this:", clean(line), "Subscribe"]


@pytest.mark.parametrize("line", KEPT)
def test_the_article_stays(line: str) -> None:
    assert cut_of(*PROSE, line, *PROSE) == []
    assert cut_of(line, *PROSE) == []
    assert cut_of(*PROSE, line) == []


@pytest.mark.parametrize(
    "line", ["Facebook", "Home", "News", "Comments", "China", "Email", "1", "Related", "Tags", "Army"]
)
def test_one_word_alone_says_nothing(line: str) -> None:
    assert cut_of(*PROSE, line, *PROSE) == []
    assert cut_of(*PROSE, "It owns three services:", line, "Instagram", "WhatsApp", *PROSE) == []


def test_a_share_bar_in_mid_article_goes_with_its_buttons() -> None:
    bar = ("Share this:", "Facebook", "Twitter", "Print")
    assert cut_of(*PROSE, *bar, *PROSE) == list(bar)


def test_a_menu_before_the_article_goes_and_the_headline_stays() -> None:
    menu = ("Skip to main content", "Home", "* World", "* Sports", "o Weather", "Search", "Subscribe")
    rest = ("Navy orders six patrol boats", "By Jane Roe", "January 5, 2024", "Share this article", "Facebook")
    assert cut_of(*menu, *rest, *PROSE) == [*menu, "Share this article", "Facebook"]


def test_a_footer_goes_with_what_stands_between_its_lines() -> None:
    footer = (
        "Share this:",
        "Facebook",
        "Loading…",
        "Comments",
        "The Harbour Watch",
        "Discover more from The Harbour Watch",
        "Army orders trucks for northern garrisons",
        "May 3, 2023",
        "About",
        "Privacy Policy",
    )
    assert cut_of(*PROSE, "", *footer) == list(footer)


def test_a_page_with_menus_all_around_leaves_the_article() -> None:
    top = (
        "Menu",
        "Home",
        "Your local news is set to the north. You can change it here.",
        "World",
        "Harbour Zone",
        "Politics",
        "Sports",
        "Opinion",
    )
    bottom = (
        "Privacy Policy",
        "Careers",
        "Contact",
        "About",
        "News",
        "Sports",
        "Video",
        "RSS",
        "All our systems work today. See our status page for more.",
        "Help",
    )
    kept, _ = cut_boilerplate(numbered(*top, "Navy orders six boats", *PROSE, *bottom), frozenset())
    assert [line.text for line in kept] == [top[2], "Navy orders six boats", *PROSE]


def test_comments_after_the_form_go() -> None:
    after = ("2 Comments", "Bob says:", "I served on these boats for many years and they leak a lot.", "Leave a Reply")
    assert cut_of(*PROSE, *PROSE, *after) == list(after)


def test_a_blank_line_inside_the_footer_goes_and_before_it_stays() -> None:
    lines = numbered(*PROSE, "", "Share this:", "", "Facebook")
    kept, cuts = cut_boilerplate(lines, frozenset())
    assert [line.number for line in kept] == [1, 2, 3, 4]
    assert [cut.line for cut in cuts] == [5, 6, 7]


def test_lines_that_repeat_go_only_at_the_edges() -> None:
    repeats = frozenset({"harbour watch daily"})
    assert cut_of(*PROSE, "Harbour Watch Daily", repeats=repeats) == ["Harbour Watch Daily"]
    assert cut_of(*PROSE, "Harbour Watch Daily", *PROSE, repeats=repeats) == []


def test_an_article_of_menu_words_alone_is_not_emptied() -> None:
    assert cut_of("Army", "Navy", "Air Force") == []
