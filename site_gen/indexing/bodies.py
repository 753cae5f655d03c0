"""The index after edits that changed texts alone: what orders, groups and links posts is as it was."""

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from site_gen.indexing.index import Indexed
from site_gen.model.post import Entry, PageEntry, Post, Said, TagEntry
from site_gen.model.site import Term

_Text = TypeVar("_Text", PageEntry, TagEntry)


def with_bodies(indexed: Indexed, edited: Mapping[str, Said]) -> Indexed:
    """The same index with the texts of some entries, which are named by their paths, replaced."""

    def published(one: Entry) -> Entry:
        said = edited.get(one.source.path)
        return said if isinstance(said, Entry) else one

    def post(one: Post) -> Post:
        said = edited.get(one.source.path)
        return one if said is None else replace(one, source=said.source, body=said.body)

    def entry(one: _Text) -> _Text:
        said = edited.get(one.source.path)
        return one if said is None else replace(one, source=said.source, body=said.body)

    def term(one: Term) -> Term:
        text = one.entry and entry(one.entry)
        return one if text is one.entry else replace(one, entry=text)

    if not edited:
        return indexed
    site = indexed.site
    changed = replace(
        site,
        posts=tuple(map(post, site.posts)),
        terms=tuple(map(term, site.terms)),
        standing=tuple(map(entry, site.standing)),
        page_404=site.page_404 and entry(site.page_404),
    )
    return replace(indexed, site=changed, published=tuple(map(published, indexed.published)))
