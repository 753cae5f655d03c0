"""A finished file."""

from msgspec import Struct


class Artifact(Struct, frozen=True):
    """A path below the output folder, and the bytes that belong there."""

    path: str
    content: bytes
