from site_gen.pages.notices import as_card, notices
from site_gen.text.language.catalog import ENGLISH
from tests.support import entry, picture_source, png, site_of


def test_corrections_of_held_posts_are_not_shown() -> None:
    draft = entry("d", "D", draft=True, corrections=[{"date": "2026-01-09", "text": "secret"}])
    assert notices(site_of(draft)) == ()


def test_a_correction_is_an_item_with_an_address_and_a_moment_of_its_own() -> None:
    wrong = [{"date": "2026-01-07", "text": "one"}, {"date": "2026-01-09", "text": "two"}]
    site = site_of(entry("a", "A", tags=["x"], corrections=wrong))
    second, first = (as_card(notice, ENGLISH) for notice in notices(site))
    assert first.url != second.url
    assert (first.title, first.summary, first.updated) == ("Correction: A", "one", None)
    assert first.date == site.posts[0].corrections[0].date
    assert first.tags == site.posts[0].card.tags


def test_of_two_corrections_in_one_minute_the_later_one_is_the_newer() -> None:
    wrong = [{"date": "2026-01-07T09:00:00+00:00", "text": text} for text in ("one", "two", "three")]
    assert [notice.text for notice in notices(site_of(entry("a", "A", corrections=wrong)))] == ["three", "two", "one"]


def test_a_correction_does_not_show_its_posts_picture() -> None:
    image = {"src": "/a.png", "alt": "x", "credit": "c"}
    post = entry("a", "A", image=image, corrections=[{"date": "2026-01-07", "text": "one"}])
    site = site_of(post, pictures=(picture_source("static/a.png", png()),))
    assert site.cards[0].image is not None
    assert [as_card(notice, ENGLISH).image for notice in notices(site)] == [None]
