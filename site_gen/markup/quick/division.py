"""A text divided into its blocks: at empty lines, below headings, and around fenced code, which is rendered at once."""

import html
import re
from collections.abc import Iterator

from site_gen.markup.fences import FencePattern
from site_gen.markup.lists import with_plain_lists
from site_gen.markup.quick.piece import Piece

_HEADING_LINE = re.compile(r"\n*(?:#{1,6} +[^ \\\n][^\\\n]*\n|[A-Za-z0-9*_\[][^\n#]*\n(?:=+|-+) *(?:\n|$))(?=.)")
_TABLED = re.compile(r"\n*[^\n]*\|[^\n]*\n[ :|-]+(?:\n|$)")

# fenced_code's own expression; its attributes are left to it.
_FENCE = re.compile(
    r"^(?P<fence>~{3,}|`{3,}) *(?:\{(?P<attrs>[^\n]*)\}|\.?(?P<lang>[\w#.+-]*) *"
    r"(?P<lines>hl_lines=(?P<quot>[\"']).*?(?P=quot) *)?)\n(?P<code>.*?)(?<=\n)(?P=fence) *$",
    re.M | re.S,
)


def blocks_of(text: str, trusted: bool) -> list[tuple[str, Piece | None]] | None:
    """The text's blocks, fenced code already rendered; None if a fence has attributes."""
    if not ("`" in text and "```" in text) and not ("~" in text and "~~~" in text):
        return _split(with_plain_lists(text))
    blocks: list[tuple[str, Piece | None]] = []
    at = 0
    fences = FencePattern(_FENCE)
    while match := fences.search(text, at):
        if match["attrs"] is not None or match["lines"]:
            return None
        blocks += _split(with_plain_lists(text[at : match.start()].strip("\n")))
        blocks.append((match[0], _fence(match["lang"], match["code"], trusted)))
        at = match.end()
    return blocks + _split(with_plain_lists(text[at:].strip("\n")))


def _split(text: str) -> list[tuple[str, Piece | None]]:
    """Blocks; further empty lines stay before the block that they stand before, as they count within indented code."""
    blocks: list[tuple[str, Piece | None]] = []
    before = ""
    for block in text.split("\n\n"):
        if block:
            if "\n" in block or before:
                blocks += [(part, None) for part in _parted(before + block)]
            else:
                blocks.append((block, None))
            before = ""
        else:
            before += "\n\n"
    return blocks


def _parted(block: str) -> Iterator[str]:
    """A heading and the lines below it are two blocks."""
    at = 0
    while (match := _HEADING_LINE.match(block, at)) and not _TABLED.match(block, at):
        yield match[0].rstrip("\n")
        at = match.end()
    yield block[at:]


def _fence(language: str, code: str, trusted: bool) -> Piece:
    """Code, spelled for strangers' texts as what makes those harmless spells it."""
    mark = f' class="language-{language}"' if language else ""
    shown = html.escape(code, quote=False)
    if trusted:
        shown = shown.replace('"', "&quot;")
    return Piece("fence", f"<pre><code{mark}>{shown}</code></pre>")
