"""The text and the token count in a server's reply: one JSON object, or a stream of server-sent events."""

from typing import Any

import msgspec
from msgspec import Struct


class Completion(Struct, frozen=True):
    """The model's text, and how many tokens the call took as the server counts them (0: it does not say)."""

    text: str
    tokens: int = 0


class _Message(Struct, frozen=True):
    content: str | None = ""


class _Choice(Struct, frozen=True):
    message: _Message | None = None
    delta: _Message | None = None
    finish_reason: str | None = None


class _Usage(Struct, frozen=True):
    total_tokens: int = 0


class _Object(Struct, frozen=True):
    choices: tuple[_Choice, ...] = ()
    usage: _Usage | None = None


class BadReply(Exception):
    """A reply that does not follow the protocol; the message says in what."""


def read_reply(body: bytes, media_type: str) -> Completion:
    """The completion in the body of a reply. Raises `BadReply`."""
    if media_type.partition(";")[0].strip().lower() == "text/event-stream":
        return _streamed(body)
    found = _decoded(body)
    if not found.choices or found.choices[0].message is None:
        raise BadReply("its reply has no answer in it")
    if found.choices[0].finish_reason == "length":
        raise BadReply("its answer breaks off at the limit of tokens")
    return Completion(found.choices[0].message.content or "", _tokens(found))


def _streamed(body: bytes) -> Completion:
    parts, tokens, complete = list[str](), 0, False
    for line in body.splitlines():
        if not line.startswith(b"data:"):
            continue
        data = line[5:].strip()
        if data == b"[DONE]":
            complete = True
            break
        event = _decoded(data)
        tokens = max(tokens, _tokens(event))
        for choice in event.choices[:1]:
            parts.append((choice.delta and choice.delta.content) or "")
            complete = complete or choice.finish_reason == "stop"
    if not complete:
        raise BadReply("its answer breaks off")
    return Completion("".join(parts), tokens)


def _decoded(data: bytes) -> _Object:
    try:
        found: Any = msgspec.json.decode(data, type=_Object)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise BadReply("its reply is not what the protocol asks for") from None
    return found  # type: ignore[no-any-return]


def _tokens(found: _Object) -> int:
    return max(0, min(found.usage.total_tokens, 10**9)) if found.usage else 0
