"""What is published for machines: the views of sitemaps, headers, icons, redirects."""

from datetime import datetime

from msgspec import Struct

from site_gen.model.post import Body, Card


class NotFoundView(Struct, frozen=True, kw_only=True):
    """`404.html`: the site's own title and text for it, "" and none where the site has none."""

    title: str = ""
    body: Body | None = None


class Location(Struct, frozen=True):
    """An address in the sitemap with the time its content last moved, and the pictures that belong to it."""

    url: str
    modified: datetime | None
    images: tuple[str, ...] = ()


class GuideLink(Struct, frozen=True):
    """A page that `llms.txt` names besides the newest posts; `about` says what it is, "" where its title does."""

    title: str
    url: str
    about: str = ""


class SitemapView(Struct, frozen=True, kw_only=True):
    """`sitemap.xml`."""

    locations: tuple[Location, ...]


class SitemapIndexView(Struct, frozen=True, kw_only=True):
    """`sitemapindex.xml`: the parts of a sitemap that is too large for one file."""

    parts: tuple[Location, ...]


class NewsSitemapView(Struct, frozen=True, kw_only=True):
    """`news-sitemap.xml`: the posts of the last two days, or where there are none the newest post, as no news."""

    news: tuple[Card, ...]
    newest: Card | None


class IconView(Struct, frozen=True, kw_only=True):
    """`favicon.svg`: one to three letters."""

    letters: str


class ContactView(Struct, frozen=True, kw_only=True):
    """`security.txt` (RFC 9116)."""

    contact: tuple[str, ...]
    expires: datetime
    policy: str


class KeyView(Struct, frozen=True, kw_only=True):
    """`key.txt`: proof of ownership for IndexNow."""

    key: str


class RedirectView(Struct, frozen=True, kw_only=True):
    """`redirect.html`: an address that has moved."""

    to: str


class HeaderRule(Struct, frozen=True):
    """Response headers, as names with values, for an address of the site, or with `*` at its end for all below."""

    path: str
    headers: tuple[tuple[str, str], ...]


class HeadersView(Struct, frozen=True, kw_only=True):
    """`headers.txt`: which addresses are answered with which headers."""

    rules: tuple[HeaderRule, ...]


class RulesView(Struct, frozen=True, kw_only=True):
    """`rules.txt`: what a host or a web server reads, ready in its own syntax."""

    text: str


class BareView(Struct, frozen=True, kw_only=True):
    """`404.html`, `robots.txt`, `site.webmanifest` and `opensearch.xml`: nothing beyond `site` and `page`."""
