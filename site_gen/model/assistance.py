"""What an assistant (a language model) proposed for a post, as kept in seeds.lock, and what the check said of it."""

from typing import Literal

from msgspec import Struct

About = Literal["headline", "summary", "tags"]


class Answer(Struct, frozen=True, omit_defaults=True):
    """An answer as it was given, unchecked: the model, the digest of what it was sent, and its proposals."""

    model: str
    prompt: str
    headline: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()


class Refused(Struct, frozen=True):
    """A proposal that the check refused, and why; it is shown to editors and never used."""

    about: About
    text: str
    why: tuple[str, ...]


class Assistance(Struct, frozen=True):
    """What passed the check of an answer ("" and () where nothing did), and what was refused.

    `used` are the fields of the post that have the assistant's words.
    """

    model: str
    headline: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    used: tuple[About, ...] = ()
