"""The quick engine: CommonMark by pyromark (pulldown-cmark, in Rust), with results like those of the other engine.

Its HTML is not that of Python-Markdown byte for byte, since the two read some texts differently; both offer the same
features (docs/markdown.md). See docs/decisions/0006-commonmark-engine.md.
"""

import re
from typing import Any

from site_gen.markup.bare_links import BareLinks, Events, without_links_in_links
from site_gen.markup.contents import PLACE, contents_html, with_placeholders, without_placeholders
from site_gen.markup.footnotes import with_notes
from site_gen.markup.headings import heading_id, levels, unique_ids
from site_gen.markup.sanitise import sanitise
from site_gen.markup.tasks import with_task_symbols
from site_gen.model.problem import OutsideError
from site_gen.model.settings import MarkdownSettings
from site_gen.text.escape import printable
from site_gen.text.extras import how_to_install
from site_gen.text.references import readable, unescape
from site_gen.text.typography import typographic, wants_setting

_HEADING = re.compile(r'<h([1-6])(?: id="([^"]*)")?>(.*?)</h\1>', re.S)
_TAG = re.compile(r"<[^>]*>")
_ALIGN = re.compile(r'(<t[hd]) style="text-align: (left|right|center)"')
# What raw HTML begins with; an address in angle brackets has no space, slash or bracket where a tag's name ends.
MAY_BE_HTML = re.compile(r"<(?:[!?/]|[A-Za-z][A-Za-z0-9-]*(?:[\s/>]|\Z))")
_HTML = ("Html", "InlineHtml")
_PASSES = 8  # what is escaped may uncover more; a text that is not done by then is escaped throughout


class CommonMark:
    """pyromark behind the `Engine` protocol."""

    def __init__(self, settings: MarkdownSettings) -> None:
        try:
            import pyromark
        except ImportError:
            raise OutsideError(
                f"The Markdown engine 'commonmark' is not installed. Install it: {how_to_install('commonmark')}; "
                "or remove 'engine: commonmark' from site.yaml."
            ) from None
        options: Any = pyromark.Options
        self._library: Any = pyromark
        self._options = options.ENABLE_TABLES | options.ENABLE_FOOTNOTES | options.ENABLE_HEADING_ATTRIBUTES
        self._options |= options.ENABLE_DEFINITION_LIST | options.ENABLE_STRIKETHROUGH | options.ENABLE_TASKLISTS
        self._bare_links = BareLinks()
        self._typography = settings.typography

    def render(self, text: str, trusted: bool, bare_links: bool = True, language: str = "") -> str:
        """The HTML of a Markdown text; see `Engine`."""
        text = readable(printable(text))
        if not trusted and "<" in text and MAY_BE_HTML.search(text):
            text = self._without_html(text)
        written = text
        if "[TOC]" in written:
            text = with_placeholders(text)
        if bare_links:
            text = self._bare_links.marked(text, self._events)
        made: str = self._library.html(text, options=self._options).strip("\n")
        if "<h" in made or PLACE in made:
            made = _with_headings(made)
        if "[TOC]" in written:
            made = without_placeholders(made)
        if " style=" in made:
            made = _ALIGN.sub(r'\1 class="align-\2"', made)
        if "footnote-" in made:
            made = with_notes(made)
        if "<input " in made:
            made = with_task_symbols(made)
        if not trusted:
            made = sanitise(made)
        elif "<a" in text or "<A" in text:
            made = without_links_in_links(made)
        if "lang=" in text:
            from site_gen.markup.languages import typeset, with_languages  # few texts name a language

            made = with_languages(made)
            return typeset(made, language) if self._typography else made
        return typographic(made, language) if self._typography and wants_setting(text, language) else made

    def _events(self, text: str) -> Events:
        """The events of the library's parser for a text, with their places in bytes."""
        for event, place in self._library.events_with_range(text, options=self._options):
            yield event, (place["start"], place["end"]) if isinstance(place, dict) else (place.start, place.stop)

    def _without_html(self, text: str) -> str:
        """The text with its raw HTML escaped, so that its tags are shown as they are written."""
        for _ in range(_PASSES):
            data = text.encode()
            spans = [
                place
                for event, place in self._events(text)
                if isinstance(event, dict) and any(kind in event for kind in _HTML)
            ]
            if not spans:
                return text
            pieces, at = [], 0
            for start, end in spans:
                pieces += [data[at:start], data[start:end].replace(b"<", b"&lt;")]
                at = end
            text = b"".join([*pieces, data[at:]]).decode()
        return text.replace("<", "&lt;")


def _with_headings(made: str) -> str:
    matches = list(_HEADING.finditer(made))
    new_levels = levels(int(match[1]) for match in matches)
    ids = unique_ids(match[2] or heading_id(unescape(_TAG.sub("", match[3]))) for match in matches)
    headings = list(zip(new_levels, ids, (match[3] for match in matches), strict=True))
    replacements = iter(headings)
    made = _HEADING.sub(lambda _: '<h{0} id="{1}">{2}</h{0}>'.format(*next(replacements)), made)
    if PLACE in made:
        made = made.replace(PLACE, contents_html((level, name, _TAG.sub("", words)) for level, name, words in headings))
    return made
