"""The input of every writer of rules."""

import re
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.redirect import Queried, Redirect


class Ruleset(Struct, frozen=True):
    """The rules of a site that is published below the path `root` ("" or "/news").

    Sources and targets of `redirects` contain the root already; `headers` are those of every response.
    """

    root: str
    redirects: tuple[Redirect, ...]
    headers: tuple[tuple[str, str], ...]

    @property
    def single(self) -> tuple[Redirect, ...]:
        """Redirects of one address, without those that a query decides."""
        return tuple(one for one in self.redirects if not one.prefix and not one.queried)

    @property
    def queried(self) -> tuple[tuple[Queried, Redirect], ...]:
        """Redirects of addresses with a query, and what each is asked for by."""
        return tuple((asked, one) for one in self.redirects if (asked := one.queried))

    @property
    def below(self) -> tuple[Redirect, ...]:
        """Redirects of all addresses below one, the longest and so most specific first."""
        return tuple(sorted((one for one in self.redirects if one.prefix), key=lambda one: -len(one.source)))


def rooted(redirects: tuple[Redirect, ...], root: str) -> tuple[Redirect, ...]:
    """The same redirects for a site that is published below `root`."""
    if not root:
        return redirects
    return tuple(
        replace(one, source=root + one.source, target=root * one.target.startswith("/") + one.target)
        for one in redirects
    )


def spellings(source: str) -> tuple[str, ...]:
    """A single address as readers request it: with its closing slash and without."""
    return (source, source[:-1]) if source.endswith("/") and len(source) > 1 else (source,)


def pattern(source: str) -> str:
    """A regular expression for a single address, with its closing slash and without."""
    slash = "/?" if source.endswith("/") else ""
    return f"^{literally(source.removesuffix('/'))}{slash}$"


def pattern_as_asked(prefix: str) -> str:
    """A regular expression for the beginning of all addresses below one, percent-encoded as in requests.

    The rest is taken from the request undecoded too: decoded, it could contain a line break and inject a header.
    """
    return literally(quote(prefix, safe="/!$&'()*+,;=:@~")).removesuffix("/") + "/+"


def literally(text: str) -> str:
    r"""A regular expression for exactly this text, safe in every file format: no character in it has a special meaning.

    `\x` and two digits are known to PCRE and RE2 alike; characters beyond ASCII are literal.
    """
    return re.sub(r"[^A-Za-z0-9/_\x80-\U0010ffff]", lambda match: f"\\x{ord(match[0]):02x}", text)
