from site_gen.extract.boilerplate import cut_boilerplate
from site_gen.extract.repeats import edge_lines, find_repeats
from site_gen.extract.text import Line

BODY = tuple(f"Sentence number {number} of this article is about something else again." for number in range(20))
BACKGROUND = "The two countries have been at war since February 2022."
PROMISE = "The Harbour Watch brings you news of the sea: write to us any time."


def seed(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(number, text) for number, text in enumerate(texts, 1))


def repeats(*seeds: tuple[Line, ...]) -> frozenset[str]:
    return find_repeats(lambda: map(edge_lines, seeds))


def test_a_line_at_the_edge_of_three_seeds_repeats() -> None:
    seeds = [seed("HARBOUR WATCH", *BODY[at : at + 5], "Sea news | daily") for at in range(3)]
    assert repeats(*seeds) == {"harbour watch", "sea news | daily"}
    assert repeats(*seeds[:2]) == frozenset()


def test_what_repeats_is_what_is_cut() -> None:
    seeds = [seed("» Harbour Watch", *BODY[at : at + 3], "— Sea News —") for at in (0, 4, 8)]
    _, cuts = cut_boilerplate(seeds[0], repeats(*seeds))
    assert [(cut.text, cut.rule) for cut in cuts] == [
        ("» Harbour Watch", "repeated line"),
        ("— Sea News —", "repeated line"),
    ]


def test_copies_of_one_story_count_once() -> None:
    assert repeats(*[seed("Navy orders six boats", *BODY) for _ in range(9)]) == frozenset()


def test_a_line_twice_in_one_seed_counts_once() -> None:
    assert repeats(seed(*["Sea news"] * 5, *BODY), seed("Sea news", *BODY)) == frozenset()


def test_a_background_sentence_is_not_boilerplate_and_a_word_to_the_reader_is() -> None:
    seeds = [
        seed(*BODY[at : at + 5], BACKGROUND, "A third boat is to follow, US officials said.", PROMISE)
        for at in range(3)
    ]
    found = repeats(*seeds)
    assert "a third boat is to follow, us officials said." not in found
    assert not any("war since" in line for line in found)
    assert any("harbour watch brings" in line for line in found)


def test_dates_bylines_and_lines_in_the_middle_are_left() -> None:
    seeds = [
        seed(
            "By Jane Roe",
            "January 5, 2024",
            f"The {at} of it.",
            *BODY[:15],
            "Sea news",
            *BODY[:15],
            f"Story {at} " * 40,
        )
        for at in range(4)
    ]
    assert repeats(*seeds) == frozenset()


def test_with_many_seeds_more_must_have_it() -> None:
    many = [seed(f"Own line {at}", *BODY, f"The story {at}." * 20) for at in range(3000)]
    few = [seed("Sea news", *BODY, f"The tale {at}." * 20) for at in range(4)]
    assert repeats(*many, *few) == frozenset()
    assert repeats(*few) == {"sea news"}
