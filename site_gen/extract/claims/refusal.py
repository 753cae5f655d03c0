"""Why a claim is refused, in words for an editor."""

from typing import Literal

from msgspec import Struct

Kind = Literal[
    "form",
    "instruction",
    "language",
    "number",
    "unit",
    "date",
    "name",
    "place",
    "quotation",
    "words",
    "sides",
    "negation",
    "condition",
    "hedge",
    "attribution",
    "strengthened",
    "joined",
]


class Refusal(Struct, frozen=True):
    """One reason: its kind, and a sentence without a full stop: "the source says 14, not 41"."""

    kind: Kind
    why: str

    def __str__(self) -> str:
        return self.why
