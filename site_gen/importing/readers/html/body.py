"""The text of a page: the element that holds it, without the layout within it.

Markup names that element on most sites. On others Trafilatura finds the words, and the smallest element that holds
nearly all of them is the text: what the page has there is kept, rather than what an extraction leaves of it.
"""

import re
from copy import deepcopy
from typing import Any

from msgspec import Struct

from site_gen.importing.readers.html.words import count_words, text_in

_BODIES = (
    ".//*[@itemprop]",
    ".//*[@class]",
)
_ITEMPROP = frozenset(("articleBody", "text"))
_CLASSES = (
    frozenset(("e-content",)),
    frozenset(
        """
        entry-content post-content article-content article-body article__body post-body post__content post__body
        entry__content article__content article-text story-body blog-content post-full-content gh-content single-content
        td-post-content body-text prose entry-body post-entry
        """.split()  # noqa: SIM905 - a list of names is read more easily
    ),
)
_LAYOUT = re.compile(
    r"(?:[\w-]*[_-])?(?:shar(?:e|ing)(?:daddy|-?(?:buttons?|links?|bar|this))?|social(?:-?(?:links?|icons?|share))?|addtoany"
    r"|related(?:-?(?:posts?|articles?|stories))?|comments?(?:-area|-?section|-list)?|disqus(?:_thread)?|post-nav(?:igation)?"
    r"|nav-links?|pagination|pager|breadcrumbs?|byline|dateline-meta|(?:post|entry|article)-(?:meta|footer|info|tags?|date"
    r"|share|nav|navigation|header)|postmetadata|metadata|metaline|tag-links|cat-links|tags|newsletter(?:-?signup)?"
    r"|subscribe(?:-box)?|author-(?:bio|box|card)|advert(?:isement)?|ad-slot|adsbygoogle|skip-link|screen-reader-text"
    r"|visually-hidden|sr-only|headerlink|header-anchor|heading-anchor|edit-(?:link|page)|sourceline|cookie[\w-]*)",
    re.IGNORECASE,
)
_TAGS = frozenset(("nav", "form", "aside", "button", "dialog"))
_ROLES = frozenset(("navigation", "search", "complementary", "banner", "contentinfo"))
_FACTS = frozenset(("datePublished", "dateModified", "author"))
_FEW = 12
_SHORT_BLOCK = 30
_SMALL = 0.4
_LEAST_MARKED = 0.1
_LEAST_ARTICLE = 0.3
_FEWEST = 5


class Body(Struct, frozen=True):
    """The element of a text, and what was taken out of it with the number of its words."""

    element: Any
    left_out: tuple[tuple[str, int], ...] = ()


def body_of(tree: Any) -> Body | None:
    """The element that holds the text of a page; None where there is no text."""
    found = _marked(tree)
    return found if found is not None else _extracted(tree)


def without_layout(body: Body, title: str) -> Body:
    """The text without navigation, buttons, dates and the heading that repeats the title; the element is changed."""
    root, left = body.element, list[tuple[str, int]]()
    whole = max(1, count_words(root))
    for one in list(root.iter()):
        if one is root or not isinstance(one.tag, str) or _is_gone(one, root):
            continue
        if name := _layout(one, title):
            words = count_words(one)
            if words > _SMALL * whole:
                continue
            if words and name != "heading":
                left.append((name, words))
            _remove(one)
    return Body(root, tuple(left))


def _marked(tree: Any) -> Body | None:
    """The element that is marked as the text; one that has little of what the page says is not."""
    whole = _words_of_page(tree)
    by_property = [one for one in tree.iterfind(_BODIES[0]) if _ITEMPROP & set((one.get("itemprop") or "").split())]
    groups = [(by_property, _LEAST_MARKED)]
    for names in _CLASSES:
        ones = [one for one in tree.iterfind(_BODIES[1]) if names & set((one.get("class") or "").split())]
        groups.append((ones, _LEAST_MARKED))
    articles = [one for one in tree.iter("article") if next(one.iterancestors("article"), None) is None]
    groups.append((articles, _LEAST_ARTICLE))
    for ones, least in groups:
        best = max(ones, key=count_words, default=None)
        words = count_words(best) if best is not None else 0
        if words >= _FEWEST and words >= least * whole:
            return Body(best)
    return None


def _words_of_page(tree: Any) -> int:
    """How many words the main part of a page has."""
    main = next(iter(tree.xpath("//main | //*[@role='main']")), None)
    if main is not None:
        return count_words(main)
    body = tree.find(".//body")
    if body is None:
        return 0
    return count_words(body) - sum(count_words(one) for one in body if one.tag in ("nav", "header", "footer", "aside"))


def _extracted(tree: Any) -> Body | None:
    """The smallest element that has nearly all words that Trafilatura finds; else `main`, or the whole page."""
    main = next(iter(tree.xpath("//main | //*[@role='main']")), None)
    element = main if main is not None and count_words(main) >= _FEWEST else tree.find(".//body")
    if element is None:
        return None
    whole = _squeezed(element)
    blocks = [one for one in _blocks_found(tree) if one in whole]
    total = sum(map(len, blocks))
    while blocks:
        inner = next((one for one in element if isinstance(one.tag, str) and _held(one, blocks) >= 0.9 * total), None)
        if inner is None or inner.tag in ("p", "ul", "ol", "table", "blockquote", "pre"):
            break
        element = inner
    return Body(element)


def _blocks_found(tree: Any) -> list[str]:
    """The paragraphs that Trafilatura finds, without what is between their words."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        deepcopy(tree), include_comments=False, include_tables=True, favor_recall=True
    )
    if found is None or found.body is None:
        return []
    return [text for one in found.body.iter("p", "head", "item") if len(text := _squeezed(one)) > _SHORT_BLOCK]


def _held(element: Any, blocks: list[str]) -> int:
    text = _squeezed(element)
    return sum(len(one) for one in blocks if one in text)


def _squeezed(element: Any) -> str:
    return re.sub(r"\W+", "", "".join(element.itertext()))


def _layout(one: Any, title: str) -> str:
    """The name of an element that belongs to the layout; "" for one of the text."""
    if one.tag in ("h1", "h2", "h3") and text_in(one).casefold().strip(" ¶#") == title.casefold():
        return "heading"
    if _is_furniture(one):
        return str(one.tag)
    facts = _FACTS.intersection((one.get("itemprop") or "").split())
    if (one.tag == "time" or facts) and count_words(one) < _FEW:
        return "date or author"
    names = (*(one.get("class") or "").split(), one.get("id") or "")
    return next((f".{name}" for name in names if _LAYOUT.fullmatch(name)), "")


def _is_furniture(one: Any) -> bool:
    """Whether an element is navigation, a form, or a header or footer that says nothing."""
    if one.tag in ("header", "footer"):
        return one.getparent().tag == "body" or not _says_something(one)
    return one.tag in _TAGS or one.get("role") in _ROLES


def _says_something(one: Any) -> bool:
    """Whether a header or footer has a picture or a sentence of the text."""
    return any(True for _ in one.iter("img")) or any(count_words(part) > _FEW for part in one.iter("p"))


def _is_gone(one: Any, root: Any) -> bool:
    return root not in one.iterancestors()


def _remove(element: Any) -> None:
    """Take an element out; the words after it stay."""
    parent, before = element.getparent(), element.getprevious()
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
