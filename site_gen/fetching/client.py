"""Asks one public host for one file, within limits; redirects are checked like the first address."""

import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from msgspec import Struct

from site_gen import __version__
from site_gen.fetching.public import Place, Resolve, is_public, place_of, resolve
from site_gen.fetching.refusal import Failure, Refusal
from site_gen.fetching.robots import Robots
from site_gen.text.extras import how_to_install

AGENT = "site-gen"
_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_MEGABYTE = 1_000_000
_ROBOTS_SIZE = 500_000
_ACCEPT = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, */*;q=0.5"


class Limits(Struct, frozen=True):
    """How many bytes of an answer are read, and how many seconds it may take; `wait` is for any sign of the host."""

    size: int = 32 * _MEGABYTE
    seconds: float = 60.0
    wait: float = 15.0


class Answer(Struct, frozen=True):
    """What a host gave: the last address, the media type and character set that it names, and the bytes."""

    url: str
    media_type: str
    charset: str
    data: bytes


class _Reply(Struct, frozen=True):
    """A reply of a host: an answer with its status, or the address that it redirects to."""

    status: int
    answer: Answer
    redirect: str = ""


class Client:
    """Fetches addresses one after another, and asks each site once what robots may fetch.

    `resolve` and `is_allowed` are replaced by tests alone, whose server is on this machine.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        resolve: Resolve = resolve,
        is_allowed: Callable[[str], bool] = is_public,
    ) -> None:
        self._limits, self._resolve, self._is_allowed = limits or Limits(), resolve, is_allowed
        self._robots: dict[str, Robots] = {}

    def fetch(self, url: str) -> Answer:
        """The file at an address, or at the one that it redirects to. `Refusal` or `Failure` say why there is none."""
        for _ in range(_MOST_REDIRECTS + 1):
            url = _without_fragment(url)
            place_of(url, self._resolve, self._is_allowed)
            self._check_robots(url)
            reply = self._ask(url, self._limits.size)
            if not reply.redirect:
                if reply.status != 200:
                    raise Failure(f"The site answers {reply.status}.", _hint_of(reply.status))
                return reply.answer
            url = reply.redirect
        raise Failure(f"It redirects more than {_MOST_REDIRECTS} times.")

    def _check_robots(self, url: str) -> None:
        """Refuse what the site's robots.txt does."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(site)
        if not self._robots[site].allows(AGENT, url):
            raise Refusal("The site asks robots not to fetch this (robots.txt).", "Save the page in a browser.")

    def _read_robots(self, site: str) -> Robots:
        url = f"{site}/robots.txt"
        for _ in range(_MOST_REDIRECTS + 1):
            reply = self._ask(url, _ROBOTS_SIZE, is_whole=False)
            if not reply.redirect:
                return Robots(reply.status, reply.answer.data)
            url = reply.redirect
        return Robots(404, b"")

    def _ask(self, url: str, size: int, is_whole: bool = True) -> _Reply:
        """The reply of a host, connected to the address that was checked.

        The thread ends what no timeout of the library does: a host that sends its head byte by byte.
        """
        place = place_of(url, self._resolve, self._is_allowed)
        done: list[_Reply | Exception] = []

        def ask() -> None:
            try:
                done.append(self._reply(url, place, size, is_whole))
            except Exception as error:  # raised below, by the caller's thread
                done.append(error)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(self._limits.seconds + 1)
        if not done:
            raise self._too_slow()
        if isinstance(done[0], Exception):
            raise done[0]
        return done[0]

    def _reply(self, url: str, place: Place, size: int, is_whole: bool) -> _Reply:
        try:
            import httpx
        except ImportError:
            needed = f"Install it: {how_to_install('documents')}."
            raise Refusal("site-gen fetch needs another library.", needed) from None
        ends = time.monotonic() + self._limits.seconds
        named = httpx.URL(url)
        headers = {
            "Host": named.netloc.decode("ascii"),
            "User-Agent": f"{AGENT}/{__version__}",
            "Accept": _ACCEPT,
            "Accept-Encoding": "identity",
        }
        own_name = {"sni_hostname": named.raw_host.decode("ascii")}
        try:
            with (
                httpx.Client(timeout=self._limits.wait, trust_env=False, follow_redirects=False) as client,
                client.stream("GET", named.copy_with(host=place.ip), headers=headers, extensions=own_name) as response,
            ):
                location = response.headers.get("location", "")
                if response.status_code in _REDIRECTS and location:
                    return _Reply(response.status_code, Answer(url, "", "", b""), urljoin(url, location))
                data = self._read(response, size, ends, is_whole)
                return _Reply(response.status_code, _answer(url, response, data))
        except httpx.TimeoutException:
            raise Failure(f"{place.host} does not answer in time.", "Try again later.") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Failure(f"{place.host} could not be reached: {error}.", "Is the address right?") from None

    def _read(self, response: Any, size: int, ends: float, is_whole: bool) -> bytes:
        """The body. `Refusal` where it is larger than may be read, unless its start is enough."""
        pieces, read = [], 0
        for piece in response.iter_bytes(1 << 16):
            read += len(piece)
            if read > size:
                if not is_whole:
                    break
                raise Refusal(f"It is larger than {size / _MEGABYTE:g} MB.", "Save the article's text as plain text.")
            if time.monotonic() > ends:
                raise self._too_slow()
            pieces.append(piece)
        return b"".join(pieces)

    def _too_slow(self) -> Failure:
        return Failure(f"It takes longer than {self._limits.seconds:g} seconds.", "Try again later.")


def _without_fragment(url: str) -> str:
    try:
        return urlunsplit(urlsplit(url)._replace(fragment=""))
    except ValueError:
        return url  # refused when it is looked at


def _answer(url: str, response: Any, data: bytes) -> Answer:
    media_type, _, rest = response.headers.get("content-type", "").partition(";")
    charset = rest.lower().partition("charset=")[2].strip().strip("\"'")
    return Answer(url, media_type.strip().lower(), charset, data)


def _hint_of(status: int) -> str:
    if status in (401, 402, 403):
        return "Save the page in a browser, where you are signed in."
    return "Is the address right?" if status in (404, 410) else "Try again later."
