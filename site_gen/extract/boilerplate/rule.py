"""What a boilerplate rule is: how a line begins, what may follow, and where in a seed that holds."""

from importlib.resources import files
from typing import Literal

from msgspec import Struct

# A line above this length is prose to most rules; trying them all on every paragraph would cost most of the time.
SHORT = 220
LONG = 900

Where = Literal["anywhere", "body", "call", "edge", "end"]
Shape = Literal["end", "headline", "names", "items"]

NO_WORDS: frozenset[str] = frozenset()


def words(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


def words_of(name: str) -> frozenset[str]:
    """The words of a list that is kept as a file, in alphabetical order."""
    return words((files(__package__) / "words" / f"{name}.txt").read_text(encoding="utf-8"))


class Words(Struct, frozen=True):
    """A closed list of what may follow: every word is one of `words`, but for some.

    At most `names` other words with a capital, or with a dot or "@" in them, may occur: an outlet's own name. At most
    `unknown`, as a part of all words, may be anything. One of `about` must occur in the line.
    """

    words: frozenset[str]
    about: frozenset[str] = NO_WORDS
    names: int = 0
    unknown: float = 0.0


class Rule(Struct, frozen=True):
    """A line in lower case that begins with `opening` and goes on as `rest` says is boilerplate as a whole.

    `rest`: nothing (`end`); a title without a full stop (`headline`); people, places and outlets (`names`); entries
    between commas (`items`); or words of a closed list.

    `where`: `anywhere`: nothing but boilerplate is worded so. `body`: likewise, but before the first paragraph it may
    be the headline. `call`: likewise, but before a paragraph that speaks to the reader it is its heading. `edge`: it
    is boilerplate before the first paragraph or after the last; between them it may be a heading or an item. `end`: as
    `edge`, and the article is over; a list of other articles may follow.

    A `statement` may be a sentence with subject and verb, because no article says it; any other line that is one is
    left alone. No line longer than `longest` characters is tried. `holds`: one of these is in every such line; a rule
    whose opening is any name says so, lest it be tried on every line.
    """

    name: str
    where: Where
    opening: str
    rest: Shape | Words
    statement: bool
    longest: int
    holds: tuple[str, ...]


def rule(
    name: str,
    where: Where,
    *openings: str,
    rest: Shape | Words = "end",
    statement: bool | None = None,
    longest: int = SHORT,
    holds: tuple[str, ...] = (),
) -> Rule:
    """A rule of several openings, for lines in lower case with plain quotes and "...".

    A line that is spelled out whole, or whose label says that another title follows, is a `statement`.
    """
    spelled_out = rest in ("end", "headline") if statement is None else statement
    wording = "|".join(openings)
    opening = f"(?:{wording})$" if rest == "end" else wording
    return Rule(name, where, opening, rest, spelled_out, longest, holds)
