"""The language of pages: what they say, apart from what their posts say."""

from site_gen.model.site import Site
from site_gen.text.language.catalog import Catalog, catalog_of


def strings(site: Site, language: str = "") -> Catalog:
    """The strings of the interface in a language; "" for the site's own."""
    return catalog_of(language or site.settings.language, site.phrases)
