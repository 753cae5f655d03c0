"""HTML of untrusted text made harmless."""

import re

_TAGS = frozenset(
    [
        "a",
        "abbr",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "ins",
        "kbd",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "var",
    ]
)
_ATTRIBUTES = {
    "*": {"id", "class", "title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "abbr": {"title"},
}
_SCHEMES = frozenset(("http", "https", "mailto"))

# A document of these tags alone, with no attribute but a heading's id and a harmless address, has nothing to take out.
_SUSPECT = re.compile(
    r"<(?!/?(?:p|em|strong|ul|ol|li|blockquote|br|hr|code|pre|table|thead|tbody|tr|th|td|sup|sub|del|h[2-6])>"
    r'|h[2-6] id="[a-z0-9_-]+">|a href="(?:https?://|/)[A-Za-z0-9/:.?=#%,~+@_-]*">|/a>)'
)


def sanitise(html: str) -> str:
    """The HTML with no element, attribute or address that a stranger could use; see https://github.com/messense/nh3."""
    if not _SUSPECT.search(html):
        return html
    import nh3

    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=set(_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
