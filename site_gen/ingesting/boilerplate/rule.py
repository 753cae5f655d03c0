"""What a boilerplate rule is, and where it holds."""

import re
from typing import Literal

from msgspec import Struct

# A line above this length is prose to most rules; trying them all on every paragraph would cost most of the time.
SHORT = 220
LONG = 900

Where = Literal["anywhere", "edge", "end"]


class Rule(Struct, frozen=True):
    """Wordings that make a whole folded line boilerplate; no longer line (in characters) is tried.

    `anywhere`: nothing but boilerplate is worded so. `edge`: it is boilerplate before the article's first paragraph
    or after its last, in between it may be a heading or an item. `end`: as `edge`, and the article is over.
    """

    name: str
    where: Where
    wordings: re.Pattern[str]
    longest: int


def rule(name: str, where: Where, *wordings: str, longest: int = SHORT) -> Rule:
    """A rule of several wordings, for lines in lower case with plain quotes and "..."."""
    return Rule(name, where, re.compile("|".join(wordings)), longest)
