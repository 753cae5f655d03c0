"""The pages by which readers look things up, besides tags and archive."""

from site_gen.model.page import Link
from site_gen.model.settings import Settings


def finders(settings: Settings) -> tuple[Link, ...]:
    """Those that the settings ask for, for menus."""
    search = (Link("Search", "/search/"),) if settings.search != "none" else ()
    coverage = (Link("Coverage", "/coverage/"),) if settings.coverage else ()
    return search + coverage
