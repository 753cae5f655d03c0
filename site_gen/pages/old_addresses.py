"""Addresses without a page that are answered nevertheless: by a redirect, or as gone (410)."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from msgspec import Struct

from site_gen.hosting.netlify import read_redirects
from site_gen.model.redirect import GONE, Redirect

_NOT_FOUND = 404


class Addresses(Struct, frozen=True):
    """Single addresses without a closing slash, and a pattern for all others; relative to the site's root."""

    single: frozenset[str]
    pattern: re.Pattern[str]

    def __contains__(self, address: str) -> bool:
        return address.rstrip("/") in self.single or bool(self.pattern.fullmatch(address))


class OldAddresses(Struct, frozen=True):
    """Addresses that redirect, and those of pages that are gone for good."""

    redirected: Addresses
    gone: Addresses

    def is_redirected(self, address: str) -> bool:
        """Whether an address redirects."""
        return address in self.redirected

    def is_answered(self, address: str) -> bool:
        """Whether an address redirects or is answered as gone."""
        return address in self.redirected or address in self.gone


def old_addresses(redirects: Iterable[Redirect], text: str = "", root: str = "") -> OldAddresses:
    """Those of the site's own redirects and of the text of a file `_redirects`, whose addresses begin with `root`."""
    rules = [(one.source, _pattern(one.source, r"(\*)"), one.status == GONE) for one in redirects]
    rules += _of_file(text, root)
    return OldAddresses(
        _addresses((source, pattern) for source, pattern, gone in rules if not gone),
        _addresses((source, pattern) for source, pattern, gone in rules if gone),
    )


def _addresses(rules: Iterable[tuple[str, str]]) -> Addresses:
    rows = tuple(rules)
    patterns = "|".join(pattern for _, pattern in rows if pattern)
    return Addresses(
        frozenset(source.rstrip("/") for source, pattern in rows if not pattern), re.compile(patterns or r"(?!)")
    )


def _of_file(text: str, root: str) -> Iterable[tuple[str, str, bool]]:
    """Rules of a `_redirects` file: `from to [status]`, `*` for anything, `:name` for one part of an address."""
    for address, _, status in read_redirects(text):
        if address.startswith(f"{root}/") and status != _NOT_FOUND:
            source = unquote(address.removeprefix(root))
            yield source, _pattern(source, r"(\*|:[A-Za-z]\w*)"), status == GONE


def _pattern(source: str, places: str) -> str:
    """A regular expression for an address with wildcards or placeholders; "" where it has none."""
    parts = re.split(places, source)
    if len(parts) == 1:
        return ""
    did_you_mean = (
        (".*" if part == "*" else "[^/]+") if number % 2 else re.escape(part) for number, part in enumerate(parts)
    )
    return "".join(did_you_mean) + ("" if source.endswith(("/", "*")) else "/?")
