"""`_headers` and `_redirects` of a site, as Netlify and Cloudflare Pages read them."""

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote

from msgspec import Struct

from site_gen.hosting.netlify import read_redirects as host_rules
from site_gen.model.redirect import Redirect

# Headers that would bind the browser to this address for longer than the preview runs.
_NOT_HERE = frozenset({"strict-transport-security", "public-key-pins", "alt-svc", "content-length", "set-cookie"})
_STATUSES = (301, 302, 303, 307, 308)


class HeaderRule(Struct, frozen=True):
    """Headers for addresses that match."""

    pattern: re.Pattern[str]
    headers: tuple[tuple[str, str], ...]


class RedirectRule(Struct, frozen=True):
    """An address that leads to another."""

    pattern: re.Pattern[str]
    to: str
    status: int


def read_headers(text: str) -> tuple[HeaderRule, ...]:
    """The rules of a `_headers` file; lines without effect are ignored."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), []))
        elif rules and ":" in line:
            name, _, value = line.partition(":")
            if name.strip().lower() not in _NOT_HERE and not name.strip().startswith("!"):
                rules[-1][1].append((name.strip(), value.strip()))
    return tuple(HeaderRule(_pattern(path), tuple(headers)) for path, headers in rules)


def read_redirects(text: str) -> tuple[RedirectRule, ...]:
    """The rules of a `_redirects` file: `from to [status]`; other rules than redirects are ignored."""
    rules = host_rules(text)
    return tuple(
        RedirectRule(_pattern(source), to, status)
        for source, to, status in rules
        if source.startswith("/") and status in _STATUSES
    )


def headers_for(rules: Iterable[HeaderRule], address: str) -> tuple[tuple[str, str], ...]:
    """All headers that the rules give an address."""
    return tuple(header for rule in rules if rule.pattern.fullmatch(address) for header in rule.headers)


def redirect_for(rules: Iterable[RedirectRule], address: str) -> tuple[str, int] | None:
    """The target and status of the first rule that matches; None where none does."""
    for rule in rules:
        match = rule.pattern.fullmatch(address)
        if match is not None:
            to = rule.to
            for name, value in match.groupdict().items():
                to = to.replace(f":{name}", quote(value))
            return to, rule.status
    return None


def asked_by_query(redirects: Iterable[Redirect], address: str, query: str) -> Redirect | None:
    """The redirect of an address that its query decides; None where there is none for it."""
    asked = {f"{address}?{name}={value}" for name, value in parse_qsl(query)}
    return next((one for one in redirects if one.source in asked), None)


def _pattern(path: str) -> re.Pattern[str]:
    """A rule's path: `*` stands for anything, `:name` for one part."""
    parts = re.split(r"(\*|:[A-Za-z]\w*)", path)
    seen: set[str] = set()
    return re.compile(
        "".join(_part(part, seen) if number % 2 else re.escape(part) for number, part in enumerate(parts))
    )


def _part(part: str, seen: set[str]) -> str:
    """What one part of a pattern matches; only the first part of a name is captured."""
    name, matched = ("splat", ".*") if part == "*" else (part[1:], "[^/]+")
    if name in seen:
        return matched
    seen.add(name)
    return f"(?P<{name}>{matched})"
