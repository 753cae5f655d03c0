"""A text of Substack as plain HTML: its embeds as links and quotations, without buttons and forms for subscribers.

What an embed shows is in the attribute `data-attrs` of its element, as JSON; what is within it a program fills.
"""

import html
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from site_gen.importing.item import Loss
from site_gen.importing.readers.elements import Element, Instead, rewritten_elements
from site_gen.importing.recall import text_of_html

Values = Mapping[str, Any]
_LEFT_OUT = {
    "subscription-widget-wrap": "a form for subscribers",
    "subscription-widget-wrap-editor": "a form for subscribers",
    "subscribe-widget": "a form for subscribers",
    "captioned-button-wrap": "a button",
    "install-substack-app-embed": "an advertisement of Substack's app",
    "community-chat": "a link to a chat of subscribers",
    "directMessage": "a button for messages",
    "poll-embed": "a poll",
    "native-video-embed": "a video that only Substack has",
    "native-audio-embed": "a recording that only Substack has",
}
_SILENT = frozenset(("image-link-expand", "header-anchor-parent", "hide-text"))
_WHOLE = frozenset(("mention-wrap", "image-gallery-embed"))  # embeds of which nothing is lost
_BUTTON = re.compile(r"/subscribe\b|/comments\b|action=share|[?&]gift=|%%|/survey/|donate=|/leaderboard\b|/chat\b")
_PAYWALL = "paywall-jump"


def read_text(source: str) -> tuple[str, tuple[Loss, ...], bool]:
    """The text as HTML, what it lost, and whether a part of it is for paying readers."""
    markup = _Markup(source)
    return rewritten_elements(source, markup.instead), tuple(markup.losses), markup.is_paid


class _Markup:
    def __init__(self, source: str) -> None:
        self.losses: list[Loss] = []
        self.is_paid = False
        self._source, self._from = source, dict[str, int]()

    def instead(self, element: Element) -> Instead | None:
        """What an element becomes."""
        for name in element.classes:
            if name == _PAYWALL:
                self.is_paid = True
                self._lost("what follows was for paying readers only", element)
                return Instead(inner=False)
            if name in _LEFT_OUT:
                return self._without(_LEFT_OUT[name], element)
            if name in _SILENT:
                return Instead(inner=False)
            if name in _EMBEDS and (made := _EMBEDS[name](_values(element))):
                if name not in _WHOLE:
                    self._lost(f"the embed '{name}' is shown by its words and links", element)
                return Instead(made, inner=False)
        return self._plain(element)

    def _plain(self, element: Element) -> Instead | None:
        tag, classes, values = element.tag, element.classes, element.values
        if "button-wrapper" in classes and _BUTTON.search(url := _text(_values(element), "url")):
            return self._without(f"the button for {url[:100]}", element)
        if tag == "img":
            for handler in (name for name in values if name.startswith("on")):
                self._lost(f"the event handler '{handler}' of <img> is removed", element)
            inner = _values(element)
            src, alt = _text(inner, "src") or values.get("src", ""), _text(inner, "alt") or values.get("alt", "")
            return Instead(_image(src, alt))
        if tag == "source" or (tag == "a" and "image-link" in classes):
            return Instead()
        if tag == "a" and values.get("href", "").startswith("%%"):
            self._lost("a link that Substack fills for each reader is removed; its words stay", element)
            return Instead()
        return _notes_and_quotes(element)

    def _without(self, what: str, element: Element) -> Instead:
        """Nothing in place of an element; the loss says how many words were in it."""

        def left_out(inner: str) -> None:
            count = len(text_of_html(inner).split())
            self._lost(f"{what} is left out" + (f"; words in it: {count}" if count else ""), element)

        return Instead(inner=False, left_out=left_out)

    def _lost(self, what: str, element: Element) -> None:
        """Note a loss at the line of an element."""
        at = self._source.find(element.raw, self._from.get(element.raw, 0))
        self._from[element.raw] = at + 1
        self.losses.append(Loss(self._source.count("\n", 0, max(0, at)) + 1 if at >= 0 else 0, what))


def _notes_and_quotes(element: Element) -> Instead | None:
    """Footnotes as a list whose items have the names that references have, and quotations."""
    if element.tag == "div" and "footnote" in element.classes:
        return Instead("", "</li></ol>")
    if "footnote-anchor" in element.classes:
        return Instead(f'<a href="{html.escape(element.values.get("href", ""))}">', "</a>", inner=False)
    if "footnote-number" in element.classes:
        return Instead(f'<ol><li id="{html.escape(element.values.get("id", ""))}">', inner=False)
    if element.tag == "div" and "pullquote" in element.classes:
        return Instead("<blockquote>", "</blockquote>")
    return None


def _values(element: Element) -> Values:
    """What the attribute `data-attrs` says."""
    try:
        found = json.loads(element.values.get("data-attrs", "") or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _text(values: Values, key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _image(src: str, alt: str) -> str:
    return f'<img src="{html.escape(src)}" alt="{html.escape(alt)}">' if src else ""


def _link(address: str, words: str) -> str:
    return f'<p><a href="{html.escape(address)}">{html.escape(words or address)}</a></p>' if address else ""


def _youtube(values: Values) -> str:
    number = _text(values, "videoId")
    return _link(f"https://www.youtube.com/watch?v={number}", "") if number else ""


def _vimeo(values: Values) -> str:
    number = _text(values, "videoId")
    return _link(f"https://vimeo.com/{number}", "") if number else ""


def _titled(values: Values) -> str:
    """A link with a title: another post, a song, an episode."""
    address = next(filter(None, (_text(values, key) for key in ("canonical_url", "url", "targetUrl"))), "")
    made = _link(address, _text(values, "title"))
    more = [_text(values, key) for key in ("subtitle", "caption", "description", "publication_name")]
    return made + "".join(f"<p>{html.escape(one)}</p>" for one in more if one.strip()) if made else ""


def _tweet(values: Values) -> str:
    words, address = _text(values, "full_text"), _text(values, "url")
    if not words:
        return _link(address, "")
    name, handle = _text(values, "name"), _text(values, "username")
    by = html.escape(" ".join(filter(None, (name, f"@{handle}" if handle else ""))))
    lines = "<br>".join(html.escape(line) for line in words.split("\n"))
    return f"<blockquote><p>{lines}</p><p>{by}</p>{_link(address, '')}</blockquote>"


def _instagram(values: Values) -> str:
    number = _text(values, "instagram_id")
    return _link(f"https://www.instagram.com/p/{number}/", _text(values, "title")) if number else ""


def _comment(values: Values) -> str:
    comment = values.get("comment")
    words = _text(comment, "body") if isinstance(comment, dict) else ""
    quoted = f"<blockquote><p>{html.escape(words)}</p></blockquote>" if words else ""
    return quoted + _link(_text(values, "url"), "")


def _gallery(values: Values) -> str:
    gallery = values.get("gallery")
    gallery = gallery if isinstance(gallery, dict) else {}
    images = gallery.get("images")
    listed = [one for one in images if isinstance(one, dict)] if isinstance(images, list) else []
    made = "".join(f"<figure>{_image(_text(one, 'src'), _text(one, 'alt'))}</figure>" for one in listed)
    caption = html.escape(_text(gallery, "caption"))
    return (f"<gallery>{made}</gallery>" if made else "") + (f"<p>{caption}</p>" if caption else "")


def _formula(values: Values) -> str:
    formula = html.escape(_text(values, "persistentExpression"))
    return f'<pre><code class="language-latex">{formula}</code></pre>' if formula else ""


def _mention(values: Values) -> str:
    return html.escape(_text(values, "name"))


_EMBEDS: dict[str, Callable[[Values], str]] = {
    "youtube-wrap": _youtube, "vimeo-wrap": _vimeo, "tweet": _tweet, "instagram": _instagram, "comment": _comment,
    "instagram-embed-wrap": _instagram, "image-gallery-embed": _gallery, "latex-rendered": _formula,
    "mention-wrap": _mention, "digest-post-embed": _titled, "embedded-post-wrap": _titled, "spotify-wrap": _titled,
    "apple-podcast-container": _titled, "embedded-publication-wrap": _titled, "bluesky-wrap": _titled,
}  # fmt: skip
