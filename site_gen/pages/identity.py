"""By what browsers, hosts and programs know the site: icon, manifest, headers, contact, keys."""

from collections.abc import Iterable

from site_gen.hosting.headers import header_rules
from site_gen.model.machine import BareView, ContactView, HeadersView, IconView, KeyView
from site_gen.model.page import Page, PageInfo, View
from site_gen.model.site import Site
from site_gen.pages.feed import feed_links
from site_gen.pages.notices import CORRECTIONS

_SMALL = frozenset(("a", "an", "and", "at", "for", "in", "of", "on", "the", "to"))


def identity(site: Site) -> Iterable[Page]:
    """`favicon.svg`, `site.webmanifest`, and what the settings ask for of the rest."""
    settings = site.settings
    yield _file("favicon.svg", "favicon.svg", IconView(letters=initials(settings.title)))
    yield _file("site.webmanifest", "site.webmanifest", BareView())
    if settings.headers.write:
        feeds = (*feed_links("/", "", settings), *feed_links(CORRECTIONS, "", settings))
        yield _file("_headers", "headers.txt", HeadersView(rules=header_rules(settings, feeds)))
    security = settings.security
    if security.contact and security.expires:
        view = ContactView(contact=security.contact, expires=security.expires, policy=security.policy)
        yield _file(".well-known/security.txt", "security.txt", view)
    if settings.indexnow:
        yield _file(f"{settings.indexnow}.txt", "key.txt", KeyView(key=settings.indexnow))


def initials(title: str) -> str:
    """One or two letters for an icon: those of the words that carry a name."""
    words = ["".join(c for c in word if c.isalnum()) for word in title.split()]
    words = [word for word in words if word]
    telling = [word for word in words if word.lower() not in _SMALL] or words
    return "".join(word[0].upper() for word in telling[:2])[:2] or "N"


def _file(path: str, template: str, view: View) -> Page:
    return Page(path, template, PageInfo(url=f"/{path}", title=path, kind="file"), view, path)
