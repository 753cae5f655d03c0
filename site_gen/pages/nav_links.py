"""The pages by which readers look things up, besides tags and archive."""

from site_gen.model.page import Link
from site_gen.model.settings import Settings


def searched_at(settings: Settings) -> str:
    """The address of the page that searches all texts; "" where there is no such search."""
    return "/search/" if settings.search == "pagefind" else ""


def nav_links(settings: Settings) -> tuple[Link, ...]:
    """Those that the settings ask for, for menus."""
    search = (Link("Search", "/search/"),) if settings.search != "none" else ()
    coverage = (Link("Coverage", "/coverage/"),) if settings.coverage else ()
    return search + coverage
