"""Python-Markdown as we set it up, with extra, toc and footnotes: what every quicker way is measured against."""

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from site_gen.markup.headings import heading_id, levels

_BLOCKS = ("abbr", "attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
_HEADING = re.compile(r"h([1-6])\Z")
_ALIGN = re.compile(r"text-align: (left|right|center);")


def reference_parser(trusted: bool) -> Markdown:
    """Python-Markdown as it is, with our extensions: what every quicker way is measured against."""
    extensions: list[Any] = [*_BLOCKS, "md_in_html"] if trusted else [*_BLOCKS]
    configs: dict[str, dict[str, Any]] = {
        "footnotes": {"SEPARATOR": "-"},
        "toc": {"slugify": heading_id, "permalink": False},
    }
    parser = Markdown(extensions=extensions, extension_configs=configs, output_format="html")
    if not trusted:
        parser.preprocessors.deregister("html_block")
        parser.inlinePatterns.deregister("html")
    parser.treeprocessors.register(_Levels(parser), "levels", 15)
    return parser


class _Levels(Treeprocessor):
    """Headings begin at h2 and never skip a level; table cells are aligned by class, not by style."""

    def run(self, root: etree.Element) -> None:
        headings = [(element, int(match[1])) for element in root.iter() if (match := _HEADING.match(str(element.tag)))]
        for (element, _), level in zip(headings, levels(level for _, level in headings), strict=True):
            element.tag = f"h{level}"
        for element in root.iter():
            if element.tag in ("td", "th") and (match := _ALIGN.search(element.get("style", ""))):
                del element.attrib["style"]
                element.set("class", f"align-{match[1]}")
