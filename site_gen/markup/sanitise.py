"""Makes the HTML of untrusted text harmless."""

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
_SCHEMES = frozenset(("http", "https", "mailto", "tel", "sms"))

# HTML of these tags alone, with only the attributes that our engines write, as they write them, and harmless addresses,
# has nothing to remove. Footnotes are left to nh3, which writes their arrows in another way.
_CHARACTERS = r"(?:[A-Za-z0-9/.?=#%,~+@_;$()-]|&amp;)"
_ADDRESS = rf"(?:(?:https?://|mailto:|tel:|sms:|[/#?]{_CHARACTERS}*:)(?:{_CHARACTERS}|:)*|{_CHARACTERS}*)"
_NAME = "[A-Za-z0-9_-]+"
_TITLE = r'(?: title="[^"<>&]*")?'
_SUSPECT = re.compile(
    r"<(?!/?(?:p|em|strong|ul|ol|li|blockquote|br|hr|code|pre|table|thead|tbody|tr|th|td|sup|sub|del|dl|dt|dd|h[2-6])>"
    rf'|h[2-6] id="{_NAME}">|a href="{_ADDRESS}"{_TITLE}>|/a>|/div>|t[hd] class="align-(?:left|right|center)">'
    rf'|img (?:alt="[^"<>&]*" src="{_ADDRESS}"|src="{_ADDRESS}" alt="[^"<>&]*"){_TITLE}(?: /)?>|ol start="[0-9]+">'
    r'|code class="language-[A-Za-z0-9_.#+-]+">|ul class="task-list">|li class="task-list-item">)'
)


def sanitise(html: str) -> str:
    """The HTML without elements, attributes or addresses that could do harm; see https://github.com/messense/nh3."""
    return cleaned(html) if _SUSPECT.search(html) else html


def cleaned(html: str) -> str:
    """The same for HTML that was not checked beforehand."""
    import nh3

    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=set(_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
