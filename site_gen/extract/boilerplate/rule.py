"""A boilerplate rule: how a line begins, what may follow, and where in a seed the rule applies."""

from importlib.resources import files
from typing import Literal

from msgspec import Struct

# Most rules skip longer lines as prose; trying all of them on every paragraph would take most of the time.
SHORT = 220
LONG = 900

Where = Literal["anywhere", "body", "call", "edge", "end"]
Shape = Literal["end", "headline", "names", "items"]

NO_WORDS: frozenset[str] = frozenset()


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


def words_of(name: str) -> frozenset[str]:
    """The words of a list that is kept in a file."""
    return words((files(__package__) / "words" / f"{name}.txt").read_text(encoding="utf-8"))


class Words(Struct, frozen=True):
    """A closed list of what may follow: every word is one of `words`, with a few exceptions.

    At most `names` other words may have a capital, a dot or "@": an outlet's name. At most the part `unknown` of all
    words may be anything. One of `about` must occur in the line.
    """

    words: frozenset[str]
    about: frozenset[str] = NO_WORDS
    names: int = 0
    unknown: float = 0.0


class Rule(Struct, frozen=True):
    """A line in lower case that begins with `opening` and continues as `rest` says is boilerplate.

    `rest`: nothing (`end`); a title without a full stop (`headline`); people, places and outlets (`names`); entries
    between commas (`items`); or words of a closed list.

    `where`: `anywhere`: only boilerplate is worded so. `body`: likewise, but before the first paragraph it may be the
    headline. `call`: likewise, but before a paragraph that addresses the reader it is its heading. `edge`: it is
    boilerplate before the first paragraph or after the last; between them it may be a heading or an item. `end`: as
    `edge`, and the article ends here; a list of other articles may follow.

    A `statement` may be a sentence with subject and verb, because no article says it; any other sentence is left alone.
    Lines longer than `longest` characters are not tried. `contains`: one of these is in every such line; for rules
    whose opening is any name, so that they are not tried on every line.
    """

    name: str
    where: Where
    opening: str
    rest: Shape | Words
    statement: bool
    longest: int
    contains: tuple[str, ...]


def rule(
    name: str,
    where: Where,
    *openings: str,
    rest: Shape | Words = "end",
    statement: bool | None = None,
    longest: int = SHORT,
    contains: tuple[str, ...] = (),
) -> Rule:
    """A rule of several openings, for lines in lower case with plain quotes and "...".

    A line that is fully spelled out, or whose label announces another title, is a `statement`.
    """
    spelled_out = rest in ("end", "headline") if statement is None else statement
    wording = "|".join(openings)
    opening = f"(?:{wording})$" if rest == "end" else wording
    return Rule(name, where, opening, rest, spelled_out, longest, contains)
