"""Structured data of pages (https://schema.org) as JSON-LD, one script per node, for all themes.

Templates call these functions. Encoding a complete node is much quicker than assembling it in a template, and every
post has one.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from markupsafe import Markup
from msgspec import Raw
from msgspec.json import encode

from site_gen.model.page import PageInfo, Pager, SiteView, ThreadBox
from site_gen.model.post import Attribution, Card, Correction, TermRef, Translation
from site_gen.text.dates import iso
from site_gen.text.language.catalog import ENGLISH, Catalog
from site_gen.text.language.names import type_name
from site_gen.theming.contract import Content
from site_gen.theming.filters import as_json, filters

Node = dict[str, Any]
Absolute = Callable[[str], str]
_ARTICLES = {
    "news": "NewsArticle",
    "analysis": "AnalysisNewsArticle",
    "opinion": "OpinionNewsArticle",
    "background": "BackgroundNewsArticle",
}
_TERMS = {"country": "Country", "organisation": "Organization", "person": "Person", "place": "Place"}
# Policies at their usual addresses.
_POLICIES = {
    "/corrections-policy/": "correctionsPolicy",
    "/diversity/": "diversityPolicy",
    "/ethics/": "ethicsPolicy",
    "/feedback/": "actionableFeedbackPolicy",
    "/masthead/": "masthead",
    "/ownership/": "ownershipFundingInfo",
    "/sources/": "unnamedSourcesPolicy",
    "/standards/": "publishingPrinciples",
    "/verification/": "verificationFactCheckingPolicy",
}


def structured(base_url: str, catalog: Catalog = ENGLISH) -> Mapping[str, Callable[..., Markup]]:
    """The functions, for a site published at `base_url`, in the language of a catalogue."""
    absolute = filters(base_url)["absolute"]
    makers: dict[str, Callable[..., Markup]] = {
        "article_data": partial(article_data, catalog),
        "breadcrumb_data": breadcrumb_data,
        "collection_data": collection_data,
        "live_data": live_data,
        "organisation_data": organisation_data,
        "website_data": website_data,
    }
    return {name: partial(maker, absolute) for name, maker in makers.items()}


def article_data(
    catalog: Catalog,
    absolute: Absolute,
    site: SiteView,
    page: PageInfo,
    post: Card,
    shared: str,
    content: Content | None,
    dateline: str,
    attribution: Attribution | None,
    corrections: Sequence[Correction],
    thread: ThreadBox | None,
) -> Markup:
    """A post; `shared` is its picture for sharing."""
    shared_nodes = _of_site(absolute, site)
    date = iso(post.date)
    node: Node = {"@context": "https://schema.org", "@type": _ARTICLES[post.type], "headline": post.title}
    if dateline:
        node["dateline"] = dateline
    node["description"] = page.description or site.tagline or site.title
    node["image"] = _pictures(absolute, post) or (absolute(shared),)
    node["datePublished"] = date
    node["dateModified"] = iso(post.updated) if post.updated else date
    node["author"] = shared_nodes.authors(post.authors)
    node["publisher"] = shared_nodes.publisher
    node["mainEntityOfPage"] = absolute(post.url)
    node["articleSection"] = post.tags[0].name if post.tags else type_name(catalog, post.type)
    node["keywords"] = [tag.name for tag in post.tags]
    if content is not None:
        node["wordCount"] = content.words
    if attribution is not None and attribution.url:
        node["isBasedOn"] = absolute(attribution.url)
    if thread is not None:
        node["isPartOf"] = {"@type": "LiveBlogPosting", "headline": thread.name, "url": absolute(thread.url)}
    if corrections:
        node["correction"] = [
            {"@type": "CorrectionComment", "text": one.text, "datePublished": iso(one.date)} for one in corrections
        ]
    node |= _languages(absolute, site, page, post)
    node["isAccessibleForFree"] = True
    return _encoded(node)


def _languages(absolute: Absolute, site: SiteView, page: PageInfo, post: Card) -> Node:
    """The language of a post, the original of a translated one, the translations of an original."""
    own: Node = {"inLanguage": post.language or site.language}
    others = [
        (one.original, _translation(absolute, _ARTICLES[post.type], one))
        for one in page.translations
        if one.url != page.url
    ]
    originals = [node for original, node in others if original]
    if originals:
        return own | {"translationOfWork": originals[0]}
    is_original = any(one.original for one in page.translations)
    return own | ({"workTranslation": [node for _, node in others]} if is_original else {})


def _translation(absolute: Absolute, kind: str, one: Translation) -> Node:
    return {"@type": kind, "headline": one.title, "url": absolute(one.url), "inLanguage": one.language}


class _OfSite:
    """What the nodes of all posts of a site share, encoded once."""

    def __init__(self, absolute: Absolute, site: SiteView) -> None:
        self.site, self.absolute = site, absolute
        self.publisher = Raw(encode(_publisher(absolute, site)))
        self._authors: dict[tuple[str, ...], Raw] = {}

    def authors(self, names: tuple[str, ...]) -> Raw:
        """The authors of a post."""
        encoded = self._authors.get(names)
        if encoded is None:
            if len(self._authors) >= _MOST_AUTHORS:
                self._authors.clear()
            encoded = self._authors[names] = Raw(encode(_authors(self.absolute, self.site, names)))
        return encoded


_MOST_AUTHORS = 10_000
_last: list[_OfSite] = []


def _of_site(absolute: Absolute, site: SiteView) -> _OfSite:
    """The `_OfSite` of a site; the last one is cached, as a build makes the pages of one site."""
    if not _last or _last[0].site is not site or _last[0].absolute is not absolute:
        _last[:] = [_OfSite(absolute, site)]
    return _last[0]


def profile_of(site: SiteView) -> str:
    """The page about the authors: `/about/`, or the front page where there is none."""
    own = f"{site.prefix}/about/"
    return own if any(link.url == own for link in site.pages) else f"{site.prefix}/"


def breadcrumb_data(absolute: Absolute, steps: Sequence[tuple[str, str]]) -> Markup:
    """The breadcrumbs of a page: names with addresses, home first, the page itself last."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": absolute(url)}
        for number, (name, url) in enumerate(steps, 1)
    ]
    return _script({"@type": "BreadcrumbList", "itemListElement": items})


def collection_data(
    absolute: Absolute, site: SiteView, page: PageInfo, term: TermRef, posts: Sequence[Card], pager: Pager
) -> Markup:
    """A page of the posts of a tag, newest first."""
    full = len(posts) if pager.number < pager.total else 0
    before = (pager.number - 1) * full if full else pager.posts - len(posts)
    items = [
        {"@type": "ListItem", "position": number, "url": absolute(post.url)}
        for number, post in enumerate(posts, before + 1)
    ]
    return _script(
        {
            "@type": "CollectionPage",
            "name": page.title,
            "description": page.description,
            "url": absolute(page.url),
            "inLanguage": site.language,
            "about": {"@type": _TERMS.get(term.kind, "Thing"), "name": term.name},
            "isPartOf": _website(absolute, site),
            "mainEntity": {
                "@type": "ItemList",
                "itemListOrder": "https://schema.org/ItemListOrderDescending",
                "numberOfItems": pager.posts,
                "itemListElement": items,
            },
        }
    )


def live_data(absolute: Absolute, site: SiteView, page: PageInfo, posts: Sequence[Card]) -> Markup:
    """A developing story with its reports, newest first."""
    changed: datetime = max(post.updated or post.date for post in posts)
    return _script(
        {
            "@type": "LiveBlogPosting",
            "headline": page.title,
            "description": page.description,
            "url": absolute(page.url),
            "mainEntityOfPage": absolute(page.url),
            "image": [found for post in posts[:1] for found in _pictures(absolute, post)] or [absolute(_logo(site))],
            "coverageStartTime": iso(posts[-1].date),
            "datePublished": iso(posts[-1].date),
            "dateModified": iso(changed),
            "author": _publisher(absolute, site),
            "publisher": _publisher(absolute, site),
            "inLanguage": site.language,
            "isAccessibleForFree": True,
            "liveBlogUpdate": [_update(absolute, site, post) for post in posts],
        }
    )


def _update(absolute: Absolute, site: SiteView, post: Card) -> Node:
    kind = "BlogPosting" if post.type == "news" else ["BlogPosting", _ARTICLES[post.type]]
    return {
        "@type": kind,
        "headline": post.title,
        "url": absolute(post.url),
        "mainEntityOfPage": absolute(post.url),
        "datePublished": iso(post.date),
        "dateModified": iso(post.updated or post.date),
        "author": _authors(absolute, site, post.authors),
        "articleBody": post.summary or post.title,
    } | ({"inLanguage": post.language} if post.language else {})


def organisation_data(absolute: Absolute, site: SiteView) -> Markup:
    """The publisher, with its policies and its pages elsewhere."""
    node = _publisher(absolute, site)
    if site.email:
        node["email"] = site.email
    if site.profiles:
        node["sameAs"] = site.profiles
    return _script(node | _policies(absolute, site))


def _policies(absolute: Absolute, site: SiteView) -> Node:
    urls = {link.url.removeprefix(site.prefix): link.url for link in site.pages}
    return {_POLICIES[name]: absolute(url) for name, url in urls.items() if name in _POLICIES}


def website_data(absolute: Absolute, site: SiteView) -> Markup:
    """The site."""
    return _script({**_website(absolute, site), "description": site.tagline or site.title, "inLanguage": site.language})


def _website(absolute: Absolute, site: SiteView) -> Node:
    return {"@type": "WebSite", "name": site.title, "url": absolute(f"{site.prefix}/")}


def _publisher(absolute: Absolute, site: SiteView) -> Node:
    return {
        "@type": "NewsMediaOrganization",
        "name": site.publisher or site.title,
        "url": absolute("/"),
        "logo": {"@type": "ImageObject", "url": absolute(_logo(site))},
    }


def _logo(site: SiteView) -> str:
    return site.logo or "/icon-512.png"


def _authors(absolute: Absolute, site: SiteView, names: Sequence[str]) -> list[Node]:
    """The authors; a desk is an organisation, and without authors it is the publisher."""
    profile = absolute(profile_of(site))
    if not names:
        return [{"@type": "NewsMediaOrganization", "name": site.publisher or site.title, "url": profile}]
    desks = (site.publisher, site.title)
    return [
        {
            "@type": "Organization" if author in desks or author.endswith(" desk") else "Person",
            "name": author,
            "url": profile,
        }
        for author in names
    ]


def _pictures(absolute: Absolute, post: Card) -> list[Node]:
    """A post's picture in all its crops, each with description and credit."""
    image = post.image
    if image is None:
        return []
    about = {"caption": image.caption or image.alt} | ({"creditText": image.credit} if image.credit else {})
    files = [(crop.url, crop.width, crop.height) for crop in image.crops] or [(image.src, image.width, image.height)]
    return [
        {"@type": "ImageObject", "url": absolute(url), "contentUrl": absolute(url), "width": width, "height": height}
        | about
        for url, width, height in files
    ]


def _script(node: Node) -> Markup:
    return _encoded({"@context": "https://schema.org", **node})


def _encoded(node: Node) -> Markup:
    return Markup(f'<script type="application/ld+json">{as_json(node)}</script>\n')
