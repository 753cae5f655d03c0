"""Links of rendered HTML to other texts by file name, and to places within texts."""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from html import escape
from urllib.parse import unquote

from site_gen.model.post import LinkTarget
from site_gen.text.did_you_mean import did_you_mean
from site_gen.text.references import unescape

_HREF = re.compile(r'<a\b[^<>]*?\shref="([^"]*)"')
_ANCHOR = re.compile(r"<(/?)a\b([^<>]*)>", re.I)
_ADDRESS = re.compile(r'(\shref=")([^"]*)(")')
_ID = re.compile(r'\s(?:id|name)="([^"]*)"')
_NO_TEXT = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")  # an address elsewhere, or one of the site


def links_in(made: str) -> tuple[str, ...]:
    """The addresses of all links, in order and unescaped."""
    return tuple(unescape(href) for href in _HREF.findall(made))


def ids_in(made: str) -> frozenset[str]:
    """The names of all places that a link may lead to."""
    return frozenset(unescape(name) for name in _ID.findall(made))


def is_to_text(href: str) -> bool:
    """Whether an address is the name of a text's file."""
    return href.partition("#")[0].lower().endswith(".md") and not _NO_TEXT.match(href)


def fragment_of(href: str) -> str:
    """The place within a text that an address names; "" for the text as a whole."""
    return unquote(href.partition("#")[2])


def heading_hint(place: str, ids: frozenset[str]) -> str:
    """A hint at the place that was meant by one that does not exist."""
    own = sorted(name for name in ids if not name.startswith(("fn-", "fnref")))
    return did_you_mean(place, own, f"There are: {', '.join(own[:8])}." if own else "That text has no headings.")


def with_targets(made: str, targets: Sequence[LinkTarget]) -> str:
    """The HTML with its links to texts pointing to their addresses; a link without one is reduced to its words."""
    urls = {escape(target.href): escape(target.url) for target in targets}
    pieces, at, hidden = [], 0, False
    for match in _ANCHOR.finditer(made):
        address = _ADDRESS.search(match[2])
        url = urls.get(escape(unescape(address[2]))) if address and not match[1] else None
        if url == "" or (match[1] and hidden):
            new, hidden = "", not match[1]
        elif url is not None and address:
            new = f"<a{match[2][: address.start(2)]}{url}{match[2][address.end(2) :]}>"
        else:
            continue
        pieces += [made[at : match.start()], new]
        at = match.end()
    return "".join([*pieces, made[at:]])


def with_targets_in_text(text: str, targets: Iterable[LinkTarget]) -> str:
    """The same for a text in Markdown; links to unpublished texts stay as they are written."""
    for target in targets:
        if target.url:
            written = re.compile(rf"(\]\(<?|\]: *<?){re.escape(target.href)}(?=[)>\s])")
            text = written.sub(partial(_with_url, target.url), text)
    return text


def _with_url(url: str, match: re.Match[str]) -> str:
    return match[1] + url
