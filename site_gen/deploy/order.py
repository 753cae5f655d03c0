"""The order in which files are uploaded: what pages load, pages, then what announces pages. Pure."""

import re
from collections.abc import Iterable

from site_gen.hosting.headers import FOREVER, TYPES
from site_gen.media_types import media_type
from site_gen.pages.feed import FEED_FILES

# The theme's files and the parts of Pagefind's index, whose names contain a digest of their bytes.
_FINGERPRINT = re.compile(r"assets/.*\.[0-9a-f]{10}\.[a-z0-9]+\Z|(^|.*/)pagefind/.*_[0-9a-f]{6,}\.pf_[a-z]+\Z")
_DAY = 86_400
_FEEDS = "|".join(map(re.escape, FEED_FILES))
_ANNOUNCING = re.compile(rf"(^|/)({_FEEDS}|[a-z-]*sitemap[a-z0-9-]*\.xml|robots\.txt|llms\.txt)\Z")
_PAGES = (".html", ".md")


def in_order(paths: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Paths in three groups by name: files that pages load, pages, feeds and sitemaps."""
    groups: dict[str, list[str]] = {"assets": [], "pages": [], "feeds and sitemaps": []}
    for path in sorted(paths):
        groups[_group(path)].append(path)
    return tuple((name, tuple(group)) for name, group in groups.items())


def _group(path: str) -> str:
    if _ANNOUNCING.search(path):
        return "feeds and sitemaps"
    return "pages" if path.endswith(_PAGES) else "assets"


def is_fingerprinted(path: str) -> bool:
    """Whether a file's name changes with its bytes."""
    return bool(_FINGERPRINT.match(path))


def cache_control(path: str, page_seconds: int) -> str:
    """How long caches may keep a file (RFC 9111, RFC 8246)."""
    if is_fingerprinted(path):
        return FOREVER
    if _group(path) == "assets":
        return f"public, max-age={_DAY}"
    return f"public, max-age={page_seconds}, must-revalidate"


def content_type(path: str) -> str:
    """A file's media type by its name."""
    name = path.rpartition("/")[2]
    if name in TYPES:
        return TYPES[name]
    kind = media_type(path)
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
