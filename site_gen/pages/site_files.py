"""Files about the site for browsers, hosts and programs: icons, manifest, headers, contact, keys."""

from collections.abc import Iterable

from site_gen.hosting.headers import header_rules
from site_gen.images.icon import drawable_letters
from site_gen.model.page import Page, PageInfo, View
from site_gen.model.picture import DrawnIconView
from site_gen.model.site import Site
from site_gen.model.site_files import BareView, ContactView, HeadersView, IconView, KeyView
from site_gen.pages.feed import feed_links
from site_gen.pages.notices import CORRECTIONS
from site_gen.urls import address_of

# Bitmap icons with their sizes: for browsers and feed readers, for telephones, for feeds, for the manifest.
ICONS = {
    "favicon.ico": (16, 32, 48),
    "apple-touch-icon.png": (180,),
    "icon-144.png": (144,),  # the largest that RSS allows (https://www.rssboard.org/rss-specification)
    "icon-192.png": (192,),
    "icon-512.png": (512,),
}
_DRAWN = "drawn icon"  # no template: drawn by `make`
_SMALL = frozenset(("a", "an", "and", "at", "for", "in", "of", "on", "the", "to"))


def site_files(site: Site) -> Iterable[Page]:
    """The icons, `site.webmanifest`, and the other files that the settings ask for."""
    settings = site.settings
    letters = initials(settings.title)
    yield _file("favicon.svg", "favicon.svg", IconView(letters=letters))
    for path, sizes in ICONS.items():
        yield _file(path, _DRAWN, DrawnIconView(letters=drawable_letters(letters), sizes=sizes))
    yield _file("site.webmanifest", "site.webmanifest", BareView())
    if settings.search == "pagefind":
        yield _file("opensearch.xml", "opensearch.xml", BareView())
    if settings.headers.write:
        feeds = tuple(
            link
            for edition in site.every_edition
            for home in (f"{edition.prefix}/", edition.prefix + CORRECTIONS)
            for link in feed_links(home, "", settings)
        )
        yield _file("_headers", "headers.txt", HeadersView(rules=header_rules(settings, feeds)))
    security = settings.security
    if security.contact and security.expires:
        view = ContactView(contact=security.contact, expires=security.expires, policy=security.policy)
        yield _file(".well-known/security.txt", "security.txt", view)
    if settings.indexnow:
        yield _file(f"{settings.indexnow}.txt", "key.txt", KeyView(key=settings.indexnow))


def initials(title: str) -> str:
    """One or two letters for an icon: the initials of the significant words."""
    words = ["".join(c for c in word if c.isalnum()) for word in title.split()]
    words = [word for word in words if word]
    significant = [word for word in words if word.lower() not in _SMALL] or words
    return "".join(word[0].upper() for word in significant[:2])[:2] or "N"


def _file(path: str, template: str, view: View) -> Page:
    return Page(path, template, PageInfo(url=address_of(path), title=path, kind="file"), view, path)
