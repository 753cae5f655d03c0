"""Addresses that come and go by themselves: those of lists and feeds, which depend on how many posts there are."""

from collections.abc import Iterator

from site_gen.indexing.addresses import page_url
from site_gen.model.site import Site
from site_gen.pages.feed import FORMATS
from site_gen.pages.notices import CORRECTIONS
from site_gen.pages.thin_tags import full_tags


def automatic(site: Site) -> frozenset[str]:
    """The addresses of all lists and feeds of the site, in small letters."""
    return frozenset(address.casefold() for edition in site.every_edition for address in _of(edition))


def _of(site: Site) -> Iterator[str]:
    settings = site.settings
    lists = [(f"{site.prefix}/", len(site.posts)), *((term.ref.url, len(term.posts)) for term in site.terms)]
    for base, count in lists:
        yield from (page_url(base, number) for number in range(1, max(1, -(-count // settings.page_size)) + 1))
    for year in site.years:
        yield year.url
        yield from (month.url for month in year.months)
    yield from (thread.url for thread in site.threads)
    homes = [f"{site.prefix}/", site.prefix + CORRECTIONS]
    homes += [term.ref.url for term in full_tags(site)] + [thread.url for thread in site.threads]
    yield from (home + FORMATS[name].file for home in homes for name in settings.feeds.formats)
