"""How ingest may ask an assistant: by which calls, and with whose consent."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from site_gen.assistant.reply import Reply
    from site_gen.extract.assistance.request import Request


class Sending(Struct, frozen=True):
    """What would be sent: how many texts, their characters in all, to which server and model."""

    texts: int
    characters: int
    server: str
    model: str


class Asking(Struct, frozen=True):
    """`ask` gives a reply to each request and reports how many calls have ended; `consent` is asked once, before."""

    ask: "Callable[[Sequence[Request], Callable[[int], None]], Iterable[Reply]]"
    consent: Callable[[Sending], bool]
