"""The reference engine: Python-Markdown with extra, toc and footnotes."""

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from site_gen.markup.headings import heading_id, levels
from site_gen.markup.inline import make_quick
from site_gen.markup.quick.document import divide, put_back
from site_gen.markup.sanitise import sanitise
from site_gen.model.settings import MarkdownSettings
from site_gen.wording.escape import printable
from site_gen.wording.typography import typographic, wants_setting

_BLOCKS = ("abbr", "attr_list", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
_HEADING = re.compile(r"h([1-6])\Z")
_ALIGN = re.compile(r"text-align: (left|right|center);")


class PythonMarkdown:
    """Python-Markdown behind our protocol; two instances, since raw HTML is a matter of its parser's rules."""

    def __init__(self, settings: MarkdownSettings) -> None:
        self._settings = settings
        self._parsers: dict[bool, Markdown] = {}

    def render(self, text: str, trusted: bool) -> str:
        """The HTML of a Markdown text; see `Engine`."""
        text = printable(text)
        html = self._divided(text, trusted)
        if html is None:
            html = self._convert(text, trusted)
        return typographic(html) if self._settings.typography and wants_setting(text) else html

    def _divided(self, text: str, trusted: bool) -> str | None:
        """What can be rendered without the engine, with what the engine makes of the rest."""
        divided = divide(text, trusted)
        if divided is None:
            return None
        if not divided.text:
            return divided.runs[0]
        return put_back(self._convert(divided.text, trusted), divided)

    def _convert(self, text: str, trusted: bool) -> str:
        """Python-Markdown's own result, made harmless where it must be."""
        parser = self._parsers.get(trusted)
        if parser is None:
            parser = self._parsers[trusted] = reference_parser(trusted)
            make_quick(parser)
        html = parser.reset().convert(text)
        return html if trusted else sanitise(html)


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
