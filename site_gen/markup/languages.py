"""The languages of parts of a text: `{lang=uk}` at the end of a paragraph or quotation, and its typography.

Engines read such attributes in different ways, or not at all; here they get one meaning.
"""

import re

from site_gen.text.language.direction import direction
from site_gen.text.language.tags import canonical
from site_gen.text.typography import typographic

_ATTRIBUTE = r"\{:? *lang=[\"']?([A-Za-z0-9-]+)[\"']? *\}"
ATTRIBUTE = re.compile(rf"{_ATTRIBUTE}\s*$")
# After a blank line, the attribute is a paragraph of its own; it belongs to the quotation before it.
_APART = re.compile(rf"(</p>\s*</blockquote>)\s*<p>({_ATTRIBUTE})</p>")
_WRITTEN = re.compile(rf"<p(?: lang=\"[^\"]*\")?>((?:(?!</?p\b).)*?)\s*{_ATTRIBUTE}</p>", re.S)
_STRUCTURE = re.compile(r"<(/?)(p|blockquote)\b([^>]*)>")
_OF_PARAGRAPH = re.compile(r" lang=\"([A-Za-z0-9-]+)\"")
_UNDIRECTED = re.compile(r"<([a-z][a-z0-9]*)((?:(?! dir=)[^>])*?) lang=\"([A-Za-z0-9-]+)\"((?:(?! dir=)[^>])*)>")
_FOREIGN = re.compile(r"<(blockquote|p|div|section|li|h[2-6])\b[^>]* lang=\"([A-Za-z0-9-]+)\"[^>]*>")
_TAGS_OF = {name: re.compile(rf"<(/?){name}\b[^>]*>") for name in ("blockquote", "p", "div", "section", "li")}
_TAGS_OF |= {f"h{level}": re.compile(rf"<(/?)h{level}\b[^>]*>") for level in range(2, 7)}


def with_languages(html: str) -> str:
    """The HTML with `lang` and `dir` on each part whose language its text names; unknown languages stay text."""
    html = _WRITTEN.sub(_named, _APART.sub(r" \2\1", html))
    return _UNDIRECTED.sub(_directed, _of_quotations(html))


def _of_quotations(html: str) -> str:
    """The HTML with the language of a quotation's last paragraph on the quotation itself, which is meant."""
    edits: list[tuple[int, int, str]] = []
    quotations: list[re.Match[str]] = []
    paragraph: re.Match[str] | None = None
    end = 0  # of the last paragraph
    for tag in _STRUCTURE.finditer(html):
        if tag[2] == "p":
            paragraph, end = (paragraph, tag.end()) if tag[1] else (tag, 0)
        elif not tag[1]:
            quotations.append(tag)
            paragraph = None
        elif quotations:
            quotation = quotations.pop()
            named = _OF_PARAGRAPH.fullmatch(paragraph[3]) if paragraph else None
            if paragraph and named and not quotation[3] and not html[end : tag.start()].strip():
                edits += [(*paragraph.span(), "<p>"), (*quotation.span(), f"<blockquote{paragraph[3]}>")]
            paragraph = None
    parts, at = [], 0
    for start, stop, new in sorted(edits):
        parts += [html[at:start], new]
        at = stop
    return "".join([*parts, html[at:]])


def typeset(html: str, language: str) -> str:
    """The HTML with the marks of its language, and within each part that has another, with those of that."""
    if " lang=" not in html:
        return typographic(html, language)
    parts, at = [], 0
    while match := _FOREIGN.search(html, at):
        end = _end_of(match[1], html, match.end())
        tag = match[2]
        parts += [typographic(html[at : match.start()], language), typographic(html[match.start() : end], _rules(tag))]
        at = end
    return "".join([*parts, typographic(html[at:], language)])


def _rules(tag: str) -> str:
    return "" if tag.lower().partition("-")[0] == "en" else tag


def _named(match: re.Match[str]) -> str:
    tag = canonical(match[2])
    return f'<p lang="{tag}">{match[1]}</p>' if tag else match[0]


def _directed(match: re.Match[str]) -> str:
    tag = canonical(match[3])
    if not tag:
        return match[0]
    return f'<{match[1]}{match[2]} lang="{tag}" dir="{direction(tag)}"{match[4]}>'


def _end_of(name: str, html: str, at: int) -> int:
    """Where the element ends that begins before a place."""
    depth = 1
    for match in _TAGS_OF[name].finditer(html, at):
        depth += -1 if match[1] else 1
        if not depth:
            return match.end()
    return len(html)
