"""Social cards of the newest posts; all others share the site's picture."""

from collections.abc import Iterable, Iterator

from site_gen.images.social import HEIGHT, WIDTH, drawable
from site_gen.model.page import Page, PageInfo
from site_gen.model.picture import Rendition, SocialView
from site_gen.model.post import Card, Post
from site_gen.model.site import Site
from site_gen.urls import card_address, path_of

# Width in pixels: a narrower picture is shown as a thumbnail, or enlarged until it is blurred
# (https://developers.facebook.com/docs/sharing/webmasters/images/).
_SMALLEST = 600
TEMPLATE = "social card"  # no template: cards are drawn by `make`


def social_cards(site: Site) -> Iterable[Page]:
    """A card for each of the newest posts without a picture for sharing, or with a small one."""
    for post in _with_card(site):
        url = card_address(post.card.url)
        yield Page(
            path=path_of(url),
            template=TEMPLATE,
            info=PageInfo(url=url, title="", kind="social", index=False),
            view=_view(post.card, site),
            source=post.source.path,
        )


def renditions(site: Site) -> dict[str, Rendition]:
    """The social cards by the address of their post."""
    return {post.card.url: Rendition(card_address(post.card.url), WIDTH, HEIGHT) for post in _with_card(site)}


def _with_card(site: Site) -> Iterator[Post]:
    if not site.maker or not drawable(_one_line(site.settings.title)):
        return
    for post in site.posts[: site.settings.social_cards.newest]:
        card = post.card
        shared = card.image.social if card.image else None
        if (shared is None or shared.width < _SMALLEST) and drawable(_one_line(card.title)):
            yield post


def _view(card: Card, site: Site) -> SocialView:
    settings = site.settings.social_cards
    kicker = _one_line(card.tags[0].name if card.tags else "")
    return SocialView(
        headline=_one_line(card.title),
        kicker=kicker if drawable(kicker.upper()) else "",
        masthead=_one_line(site.settings.title),
        paper=settings.paper,
        ink=settings.ink,
        accent=settings.accent,
        maker=site.maker,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
