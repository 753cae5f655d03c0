"""One page of a folder as it is read: what it is, what it says of itself, and its text."""

from datetime import tzinfo
from typing import Any

from msgspec import Struct

from site_gen.conversion.limits import LARGEST_PAGE
from site_gen.conversion.page_source import lean, page_text, saved_from
from site_gen.importing.readers.html.body import Body, body_of, without_layout
from site_gen.importing.readers.html.head import Head, head_of
from site_gen.importing.readers.html.marks import Facts, facts_of
from site_gen.importing.readers.html.words import count_words

_FEWEST_WORDS = 20
_MOST_LINKED = 0.5
_NO_TEXT = Facts("error", "there is no text in it")


class SourcePage(Struct, frozen=True, kw_only=True):
    """A page of a folder: its path, what it is, what it says of itself, and its text as HTML with what was left out.

    `saved` is the address that a browser noted when it saved the page, `base` that of its element `base`.
    """

    path: str
    facts: Facts
    head: Head = Head("")
    saved: str = ""
    base: str = ""
    html: str = ""
    raw: str = ""
    left_out: tuple[tuple[str, int], ...] = ()


def read_page(path: str, data: bytes, zone: tzinfo) -> SourcePage:
    """What is in a page."""
    source = page_text(data)
    if len(source) > LARGEST_PAGE:
        source = lean(source)
    if len(source) > LARGEST_PAGE:
        what = f"it has {len(source):,} characters without scripts; at most {LARGEST_PAGE:,} are read"
        return SourcePage(path=path, facts=Facts("error", what))
    tree = _parsed(source)
    if tree is None:
        return SourcePage(path=path, facts=_NO_TEXT)
    facts = facts_of(tree, path)
    page = SourcePage(
        path=path,
        facts=facts or _NO_TEXT,
        head=head_of(tree, path, zone, facts is not None and facts.kind == "article"),
        saved=saved_from(source),
        base=next((one.get("href") or "" for one in tree.iterfind(".//base[@href]")), ""),
    )
    found = body_of(tree) if facts is None or facts.kind == "article" else None
    return page if found is None else _with_text(page, facts, without_layout(found, page.head.title), source)


def _with_text(page: SourcePage, facts: Facts | None, body: Body, source: str) -> SourcePage:
    """The page with its text, if it is one."""
    facts = facts or _by_text(body)
    if facts.kind not in ("article", "page"):
        return SourcePage(path=page.path, facts=facts, head=page.head, saved=page.saved)
    return SourcePage(
        path=page.path,
        facts=facts,
        head=page.head,
        saved=page.saved,
        base=page.base,
        html=_inner(body.element),
        raw=source,
        left_out=body.left_out,
    )


def _parsed(text: str) -> Any:
    """The tree of a page; None where there is none."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _by_text(body: Body) -> Facts:
    """What a page is that says nothing of itself: a page if it has sentences, a list if most of it is links."""
    words = count_words(body.element)
    linked = sum(map(count_words, body.element.iter("a")))
    if words < _FEWEST_WORDS:
        return Facts("list", f"it has {words} words: too few for a page")
    if linked > _MOST_LINKED * words:
        return Facts("list", f"a list: {linked} of its {words} words are links")
    return Facts("page", "it has a text, and no mark of an article")


def _inner(element: Any) -> str:
    """The HTML within an element."""
    from html import escape

    from lxml import etree

    parts = [escape(element.text or "", quote=False)]
    parts += (etree.tostring(one, encoding="unicode", method="html") for one in element)
    return "".join(parts)
