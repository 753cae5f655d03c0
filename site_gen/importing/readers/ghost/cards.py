"""The cards of Ghost's editors, as HTML: pictures, bookmarks, players, buttons, and what only e-mails or members see.

https://github.com/TryGhost/Koenig describes them: `kg-default-nodes` for Lexical, `kg-default-cards` for Mobiledoc.
"""

import html
import re
from collections.abc import Callable, Mapping
from typing import Any

from markdown_it import MarkdownIt

from site_gen.importing.item import Loss

Payload = Mapping[str, Any]
_SCRIPT = re.compile(r"<script\b.*?(?:</script\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_LAZY_HEADING = re.compile(r"^(#{1,6})(?=[^\s#])", re.MULTILINE)
_NAMES = {"code": "codeblock", "hr": "horizontalrule", "card-markdown": "markdown"}
_FOR_EMAILS = "a text that only e-mails show is left out"


class Cards:
    """Makes HTML of cards; `losses` are those of all so far, at the block that `line` counts."""

    def __init__(self) -> None:
        self.losses: list[Loss] = []
        self.line = 1

    def lost(self, what: str) -> None:
        """Note a loss at the block that is being read."""
        self.losses.append(Loss(self.line, what))

    def card(self, name: str, payload: Payload) -> str:
        """The HTML of a card; "" for one that readers of the site did not see."""
        name = _NAMES.get(name, name)
        if hidden := _hidden(payload.get("visibility")):
            self.lost(f"the card '{name}' is left out: {hidden}")
            return ""
        make = _CARDS.get(name)
        if make is None:
            self.lost(f"the card '{name[:40]}' is not known: only its words are kept")
            return text_of(payload, "html") + paragraph(text_of(payload, "caption"))
        return make(self, payload)


def is_card(name: str) -> bool:
    """Whether a node of Lexical is a card."""
    return name in _CARDS


def text_of(payload: Payload, key: str) -> str:
    """A value that is a text; "" for any other."""
    value = payload.get(key)
    return value if isinstance(value, str) else ""


def paragraph(inner: str) -> str:
    """A paragraph of HTML; "" without words."""
    return f"<p>{inner}</p>" if inner.strip() else ""


def link(address: str, words: str) -> str:
    """A link, or its words alone where there is no address."""
    return f'<a href="{html.escape(address)}">{words}</a>' if address.strip() else words


def with_space(markdown: str) -> str:
    """Markdown with the space after `##` that Ghost does not ask for, but in fenced code."""
    parts = re.split(r"(^ {0,3}(?:```|~~~).*?(?:^ {0,3}(?:```|~~~)\s*$|\Z))", markdown, flags=re.MULTILINE | re.DOTALL)
    return "".join(part if at % 2 else _LAZY_HEADING.sub(r"\1 ", part) for at, part in enumerate(parts))


def _hidden(visibility: Any) -> str:
    """Why readers without an account did not see a card; "" if they did."""
    if not isinstance(visibility, dict):
        return ""
    web = visibility.get("web")
    if isinstance(web, dict) and web.get("nonMember") is False:
        return "only members see it" if web.get("memberSegment") else "only e-mails show it"
    return "only e-mails show it" if visibility.get("showOnWeb") is False else ""


def _figure(src: str, alt: str, caption: str, href: str = "") -> str:
    image = f'<img src="{html.escape(src)}" alt="{html.escape(alt)}">'
    words = f"<figcaption>{caption}</figcaption>" if caption.strip() else ""
    return f"<figure>{link(href, image)}{words}</figure>" if src.strip() else ""


def _image(_: Cards, payload: Payload) -> str:
    texts = (text_of(payload, key) for key in ("src", "alt", "caption", "href"))
    return _figure(*texts)


def _gallery(_: Cards, payload: Payload) -> str:
    images = payload.get("images")
    found = [one for one in images if isinstance(one, dict)] if isinstance(images, list) else []
    figures = "".join(_figure(text_of(one, "src"), text_of(one, "alt"), text_of(one, "caption")) for one in found)
    return (f"<gallery>{figures}</gallery>" if figures else "") + paragraph(text_of(payload, "caption"))


def _before_after(cards: Cards, payload: Payload) -> str:
    images = [payload.get("beforeImage"), payload.get("afterImage")]
    cards.lost("two pictures one over the other are beside each other now")
    return _gallery(cards, {"images": images, "caption": payload.get("caption")})


def _bookmark(cards: Cards, payload: Payload) -> str:
    metadata = payload.get("metadata")
    values = {**payload, **(metadata if isinstance(metadata, dict) else {})}
    url = text_of(payload, "url") or text_of(values, "url")
    if any(text_of(values, key) for key in ("icon", "thumbnail")):
        cards.lost(f"the preview picture of the bookmark {url[:100]} is left out")
    title = html.escape(text_of(values, "title") or url)
    makers = [html.escape(text_of(values, key)) for key in ("publisher", "author")]
    return "".join(
        (
            paragraph(link(url, f"<strong>{title}</strong>")),
            paragraph(html.escape(text_of(values, "description"))),
            paragraph(", ".join(filter(None, makers))),
            paragraph(text_of(payload, "caption")),
        )
    )


def _embed(cards: Cards, payload: Payload) -> str:
    metadata = payload.get("metadata")
    url, inner = text_of(payload, "url"), _SCRIPT.sub("", text_of(payload, "html"))
    caption = paragraph(text_of(payload, "caption"))
    title = text_of(metadata, "title") if isinstance(metadata, dict) else ""
    if url and (not inner.strip() or re.search(r"<(?:iframe|object|embed|video|audio)\b", inner, re.IGNORECASE)):
        cards.lost(f"the embed of {url[:100]} is a link now")
        return paragraph(link(url, html.escape(title or url))) + caption
    return inner + ("" if not url or url in inner else paragraph(link(url, html.escape(url)))) + caption


def _html(_: Cards, payload: Payload) -> str:
    return text_of(payload, "html")


def _markdown(_: Cards, payload: Payload) -> str:
    engine = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return str(engine.render(with_space(text_of(payload, "markdown"))))


def _code(_: Cards, payload: Payload) -> str:
    language = re.sub(r"[^\w+#-]", "", text_of(payload, "language"))
    code = html.escape(text_of(payload, "code"), quote=False)
    named = f' class="language-{language}"' if language else ""
    return f"<pre><code{named}>{code}</code></pre>{paragraph(text_of(payload, 'caption'))}"


def _callout(_: Cards, payload: Payload) -> str:
    words = f"{html.escape(text_of(payload, 'calloutEmoji'))} {text_of(payload, 'calloutText')}".strip()
    return f"<blockquote>{words if words.startswith('<p') else paragraph(words)}</blockquote>" if words else ""


def _toggle(cards: Cards, payload: Payload) -> str:
    cards.lost("a text that opens when it is pressed is always shown now")
    content = text_of(payload, "content")
    inner = content if re.match(r"\s*<(?:p|ul|ol|h\d|blockquote)\b", content) else paragraph(content)
    return paragraph(f"<strong>{_inline(text_of(payload, 'heading'))}</strong>") + inner


def _file(cards: Cards, payload: Payload) -> str:
    src = text_of(payload, "src")
    title = next(filter(None, (text_of(payload, key) for key in ("title", "fileTitle", "fileName"))), "")
    name = text_of(payload, "fileName") if text_of(payload, "fileTitle") else ""
    words = html.escape(title or src.rpartition("/")[2])
    more = f" ({html.escape(name)})" if name else ""
    caption = text_of(payload, "caption") or html.escape(text_of(payload, "fileCaption"))
    return paragraph(link(src, words) + more) + paragraph(caption) if src else ""


def _player(cards: Cards, payload: Payload) -> str:
    if src := text_of(payload, "src"):
        cards.lost(f"the player of {src[:100]} is a link now")
    return _file(cards, {**payload, "fileName": "" if text_of(payload, "title") else text_of(payload, "fileName")})


def _button(_: Cards, payload: Payload) -> str:
    address, words = text_of(payload, "buttonUrl"), text_of(payload, "buttonText")
    return paragraph(link(address, html.escape(words))) if address and words else ""


def _email(cards: Cards, _: Payload) -> str:
    cards.lost(_FOR_EMAILS)
    return ""


def _paywall(cards: Cards, _: Payload) -> str:
    cards.lost("what follows was for members only, unless the post is public")
    return ""


def _product(_: Cards, payload: Payload) -> str:
    picture = _figure(text_of(payload, "productImageSrc"), "", "")
    stars = payload.get("productStarRating") if payload.get("productRatingEnabled") else None
    rating = paragraph(f"{'★' * stars}") if isinstance(stars, int) and 0 < stars <= 5 else ""
    button = {"buttonUrl": payload.get("productUrl"), "buttonText": payload.get("productButton")}
    title = paragraph(f"<strong>{_inline(text_of(payload, 'productTitle'))}</strong>")
    description = text_of(payload, "productDescription")
    inner = description if description.lstrip().startswith("<p") else paragraph(description)
    return picture + title + rating + inner + (_button(_, button) if payload.get("productButtonEnabled") else "")


def _header(cards: Cards, payload: Payload) -> str:
    if src := text_of(payload, "backgroundImageSrc"):
        cards.lost(f"the picture behind a heading, {src[:100]}, is left out")
    title, under = _inline(text_of(payload, "header")), _inline(text_of(payload, "subheader"))
    button = _button(cards, payload) if payload.get("buttonEnabled") else ""
    return (f"<h2>{title}</h2>" if title.strip() else "") + paragraph(under) + button


def _signup(cards: Cards, payload: Payload) -> str:
    cards.lost(f"the form for subscribers '{_words(text_of(payload, 'header'))[:60]}' is left out")
    return ""


def _call_to_action(cards: Cards, payload: Payload) -> str:
    label = text_of(payload, "sponsorLabel") if payload.get("hasSponsorLabel", True) else ""
    button = _button(cards, payload) if payload.get("showButton", True) else ""
    return label + _figure(text_of(payload, "imageUrl"), "", "") + text_of(payload, "textValue") + button


def _transistor(cards: Cards, _: Payload) -> str:
    cards.lost("the podcast player is left out: it shows each member another feed")
    return ""


def _rule(_: Cards, __: Payload) -> str:
    return "<hr>"


def _inline(text: str) -> str:
    """The inside of a text that is one paragraph."""
    found = re.fullmatch(r"\s*<p\b[^>]*>(.*)</p>\s*", text, re.DOTALL)
    return found[1] if found and "<p" not in found[1] else text


def _words(text: str) -> str:
    return " ".join(re.sub(r"<[^<>]*>", " ", text).split())


_CARDS: dict[str, Callable[[Cards, Payload], str]] = {
    "image": _image, "gallery": _gallery, "before-after": _before_after, "bookmark": _bookmark, "embed": _embed,
    "html": _html, "markdown": _markdown, "codeblock": _code, "callout": _callout, "toggle": _toggle,
    "file": _file, "audio": _player, "video": _player, "button": _button, "email": _email, "email-cta": _email,
    "paywall": _paywall, "product": _product, "header": _header, "signup": _signup,
    "call-to-action": _call_to_action, "transistor": _transistor, "horizontalrule": _rule,
}  # fmt: skip
