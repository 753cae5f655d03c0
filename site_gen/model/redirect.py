"""Redirects from old addresses."""

from msgspec import Struct

GONE = 410
SPLAT = ":splat"
MOVED = (301, 302, 307, 308)  # RFC 9110, 15.4


class Redirect(Struct, frozen=True):
    """Where an old address is redirected to, or with status 410 that it is gone for good.

    `source` is a path of this site as people read it, not percent-encoded; it ends with `*` where it stands for all
    addresses below, or with `?name=value` where it is answered only if a request has that in its query. `target` is
    percent-encoded: a path of this site or a full address, "" where the page is gone; `:splat` in it stands for what
    the `*` matched. `key` is the source as redirects.yaml has it, "" for an alias.
    """

    source: str
    target: str
    status: int = 301
    key: str = ""

    @property
    def prefix(self) -> str:
        """The beginning of all addresses that a `*` matches; "" for a single address."""
        return self.source[:-1] if self.source.endswith("*") else ""

    @property
    def queried(self) -> "Queried | None":
        """What is asked for by its query; None for other addresses."""
        path, mark, query = self.source.partition("?")
        name, _, value = query.partition("=")
        return Queried(path, name, value) if mark else None


class Queried(Struct, frozen=True):
    """An address that its query decides: its path, and the parameter that has the value. All are plain ASCII."""

    path: str
    name: str
    value: str
