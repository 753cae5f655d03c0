import time
from datetime import UTC, datetime, timedelta

from site_gen.indexing.suggested_threads import suggested_threads
from site_gen.model.post import Entry
from tests.support import entry, site_of

NAMES = ("Russia", "Ukraine", "Tallinn", "Kaja Kallas", "Narva", "HIMARS", "Poland")


def told(name: str, day: int, *names: str, **front: object) -> Entry:
    return entry(name, name.upper(), f"2026-01-{day:02}", tags=list(names), entities={"place": list(NAMES)}, **front)


def found(*entries: Entry) -> list[tuple[str, tuple[str, ...], str]]:
    suggested = suggested_threads(site_of(*entries).posts)
    return [("".join(post.card.title for post in one.posts), one.names, one.thread) for one in suggested]


BACKGROUND = [told(f"x{n}", n + 1, "Russia", "Ukraine") for n in range(20)]


def test_posts_that_share_telling_names_within_days_are_one_story() -> None:
    story = [told("a", 3, "Russia", "Tallinn", "Kaja Kallas"), told("b", 5, "Tallinn", "Kaja Kallas", "Narva")]
    ((titles, names, thread),) = found(*story)
    assert (titles, set(names[:2]), thread) == ("AB", {"Tallinn", "Kaja Kallas"}, "")


def test_what_rests_too_long_or_shares_one_name_is_not() -> None:
    assert found(told("a", 3, "Tallinn", "Narva"), told("b", 8, "Tallinn", "Narva")) == []
    assert found(told("a", 3, "Tallinn", "Narva"), told("b", 4, "Tallinn", "Poland")) == []


def test_a_story_runs_for_as_long_as_there_is_news() -> None:
    ((titles, _, _),) = found(*(told(name, 1 + 3 * n, "Tallinn", "Narva") for n, name in enumerate("abcdef")))
    assert titles == "ABCDEF"


def test_two_countries_of_which_everybody_writes_join_nothing() -> None:
    apart = [
        told("a", 3, "Russia", "Ukraine", "Tallinn", "Narva"),
        told("b", 4, "Russia", "Ukraine", "HIMARS", "Poland"),
    ]
    assert found(*BACKGROUND, *apart) == []


def test_a_thread_that_some_posts_name_is_told_and_a_finished_one_not() -> None:
    story = [told("a", 3, "Tallinn", "Narva", thread="Talks"), told("b", 4, "Tallinn", "Narva", thread="Talks")]
    assert found(*story) == []
    ((titles, _, thread),) = found(*story, told("c", 5, "Tallinn", "Narva"))
    assert (titles, thread) == ("ABC", "Talks")


def test_topics_are_no_names() -> None:
    assert found(*(entry(name, name, "2026-01-03", tags=["Navies", "Sanctions"]) for name in "ab")) == []


def test_thousands_of_posts_take_no_more_than_a_moment_each() -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC)
    many = [
        entry(
            str(n),
            str(n),
            (start + timedelta(hours=6 * n)).isoformat(),
            tags=["Russia", f"P{n % 50}", f"Q{n % 7}"],
            entities={"place": ["Russia", f"P{n % 50}", f"Q{n % 7}"]},
        )
        for n in range(2000)
    ]
    posts = site_of(*many, as_of=datetime(2030, 1, 1, tzinfo=UTC)).posts
    began = time.perf_counter()
    suggested_threads(posts)
    assert time.perf_counter() - began < 2
