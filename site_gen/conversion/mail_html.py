"""The HTML of a mail without the mails that it quotes and without its signature, by the marks of mail programs."""

import re
from html import escape

from site_gen.text.references import HTMLReader

_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"))
_SILENT = frozenset(("style", "script", "title", "template", "object", "svg", "math"))
_TAGS = set(
    """
    a abbr address article aside b blockquote br caption center cite code dd del details div dl dt em figcaption figure
    font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike
    strong sub summary sup table tbody td tfoot th thead time tr tt u ul
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
# Elements that quote, by class or id: Gmail, Yahoo, Thunderbird, Outlook, Proton, ZIMBRA; None cuts all that follows.
_QUOTES = (
    "gmail_quote",
    "gmail_attr",
    "yahoo_quoted",
    "moz-cite-prefix",
    "protonmail_quote",
    "zimbra_quote",
    "quoted-text",
)
_REST = ("divrplyfwdmsg", "appendonsend", "ms-outlook-reply", "olk_src_body_section")
_SIGNATURES = (
    "gmail_signature",
    "moz-signature",
    "protonmail_signature",
    "ms-outlook-mobile-signature",
    "signature_block",
)
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|td|th|tr|br|img|hr|meta|link|input|option|tbody|dt|dd)\b)[A-Za-z]", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<[^<>]{0,4000}>")
_DEEPEST = 3000
_HIDDEN = ("display:none", "visibility:hidden", "mso-hide:all", "font-size:0")


class _Reader(HTMLReader):
    """Copies HTML but for some elements, each dropped down to its own end tag."""

    def __init__(self, keep_quotes: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.quotes = self.signatures = 0
        self._keep_quotes = keep_quotes
        self._dropping = ""
        self._depth = 0
        self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_over:
            return
        if self._dropping:
            self._depth += tag == self._dropping
            return
        if not self._is_kept(tag, {name: value or "" for name, value in attrs}) or tag in _SILENT:
            if tag not in _VOID and not self._is_over:
                self._dropping, self._depth = tag, 1
            return
        self.out.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def _is_kept(self, tag: str, attributes: dict[str, str]) -> bool:
        """Whether an element is the message's own."""
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
        style = attributes.get("style", "").lower().replace(" ", "")
        if any(name in names for name in _SIGNATURES):
            self.signatures += 1
            return False
        if tag != "img" and any(one in style for one in _HIDDEN) and "font-size:0." not in style:
            return False
        if self._keep_quotes:
            return True
        if any(name in names for name in _REST):
            self.quotes += 1
            self._is_over = True
            return False
        is_quote = any(name in names for name in _QUOTES) or (tag == "blockquote" and attributes.get("type") == "cite")
        self.quotes += is_quote
        return not is_quote

    def handle_endtag(self, tag: str) -> None:
        if self._is_over:
            return
        if self._dropping:
            self._depth -= tag == self._dropping
            if self._depth <= 0:
                self._dropping = ""
            return
        if tag not in _VOID:
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._dropping and not self._is_over:
            self.out.append(escape(data, quote=False))


def well_formed(html: str) -> str:
    """The HTML of a mail as browsers read it, with every tag closed, and without scripts, styles and comments."""
    import nh3

    if _is_deep(html):
        html = _ANY_TAG.sub(" ", html)
    every = {"class", "id", "type", "style"}
    attributes = dict.fromkeys(_TAGS, every) | {"a": {*every, "href"}, "img": {*every, "src", "alt"}}
    attributes |= {cell: {*every, "colspan", "rowspan"} for cell in ("td", "th")}
    attributes["ol"] = {*every, "start"}
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=set(_SILENT),
        attributes=attributes,
        url_schemes={"http", "https", "cid"},
        link_rel=None,
    )


def _is_deep(html: str) -> bool:
    """Whether elements are nested so deep that reading them takes quadratic time: nobody's mail is."""
    depth = deepest = 0
    for tag in _NESTING.finditer(html):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def own_html(html: str, keep_quotes: bool = False) -> tuple[str, int, int]:
    """The HTML of a message itself, of `well_formed`, and how many quoted mails and signatures were left out."""
    reader = _Reader(keep_quotes)
    reader.feed(html)
    reader.close()
    return "".join(reader.out), reader.quotes, reader.signatures
