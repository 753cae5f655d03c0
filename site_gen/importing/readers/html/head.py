"""What a page says about its text: title, dates, authors, tags, picture, summary, its own address."""

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from site_gen.conversion.page_date import moments_in
from site_gen.conversion.page_facts import headline_of
from site_gen.importing.item import Term
from site_gen.importing.readers.feeds.items import moment_of
from site_gen.importing.readers.html.marks import ARTICLES, day_of, linked_data, types_of

_TERM = re.compile(
    r"(?:\A|/)(tags?|topics?|labels?|keywords?|categor(?:y|ies)|sections?)/([^/]+?)(?:/|\.html?|/index\.html?)?\Z"
)
_AUTHOR = re.compile(r"/(?:authors?|by)/[^/]+?(?:/|\.html?|/index\.html?)?\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+and\s+")
_MOST_TERMS = 30
_LONGEST = 80
_LAST_DAY = "2199-12-31"


class Head(Struct, frozen=True):
    """The facts of a page. `terms` are those with links, `keywords` others, which a whole site may have in common."""

    title: str
    canonical: str = ""
    date: datetime | None = None
    timed: bool = False
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    terms: tuple[tuple[Term, str], ...] = ()
    keywords: tuple[str, ...] = ()
    picture: str = ""
    summary: str = ""


def head_of(tree: Any, path: str, zone: tzinfo, is_article: bool) -> Head:
    """The facts of a page; `terms` come with the addresses that they link to. Articles may be dated by their text."""
    articles = [one for one in linked_data(tree) if ARTICLES.intersection(types_of(one))]
    date, timed = _date(tree, path, zone, is_article)
    updated = next((moment_of(text, zone)[0] for text in _updates(tree, articles) if text), None)
    return Head(
        title=headline_of(tree),
        canonical=canonical_of(tree),
        date=date,
        timed=timed,
        updated=updated if updated and date and updated > date else None,
        authors=_authors(tree, articles),
        terms=tuple(_terms(tree))[:_MOST_TERMS],
        keywords=_keywords(tree, articles),
        picture=_metas(tree, "og:image")[0] if _metas(tree, "og:image") else "",
        summary=next(iter((*_metas(tree, "description"), *_metas(tree, "og:description"))), ""),
    )


def canonical_of(tree: Any) -> str:
    """The address that a page says is its own; "" where it says none."""
    links = [one.get("href") or "" for one in tree.iterfind(".//link") if "canonical" in (one.get("rel") or "").split()]
    return next((url.strip() for url in (*links, *_metas(tree, "og:url")) if url.strip()), "")


def _date(tree: Any, path: str, zone: tzinfo, is_article: bool) -> tuple[datetime | None, bool]:
    """When a page was published: as it says, if that agrees with its address, else as that says."""
    day = day_of(path)
    for text in moments_in(tree):
        moment, timed = moment_of(text, zone)
        if moment is not None and moment.date().isoformat().startswith(day):
            return moment, timed
    if not day and is_article:
        day = _day_in_text(tree)
    return moment_of(day if len(day) != 7 else f"{day}-01", zone)


def _day_in_text(tree: Any) -> str:
    """The day that a page shows in its text; "" without any. It does not depend on the day of the import."""
    from htmldate import find_date
    from lxml import etree

    source = etree.tostring(tree, encoding="unicode", method="html")
    found = find_date(source, extensive_search=False, original_date=True, max_date=_LAST_DAY)
    return found or ""


def _updates(tree: Any, articles: list[dict[str, Any]]) -> Iterator[str]:
    yield from _metas(tree, "article:modified_time")
    yield from (one["dateModified"] for one in articles if isinstance(one.get("dateModified"), str))


def _authors(tree: Any, articles: list[dict[str, Any]]) -> tuple[str, ...]:
    """The authors, by the surest of what names them."""
    metas = (name for text in _metas(tree, "author") for name in _BETWEEN.split(text))
    for ones in (
        (name for one in articles for name in _names(one.get("author"))),
        metas,
        map(_words, (one for one in tree.iterfind(".//*[@class]") if "p-author" in one.get("class").split())),
        map(_words, tree.iterfind(".//a[@rel='author']")),
        map(_words, (one for one in tree.iter("a") if _is_author(one))),
    ):
        names = tuple(dict.fromkeys(name for name in ones if name and len(name) < _LONGEST and "://" not in name))
        if names:
            return names
    return ()


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def _is_author(link: Any) -> bool:
    """Whether a link leads to the page of an author, and is not in navigation."""
    return bool(_AUTHOR.search(link.get("href") or "")) and not _is_apart(link)


def _names(value: Any) -> Iterator[str]:
    """The names in what JSON-LD has for persons."""
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield " ".join(name.split())


def _terms(tree: Any) -> Iterator[tuple[Term, str]]:
    """The tags and categories of a page that it links to, outside of navigation."""
    seen: set[Term] = set()
    for link in tree.iter("a"):
        term = _term(link)
        if term is not None and Term(term.kind, "", term.slug) not in seen:
            seen.add(Term(term.kind, "", term.slug))
            yield term, link.get("href").strip()


def _term(link: Any) -> Term | None:
    """The tag or category that a link leads to."""
    name = _words(link).lstrip("#").strip()
    try:
        path = unquote(urlsplit((link.get("href") or "").strip()).path)
    except ValueError:
        return None
    found = _TERM.search(path)
    is_tag = "tag" in (link.get("rel") or "").split()
    if not 0 < len(name) < _LONGEST or not (is_tag or (found and not _is_apart(link))):
        return None
    slug = found[2] if found else re.sub(r"(?:/index)?\.html?\Z", "", path.rstrip("/")).rpartition("/")[2]
    is_category = found is not None and found[1].startswith(("categor", "section"))
    return Term("category" if is_category else "tag", name, slug) if slug else None


def _is_apart(link: Any) -> bool:
    """Whether a link is in navigation, or outside of an article where there is one."""
    if next(link.iterancestors("nav", "aside"), None) is not None:
        return True
    tree = link.getroottree().getroot()
    has_article = next(tree.iter("article", "main"), None) is not None
    return has_article and next(link.iterancestors("article", "main"), None) is None


def _keywords(tree: Any, articles: list[dict[str, Any]]) -> tuple[str, ...]:
    """The words that a page names as its tags, without links."""
    tags = _metas(tree, "article:tag")
    listed = [one.get("keywords") for one in articles]
    for one in listed:
        tags += one if isinstance(one, list) else _BETWEEN.split(one) if isinstance(one, str) else []
    tags = tags or [
        name for text in _metas(tree, "news_keywords") or _metas(tree, "keywords") for name in text.split(",")
    ]
    return tuple(dict.fromkeys(" ".join(one.split()) for one in tags if isinstance(one, str) and one.strip()))


def _metas(tree: Any, name: str) -> list[str]:
    return [
        " ".join((one.get("content") or "").split())
        for one in tree.iterfind(".//meta")
        if (one.get("property") or one.get("name") or "").lower() == name and (one.get("content") or "").strip()
    ]
