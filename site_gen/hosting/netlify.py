"""`_redirects`, as Netlify (https://docs.netlify.com/routing/redirects/) and Cloudflare Pages read it."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from site_gen.hosting.ruleset import Ruleset, spellings
from site_gen.model.redirect import GONE, Queried, Redirect

# The limits of Cloudflare Pages (https://developers.cloudflare.com/pages/configuration/redirects/); each address counts
# once with its closing slash and once without.
MOST_SINGLE, MOST_BELOW = 1000, 100
_PARAMETER = re.compile(r"[^/:]+=")


def redirects_file(rules: Ruleset, cloudflare: bool) -> str:
    """The file's text; `!` makes a rule win over a page on Netlify, as every rule does on Cloudflare Pages.

    Cloudflare Pages has no 410, so an address that is gone is not found there; it distinguishes an address with a
    closing slash from one without, and has no rules for queries.
    """
    lines = [] if cloudflare else [_queried(asked, one, rules.root) for asked, one in rules.queried]
    for one in (*rules.single, *rules.below):
        gone = one.status == GONE
        if gone and cloudflare:
            continue
        target = f"{rules.root}/404.html" if gone else one.target
        force = "" if cloudflare or one.prefix else "!"
        sources = spellings(one.source) if cloudflare else (one.source,)
        lines += [f"{_path(source)} {target} {one.status}{force}\n" for source in sources]
    return "".join(lines)


def _queried(asked: Queried, one: Redirect, root: str) -> str:
    """The line of an address that its query decides; it is before those of the address alone."""
    target = f"{root}/404.html" if one.status == GONE else one.target
    return f"{asked.path} {asked.name}={asked.value} {target} {one.status}!\n"


def read_redirects(text: str) -> Iterator[tuple[str, str, int]]:
    """Source, target and status of each rule of such a file, also of one written by hand.

    Other lines are skipped, and rules that hold for some queries alone: they do not answer the address itself.
    """
    for line in text.splitlines():
        words = [] if line.lstrip().startswith("#") else line.partition(" #")[0].split()
        if len(words) > 1 and not _PARAMETER.match(words[1]):
            flags = (word.rstrip("!") for word in words[2:])
            yield words[0], words[1], next((int(one) for one in flags if one.isdigit()), 301)


def _path(source: str) -> str:
    """A path with spaces, comment characters, and colons (which would make placeholders) percent-encoded."""
    star = "*" if source.endswith("*") else ""
    return quote(source.removesuffix("*"), safe="/!$&'()+,;=@~") + star
