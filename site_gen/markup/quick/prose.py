"""Lines of prose: those that do not begin like any other kind of block."""

import re

from site_gen.markup.quick.inlines import Inlines

# The beginning of a line of prose, and the beginnings that make another kind of block of a later line.
_FIRST = re.compile(r" {0,3}(?![-*+] |[-+=#>|:]|\*\[|\d+\. |\[[^\]\n]*\]:|(?:[-*_] {0,2})++ *(?:\n|$))\S")
_LATER = re.compile(r"\n *+(?:[=#>|:]|\*\[|\[[^\]\n]*\]:|(?:[-*_] {0,2})++ *(?:\n|$)|[-:| ]+(?:\n|$)|\n|$)")
_ITEM = re.compile(r"\n *+(?:[-*+]|\d+\.) ")


def words(block: str, inlines: Inlines) -> str | None:
    """The HTML within a block of prose; None for any other block."""
    if not block[:1].isalpha() and not _FIRST.match(block):
        return None
    if "\n" in block and _LATER.search(block):
        return None
    return inlines.render(block.lstrip(" "))


def item_words(block: str, inlines: Inlines) -> str | None:
    """The same within a list, where no later line may begin another item."""
    return None if "\n" in block and _ITEM.search(block) else words(block, inlines)
