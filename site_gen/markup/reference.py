"""Python-Markdown as site_gen sets it up, with its own extensions and those of pymdown-extensions.

Every faster way to render must give the same result.
"""

import html
import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from site_gen.markup.headings import heading_id, levels
from site_gen.markup.inner_fences import Fence, with_plain_fences
from site_gen.markup.links import encoded
from site_gen.markup.lists import with_plain_lists
from site_gen.markup.tasks import TASK_SYMBOLS

_BLOCKS = ("abbr", "attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
_WRITTEN = ("pymdownx.tasklist", "pymdownx.tilde")
BARE_LINKS = "pymdownx.magiclink"
_HEADING = re.compile(r"h([1-6])\Z")
_ALIGN = re.compile(r"text-align: (left|right|center);")


def reference_parser(trusted: bool, bare_links: bool = True) -> Markdown:
    """Python-Markdown unmodified, with our extensions: the reference for every faster way."""
    extensions: list[Any] = [*_BLOCKS, *_WRITTEN, *([BARE_LINKS] if bare_links else [])]
    if trusted:
        extensions.append("md_in_html")
    configs: dict[str, dict[str, Any]] = {
        "footnotes": {"SEPARATOR": "-"},
        "toc": {"slugify": heading_id, "permalink": False},
        "pymdownx.tilde": {"subscript": False},
    }
    parser = Markdown(extensions=extensions, extension_configs=configs, output_format="html")
    if not trusted:
        parser.preprocessors.deregister("html_block")
        parser.inlinePatterns.deregister("html")
    if bare_links:
        read_www_in_small_letters(parser)
    parser.preprocessors.register(_Fences(parser), "plain_fences", 26)
    parser.preprocessors.register(_Lists(parser), "plain_lists", 15)  # below fences and raw HTML
    parser.parser.blockprocessors.register(Headings(parser.parser), "hashheader", 70)
    parser.treeprocessors.register(_Tasks(parser), "task_signs", 24)  # right after the extension's own
    parser.treeprocessors.register(_Levels(parser), "levels", 15)
    parser.treeprocessors.register(_Addresses(parser), "addresses", -5)  # after all escapes are resolved
    return parser


def read_www_in_small_letters(parser: Markdown) -> None:
    """Let `www.` alone begin an address, so that a text need not be searched for its eight spellings."""
    processor: Any = parser.inlinePatterns["magic-link"]
    processor.compiled_re = re.compile(processor.pattern.replace("w{3}", "(?-i:www)"))


class _Fences(Preprocessor):
    """Rewrites fenced code as the library reads it, and stashes what is within items and quotations."""

    def run(self, lines: list[str]) -> list[str]:
        return with_plain_fences("\n".join(lines), self._stashed).split("\n")

    def _stashed(self, fence: Fence) -> str:
        mark = f' class="language-{fence.language}"' if fence.language else ""
        code = html.escape("".join(f"{line}\n" for line in fence.code)).replace("&#x27;", "'")
        return self.md.htmlStash.store(f"<pre><code{mark}>{code}</code></pre>")


class _Lists(Preprocessor):
    """Rewrites lists as the library reads them."""

    def run(self, lines: list[str]) -> list[str]:
        return with_plain_lists("\n".join(lines)).split("\n")


class Headings(HashHeaderProcessor):
    """A heading has a space after its `#`, and `#` at its end close it only after a space: `C#` keeps its own."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?= +[^ \n])(?P<header>[^\n]* (?=#+ *(?:\n|$))|[^\n]*)(?:#+ *)?(?:\n|$)")


class _Tasks(Treeprocessor):
    """Replaces the checkboxes of the extension, which feeds may not have and nobody can use, by symbols."""

    def run(self, root: etree.Element) -> None:
        blocks = self.md.htmlStash.rawHtmlBlocks
        for number, block in enumerate(blocks):
            if isinstance(block, str) and block in TASK_SYMBOLS:
                blocks[number] = TASK_SYMBOLS[block]


class _Levels(Treeprocessor):
    """Makes headings begin at h2 and skip no level, and aligns table cells by class, not by style."""

    def run(self, root: etree.Element) -> None:
        headings = [(element, int(match[1])) for element in root.iter() if (match := _HEADING.match(str(element.tag)))]
        for (element, _), level in zip(headings, levels(level for _, level in headings), strict=True):
            element.tag = f"h{level}"
        for element in root.iter():
            if element.tag in ("td", "th") and (match := _ALIGN.search(element.get("style", ""))):
                del element.attrib["style"]
                element.set("class", f"align-{match[1]}")


class _Addresses(Treeprocessor):
    """Percent-encodes the characters that no address may have."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter("a"):
            element.set("href", encoded(element.get("href", "")))
