from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.extract.boilerplate import cut_boilerplate
from site_gen.extract.clean import clean
from site_gen.extract.text import Line

HERE = Path(__file__).parent
CUT = (HERE / "lines_cut.txt").read_text(encoding="utf-8").splitlines()
KEPT = (HERE / "lines_kept.txt").read_text(encoding="utf-8").splitlines()
HEADINGS = (HERE / "headings_kept.txt").read_text(encoding="utf-8").splitlines()
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


def test_a_footer_goes_with_what_is_between_its_lines() -> None:
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
    # Sentences stay everywhere: losing a line is worse than keeping one too many.
    assert [line.text for line in kept] == [top[2], "Navy orders six boats", *PROSE, bottom[8]]


def test_comments_after_the_form_go() -> None:
    after = ("2 Comments", "Bob says:", "I served on these boats for many years and they leak a lot.", "Leave a Reply")
    assert cut_of(*PROSE, *PROSE, *after) == list(after)


def test_the_readers_comments_stay_where_no_form_surrounds_them() -> None:
    assert cut_of(*PROSE, "Leave a Reply", "The boats leak, said a man who had served on them.") == ["Leave a Reply"]


SENTENCES = (
    "Use of night sights has cost the enemy dearly, officers said.",
    "This site requires a strong guard, the general said of the depot.",
    "Subscribe to the pension scheme was what the men had been told.",
    "« Le calendrier sera tenu », a déclaré l'amiral Paul Renard. La Norvège a commandé deux navires.",
    "Partager le renseignement est devenu la règle, a dit le ministre.",
    "Die Marine hat im Mai sechs Boote bestellt.",
    "Foto und Film wurden am Montag vor Gericht gezeigt.",
    "El Ejército ha recibido doce vehículos nuevos.",
    "Fuente de la crisis fue la falta de repuestos, dijo el general.",
    "Джерело вогню знайшли на світанку, повідомила бригада.",
    "Подписывайтесь под каждым приказом, сказал генерал, и офицеры подписали.",
)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_stays_everywhere(line: str) -> None:
    marks = ("Share this:", "Facebook", "Related Articles", "Leave a Reply")
    assert line not in cut_of(line, *PROSE)
    assert line not in cut_of(*PROSE, line, *PROSE)
    assert line not in cut_of(*PROSE, line)
    assert line not in cut_of(*PROSE, *marks, line)
    assert line not in cut_of(*PROSE, "Related Articles", line, "Privacy Policy", "Subscribe")


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_inside_the_article_stays(heading: str) -> None:
    assert cut_of(*PROSE, heading, *PROSE) == []


TABLES = (
    ("Type | Number | Lost", "T-90 | 12 | 3", "BMP-2 | 40 | 11"),
    ("Source | Figure", "Ministry | 12", "Photo | AFP"),
    ("| Share | 40% |", "|---|---|", "| Print | 60% |"),
    ("Tanks 12 3 9", "Boats 40 11 29", "Total 52 14 38"),
)


@pytest.mark.parametrize("rows", TABLES)
def test_rows_of_a_table_stay(rows: tuple[str, ...]) -> None:
    assert cut_of(*PROSE, *rows) == []
    assert cut_of(*PROSE, "Share this:", *rows) == ["Share this:"]
    assert cut_of(*PROSE, "Related Articles", *rows, "Privacy Policy") == ["Related Articles", "Privacy Policy"]
    assert cut_of(*PROSE, *rows, *PROSE) == []


def test_a_menu_in_one_row_is_no_table() -> None:
    assert cut_of(*PROSE, "READ | Navy buys six boats", "READ | Army orders trucks") == [
        "READ | Navy buys six boats",
        "READ | Army orders trucks",
    ]


def test_numbers_one_a_line_are_no_menu() -> None:
    numbers = ("2019", "12", "2020", "31", "2021", "14")
    assert cut_of(*PROSE, *numbers, *PROSE) == []


@pytest.mark.parametrize("mark", ["Photo: AFP", "Share this:", "Follow us on Telegram", "(With inputs from agencies)"])
def test_a_caption_at_the_end_stays(mark: str) -> None:
    caption = "A patrol boat off the northern coast in May"
    assert cut_of(*PROSE, mark, caption) == [mark]
    assert cut_of(*PROSE, caption, mark) == [mark]


def test_a_list_of_other_articles_goes_with_its_heading() -> None:
    after = ("Related Articles", "Army orders trucks for garrisons", "Navy retires two frigates")
    assert cut_of(*PROSE, *after) == list(after)


def test_a_call_before_words_to_the_reader_is_a_heading() -> None:
    assert (
        cut_of(*PROSE, "Join us", "You can see the boats at the open day on Sunday, and our crews answer questions.")
        == []
    )
    assert cut_of(*PROSE, "JOIN US", *PROSE) == ["JOIN US"]
    assert cut_of(*PROSE, "Read more", *PROSE) == ["Read more"]


def test_the_caller_may_decide_what_a_sentence_is() -> None:
    line = "Reporting by Jane Roe"
    lines = numbered(*PROSE, line, "Share this:")
    assert line in [cut.text for cut in cut_boilerplate(lines, frozenset(), lambda text: False)[1]]
    kept, _ = cut_boilerplate(lines, frozenset(), lambda text: text == line)
    assert line in [line.text for line in kept]


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
