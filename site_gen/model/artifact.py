"""A finished file."""

from msgspec import Struct


class Artifact(Struct, frozen=True):
    """A path below the output folder, and the bytes of the file there."""

    path: str
    content: bytes
