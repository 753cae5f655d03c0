"""Saved pages: the article of a page, without what surrounds it. Nothing is fetched.

Trafilatura finds the article, its author, site and address, and htmldate its day.
"""

from datetime import tzinfo
from typing import Any

from site_gen.conversion.fragment import to_markdown
from site_gen.conversion.limits import LARGEST_PAGE, too_long
from site_gen.conversion.missing import MissingExtra
from site_gen.conversion.page_date import date_of
from site_gen.conversion.page_facts import address_of, credits_in, headline_of, site_of
from site_gen.conversion.page_notes import mark_notes
from site_gen.conversion.page_source import lean, page_text, saved_from
from site_gen.conversion.tei import html_of
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted, Decision, Given

_LAST_DAY = "2199-12-31"  # instead of today: what a page says does not depend on when it is read
_FEWEST_WORDS = 5
_NO_ARTICLE = ("No article was found in this page.", "Save the article's text as plain text (.txt).")


def convert(name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The article of a saved page."""
    try:
        import trafilatura
        from trafilatura.utils import load_html
    except ImportError:
        raise MissingExtra("documents", "HTML") from None
    source = page_text(data)
    text = lean(source)
    if len(text) > LARGEST_PAGE:
        what = (
            f"This page has {len(text):,} characters without pictures and scripts; at most {LARGEST_PAGE:,} are read."
        )
        return Result(None, (Problem(name, 0, 0, what, _NO_ARTICLE[1]),))
    tree: Any = load_html(text)
    if tree is None:
        return Result(None, (Problem(name, 0, 0, *_NO_ARTICLE),))
    notes = mark_notes(tree)
    title, credits = headline_of(tree), credits_in(tree)
    found: Any = trafilatura.bare_extraction(
        tree,
        url=saved_from(source) or None,
        include_comments=False,
        include_formatting=True,
        include_images=False,
        include_links=True,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LAST_DAY},
    )
    if found is None or found.body is None:
        return Result(None, (Problem(name, 0, 0, *_NO_ARTICLE),))
    title = title or " ".join((found.title or "").split())
    url = address_of(tree, found.url or "", saved_from(source))
    html = html_of(found.body, title, url, notes)
    markdown = to_markdown(html, {}).text
    if fault := too_long(markdown):
        return Result(None, (Problem(name, 0, 0, *fault),))
    if len(markdown.split()) < _FEWEST_WORDS:
        return Result(None, (Problem(name, 0, 0, *_NO_ARTICLE),))
    given = Given(
        title=title,
        authors=_authors(found.author or ""),
        source_name=site_of(tree, found.sitename or "", title),
        source_url=url,
    )
    return Result(
        (
            Converted(
                text=markdown,
                given=date_of(tree, found.date or "", zone, given),
                notes=(Decision("form", "HTML", "a saved page; its article is the seed"), *credits),
            ),
        )
    )


def _authors(found: str) -> tuple[str, ...]:
    """The authors as they were found, with semicolons between them."""
    names = (" ".join(name.split()) for name in found.split(";"))
    return tuple(name for name in names if name and not name.lower().startswith("http"))
