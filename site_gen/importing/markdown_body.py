"""The text of an item that is Markdown already: kept as it is written, but for HTML in it, links and pictures."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from markdown_it import MarkdownIt

from site_gen.importing.heading_names import names_in_markdown
from site_gen.importing.html_body import Links, Made, Places, described, markdown_of
from site_gen.importing.item import Loss
from site_gen.importing.recall import INLINE

_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_INNER = r"(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*"
_TARGET = r"<[^<>\n]*>|<?(?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*\))*"
_TITLE = r"\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"
_MORE = r"(?: +[^\s()<>\\\"'][^\s()<>\\\"]*)*"
"""What follows a blank in an address: CommonMark has no link there, but the engine that renders it here has."""
_LINK = re.compile(rf"(!?)\[({_INNER})\]\(\s*((?:{_TARGET}){_MORE})({_TITLE})?\s*\)", re.DOTALL)
_DEFINITION = re.compile(r"^( {0,3}\[(?!\^)(?:\\.|[^\[\]\\])+\]:\s*)(<[^<>\n]*>|\S+)(?=\s|\Z)(.*)$", re.MULTILINE)
_REFERENCE = re.compile(rf"(?<!!)\[({_INNER})\](?:\[((?:\\.|[^\[\]\\])*)\])?(?![\[(:])", re.DOTALL)
_BY_REFERENCE = re.compile(r"!\[((?:\\.|[^\[\]\\])*)\](?:\[((?:\\.|[^\[\]\\])*)\])?(?!\()")
_ADDRESS = re.compile(rf"(\]\(\s*(?:{_TARGET})|^ {{0,3}}\[[^\[\]]+\]:\s*\S+|https?://\S+)", re.MULTILINE)
_NAMES = (
    "a abbr article aside audio b big blockquote br button center cite code dd del details dfn div dl dt em embed "
    "figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd label li link main mark "
    "nav object ol p picture pre q s samp script section select small source span strike strong style sub summary sup "
    "svg table tbody td textarea tfoot th thead time tr u ul var video wbr"
)
_TAG = re.compile(rf"<!--.*?-->|</?({'|'.join(_NAMES.split())})(?:\s[^<>]*)?/?>", re.IGNORECASE | re.DOTALL)
_WHOLE = re.compile(
    r"<(a|iframe|video|audio|script|style|svg|object)\b[^<>]*>.*?</\1\s*>|<(?:img|embed)\b[^<>]*>", re.I | re.S
)
_SIGNS = {
    "b": "**",
    "strong": "**",
    "i": "*",
    "em": "*",
    "del": "~~",
    "s": "~~",
    "strike": "~~",
    "code": "`",
    "br": "  \n",
}


def rewritten(source: str, links: Links, raw: str = "") -> Made:
    """The text with links and pictures where they are now, and without HTML. Lines are counted in `raw`."""
    return _rewritten(source, _Writer(links, raw or source, lambda: headings_of(source)))


def headings_of(source: str) -> Mapping[str, str]:
    """The names that the headings of a text have here, by the names that they may have had."""
    return names_in_markdown(_rewritten(source, _Writer(_Nowhere(), source, dict)).text)


def _rewritten(source: str, writer: "_Writer") -> Made:
    parts = [
        text if kind == "code" else writer.html(text) if kind == "html" else writer.prose(text)
        for kind, text in _parts(source)
    ]
    return Made("\n".join(parts), tuple(sorted(writer.losses, key=lambda one: one.line)))


class _Nowhere:
    """Links of which the words stay alone."""

    def link(self, href: str) -> str | None:
        """No address."""
        return None

    def picture(self, src: str) -> str | None:
        """No picture."""
        return None


def _parts(source: str) -> Iterator[tuple[str, str]]:
    """The text in parts of whole lines: code, HTML, and the rest."""
    lines = source.split("\n")
    kinds = [""] * len(lines)
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(source):
        kind = {"fence": "code", "code_block": "code", "html_block": "html"}.get(token.type)
        if kind and token.map:
            for at in range(token.map[0], min(token.map[1], len(lines))):
                kinds[at] = kind if at > token.map[0] or not kinds[at] else kinds[at]
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or kinds[at] != kinds[start]:
            yield kinds[start], "\n".join(lines[start:at])
            start = at


class _Writer:
    def __init__(self, links: Links, raw: str, headings: Callable[[], Mapping[str, str]]) -> None:
        self._links = links
        self._places = Places(raw)
        self._find_headings = headings
        self._targets = {found[1].strip()[1:-2].casefold(): found[2].strip("<>") for found in _DEFINITION.finditer(raw)}

    @cached_property
    def _headings(self) -> Mapping[str, str]:
        """Those of this text, which few texts have links to."""
        return self._find_headings()

    @property
    def losses(self) -> list[Loss]:
        return self._places.losses

    def html(self, text: str) -> str:
        """Markdown for a block of HTML, within what it is within."""
        indent = text[: len(text) - len(text.lstrip(" >"))] if not text.startswith("\n") else ""
        made = markdown_of(text.replace("\n" + indent, "\n"), self._links, places=self._places)
        return "\n".join(indent + line if line else "" for line in made.text.split("\n")) + "\n"

    def prose(self, text: str) -> str:
        """Lines of Markdown; code within them stays."""
        held: list[str] = []

        def hold(match: re.Match[str]) -> str:
            held.append(match[0])
            return f"\ue0f5{len(held) - 1}\ue0f6"

        text = _CODE.sub(hold, text)
        text = _WHOLE.sub(self._element, text)
        text = _TAG.sub(self._tag, text)
        text = _LINK.sub(self._link, _BY_REFERENCE.sub(self._by_reference, text))
        text = _DEFINITION.sub(self._definition, _REFERENCE.sub(self._reference, text))
        text = _composed(text.replace("\ue0f7", ""))
        return re.sub("\ue0f5(\\d+)\ue0f6", lambda match: held[int(match[1])], text)

    def _element(self, match: re.Match[str]) -> str:
        """An element within a line whose whole is one thing."""
        if (match[1] or "").lower() == "a" and not re.search(r"\shref\s*=", match[0].partition(">")[0]):
            return match[0]
        made = markdown_of(re.sub(r"\s*\n\s*", " ", match[0]), self._links, places=self._places)
        return made.text.replace("](", "](\ue0f7")  # its addresses are final: they are not to be resolved again

    def _tag(self, match: re.Match[str]) -> str:
        name = (match[1] or "").lower()
        return _SIGNS.get(name, "" if name in INLINE or not name else " ")

    def _link(self, match: re.Match[str]) -> str:
        bang, inner, target, title = match[1], match[2], match[3].strip("<>"), match[4] or ""
        if target.startswith("\ue0f7"):
            return match[0].replace("(\ue0f7", "(")
        if bang:
            return _apart(self._picture(inner, target, title), match)
        inner = _LINK.sub(lambda one: one[0] if one[1] else one[2], _LINK.sub(self._link, inner))  # no link within one
        to = self._address(target)
        return inner if to is None else f"[{inner}]({_written(to)}{title})"

    def _picture(self, alt: str, target: str, title: str) -> str:
        src = self._links.picture(target)
        alt = _LINK.sub(lambda one: one[2], alt)
        words = " ".join(alt.split()) or title.strip().strip("\"'()") or described(target)
        if src is not None:
            return f"![{words}]({_written(src)}{title})"
        self._places.lost(f"the picture {target} is missing: its place has a link", target)
        to = self._links.link(target)
        more = f" ({title.strip()[1:-1]})" if title else ""
        return (f"[{words}]({_written(to)})" if to else words) + more

    def _by_reference(self, match: re.Match[str]) -> str:
        """A picture whose address is elsewhere in the text, with its address."""
        target = self._targets.get((match[2] or match[1]).casefold())
        return match[0] if target is None else f"![{match[1]}]({target})"

    def _definition(self, match: re.Match[str]) -> str:
        to = self._address(match[2].strip("<>"))
        if to is None:
            return "" if match[2].startswith("#") else match[0]
        return f"{match[1]}{_written(to)}{match[3]}"

    def _reference(self, match: re.Match[str]) -> str:
        """The words of a link to a place that the text no longer has."""
        target = self._targets.get((match[2] or match[1]).casefold(), "")
        return match[1] if target.startswith("#") and unquote(target[1:]) not in self._headings else match[0]

    def _address(self, target: str) -> str | None:
        if target.startswith("#"):
            name = self._headings.get(unquote(target[1:]), "")
            to = f"#{name}" if name else None
        else:
            to = self._links.link(target)
        if to is None:
            self._gone(target)
        return to

    def _gone(self, target: str) -> None:
        self._places.lost(f"the link to {target[:100]} is removed; its words stay", target)


def _composed(text: str) -> str:
    """The words in Unicode's composed form, as the web wants them (https://www.w3.org/TR/charmod-norm/); no address."""
    if unicodedata.is_normalized("NFC", text):
        return text
    parts = _ADDRESS.split(text)
    return "".join(part if at % 2 else unicodedata.normalize("NFC", part) for at, part in enumerate(parts))


def _apart(made: str, match: re.Match[str]) -> str:
    """What is in the place of a picture; a link is kept apart from words, and from "!", which makes pictures."""
    if made.startswith("!"):
        return made
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return f"{' ' if before.isalnum() or before == '!' else ''}{made}{' ' if after.isalnum() else ''}"


def _written(to: str) -> str:
    return f"<{to}>" if re.search(r"[\s()]", to) else to
