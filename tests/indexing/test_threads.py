from tests.support import entry, site_of


def test_spellings_of_one_address_are_one_thread_called_as_its_newest_post_calls_it() -> None:
    a, b = entry("a", "A", "2026-01-01", thread="Iran talks"), entry("b", "B", "2026-01-02", thread="Iran Talks ")
    (thread,) = site_of(a, b).threads
    assert (thread.name, thread.slug, thread.url) == ("Iran Talks", "iran-talks", "/threads/iran-talks/")
    assert [card.title for card in thread.posts] == ["B", "A"]


def test_a_post_alone_is_no_thread_and_one_held_back_does_not_count() -> None:
    draft = entry("d", "D", thread="Talks", draft=True)
    late = entry("l", "L", "2027-01-01", thread="Talks")
    assert site_of(entry("a", "A", thread="Talks"), draft, late, entry("b", "B"), entry("c", "C")).threads == ()


def test_a_thread_named_by_symbols_has_an_address() -> None:
    (thread,) = site_of(entry("a", "A", thread="!!!"), entry("b", "B", thread="!!!")).threads
    assert thread.slug
