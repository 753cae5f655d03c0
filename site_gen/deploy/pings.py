"""Others are told of what changed: WebSub hubs of feeds, IndexNow of pages.

https://www.w3.org/TR/websub/#publishing, https://www.indexnow.org/documentation
"""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from http.client import HTTPException
from urllib.parse import urlencode, urlsplit

from site_gen.model.settings import DeployTarget, Settings

_PATIENCE = 10.0  # seconds for an answer
_MOST = 10_000  # addresses that IndexNow takes at once
_FEEDS = 500  # feeds that a hub is told of at once


def ping(
    settings: Settings,
    chosen: DeployTarget,
    base_url: str,
    addresses: Sequence[str],
    feeds: Sequence[str],
    patience: float = _PATIENCE,
) -> tuple[str, ...]:
    """Tell whom the target names; warnings of what failed, for the site is out.

    `addresses` and `feeds` are full ones, of all files and of the feeds that changed below `base_url`.
    """
    return (*_websub(settings, chosen, feeds, patience), *_indexnow(settings, chosen, base_url, addresses, patience))


def _websub(settings: Settings, chosen: DeployTarget, feeds: Sequence[str], patience: float) -> Iterator[str]:
    hub = settings.feeds.hub
    if not chosen.websub or not feeds:
        return
    if not hub:
        yield "No hub was notified: site.yaml names none. Add feeds: {hub: ...}, or remove 'websub' from the target."
        return
    for at in range(0, len(feeds), _FEEDS):
        some = feeds[at : at + _FEEDS]
        form = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in some)]).encode()
        if failed := _post(hub, form, "application/x-www-form-urlencoded", patience):
            yield f"Published, but the hub could not be notified of {len(some)} feeds: {failed}"
            return


def _indexnow(
    settings: Settings, chosen: DeployTarget, base_url: str, addresses: Sequence[str], patience: float
) -> Iterator[str]:
    service, key = chosen.indexnow, settings.indexnow
    pages = tuple(address for address in addresses if address.endswith(("/", ".html")) and "/404.html" not in address)
    if not service or not pages:
        return
    if not key:
        yield "IndexNow was not notified: site.yaml has no key. Add 'indexnow', or remove it from the target."
        return
    place = f"{base_url.rstrip('/')}/{key}.txt"
    for at in range(0, len(pages), _MOST):
        some = pages[at : at + _MOST]
        told = {"host": urlsplit(base_url).netloc, "key": key, "keyLocation": place, "urlList": some}
        if failed := _post(service, json.dumps(told).encode(), "application/json; charset=utf-8", patience):
            yield f"Published, but IndexNow could not be notified of {len(some)} pages: {failed}"
            return


def _post(address: str, data: bytes, kind: str, patience: float) -> str:
    """What failed; "" where it was taken."""
    asked = urllib.request.Request(address, data, {"Content-Type": kind, "User-Agent": "site_gen"})
    host = urlsplit(address).hostname
    try:
        with urllib.request.urlopen(asked, timeout=patience):
            return ""
    except urllib.error.HTTPError as error:
        error.close()
        return f"{host} answered {error.code}."
    except urllib.error.URLError as error:
        return f"{host}: {error.reason}."
    except (OSError, HTTPException) as error:
        return f"{host}: {error or type(error).__name__}."
