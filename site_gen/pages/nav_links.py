"""Links to the pages for looking things up, in addition to tags and archive."""

from site_gen.model.page import Link
from site_gen.model.settings import Settings


def search_url(settings: Settings) -> str:
    """The address of the page that searches all texts; "" where there is no such search."""
    return "/search/" if settings.search == "pagefind" else ""


def nav_links(settings: Settings) -> tuple[Link, ...]:
    """The links that the settings ask for, for menus."""
    search = (Link("Search", "/search/"),) if settings.search != "none" else ()
    coverage = (Link("Coverage", "/coverage/"),) if settings.coverage else ()
    return search + coverage
