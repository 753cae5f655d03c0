"""What a page of a site is, by its markup: an article, a standing page, a list of others, a redirect."""

import json
import re
from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct

from site_gen.importing.readers.html.words import count_words

Kind = Literal["article", "page", "list", "redirect", "error"]
ARTICLES = frozenset(
    """
    Article NewsArticle BlogPosting Report ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle TechArticle
    ScholarlyArticle BackgroundNewsArticle ReviewNewsArticle LiveBlogPosting SocialMediaPosting AdvertiserContentArticle
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_LISTS = frozenset(("CollectionPage", "ItemList", "Blog", "SearchResultsPage", "ProfilePage", "WebSite"))
_REFRESH = re.compile(r"\s*\d+(?:\.\d+)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?\s*([^\"'\s]+)", re.IGNORECASE)
_PAGED = re.compile(r"(?:\A|/)(?:page|p)/\d+(?:/|\.html?\Z)|(?:\A|/)(?:index|page)-?\d+\.html?\Z", re.IGNORECASE)
_OF_TERMS = re.compile(
    r"(?:\A|/)(?:(?:tags?|categor(?:y|ies)|topics?|labels?|authors?)(?:/[^/]+)?|archives?|search)(?:/index)?\.html?\Z",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"(?:\A|/)(?:19|20)\d\d/(?:\d\d?/){0,2}index\.html?\Z")
_DATED = re.compile(r"(?:\A|/)((?:19|20)\d\d)[/-](\d\d?)[/-](?:(\d\d?)[/-])?[^/]")
_ERROR = re.compile(r"\A(?:404|not[ -]found|page not found|error 404)\b|\b404\b.{0,20}not found", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4")
_NESTED = 8
_FEW_WORDS = 100


class Facts(Struct, frozen=True):
    """What a page says it is, and why; `to` is where a redirect leads."""

    kind: Kind
    why: str
    to: str = ""


def facts_of(tree: Any, path: str) -> Facts | None:
    """What a page is by its marks and its place; None where neither says it, and its text has to."""
    if to := refresh_of(tree):
        return Facts("redirect", f"it leads to {to}", to)
    if path.rpartition("/")[2] in ("404.html", "404.htm") or _ERROR.search(title_bar(tree)):
        return Facts("error", "the page for addresses that do not exist")
    types = {kind for one in linked_data(tree) for kind in types_of(one)}
    marked = _count_items(tree)
    if why := _why_list(tree, path, types, marked):
        return Facts("list", why)
    if types & ARTICLES:
        return Facts("article", f"its JSON-LD says {min(types & ARTICLES)}")
    if marked == 1:
        return Facts("article", "its microdata or microformats say it is an article")
    if _meta(tree, "og:type") in ("article", "blog"):
        return Facts("article", "its og:type says article")
    if _DATED.search(path):
        return Facts("article", "its address has a date")
    return None


def _why_list(tree: Any, path: str, types: set[str], marked: int) -> str:
    """Why a page is a list; "" where it is none, or may be an article with a list beside it."""
    if path in ("index.html", "index.htm") and not types & ARTICLES:
        return "the front page"
    if _PAGED.search(path):
        return "a page of a list, by its address"
    if found := types & _LISTS - {"WebSite", "ItemList"}:
        return f"a list: its JSON-LD says {min(found)}" if not types & ARTICLES else ""
    if _OF_TIME.search(path) and not types & ARTICLES:
        return "a list of a year or month, by its address"
    if _OF_TERMS.search(path) and not types & ARTICLES and marked != 1:
        return "a list, by its address"
    if marked > 1 and not _has_main_article(tree):
        return f"a list: it has {marked} articles"
    teasers = _teasers(tree) if not types & ARTICLES else []
    return f"a list: it has the beginnings of {len(teasers)} articles" if len(teasers) > 1 else ""


def refresh_of(tree: Any) -> str:
    """Where a page leads at once; "" where it stays, as one with a text of its own does."""
    for one in tree.iterfind(".//head/meta"):
        if (one.get("http-equiv") or "").lower() == "refresh" and (found := _REFRESH.match(one.get("content") or "")):
            return found[1] if count_words(tree) <= _FEW_WORDS else ""
    return ""


def day_of(path: str) -> str:
    """The day or month that an address has: `2026-05-04`, `2026-05`, or ""."""
    found = _DATED.search(path)
    if found is None or not 1 <= int(found[2]) <= 12 or not 1 <= int(found[3] or 1) <= 31:
        return ""
    return "-".join(part.zfill(2) for part in found.groups() if part)


def title_bar(tree: Any) -> str:
    """The title of a page as browsers show it."""
    return next((" ".join(one.text_content().split()) for one in tree.iterfind(".//head/title")), "")


def linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """What a page says of itself as JSON-LD: the objects at its top, and those of a graph."""
    for script in tree.iterfind(".//script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        waiting = [found]
        for _ in range(_NESTED * 10):
            if not waiting:
                break
            one = waiting.pop()
            if isinstance(one, list):
                waiting += one[:50]
            elif isinstance(one, dict):
                yield one
                waiting += [one["@graph"]] if isinstance(one.get("@graph"), list) else []


def types_of(value: dict[str, Any]) -> tuple[str, ...]:
    """The types of an object of JSON-LD."""
    found = value.get("@type")
    listed = found if isinstance(found, list) else [found]
    return tuple(one.rpartition("/")[2] for one in listed if isinstance(one, str))


def _count_items(tree: Any) -> int:
    """How many articles microdata or microformats mark, whichever marks more."""
    items = sum((one.get("itemtype") or "").rpartition("/")[2] in ARTICLES for one in tree.iterfind(".//*[@itemtype]"))
    entries = sum("h-entry" in (one.get("class") or "").split() for one in tree.iterfind(".//*[@class]"))
    return max(items, entries)


def _articles(tree: Any) -> list[Any]:
    """The elements `article` that are in no other."""
    return [one for one in tree.iter("article") if next(one.iterancestors("article"), None) is None]


def _has_main_article(tree: Any) -> bool:
    """Whether one article has most of the words of all, as one with teasers of others below it has."""
    marked = [one for one in tree.iterfind(".//*[@itemtype]") if one.get("itemtype").rpartition("/")[2] in ARTICLES]
    counts = sorted(count_words(one) for one in _articles(tree) or marked)
    return bool(counts) and counts[-1] > _FEW_WORDS and counts[-1] * 2 > sum(counts)


def _teasers(tree: Any) -> list[Any]:
    """The articles whose heading is a link, if they are most of what a page has."""
    found = [one for one in _articles(tree) if any(_is_linked(heading) for heading in one.iter(*_HEADINGS))]
    whole = next(tree.iter("main"), tree.find(".//body"))
    words = sum(map(count_words, found))
    return found if len(found) > 1 and words * 2 > count_words(whole) and not _has_main_article(tree) else []


def _is_linked(heading: Any) -> bool:
    """Whether a heading is a link to another page."""
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return any((link.get("href") or "#")[:1] != "#" for link in links)


def _meta(tree: Any, name: str) -> str:
    for one in tree.iterfind(".//meta"):
        if (one.get("property") or one.get("name") or "").lower() == name:
            return (one.get("content") or "").strip().lower()
    return ""
