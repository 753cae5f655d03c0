"""Addresses within rendered HTML."""

import re
from functools import lru_cache
from urllib.parse import urljoin

# Characters that no address may have, and a percent that encodes nothing: https://url.spec.whatwg.org/#url-code-points
_FORBIDDEN = re.compile(r"[\x00-\x1f \"<>\\^`{|}\x7f]|%(?![0-9A-Fa-f]{2})")
_STASH_MARK = "\x02"  # precedes what Python-Markdown will encode itself

_ADDRESS = re.compile(r'(<[a-zA-Z][^<>]*?\s(?:href|src)=")([^"]*)(")')


def encoded(address: str) -> str:
    """The address with all characters that it may not have percent-encoded."""
    if _STASH_MARK in address or not _FORBIDDEN.search(address):
        return address
    return _FORBIDDEN.sub(lambda match: f"%{ord(match[0]):02X}", address)


@lru_cache(maxsize=64)  # a post is in a dozen feeds, the three of one page one after another
def absolute_links(html: str, page_url: str) -> str:
    """The HTML with absolute addresses, as feed readers need them; `page_url` is the page's own absolute address."""
    return _ADDRESS.sub(lambda match: match[1] + _joined(page_url, match[2]) + match[3], html)


def _joined(page_url: str, address: str) -> str:
    try:
        return urljoin(page_url, address)
    except ValueError:  # http://[...: no address at all
        return address


def links_from_anywhere(html: str, page_url: str) -> str:
    """The HTML of a page that is also shown at other addresses, with links from the site's root, except for `#here`."""
    return _ADDRESS.sub(
        lambda match: match[0] if match[2].startswith("#") else match[1] + _joined(page_url, match[2]) + match[3], html
    )


def rooted_links(html: str, root: str) -> str:
    """The HTML with links from the site's root moved below the path that the site is published under (`/news`)."""
    if not root:
        return html
    return _ADDRESS.sub(
        lambda match: (
            match[1] + (root + match[2] if match[2].startswith("/") and match[2][1:2] != "/" else match[2]) + match[3]
        ),
        html,
    )
