"""What a boilerplate rule is, and where it holds."""

import re
from typing import Literal

from msgspec import Struct

Where = Literal["anywhere", "edge", "end"]


class Rule(Struct, frozen=True):
    """Wordings that make a whole folded line boilerplate.

    `anywhere`: nothing but boilerplate is worded so. `edge`: it is boilerplate before the article's first paragraph
    or after its last, in between it may be a heading or an item. `end`: boilerplate anywhere, and the article is over.
    """

    name: str
    where: Where
    wordings: re.Pattern[str]
    src: tuple[str, ...] = ()


def rule(name: str, where: Where, *wordings: str) -> Rule:
    """A rule of several wordings, for lines in lower case with plain quotes and "..."."""
    return Rule(name, where, re.compile("|".join(wordings)), wordings)
