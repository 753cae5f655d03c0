"""Links for sharing a story: plain addresses, from which nothing is loaded until a reader follows one."""

from collections.abc import Callable, Sequence
from urllib.parse import quote

from site_gen.model.post import Card
from site_gen.text.language.catalog import ENGLISH, Catalog
from site_gen.text.language.names import marked
from site_gen.theming.structured import Absolute

SERVICES = {
    "email": (marked("Email"), "mailto:?subject={title}&body={url}"),
    "bluesky": ("Bluesky", "https://bsky.app/intent/compose?text={title}%20{url}"),
    "mastodon": ("Mastodon", "https://share.joinmastodon.org/#text={title}%20{url}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    "reddit": ("Reddit", "https://www.reddit.com/submit?url={url}&title={title}"),
    "whatsapp": ("WhatsApp", "https://wa.me/?text={title}%20{url}"),
    "x": ("X", "https://x.com/intent/post?text={title}&url={url}"),
}


def ways_to_share(
    absolute: Absolute, catalog: Catalog = ENGLISH
) -> Callable[[Card, Sequence[str]], list[tuple[str, str]]]:
    """The function that gives the name and address of each sharing service for a post."""

    def share_ways(post: Card, services: Sequence[str]) -> list[tuple[str, str]]:
        title, url = quote(post.title, safe=""), quote(absolute(post.url), safe="")
        return [
            (catalog.gettext(name), address.format(title=title, url=url))
            for name, address in map(SERVICES.__getitem__, services)
        ]

    return share_ways
