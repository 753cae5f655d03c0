"""One place of a text where a table's form was found."""

from msgspec import Struct

from site_gen.text.known_names import Spelling


class Match(Struct, frozen=True):
    """The forms that fit the words or characters from `start` to `end`; `surface` is that part of the text.

    `before` is the word or joined prefix before it, `after` what is joined to it or follows it. `opens` says that it
    begins a sentence, where a capital says nothing.
    """

    start: int
    end: int
    spellings: tuple[Spelling, ...]
    surface: str
    before: str = ""
    after: str = ""
    opens: bool = False
