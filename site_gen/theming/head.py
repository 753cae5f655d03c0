"""The metadata in the head of a page besides structured data; the same in every theme.

Functions rather than macros: every post has them, and a macro takes five times as long.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from site_gen.model.page import PageInfo, SiteView, ThreadBox
from site_gen.model.picture import Rendition
from site_gen.model.post import Attribution, Card, Correction, Translation
from site_gen.text.dates import iso
from site_gen.text.language.catalog import ENGLISH, Catalog
from site_gen.text.language.direction import direction
from site_gen.text.language.names import type_name
from site_gen.text.language.tags import own_name
from site_gen.theming.compiler import escaped
from site_gen.theming.contract import Content
from site_gen.theming.filters import filters
from site_gen.theming.structured import Absolute, article_data, profile_of

_ROOM = 70  # characters of a title in HTML that checkers allow
_SIZE = (1200, 630)  # of pictures for pages without one


def head_functions(base_url: str, catalog: Catalog = ENGLISH) -> Mapping[str, Callable[..., Any]]:
    """The functions, for a site published at `base_url`, in the language of a catalogue."""
    absolute = filters(base_url)["absolute"]
    return {
        "page_title": page_title,
        "shared_page": shared_page,
        "article_head": partial(article_head, catalog, absolute),
        "shared_picture": partial(shared_picture, absolute),
        "entry_facts": partial(entry_facts, absolute),
        "alternate_links": partial(alternate_links, absolute),
        "language_choices": language_choices,
        "default_translation": default_translation,
    }


class LanguageChoice(Struct, frozen=True):
    """A language as readers choose it: its tag, its name, its direction, where it leads, whether it is the page's."""

    language: str
    name: str
    direction: str
    url: str
    here: bool


def default_translation(translations: Sequence[Translation]) -> Translation:
    """The translation for readers of no listed language: the original, or else the first, the site's own language."""
    return next((one for one in translations if one.original), translations[0])


def alternate_links(absolute: Absolute, page: PageInfo) -> Markup:
    """The elements that name the page in each of its languages, itself among them, for search engines."""
    if not page.translations:
        return Markup("")
    links = [(one.language, one.url) for one in page.translations]
    links.append(("x-default", default_translation(page.translations).url))
    rows = [f'<link rel="alternate" hreflang="{tag}" href="{escaped(absolute(url))}">\n' for tag, url in links]
    return Markup("".join(rows))


def language_choices(site: SiteView, page: PageInfo) -> tuple[LanguageChoice, ...]:
    """The languages of the site and of the page: a page that is not translated leads to the front page of the other."""
    urls = {one.language: one.url for one in page.translations}
    names = {one.language: one.name for one in site.languages}
    pages = {one.language: one.url for one in site.languages} | urls
    return tuple(
        [
            LanguageChoice(
                tag,
                names.get(tag) or own_name(tag),
                direction(tag),
                url,
                url == page.url or (tag == site.language and tag not in urls),
            )
            for tag, url in pages.items()
        ]
    )


def page_title(site: SiteView, name: str) -> Markup:
    """The title element: the headline, which is never cut, and the site's name where both fit."""
    of_site = name == site.title
    if of_site and not site.tagline:
        return Markup(f"<title>{escaped(name)}</title>\n")
    whole = escaped(f"{site.title}: {site.tagline}" if of_site else f"{name} | {site.title}")
    return Markup(f"<title>{whole if len(whole) <= _ROOM else escaped(name)}</title>\n")


def shared_page(name: str, about: str) -> Markup:
    """The elements that services use to show a shared page."""
    title, words = escaped(name), escaped(about)
    return Markup(
        f'<meta property="og:title" content="{title}">\n<meta property="og:description" content="{words}">\n'
        f'<meta name="twitter:title" content="{title}">\n<meta name="twitter:description" content="{words}">\n'
    )


def article_head(
    catalog: Catalog,
    absolute: Absolute,
    site: SiteView,
    page: PageInfo,
    post: Card,
    content: Content | None,
    dateline: str,
    attribution: Attribution | None,
    corrections: Sequence[Correction],
    thread: ThreadBox | None,
    social_card: Rendition | None,
    picture: str,
    alt: str,
) -> Markup:
    """All metadata of a post; `picture` and `alt` are for posts without a picture to share."""
    image = post.image if post.image and post.image.type != "image/svg+xml" else None
    size = _SIZE
    if file := social_card or (image.social if image else None):
        picture, size = file.url, (file.width, file.height)
    elif image:
        picture, size = image.src, (image.width, image.height)
    words = f"{site.title}: {post.title}" if social_card else image.alt if image else alt
    date = iso(post.date)
    section = post.tags[0].name if post.tags else type_name(catalog, post.type)
    tags = "".join([f'<meta property="article:tag" content="{escaped(tag.name)}">\n' for tag in post.tags])
    author = ", ".join(post.authors) or site.publisher or site.title
    data = article_data(
        catalog, absolute, site, page, post, picture, content, dateline, attribution, corrections, thread
    )
    return Markup(
        f'<meta property="og:type" content="article">\n{shared_picture(absolute, picture, words, *size)}'
        f'<meta property="article:published_time" content="{date}">\n'
        f'<meta property="article:modified_time" content="{iso(post.updated) if post.updated else date}">\n'
        f'<meta property="article:section" content="{escaped(section)}">\n'
        f'<meta property="article:author" content="{escaped(absolute(profile_of(site)))}">\n'
        f'{tags}<meta name="author" content="{escaped(author)}">\n{data}'
    )


def shared_picture(absolute: Absolute, picture: str, alt: str, width: int = _SIZE[0], height: int = _SIZE[1]) -> Markup:
    """The elements for the picture of a shared page."""
    address, words = escaped(absolute(picture)), escaped(alt)
    return Markup(
        f'<meta property="og:image" content="{address}">\n<meta property="og:image:width" content="{width}">\n'
        f'<meta property="og:image:height" content="{height}">\n<meta property="og:image:alt" content="{words}">\n'
        f'<meta name="twitter:image" content="{address}">\n<meta name="twitter:image:alt" content="{words}">\n'
    )


def entry_facts(absolute: Absolute, post: Card) -> Markup:
    """The microformats2 properties of a post that its visible parts lack (https://microformats.org/wiki/h-entry)."""
    facts = [("u-url u-uid", absolute(post.url)), ("dt-published", iso(post.date))]
    if post.updated:
        facts.append(("dt-updated", iso(post.updated)))
    facts += [("p-author", author) for author in post.authors]
    if post.image:
        facts.append(("u-featured", absolute(post.image.src)))
    return Markup("".join([f'<data class="{kind}" value="{escaped(value)}"></data>' for kind, value in facts]))
