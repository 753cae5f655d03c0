import json
from typing import Any

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from site_gen.model.page import Link, Page, Pager, PostView, SiteView, TermView, ThreadView
from site_gen.model.picture import Rendition
from site_gen.model.site import Site
from site_gen.pages.post import posts
from site_gen.pages.term import terms
from site_gen.pages.thread import threads
from site_gen.theming.contract import Content
from site_gen.theming.structured import structured
from tests.support import entry, picture_source, png, site_of
from tests.theming.test_render import SITE

DATA = structured("https://example.org/news/")
IMAGE = {"src": "/a.png", "alt": "A ship", "credit": "Navy"}


def node(made: Markup) -> dict[str, Any]:
    text = str(made)
    head, tail = '<script type="application/ld+json">', "</script>\n"
    assert text.startswith(head) and text.endswith(tail) and text.count("<") == 2
    found: dict[str, Any] = json.loads(text.removeprefix(head).removesuffix(tail))
    assert found["@context"] == "https://schema.org"
    return found


def article(page: Page, site: SiteView = SITE) -> dict[str, Any]:
    view = page.view
    assert isinstance(view, PostView)
    content = Content(Markup(""), 7, 1)
    more = (content, view.dateline, view.attribution, view.corrections, view.thread)
    return node(DATA["article_data"](site, page.info, view.post, "/card.png", *more))


def with_crops(site: Site) -> Site:
    def cropped(post: Any) -> Any:
        crops = (Rendition("/a-16x9.jpg", 1200, 675), Rendition("/a-1x1.jpg", 800, 800))
        return replace(post, card=replace(post.card, image=replace(post.card.image, crops=crops)))

    return replace(site, posts=tuple(map(cropped, site.posts)))


def test_a_post_with_all_that_it_can_have() -> None:
    front: dict[str, Any] = {
        "dateline": "Oslo",
        "authors": ["Ann", "The Oslo desk"],
        "tags": ["Naval", "NATO"],
        "updated": "2026-01-06T09:00:00+00:00",
        "type": "analysis",
        "summary": "In short.",
        "source": {"name": "Wire", "url": "https://wire.example/"},
        "corrections": [{"date": "2026-01-07", "text": "It was not."}],
        "image": IMAGE,
    }
    site = with_crops(
        site_of(entry("a", 'A "ship" </script>', **front), pictures=(picture_source("static/a.png", png()),))
    )
    (page,) = posts(site)
    made = article(page, replace(SITE, pages=(Link("About", "/about/"),), publisher="House"))
    base = "https://example.org/news"
    assert made == {
        "@context": "https://schema.org",
        "@type": "AnalysisNewsArticle",
        "headline": site.cards[0].title,
        "dateline": "Oslo",
        "description": "In short.",
        "image": [
            {
                "@type": "ImageObject",
                "url": f"{base}/{name}",
                "contentUrl": f"{base}/{name}",
                "width": width,
                "height": height,
                "caption": "A ship",
                "creditText": "Navy",
            }
            for name, width, height in (("a-16x9.jpg", 1200, 675), ("a-1x1.jpg", 800, 800))
        ],
        "datePublished": "2026-01-05T09:00:00+00:00",
        "dateModified": "2026-01-07T00:00:00+00:00",
        "author": [
            {"@type": "Person", "name": "Ann", "url": f"{base}/about/"},
            {"@type": "Organization", "name": "The Oslo desk", "url": f"{base}/about/"},
        ],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": "House",
            "url": f"{base}/",
            "logo": {"@type": "ImageObject", "url": f"{base}/icon-512.png"},
        },
        "mainEntityOfPage": f"{base}/2026/01/a/",
        "articleSection": "Naval",
        "keywords": ["Naval", "NATO"],
        "wordCount": 7,
        "isBasedOn": "https://wire.example/",
        "correction": [
            {"@type": "CorrectionComment", "text": "It was not.", "datePublished": "2026-01-07T00:00:00+00:00"}
        ],
        "inLanguage": "en",
        "isAccessibleForFree": True,
    }


def test_a_bare_post_has_what_search_engines_ask_for() -> None:
    (page,) = posts(site_of(entry("a", "A")))
    made = article(page)
    assert made["@type"] == "NewsArticle"
    assert made["image"] == ["https://example.org/news/card.png"]
    assert made["author"] == [{"@type": "NewsMediaOrganization", "name": "Notes", "url": "https://example.org/news/"}]
    assert (made["articleSection"], made["dateModified"]) == ("News", made["datePublished"])
    assert not {"dateline", "correction", "isBasedOn", "isPartOf"} & made.keys()


@pytest.mark.parametrize("size", [2, 3, 5, 9])
def test_the_pages_of_a_tag_number_its_posts_through(size: int) -> None:
    dates = [f"2026-01-{n + 1:02}" for n in range(7)]
    site = site_of(*(entry(f"p{n}", f"P{n}", date, tags=["Norway"]) for n, date in enumerate(dates)), page_size=size)
    listed = []
    for page in terms(site):
        view = page.view
        assert isinstance(view, TermView) and isinstance(view.pager, Pager)
        made = node(DATA["collection_data"](SITE, page.info, view.term, view.posts, view.pager))
        assert made["@type"] == "CollectionPage" and made["url"] == f"https://example.org/news{page.info.url}"
        assert made["mainEntity"]["numberOfItems"] == 7
        listed += made["mainEntity"]["itemListElement"]
    assert [item["position"] for item in listed] == list(range(1, 8))
    assert [item["url"] for item in listed] == [f"https://example.org/news{card.url}" for card in site.cards]


def test_a_thread_is_a_live_blog_of_its_posts_and_each_post_a_part_of_it() -> None:
    old = entry("a", "A", "2026-01-01T09:00:00+00:00", thread="Talks", type="background", image=IMAGE)
    new = entry("b", "B", "2026-01-02T09:00:00+00:00", thread="Talks", summary="In short.")
    site = site_of(old, new, pictures=(picture_source("static/a.png", png()),))
    (page,) = threads(site)
    assert isinstance(page.view, ThreadView)
    made = node(DATA["live_data"](SITE, page.info, page.view.posts))
    assert (made["@type"], made["headline"]) == ("LiveBlogPosting", "Talks")
    assert (made["coverageStartTime"], made["dateModified"]) == (
        "2026-01-01T09:00:00+00:00",
        "2026-01-02T09:00:00+00:00",
    )
    first, second = made["liveBlogUpdate"]
    assert (first["@type"], first["headline"], first["articleBody"]) == ("BlogPosting", "B", "In short.")
    assert (second["@type"], second["url"]) == (
        ["BlogPosting", "BackgroundNewsArticle"],
        "https://example.org/news/2026/01/a/",
    )
    part = article(next(iter(posts(site))))["isPartOf"]
    assert part == {"@type": "LiveBlogPosting", "headline": "Talks", "url": "https://example.org/news/threads/talks/"}


def test_the_publisher_with_its_policies_and_profiles_and_the_site() -> None:
    pages = (Link("Ethics", "/ethics/"), Link("About", "/about/"))
    site = replace(SITE, pages=pages, email="a@b.org", profiles=("https://social.example/@desk",), logo="/logo.png")
    made = node(DATA["organisation_data"](site))
    assert made["ethicsPolicy"] == "https://example.org/news/ethics/"
    assert (made["email"], made["sameAs"]) == ("a@b.org", ["https://social.example/@desk"])
    assert made["logo"]["url"] == "https://example.org/news/logo.png"
    assert node(DATA["website_data"](site))["name"] == "Notes"


def test_breadcrumbs() -> None:
    made = node(DATA["breadcrumb_data"]((("Home", "/"), ("A & B", "/a/"))))
    assert [(item["position"], item["name"], item["item"]) for item in made["itemListElement"]] == [
        (1, "Home", "https://example.org/news/"),
        (2, "A & B", "https://example.org/news/a/"),
    ]


def test_a_translation_names_its_original_and_an_original_its_translations() -> None:
    site = site_of(
        entry("a", "A"),
        entry("b", "Б", language="uk", translation_of="a"),
        entry("c", "ج", language="ar", translation_of="a"),
    )
    original, ukrainian, _ = (article(page) for page in posts(site))
    assert (original["inLanguage"], ukrainian["inLanguage"]) == ("en", "uk")
    assert [one["inLanguage"] for one in original["workTranslation"]] == ["ar", "uk"]
    assert "translationOfWork" not in original and "workTranslation" not in ukrainian
    assert ukrainian["translationOfWork"] == {
        "@type": "NewsArticle",
        "headline": "A",
        "url": "https://example.org/news/2026/01/a/",
        "inLanguage": "en",
    }
