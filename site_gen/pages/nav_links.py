"""Links to the pages for looking things up, in addition to tags and archive."""

from site_gen.model.page import Link
from site_gen.model.settings import Settings
from site_gen.text.language.catalog import Catalog


def search_url(settings: Settings, prefix: str = "") -> str:
    """The address of the page that searches all texts of an edition; "" where there is no such search."""
    return f"{prefix}/search/" if settings.search == "pagefind" else ""


def nav_links(settings: Settings, catalog: Catalog, prefix: str = "") -> tuple[Link, ...]:
    """The links that the settings ask for, for menus."""
    search = (Link(catalog.gettext("Search"), f"{prefix}/search/"),) if settings.search != "none" else ()
    coverage = (Link(catalog.gettext("Coverage"), f"{prefix}/coverage/"),) if settings.coverage else ()
    return search + coverage
