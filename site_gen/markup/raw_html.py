"""Finds raw HTML in a Markdown text, which readers would see as tags unless a setting allows it."""

import re

_NAMES = (
    "a abbr article aside audio b big blockquote br button caption center cite code col colgroup dd del details dfn "
    "div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd "
    "label li link main mark nav object ol p picture pre q s samp script section select small source span strike "
    "strong style sub summary sup svg table tbody td textarea tfoot th thead time tr u ul var video wbr"
)
_TAG = re.compile(rf"(?<!\\)<(?:!--.*?-->|/?(?:{'|'.join(_NAMES.split())})(?:\s[^<>]*)?/?>)", re.I | re.S)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.M | re.S)
_INDENTED = re.compile(r"(?:\A|(?<=\n\n))(?:(?: {4}|\t)[^\n]*\n?)+")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\n).)+?)(?<!`)\1(?!`)", re.S)


def raw_html_in(text: str) -> tuple[int, str] | None:
    """The line, from 1, and the text of the first tag or comment outside of code; None where there is none."""
    if not _TAG.search(text):
        return None
    for code in (_FENCE, _INDENTED, _SPAN):
        text = code.sub(_blanked, text)
    tag = _TAG.search(text)
    return (text.count("\n", 0, tag.start()) + 1, tag[0]) if tag else None


def _blanked(match: re.Match[str]) -> str:
    """As many empty lines."""
    return "\n" * match[0].count("\n")
