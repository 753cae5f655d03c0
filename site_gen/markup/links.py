"""Addresses within rendered HTML."""

import re
from functools import lru_cache
from urllib.parse import urljoin

# What no address may have, and a percent that encodes nothing: https://url.spec.whatwg.org/#url-code-points
_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x1f \"<>\\^`{|}\x7f]|%(?![0-9A-Fa-f]{2})")
_SET_ASIDE = "\x02"  # begins what Python-Markdown will encode itself

_ADDRESS = re.compile(r'(<[a-zA-Z][^<>]*?\s(?:href|src)=")([^"]*)(")')


def encoded(address: str) -> str:
    """The address with what may not stand in one percent-encoded."""
    if _SET_ASIDE in address or not _NOT_IN_ADDRESSES.search(address):
        return address
    return _NOT_IN_ADDRESSES.sub(lambda match: f"%{ord(match[0]):02X}", address)


@lru_cache(maxsize=64)  # a post stands in a dozen feeds, the three of one page side by side
def absolute_links(html: str, page_url: str) -> str:
    """Every link and picture with its full address, as feed readers need; `page_url` is the page's own full address."""
    return _ADDRESS.sub(lambda match: match[1] + _joined(page_url, match[2]) + match[3], html)


def _joined(page_url: str, address: str) -> str:
    try:
        return urljoin(page_url, address)
    except ValueError:  # http://[...: no address at all
        return address


def links_from_anywhere(html: str, page_url: str) -> str:
    """Links of a page that is shown at other addresses than its own too: each from the site's root, but for `#here`."""
    return _ADDRESS.sub(
        lambda match: match[0] if match[2].startswith("#") else match[1] + _joined(page_url, match[2]) + match[3], html
    )


def rooted_links(html: str, root: str) -> str:
    """Links that begin at the site's root, moved below the path the site is published under (`/news`)."""
    if not root:
        return html
    return _ADDRESS.sub(
        lambda match: (
            match[1] + (root + match[2] if match[2].startswith("/") and match[2][1:2] != "/" else match[2]) + match[3]
        ),
        html,
    )
