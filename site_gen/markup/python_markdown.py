"""The default engine: Python-Markdown's result, made without it wherever that can be."""

from typing import Any

from site_gen.markup.quick.document import divide, put_back
from site_gen.markup.sanitise import sanitise
from site_gen.markup.tags import refuse_unclosed_tags
from site_gen.model.settings import MarkdownSettings
from site_gen.wording.escape import printable
from site_gen.wording.typography import typographic, wants_setting


class PythonMarkdown:
    """Python-Markdown behind our protocol; two instances, since raw HTML is a matter of its parser's rules."""

    def __init__(self, settings: MarkdownSettings) -> None:
        self._settings = settings
        self._parsers: dict[bool, Any] = {}

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
        if trusted:
            refuse_unclosed_tags(text)
        parser = self._parsers.get(trusted)
        if parser is None:
            # Most texts do without the engine, and to load it takes as long as a hundred of them.
            from site_gen.markup.inline import make_quick
            from site_gen.markup.linear import make_linear
            from site_gen.markup.reference import reference_parser

            parser = self._parsers[trusted] = reference_parser(trusted)
            make_linear(parser)
            make_quick(parser)
        html: str = parser.reset().convert(text)
        return html if trusted else sanitise(html)
