"""The reply to one request, for those who asked."""

from msgspec import Struct

from site_gen.extract.assistance.request import Request


class Reply(Struct, frozen=True):
    """The model's text for a request; or "" and why there is none."""

    request: Request
    text: str = ""
    why: str = ""
