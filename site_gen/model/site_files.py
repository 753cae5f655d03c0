"""The views of files for programs: sitemaps, headers, icons, redirects."""

from datetime import datetime

from msgspec import Struct

from site_gen.model.post import Body, Card, Translation


class NotFoundView(Struct, frozen=True, kw_only=True):
    """`404.html`: the site's own title and text for it, if it has these."""

    title: str = ""
    body: Body | None = None


class Location(Struct, frozen=True, gc=False):
    """An address in the sitemap with the time its content last changed, its pictures, and itself in all languages."""

    url: str
    modified: datetime | None
    images: tuple[str, ...] = ()
    translations: tuple[Translation, ...] = ()


class GuideLink(Struct, frozen=True):
    """A page that `llms.txt` lists after the newest posts; `about` says what it is, "" where its title does."""

    title: str
    url: str
    about: str = ""


class SitemapView(Struct, frozen=True, kw_only=True):
    """`sitemap.xml`; `translated` says whether any of its pages exists in several languages."""

    locations: tuple[Location, ...]
    translated: bool = False


class SitemapIndexView(Struct, frozen=True, kw_only=True):
    """`sitemapindex.xml`: the parts of a sitemap that is too large for one file."""

    parts: tuple[Location, ...]


class NewsSitemapView(Struct, frozen=True, kw_only=True):
    """`news-sitemap.xml`: the posts of the last two days, or without any the address of the newest post.

    `titles` are the names of the site in its other languages.
    """

    news: tuple[Card, ...]
    newest: Card | None
    titles: dict[str, str] = {}


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
    """Response headers, as names and values, for an address, or for all below one that ends with `*`."""

    path: str
    headers: tuple[tuple[str, str], ...]


class HeadersView(Struct, frozen=True, kw_only=True):
    """`headers.txt`: the response headers of addresses."""

    rules: tuple[HeaderRule, ...]


class RulesView(Struct, frozen=True, kw_only=True):
    """`rules.txt`: rules for a host or a web server in its own syntax."""

    text: str


class BareView(Struct, frozen=True, kw_only=True):
    """`404.html`, `robots.txt`, `site.webmanifest` and `opensearch.xml`: nothing beyond `site` and `page`."""
