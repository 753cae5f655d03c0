from msgspec.structs import replace

from site_gen.model.picture import Rendition, SocialView
from site_gen.model.settings import SocialCardSettings
from site_gen.model.site import Site
from site_gen.pages.post import posts
from site_gen.pages.social import renditions, social_cards
from tests.support import entry, picture_source, png, site_of


def drawn(site: Site) -> list[str]:
    return [page.path for page in social_cards(replace(site, maker="Pillow"))]


def test_the_newest_posts_have_a_card_and_their_pages_know_it() -> None:
    entries = [entry(name, name.upper(), f"2026-01-0{day}T09:00:00+00:00") for day, name in enumerate("abc", 1)]
    site = replace(site_of(*entries, social_cards=SocialCardSettings(newest=2), title="The\tDesk"), maker="Pillow 13")
    assert drawn(site) == ["2026/01/c/card.png", "2026/01/b/card.png"]
    assert [page.view.social_card for page in posts(site)] == [  # type: ignore[union-attr]
        Rendition("/2026/01/c/card.png", 1200, 630),
        Rendition("/2026/01/b/card.png", 1200, 630),
        None,
    ]
    first = next(iter(social_cards(site)))
    assert (first.source, first.info.kind, first.info.index) == ("content/posts/c.md", "social", False)
    assert first.view == SocialView(
        headline="C",
        kicker="",
        masthead="The Desk",
        paper="#fffdf8",
        ink="#191715",
        accent="#8a1c2e",
        maker="Pillow 13",
    )


def test_the_first_tag_is_above_the_headline_if_it_can_be_drawn() -> None:
    def kickers(*tags: str) -> list[str]:
        site = replace(site_of(entry("a", "A", tags=list(tags))), maker="Pillow")
        return [page.view.kicker for page in social_cards(site) if isinstance(page.view, SocialView)]

    assert kickers("Navies", "NATO") == ["Navies"]
    assert kickers("海軍") == [""]


def test_what_cannot_be_drawn_has_no_card() -> None:
    assert drawn(site_of(entry("a", "海軍 sails"), entry("b", "It sails"))) == ["2026/01/b/card.png"]
    assert drawn(site_of(entry("b", "It sails"), title="海軍")) == []
    assert list(social_cards(site_of(entry("b", "It sails")))) == []  # without Pillow
    assert drawn(site_of(entry("b", "It sails"), social_cards=SocialCardSettings(newest=0))) == []


def test_drafts_and_posts_to_come_have_no_card() -> None:
    assert drawn(site_of(entry("a", "A", draft=True), entry("b", "B", "2029-01-01T09:00:00+00:00"))) == []


def test_a_post_with_a_picture_to_be_shared_has_no_card() -> None:
    image = {"src": "../images/a.png", "alt": "A ship", "credit": "Navy"}
    site = site_of(entry("a", "A", image=image), pictures=(picture_source("content/images/a.png", png()),))
    assert drawn(site) == ["2026/01/a/card.png"]  # no other sizes can be made of the picture here
    (post,) = site.posts
    assert post.card.image is not None
    picture = post.card.image

    def of(width: int) -> Site:
        shared = replace(picture, social=Rendition("/a.jpg", width, 315))
        return replace(site, posts=(replace(post, card=replace(post.card, image=shared)),))

    assert drawn(of(600)) == []
    assert drawn(of(599)) == ["2026/01/a/card.png"]  # services would blow it up, or make a thumbnail of it


def test_a_card_is_beside_its_post() -> None:
    flat = site_of(entry("a", "A"), permalink="/{slug}.html")
    assert drawn(flat) == ["a-card.png"]
    assert renditions(replace(flat, maker="Pillow"))["/a.html"].url == "/a-card.png"
