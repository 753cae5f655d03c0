"""The default engine: gives Python-Markdown's result, without running it where that is possible."""

from typing import Any

from site_gen.markup.bare_links import without_links_in_links
from site_gen.markup.contents import refuse_many_contents
from site_gen.markup.quick.document import divide, put_back
from site_gen.markup.sanitise import sanitise
from site_gen.markup.tags import refuse_unclosed_tags
from site_gen.model.settings import MarkdownSettings
from site_gen.text.escape import printable
from site_gen.text.references import readable
from site_gen.text.typography import typographic, wants_setting


class PythonMarkdown:
    """Python-Markdown behind the `Engine` protocol, with a parser for each combination of options."""

    def __init__(self, settings: MarkdownSettings) -> None:
        self._settings = settings
        self._parsers: dict[tuple[bool, bool], Any] = {}

    def render(self, text: str, trusted: bool, bare_links: bool = True, language: str = "") -> str:
        """The HTML of a Markdown text; see `Engine`."""
        text = readable(printable(text))
        if "[TOC]" in text:
            refuse_many_contents(text)
        html = self._divided(text, trusted, bare_links)
        if html is None:
            html = self._convert(text, trusted, bare_links)
        if trusted and ("<a" in text or "<A" in text):
            html = without_links_in_links(html)
        if "lang=" in text:
            from site_gen.markup.languages import typeset, with_languages  # few texts name a language

            html = with_languages(html)
            return typeset(html, language) if self._settings.typography else html
        return typographic(html, language) if self._settings.typography and wants_setting(text, language) else html

    def _divided(self, text: str, trusted: bool, bare_links: bool) -> str | None:
        """What can be rendered without the library, with what the library makes of the rest; None if nothing can be."""
        divided = divide(text, trusted, bare_links)
        if divided is None:
            return None
        if not divided.text:
            return divided.runs[0]
        return put_back(self._convert(divided.text, trusted, bare_links), divided)

    def _convert(self, text: str, trusted: bool, bare_links: bool) -> str:
        """Python-Markdown's own result, sanitised unless the text is trusted."""
        if trusted:
            refuse_unclosed_tags(text)
        parser = self._parsers.get((trusted, bare_links))
        if parser is None:
            # Most texts do not need the library, and loading it takes as long as rendering a hundred of them.
            from site_gen.markup.inline import make_quick
            from site_gen.markup.linear import make_linear
            from site_gen.markup.reference import reference_parser

            parser = self._parsers[trusted, bare_links] = reference_parser(trusted, bare_links)
            make_linear(parser)
            make_quick(parser)
        html: str = parser.reset().convert(text)
        return html if trusted else sanitise(html)
