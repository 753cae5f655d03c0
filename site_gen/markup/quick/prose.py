"""Lines of prose: what begins with no sign that would make them anything else."""

import re

from site_gen.markup.quick.inlines import Inlines

# What a line may begin with that makes it, or what stands above it, another kind of block.
_OTHER = r"(?:[-*+] |[-+=#>|:~]|\*\[|\d+\. |\[[^\]\n]*\]:|\s)"
_FIRST = re.compile(rf" {{0,3}}(?!{_OTHER})\S")
_LATER = re.compile(rf"\n *+(?:{_OTHER}|$|\n)")


def words(block: str, inlines: Inlines) -> str | None:
    """The HTML within a block of prose lines; None for any other."""
    if not block[:1].isalpha() and not _FIRST.match(block):
        return None
    if "\n" in block and _LATER.search(block):
        return None
    return inlines.render(block.lstrip(" "))
