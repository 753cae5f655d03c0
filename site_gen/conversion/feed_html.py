"""The texts of feeds: parts of pages, sometimes escaped, or plain words."""

import re

import nh3

from site_gen.conversion.feed_entry import Content
from site_gen.conversion.fragment import to_markdown
from site_gen.extract.blocks import body_of
from site_gen.extract.clean import clean
from site_gen.extract.paragraphs import join_lines
from site_gen.extract.text import Line
from site_gen.text.references import unescape

_TAGS = set(
    """
    a abbr article b blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img
    ins kbd li mark ol p pre q s section small span strike strong sub sup table tbody td tfoot th thead tr tt u ul
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "td": {"colspan"}, "th": {"colspan"}}
_DROPPED = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "form", "button", "nav"}
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,20});")
# What blog programs put below the text of an entry.
_TAIL = re.compile(
    r"\A(?:The post \[?.{1,300}?\]?(?:\([^)]*\))? (?:first )?appeared (?:first )?on .{1,200}"
    r"|\[?(?:Continue reading|Read more|Read the full (?:article|story)|Comments)\b.{0,200})\Z",
    re.IGNORECASE | re.DOTALL,
)


def well_formed(source: str, base: str = "") -> str:
    """A part of a page with each element closed, without scripts, forms and pictures; links are joined with `base`."""
    relative: object = ("rewrite_with_base", base) if base.startswith(("http://", "https://")) else "deny"
    cleaned: str = nh3.clean(
        source,
        tags=_TAGS - {"img"},
        clean_content_tags=_DROPPED,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        url_relative=relative,  # type: ignore[arg-type]
    )
    return cleaned


def text_of(content: Content | None, base: str) -> str:
    """The Markdown of an entry's text; "" without any."""
    if content is None or not content.text.strip():
        return ""
    if not content.is_html and not _TAG.search(content.text):
        lines = clean(content.text).split("\n")
        return body_of(join_lines(tuple(Line(number, line) for number, line in enumerate(lines, 1))))
    made = to_markdown(well_formed(content.text, base), {}).text
    blocks = made.split("\n\n")
    while blocks and _TAIL.match(blocks[-1].strip()):
        blocks.pop()
    return "\n\n".join(blocks)


def plain_words(text: str) -> str:
    """The words of a title or name, which may be HTML, escaped or not, on one line."""
    for _ in range(2):
        if not _TAG.search(text):
            break
        text = unescape(nh3.clean(text, tags=set(), clean_content_tags={"script", "style"}))
    return " ".join(clean(text).split())
