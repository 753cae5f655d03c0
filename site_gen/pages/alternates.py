"""The pages of a site's editions, and which of them say the same in another language."""

from collections.abc import Iterable

from msgspec.structs import replace

from site_gen.model.page import Page
from site_gen.model.post import Translation
from site_gen.model.site import Site

_OF_TEXTS = ("post", "page")  # kinds of pages whose translations the index knows


def of_edition(pages: Iterable[Page], edition: Site) -> Iterable[Page]:
    """The pages of an edition, in its language."""
    if not edition.edition:
        return pages
    return (_in_language(page, edition.edition) for page in pages)


def with_translations(pages: tuple[Page, ...], site: Site) -> tuple[Page, ...]:
    """The pages; those of lists know the same list in other languages: that at the same place of another edition.

    Further pages of lists, and those that search engines are told to leave out, have none.
    """
    if not site.editions:
        return pages
    prefixes = {edition.edition: edition.prefix for edition in site.every_edition}
    order = {edition.edition: edition.settings.language for edition in site.every_edition}
    by_place: dict[str, dict[str, Page]] = {}
    for page in pages:
        if page.listing.location is not None and page.info.kind not in _OF_TEXTS:
            place = page.info.url.removeprefix(prefixes[page.info.language])
            by_place.setdefault(place, {})[page.info.language] = page
    found: dict[str, tuple[Translation, ...]] = {}
    for of_place in by_place.values():
        if len(of_place) > 1:
            same = tuple(
                Translation(tag, of_place[edition].info.url, of_place[edition].info.title, original=not edition)
                for edition, tag in order.items()
                if edition in of_place
            )
            found |= dict.fromkeys((page.path for page in of_place.values()), same)
    return tuple([_translated(page, found.get(page.path, ())) for page in pages])


def _in_language(page: Page, tag: str) -> Page:
    return page if page.info.language == tag else replace(page, info=replace(page.info, language=tag))


def _translated(page: Page, found: tuple[Translation, ...]) -> Page:
    if page.info.kind in _OF_TEXTS or page.info.translations == found:
        return page
    return replace(page, info=replace(page.info, translations=found))
