from site_gen.indexing.pictures import Pictures
from site_gen.indexing.posts import Known, made_posts
from site_gen.indexing.terms import vocabulary
from site_gen.model.post import Entry, Post
from site_gen.model.settings import ImageSettings, Settings
from tests.support import entry

A, B = entry("a", "A", tags=["Ships"]), entry("b", "B", tags=["ships"])


def made(*entries: Entry, known: Known | None = None, steady: bool = False) -> tuple[Post, ...]:
    settings = Settings()
    words, _ = vocabulary(entries, settings)
    return made_posts(entries, words, Pictures({}, ImageSettings(), ()), settings, known or {}, steady)


def by_file(entries: tuple[Entry, ...], posts: tuple[Post, ...]) -> Known:
    return {one.source.path: (one, post) for one, post in zip(entries, posts, strict=True)}


def test_a_post_has_the_address_and_terms_that_the_site_gives_it() -> None:
    post, _ = made(A, B)
    assert (post.card.url, post.card.title) == ("/2026/01/a/", "A")
    assert [ref.name for ref in post.card.tags] == ["Ships"]


def test_a_post_is_taken_again_where_its_entry_and_terms_stand() -> None:
    before = made(A, B)
    again = made(A, entry("b", "Another", tags=["ships"]), known=by_file((A, B), before))
    assert again[0] is before[0]
    assert again[1].card.title == "Another"


def test_a_post_is_made_anew_where_its_tag_has_another_name() -> None:
    lone = made(B)
    assert lone[0].card.tags[0].name == "ships"
    both = made(A, B, known=by_file((B,), lone))
    assert both[1].card.tags[0].name == "Ships"


def test_who_says_that_all_terms_stand_is_believed() -> None:
    lone = made(B)
    assert made(A, B, known=by_file((B,), lone), steady=True)[1] is lone[0]
