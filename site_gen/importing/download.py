"""Pictures and files that an export only names: fetched from the old site, when asked, into a folder that resumes."""

import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import plain
from site_gen.importing.links import NOT_FOUND, Used
from site_gen.importing.media import FILES, PICTURES, originals
from site_gen.storage.files import write_whole
from site_gen.text.paths import path_fault

DOWNLOADS = ".site_gen/import-media"
_MOST_BYTES = 20_000_000_000
_MOST_FAILURES = 5
_STOPPED = "not fetched: the old site does not answer, or all together is larger than 20 GB; import again to go on"
Fetch = Callable[[str], tuple[str, bytes]]
"""Gives the media type and the bytes at an address; `NotFetched` says why there are none."""


class NotFetched(Exception):
    """Why there is nothing at an address. `is_outage` where the next address may fail as well."""

    def __init__(self, why: str, is_outage: bool) -> None:
        super().__init__(why)
        self.why, self.is_outage = why, is_outage


def wanted(used: Used, home: str) -> tuple[str, ...]:
    """The addresses of files of the old site that texts show or link to, and that no folder has."""
    host = urlsplit(home).netloc.casefold().removeprefix("www.")
    shown = [url for url, why in used.missing.items() if why == NOT_FOUND and "://" in url]
    linked = [home + quote(path) for path in used.dead if path.lower().endswith(FILES)]
    own = (url for url in (*shown, *linked) if urlsplit(url).netloc.casefold().removeprefix("www.") == host)
    return tuple(dict.fromkeys(own)) if host else ()


def download(
    urls: Iterable[str], folder: Path, fetch: Fetch, progress: Callable[[str, int, int], None]
) -> dict[str, str]:
    """Fetch what the folder has not yet, the original in place of each size. Why some are not there, by address."""
    urls, failed, fetched, outages = tuple(urls), dict[str, str](), 0, 0
    for number, url in enumerate(urls, 1):
        if outages >= _MOST_FAILURES or fetched > _MOST_BYTES:
            failed[url] = _STOPPED
            continue
        try:
            fetched += _download(url, folder, fetch)
            outages = 0
        except NotFetched as why:
            failed[url] = why.why
            outages = outages + 1 if why.is_outage else 0
        progress("download", number, len(urls))
    return failed


def _download(url: str, folder: Path, fetch: Fetch) -> int:
    """Fetch one file, and give its size; 0 where it is there."""
    parts = urlsplit(url)
    paths = originals(posixpath.normpath(unquote(parts.path)).strip("/"))
    if any((folder / path).is_file() for path in paths if not _is_unsafe(path)):
        return 0
    for path in paths:
        if _is_unsafe(path):
            raise NotFetched("its address has characters that no file here has", is_outage=False)
        try:
            media_type, data = fetch(parts._replace(path="/" + quote(path), query="", fragment="").geturl())
        except NotFetched as why:
            if why.is_outage or path == paths[-1]:
                raise
            continue
        _check(path, media_type, data)
        write_whole(folder / path, data)
        return len(data)
    return 0


def _is_unsafe(path: str) -> bool:
    return bool(path_fault(path)) or ".." in path.split("/") or not path.lower().endswith(FILES)


def _check(path: str, media_type: str, data: bytes) -> None:
    """Refuse a page that says that nothing is there, and what is no picture."""
    kind = f"the old site gives {media_type or 'something else'} for it"
    if not path.lower().endswith(PICTURES):
        if media_type == "text/html":
            raise NotFetched(kind, is_outage=False)
        return
    try:
        plain(data)
    except BadPicture as fault:
        raise NotFetched(f"{kind}: {fault.what}", is_outage=False) from None
