"""What a page says about its article: the headline without the site's name, the site, the address, credits."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from site_gen.model.seed import Decision

_BETWEEN = r"(?:\s+[-–—|·•»«:/]+\s+|\s*[|»«•:]\s+|\s+::\s+)"
_HEADINGS = re.compile(
    r"(?:entry|post|article|page|story)[-_]?(?:title|headline)|\bheadline\b|\bp-name\b", re.IGNORECASE
)
_EDGES = re.compile(r"\A[\s|·•»«:/–—-]+|[\s|·•»«:/–—-]+\Z")
_LONGEST = 300
_LONGEST_SITE = 60
_MOST_CREDITS = 20
_WEB = re.compile(r"https?://[^\s<>\"]{1,2000}")


def headline_of(tree: Any) -> str:
    """The headline: the heading that the page's title repeats, else what the page says for machines; "" without any."""
    site = site_of(tree, "")
    titles = [title for title in (_meta(tree, "og:title"), _meta(tree, "twitter:title")) if title]
    bar = _title_bar(tree)
    headings = [heading for heading in _headings(tree) if heading.casefold() != site.casefold()]
    joined = "\n".join((*titles, bar)).casefold()
    named = [heading for heading in headings if heading.casefold() in joined]
    if named:
        return max(named, key=len)
    if titles:
        return _without_site(titles[0], site)
    return headings[0] if headings else _without_site(bar, site)


def site_of(tree: Any, found: str, headline: str = "") -> str:
    """The name of the site: by its own word, else what its title bar has beside the headline, else as it was found.

    A bare host name is no name.
    """
    own = _meta(tree, "og:site_name") or _meta(tree, "application-name")
    bar = _title_bar(tree)
    before, named, after = bar.partition(headline) if headline else ("", "", "")
    beside = _EDGES.sub("", before or after) if named and not (before and after) else ""
    name = own or (beside if len(beside) <= _LONGEST_SITE else "") or " ".join(found.split())
    return "" if "." in name and " " not in name else name[:_LONGEST]


def address_of(tree: Any, found: str, saved: str) -> str:
    """The web address of the article: the one that it says is its own, else where it was saved from."""
    links = (link.get("href", "") for link in tree.iterfind(".//link[@rel='canonical']"))
    permanent = (
        link.get("href", "") for head in tree.iter("h1", "h2") for link in head.iterfind(".//a[@rel='bookmark']")
    )
    for url in (*links, *permanent, _meta(tree, "og:url"), found, saved):
        if _WEB.fullmatch(url.strip()) and urlsplit(url).path.strip("/"):
            return str(url).strip()
    return next((url for url in (saved, found) if _WEB.fullmatch(url)), "")


def credits_in(tree: Any) -> tuple[Decision, ...]:
    """The captions of a page's pictures, which are not fetched: an editor may want to ask for one."""
    found: dict[str, str] = {}
    for figure in tree.iter("figure"):
        picture = next(figure.iter("img"), None)
        caption = " ".join(" ".join(one.itertext()) for one in figure.iter("figcaption"))
        words = " ".join(caption.split())
        if picture is not None and words and len(found) < _MOST_CREDITS:
            address = picture.get("data-src") or picture.get("src") or "?"
            found.setdefault(words[:_LONGEST], "?" if address.startswith("data:") else address[:_LONGEST])
    return tuple(Decision("picture", words, f"not fetched: {address}") for words, address in found.items())


def _title_bar(tree: Any) -> str:
    return next((_line(one.text_content()) for one in tree.iterfind(".//head/title")), "")


def _headings(tree: Any) -> Iterator[str]:
    """The headings that may be the article's: those of the first level, and others that are named so."""
    for element in tree.iter("h1", "h2"):
        named = element.tag == "h1" or _HEADINGS.search(f"{element.get('class', '')} {element.get('itemprop', '')}")
        words = _line(element.text_content())
        if words and not _is_of_site(element) and (named or _is_first_in_article(element)):
            yield words


def _is_of_site(element: Any) -> bool:
    """Whether a heading is a link to the front page: it is the site's name."""
    links = [link.get("href") or "" for link in element.iter("a")]
    return len(links) == 1 and urlsplit(links[0]).path in ("", "/", "/index.html") and "#" not in links[0]


def _is_first_in_article(element: Any) -> bool:
    parents = list(element.iterancestors("article", "main"))
    return bool(parents) and next(parents[0].iter("h1", "h2"), None) is element


def _without_site(title: str, site: str) -> str:
    """A title without the site's name before or after it; a part of it without a name is kept."""
    if not site:
        return title
    named = re.escape(site)
    shorter = re.sub(rf"{_BETWEEN}\(?{named}\)?\s*\Z|\A\s*{named}{_BETWEEN}", "", title, flags=re.IGNORECASE)
    return shorter.strip() or title


def _meta(tree: Any, name: str) -> str:
    for element in tree.iterfind(".//meta"):
        if (element.get("property") or element.get("name") or "").lower() == name:
            return _line(element.get("content") or "")
    return ""


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
