"""Addresses without a page that are answered all the same: by a redirect, or by saying that the page is gone."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from msgspec import Struct

from site_gen.hosting.netlify import read_redirects
from site_gen.model.redirect import GONE, Redirect

_NOT_FOUND = 404


class Addresses(Struct, frozen=True):
    """Single addresses without a closing slash, and a pattern for all others; they count from the site's root."""

    single: frozenset[str]
    pattern: re.Pattern[str]

    def __contains__(self, address: str) -> bool:
        return address.rstrip("/") in self.single or bool(self.pattern.fullmatch(address))


class OldAddresses(Struct, frozen=True):
    """Addresses from which readers are redirected, and those of pages that are gone for good."""

    redirected: Addresses
    gone: Addresses

    def leads(self, address: str) -> bool:
        """Whether readers of an address are redirected."""
        return address in self.redirected

    def answers(self, address: str) -> bool:
        """Whether readers of an address are redirected, or learn that it is gone."""
        return address in self.redirected or address in self.gone


def old_addresses(redirects: Iterable[Redirect], text: str = "", root: str = "") -> OldAddresses:
    """From the site's own redirects and the text of a file `_redirects`, whose addresses begin with `root`."""
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
    for said, _, status in read_redirects(text):
        if said.startswith(f"{root}/") and status != _NOT_FOUND:
            source = unquote(said.removeprefix(root))
            yield source, _pattern(source, r"(\*|:[A-Za-z]\w*)"), status == GONE


def _pattern(source: str, places: str) -> str:
    """A regular expression for an address with places for anything or for one part of it; "" where it has none."""
    parts = re.split(places, source)
    if len(parts) == 1:
        return ""
    did_you_mean = (
        (".*" if part == "*" else "[^/]+") if number % 2 else re.escape(part) for number, part in enumerate(parts)
    )
    return "".join(did_you_mean) + ("" if source.endswith(("/", "*")) else "/?")
