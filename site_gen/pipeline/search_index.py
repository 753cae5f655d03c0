"""The search index: made again when a text, title, date or tag of a published post changed, else reused."""

from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from html import escape
from pathlib import Path

import msgspec

from site_gen.model.artifact import Artifact
from site_gen.model.post import Body
from site_gen.model.problem import raise_problems
from site_gen.model.site import Site
from site_gen.pages.language import strings
from site_gen.pages.search import Record, has_index, index_of, records
from site_gen.pipeline.render_bodies import BodyRenderer, MarkdownContext, Unreadable, body_key
from site_gen.storage import pagefind
from site_gen.storage.program import program_digest
from site_gen.text.dates import iso
from site_gen.text.digest import digest
from site_gen.text.language.written import Written


def search_index(
    site: Site, markdown: MarkdownContext, state: Path, clean: bool = False, only: Container[str] | None = None
) -> dict[str, Artifact]:
    """The files of the indexes by path, if the settings want some; `OutsideError` where Pagefind is not there or fails.

    Each edition that has posts has an index of its own. `clean` ignores the cached ones; `only` are the folders of
    those to make.
    """
    found: dict[str, Artifact] = {}
    for edition in _with_index(site):
        if only is None or folder_of(edition) in only:
            found |= _of_edition(edition, markdown, state, clean)
    return found


def search_keys(site: Site, markdown: MarkdownContext) -> dict[str, str]:
    """The key of each index by its folder: the digest of everything that its files depend on."""
    return {folder_of(edition): _key(records(edition), edition, markdown) for edition in _with_index(site)}


def folder_of(site: Site) -> str:
    """The folder of an edition's index below the output folder, with a slash at its end."""
    return index_of(site)[1:]


def _with_index(site: Site) -> tuple[Site, ...]:
    return tuple(filter(has_index, site.every_edition))


def _key(posts: Iterable[Record], site: Site, markdown: MarkdownContext) -> str:
    inputs = [(record.path, record.card, body_key(record.body).hex()) for record in posts]
    asked = program_digest(), pagefind.version(), markdown.kind, _language(site), inputs
    return digest(msgspec.msgpack.encode(asked))


def _language(site: Site) -> str:
    return site.settings.language.partition("-")[0].lower()


def _of_edition(site: Site, markdown: MarkdownContext, state: Path, clean: bool) -> dict[str, Artifact]:
    posts = list(records(site))
    key = _key(posts, site, markdown)
    kept = state / (f"search-{site.edition.lower()}" if site.edition else "search")
    files = None if clean else pagefind.load(kept, key)
    if files is None:
        pages = _pages(posts, BodyRenderer(markdown), strings(site).written)
        files = pagefind.indexed(pages, _language(site), state)
        with suppress(OSError):  # what cannot be kept is made again
            pagefind.save(kept, key, files)
    return {path: Artifact(path, data) for name, data in files.items() for path in [f"{folder_of(site)}{name}"]}


def _pages(post_records: list[Record], html_of: Callable[[Body], str], written: Written) -> list[tuple[str, str]]:
    pages = []
    for record in post_records:
        try:
            pages.append((record.path, page_for(record, html_of(record.body), written)))
        except Unreadable as error:
            raise_problems((error.args[0],))
    return pages


def page_for(record: Record, html: str, written: Written) -> str:
    """A post as Pagefind reads it: its headline, what it is filtered and sorted by, its text."""
    card = record.card
    filters = [("year", str(card.date.year)), *((tag.kind, tag.name) for tag in card.tags)]
    attributes = [
        f'<i data-pagefind-filter="{escape(name)}[title]" title="{escape(value)}"></i>' for name, value in filters
    ]
    attributes += [
        f'<i data-pagefind-meta="date[title]" title="{escape(written.date(card.date))}"></i>',
        f'<i data-pagefind-sort="date[title]" title="{escape(iso(card.date))}"></i>',
    ]
    head = f'<h1 data-pagefind-meta="title">{escape(card.title)}</h1>'
    lead = f"<p>{escape(card.summary)}</p>" if card.summary else ""
    body = f"<body data-pagefind-body>{''.join(attributes)}{head}{lead}{html}</body>"
    return f"<!DOCTYPE html><html><head><title>{escape(card.title)}</title></head>{body}</html>"
