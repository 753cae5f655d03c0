"""Lines of prose: what begins with no sign that would make them anything else."""

import re

from site_gen.markup.quick.inlines import Inlines

# What a line may begin with that makes it another kind of block, and what makes it one after other lines too.
_FIRST = re.compile(r" {0,3}(?![-*+] |[-+=#>|:]|\*\[|\d+\. |\[[^\]\n]*\]:|(?:[-*_] {0,2})++ *(?:\n|$))\S")
_LATER = re.compile(r"\n *+(?:[=#>|:]|\*\[|\[[^\]\n]*\]:|(?:[-*_] {0,2})++ *(?:\n|$)|[-:| ]+(?:\n|$)|\n|$)")
_ITEM = re.compile(r"\n *+(?:[-*+]|\d+\.) ")


def words(block: str, inlines: Inlines) -> str | None:
    """The HTML within a block of prose lines; None for any other."""
    if not block[:1].isalpha() and not _FIRST.match(block):
        return None
    if "\n" in block and _LATER.search(block):
        return None
    return inlines.render(block.lstrip(" "))


def item_words(block: str, inlines: Inlines) -> str | None:
    """The same within a list, whose later lines may begin no item of their own."""
    return None if "\n" in block and _ITEM.search(block) else words(block, inlines)
