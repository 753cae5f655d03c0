"""A client for chat completions: parallel calls with limits on time, size, calls and tokens, and retries with back-off.

No call raises: a server that is dead, slow, lying or malformed gives a `Reply` with the reason. The key is sent to
the configured address only, redirects are not followed, and no message has it.
"""

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from site_gen.assistant.budget import Budget
from site_gen.assistant.protocol import BadReply, read_reply
from site_gen.assistant.reply import Reply
from site_gen.extract.assistance.request import SCHEMA, Request
from site_gen.model.assistance import AssistantSettings

if TYPE_CHECKING:
    import httpx

_LARGEST = 1_000_000  # bytes of a reply
_AGAIN = frozenset((408, 429, 500, 502, 503, 504))
_LONGEST_WAIT = 30.0  # seconds between two tries, whatever the server asks for


class _NotNow(Exception):
    """A call that may succeed later: why it failed, and the seconds that the server asks to wait."""

    def __init__(self, why: str, wait: float = 0) -> None:
        super().__init__(why)
        self.wait = wait


class Assistant:
    """A model at a server, by the settings; `key` is sent as a bearer token, "" is none. `pause` waits for seconds."""

    def __init__(
        self, settings: AssistantSettings, key: str = "", pause: Callable[[float], object] = time.sleep
    ) -> None:
        self._settings, self._key, self._pause = settings, key, pause
        self._budget = Budget(settings.max_calls, settings.max_tokens)

    def ask(self, requests: Sequence[Request], done: Callable[[int], None]) -> Iterator[Reply]:
        """A reply to each request, in order; `done` is told how many calls have ended."""
        import httpx

        headers = {"authorization": f"Bearer {self._key}"} if self._key else {}
        ended, lock = 0, threading.Lock()
        # Variables such as HTTP_PROXY count, except for a server on this machine: its texts are not to leave it.
        with httpx.Client(headers=headers, trust_env=not self._settings.is_local, follow_redirects=False) as client:

            def answer(request: Request) -> Reply:
                nonlocal ended
                result = self._with_tries(client, request)
                with lock:
                    ended += 1
                    done(ended)
                return result

            pool = ThreadPoolExecutor(self._settings.parallel, thread_name_prefix="assistant")
            try:
                yield from pool.map(answer, requests)
            finally:
                self._budget.stop("interrupted")
                pool.shutdown(wait=True, cancel_futures=True)

    def _with_tries(self, client: "httpx.Client", request: Request) -> Reply:
        why, wait = "", 0.0
        for number in range(1 + self._settings.retries):
            if number:
                self._pause(min(_LONGEST_WAIT, max(wait, 2.0 ** (number - 1) * random.uniform(0.75, 1.25))))
            if refused := self._budget.take():
                return Reply(request, why=f"{why}; {refused}" if why else refused)
            try:
                text = self._call(client, request)
            except _NotNow as error:
                why, wait = str(error), error.wait
            except BadReply as error:
                self._budget.failed(False)
                return Reply(request, why=str(error))
            else:
                self._budget.succeeded()
                return Reply(request, text)
        self._budget.failed(True)
        return Reply(request, why=why)

    def _call(self, client: "httpx.Client", request: Request) -> str:
        """One call. Raises `_NotNow` or `BadReply`."""
        import httpx

        ends = time.monotonic() + self._settings.timeout
        try:
            with client.stream(
                "POST",
                f"{self._settings.url.rstrip('/')}/chat/completions",
                json=self._body(request),
                timeout=httpx.Timeout(self._settings.timeout, connect=min(10, self._settings.timeout)),
            ) as response:
                if response.status_code != 200:
                    _raise_for(response)
                body = _read(response, ends)
                completion = read_reply(body, response.headers.get("content-type", ""))
        except httpx.TimeoutException:
            raise _NotNow(f"no answer within {self._settings.timeout} seconds") from None
        except httpx.ConnectError:
            raise _NotNow("the server cannot be reached") from None
        except httpx.InvalidURL:
            raise BadReply("its address is not valid") from None
        except httpx.HTTPError as error:
            raise _NotNow(f"the connection broke off ({type(error).__name__})") from None
        self._budget.spent(completion.tokens or (request.characters + len(completion.text)) // 3)
        return completion.text

    def _body(self, request: Request) -> dict[str, Any]:
        schema = {"name": "proposals", "strict": True, "schema": SCHEMA}
        return {
            "model": self._settings.model,
            "messages": list(request.messages),
            "temperature": 0,
            "max_tokens": self._settings.answer_tokens,
            "stream": False,
            "response_format": {"type": "json_schema", "json_schema": schema},
        }


def _raise_for(response: "httpx.Response") -> None:
    """The exception for a status other than 200; the server's own words are not repeated, they may hold the text."""
    status = response.status_code
    if status in _AGAIN:
        raise _NotNow(f"the server answers {status}", _seconds(response.headers.get("retry-after", "")))
    why = {
        401: "the server does not accept the key (401)",
        403: "the server does not accept the key (403)",
        404: "the server has no such model or address (404)",
    }
    raise BadReply(why.get(status, f"the server answers {status}"))


def _seconds(text: str) -> float:
    try:
        return max(0.0, min(float(text), _LONGEST_WAIT))
    except ValueError:
        return 0.0


def _read(response: "httpx.Response", ends: float) -> bytes:
    """The body, within the time and size allowed."""
    parts, size = list[bytes](), 0
    for part in response.iter_bytes():
        size += len(part)
        if size > _LARGEST:
            raise BadReply(f"its reply is larger than {_LARGEST} bytes")
        if time.monotonic() > ends:
            raise _NotNow("the answer took too long")
        parts.append(part)
    return b"".join(parts)
