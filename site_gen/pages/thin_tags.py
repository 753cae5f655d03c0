"""Tags with too few stories for search engines and feed readers; they have pages nevertheless."""

from site_gen.model.settings import Settings
from site_gen.model.site import Site, Term


def is_thin(term: Term, settings: Settings) -> bool:
    """Whether a tag has fewer stories than the settings ask for."""
    return len(term.posts) < settings.tag_minimum


def full_tags(site: Site) -> tuple[Term, ...]:
    """The tags that have feeds and are in the sitemap."""
    return tuple(term for term in site.terms if not is_thin(term, site.settings))
