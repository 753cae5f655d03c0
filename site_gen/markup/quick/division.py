"""Divides a text into blocks: at empty lines, below headings, and around fenced code, which is rendered at once."""

import html
import re
from collections.abc import Iterator

from site_gen.markup.fences import FencePattern
from site_gen.markup.inner_fences import is_odd
from site_gen.markup.lists import with_plain_lists
from site_gen.markup.quick.piece import Piece

_HEADING_LINE = re.compile(r"\n*(?:#{1,6} +[^ \\\n][^\\\n]*\n|[A-Za-z0-9*_\[][^\n#]*\n(?:=+|-+) *(?:\n|$))(?=.)")
_TABLED = re.compile(r"\n*[^\n]*\|[^\n]*\n[ :|-]+(?:\n|$)")

# The expression of fenced_code itself; code with attributes is left to it.
_FENCE = re.compile(
    r"^(?P<fence>~{3,}|`{3,}) *(?:\{(?P<attrs>[^\n]*)\}|\.?(?P<lang>[\w#.+-]*) *"
    r"(?P<lines>hl_lines=(?P<quot>[\"']).*?(?P=quot) *)?)\n(?P<code>.*?)(?<=\n)(?P=fence) *$",
    re.M | re.S,
)


def blocks_of(text: str, trusted: bool) -> list[tuple[str, Piece | None]] | None:
    """The text's blocks, fenced code already rendered; None where only the library can tell what a fence is."""
    if not ("`" in text and "```" in text) and not ("~" in text and "~~~" in text):
        return _split(with_plain_lists(text))
    if is_odd(text):
        return None
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
    """The blocks; further empty lines are kept in front of a block, since they count within indented code."""
    blocks: list[tuple[str, Piece | None]] = []
    empty_lines = ""
    for block in text.split("\n\n"):
        if block:
            if "\n" in block or empty_lines:
                blocks += [(part, None) for part in _parted(empty_lines + block)]
            else:
                blocks.append((block, None))
            empty_lines = ""
        else:
            empty_lines += "\n\n"
    return blocks


def _parted(block: str) -> Iterator[str]:
    """The parts of a block: a heading and the lines below it are blocks of their own."""
    at = 0
    while (match := _HEADING_LINE.match(block, at)) and not _TABLED.match(block, at):
        yield match[0].rstrip("\n")
        at = match.end()
    yield block[at:]


def _fence(language: str, code: str, trusted: bool) -> Piece:
    """Code, escaped for untrusted texts as the sanitiser escapes it."""
    mark = f' class="language-{language}"' if language else ""
    escaped = html.escape(code, quote=False)
    if trusted:
        escaped = escaped.replace('"', "&quot;")
    return Piece("fence", f"<pre><code{mark}>{escaped}</code></pre>")
