"""Notifications about changes: to WebSub hubs about feeds, to IndexNow about pages.

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
_MOST = 10_000  # addresses in one request to IndexNow
_FEEDS = 500  # feeds in one request to a hub


def ping(
    settings: Settings,
    target: DeployTarget,
    base_url: str,
    addresses: Sequence[str],
    feeds: Sequence[str],
    patience: float = _PATIENCE,
) -> tuple[str, ...]:
    """Notify the services that the target names; failures are warnings, as the site is published already.

    `addresses` and `feeds` are full ones, of all files and of the feeds that changed below `base_url`.
    """
    return (*_websub(settings, target, feeds, patience), *_indexnow(settings, target, base_url, addresses, patience))


def _websub(settings: Settings, target: DeployTarget, feeds: Sequence[str], patience: float) -> Iterator[str]:
    hub = settings.feeds.hub
    if not target.websub or not feeds:
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
    settings: Settings, target: DeployTarget, base_url: str, addresses: Sequence[str], patience: float
) -> Iterator[str]:
    service, key = target.indexnow, settings.indexnow
    pages = tuple(address for address in addresses if address.endswith(("/", ".html")) and "/404.html" not in address)
    if not service or not pages:
        return
    if not key:
        yield "IndexNow was not notified: site.yaml has no key. Add 'indexnow', or remove it from the target."
        return
    place = f"{base_url.rstrip('/')}/{key}.txt"
    for at in range(0, len(pages), _MOST):
        some = pages[at : at + _MOST]
        submission = {"host": urlsplit(base_url).netloc, "key": key, "keyLocation": place, "urlList": some}
        if failed := _post(service, json.dumps(submission).encode(), "application/json; charset=utf-8", patience):
            yield f"Published, but IndexNow could not be notified of {len(some)} pages: {failed}"
            return


def _post(address: str, data: bytes, kind: str, patience: float) -> str:
    """What failed; "" where the request was accepted."""
    request = urllib.request.Request(address, data, {"Content-Type": kind, "User-Agent": "site_gen"})
    host = urlsplit(address).hostname
    try:
        with urllib.request.urlopen(request, timeout=patience):
            return ""
    except urllib.error.HTTPError as error:
        error.close()
        return f"{host} answered {error.code}."
    except urllib.error.URLError as error:
        return f"{host}: {error.reason}."
    except (OSError, HTTPException) as error:
        return f"{host}: {error or type(error).__name__}."
