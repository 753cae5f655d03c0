"""The text of an item as Markdown, from HTML of any origin: harmless, its links and pictures where they are now."""

import html
import re
import unicodedata
from typing import Protocol
from urllib.parse import unquote

import nh3
from msgspec import Struct

from site_gen.conversion.fragment import to_markdown
from site_gen.extract.marked.write import address, escaped
from site_gen.importing.anchors import Anchors, anchors_of
from site_gen.importing.item import Loss
from site_gen.importing.stray import without_stray
from site_gen.text.references import HTMLReader

_TAGS = set(
    """
    a abbr article b blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 i img
    ins kbd li mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead tr
    tt u ul details
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_ATTRIBUTES = {
    "a": {"href"}, "ol": {"start"}, "td": {"colspan"}, "th": {"colspan"}, "img": {"src", "alt"}, "li": {"id"},
}  # fmt: skip
_DROPPED = frozenset(("script", "style", "template", "noscript", "svg"))
_PLAYERS = {"iframe": "src", "embed": "src", "object": "data", "video": "src", "audio": "src"}
_BLOCKS = frozenset(
    ("address", "aside", "center", "dialog", "dir", "fieldset", "footer", "header", "hgroup", "legend", "main",
     "marquee", "menu", "nav", "noframes", "search", "xmp")
)  # fmt: skip
_SILENT = frozenset(
    ("acronym", "bdi", "bdo", "big", "data", "dfn", "font", "label", "rp", "rt", "ruby", "slot", "time", "var", "wbr")
)
VOID = frozenset(("br", "img", "hr", "input", "embed", "source", "col", "wbr", "link", "meta", "param", "track"))
_CONTROLS = frozenset(("form", "input", "button", "select", "textarea"))
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_OURS = re.compile("[\ue0f0-\ue0f3]")
_MARK = re.compile(rf"{_OPEN}(\d+){_CLOSE}")
_GALLERY = re.compile("\ue0f2(.*?)\ue0f3", re.DOTALL)
_LINK = re.compile(r"https://link\.invalid/(\d+)")
_PICTURE = re.compile(r"!\[((?:\\.|[^\]\\])*)\]\(picture-(\d+)\)")
_VIDEO = re.compile(r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)[^\s]*")
_NAMELESS = re.compile(
    r"\d\*[\w-]+|[0-9a-f]{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:_\d+x\d+)?", re.IGNORECASE
)
_SOURCES = ("src", "data-src", "data-orig-file", "data-lazy-src")
_LONGEST = 200
_LANGUAGE = re.compile(r"(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#-]+)")


class Links(Protocol):
    """Where the links and pictures of one item lead now."""

    def link(self, href: str) -> str | None:
        """The address to write; None where it may not be linked, and the words stay alone."""

    def picture(self, src: str) -> str | None:
        """The address of a picture that is there; None for others."""


class Made(Struct, frozen=True):
    """A text in Markdown, and what it lost on the way."""

    text: str
    losses: tuple[Loss, ...]


def markdown_of(source: str, links: Links, raw: str = "", places: "Places | None" = None) -> Made:
    """The Markdown of HTML. Lines of losses are counted in `raw`, the text as the source has it.

    A part of a text is given the `places` of the whole, which get its losses too.
    """
    source = _OURS.sub("", without_stray(source.encode("utf-8", "replace").decode()))
    rewriter = _Rewriter(links, places or Places(raw or source), anchors_of(source))
    rewriter.feed(source)
    rewriter.close()
    whole = nh3.clean(
        rewriter.html(), tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None, url_schemes={"http", "https"},
        url_relative="pass_through",
    )  # fmt: skip
    names = {name: name for name in (f"picture-{number}" for number in range(len(rewriter.pictures)))}
    fragment = to_markdown(whole, names)

    def picture(match: re.Match[str]) -> str:
        number = int(match[2])
        caption = fragment.captions.get(f"picture-{number}", "")
        return picture_text(rewriter.pictures[number], match[1], caption)

    text = _LINK.sub(lambda match: address(rewriter.targets[int(match[1])]), fragment.text)
    text = _PICTURE.sub(picture, text)
    text = _GALLERY.sub(_gallery, text)
    return Made(_with_blocks(text, rewriter.verbatim), tuple(rewriter.places.losses))


def _gallery(match: re.Match[str]) -> str:
    """The pictures of a gallery in one paragraph, and whatever else was among them."""
    blocks = [block for block in match[1].split("\n\n") if block.strip()]
    pictures = [block.strip() for block in blocks if block.lstrip().startswith("![")]
    others = [block for block in blocks if not block.lstrip().startswith("![")]
    return "\n\n".join(filter(None, ["\n".join(pictures), *others]))


def picture_text(src: str, alt: str, caption: str) -> str:
    """A picture in Markdown; `alt` is escaped already. Without a description it has its caption, or its file's name."""
    alt = alt.strip() or escaped(caption) or escaped(described(src))
    words = escaped(" ".join(caption.split())).replace('"', "&quot;").replace("|", "&#124;")
    return f"![{alt}]({address(src)}" + (f' "{words}")' if words else ")")


def described(src: str) -> str:
    """The words of a file's name, for a picture that nothing else describes."""
    stem = src.rpartition("/")[2].rpartition(".")[0]
    if _NAMELESS.fullmatch(unquote(stem)):
        return "Picture"
    return " ".join(re.sub(r"[-_%+]+|(?<=[a-z])(?=\d)", " ", stem).split()) or "Picture"


class Places:
    """Finds the lines of what is lost, in the order in which it is met."""

    def __init__(self, raw: str) -> None:
        self._raw, self._from = raw, dict[str, int]()
        self.losses: list[Loss] = []

    def lost(self, what: str, needle: str) -> None:
        """Note a loss at the next place of `needle` in the source's text."""
        at = self._raw.find(needle, self._from.get(needle, 0))
        if at >= 0:
            self._from[needle] = at + len(needle)
        self.losses.append(Loss(self._raw.count("\n", 0, at) + 1 if at >= 0 else 0, what))


def _with_blocks(text: str, blocks: list[str]) -> str:
    """The text with its blocks of code and rules, each line of them within what its place is within."""

    def block(match: re.Match[str]) -> str:
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        before = re.sub(r"[-\d]|\.(?= )|\*", " ", line) if not line.strip("> -.0123456789") else ""
        return blocks[int(match[1])].replace("\n", "\n" + before)

    return _MARK.sub(block, text)


class _Rewriter(HTMLReader):
    """HTML of which only text is left, with numbers in the place of links, pictures and blocks."""

    def __init__(self, links: Links, places: Places, anchors: Anchors) -> None:
        super().__init__(convert_charrefs=True)
        self._links, self.places, self._anchors = links, places, anchors
        self._out: list[str] = []
        self._hidden = self._tables = 0
        self._code: list[str] | None = None
        self._language = ""
        self._within = ""  # the address of the link that is open
        self._figures: list[bool] = []  # of those that are open, which are galleries
        self._headings = frozenset(f"#{name}" for name in anchors.headings.values())
        self.targets: list[str] = []
        self.pictures: list[str] = []
        self.verbatim: list[str] = []

    def html(self) -> str:
        """What was written, after `close`."""
        if self._code is not None:
            self._end_code()
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        for name in values:
            if name.startswith("on"):
                self.places.lost(f"the event handler '{name}' of <{tag}> is removed", f"{name}=")
        if tag in _DROPPED:
            self._hidden += 1
            if self._hidden == 1:
                self.places.lost(f"<{tag}> is removed", f"<{tag}")
        elif self._hidden:
            return
        elif self._code is not None:
            self._in_code(tag, values)
        else:
            self._start(tag, values)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def _start(self, tag: str, values: dict[str, str]) -> None:
        if tag == "img":
            self._picture(values)
        elif tag == "a":
            self._link(values.get("href", ""))
        elif tag == "hr":
            self._block("* * *")
        elif tag == "pre" and not self._tables:
            self._code, self._language = [], _language(values)
        elif tag in _PLAYERS or tag == "source":
            self._player(tag, values)
        elif tag == "gallery" or (tag == "figure" and "wp-block-gallery" in values.get("class", "")):
            self._figures += [True] if tag == "figure" else []
            self._out.append("<p>\ue0f2</p>")
        else:
            self._element(tag, values)

    def _element(self, tag: str, values: dict[str, str]) -> None:
        if tag in _TAGS:
            self._kept(tag, values)
        elif tag in _CONTROLS:
            self.places.lost(f"<{tag}> is left out; its words stay", f"<{tag}")
            self._out.append(" ")
        elif tag not in _SILENT:
            self._out.append("<div>" if tag in _BLOCKS else " ")

    def _kept(self, tag: str, values: dict[str, str]) -> None:
        self._tables += tag == "table"
        self._figures += [False] if tag == "figure" else []
        kept = {name: value for name, value in values.items() if name in ("start", "colspan", "id")}
        kept |= {"id": self._anchors.notes[kept["id"]]} if kept.get("id") in self._anchors.notes else {}
        attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in kept.items())
        self._out.append(f"<{tag}{attributes}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self._hidden = max(0, self._hidden - 1)
        elif self._hidden:
            return
        elif self._code is not None:
            if tag == "pre":
                self._end_code()
        elif tag == "gallery" or (tag == "figure" and self._figures and self._figures.pop()):
            self._out.append("<p>\ue0f3</p>")
        elif tag not in _TAGS:
            self._out.append("</div>" if tag in _BLOCKS else "" if tag in _SILENT else " ")
        elif tag not in VOID:
            self._tables = max(0, self._tables - (tag == "table"))
            self._within = "" if tag == "a" else self._within
            self._out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._code is not None:
            self._code.append(data)
        else:
            self._out.append(html.escape(unicodedata.normalize("NFC", data), quote=False))

    def _in_code(self, tag: str, values: dict[str, str]) -> None:
        assert self._code is not None
        if tag == "br":
            self._code.append("\n")
        elif tag == "code":
            self._language = self._language or _language(values)
        elif tag == "img":
            self._end_code()
            self._picture(values)
            self._code = []

    def _end_code(self) -> None:
        code = "\n".join(map(str.rstrip, "".join(self._code or ()).split("\n"))).strip("\n")
        self._code = None
        longest = max(map(len, re.findall(r"`+", code)), default=0)
        fence = "`" * max(3, longest + 1)
        if code.strip():
            self._block(f"{fence}{self._language}\n{code}\n{fence}")

    def _block(self, text: str) -> None:
        self._out.append(f"<p>{_OPEN}{len(self.verbatim)}{_CLOSE}</p>")
        self.verbatim.append(text)

    def _picture(self, values: dict[str, str]) -> None:
        src = next((one for name in _SOURCES if _is_address(one := values.get(name, ""))), "")
        alt = values.get("alt", "")
        if {values.get("width", ""), values.get("height", "")} <= {"0", "1"}:
            self.places.lost("a picture of one pixel, which counts visits, is removed", "<img")
            return
        embedded = values.get("src", "") if not src else ""
        found = self._links.picture(src or embedded) if src or embedded else None
        if found is None:
            self._missing(src, embedded, alt)
            return
        if self._within and not re.search(r"\.(?:jpe?g|png|gif|webp|svg)\Z", self._within, re.IGNORECASE):
            self.places.lost(f"the picture {src[:_LONGEST]} no longer links to {self._within}", src)
        self._out.append(f'<img src="picture-{len(self.pictures)}" alt="{html.escape(alt)}">')
        self.pictures.append(found)

    def _missing(self, src: str, embedded: str, alt: str) -> None:
        """What is in the place of a picture that is not there: a link to where it was, else its description."""
        if not src:
            what = "within the text that cannot be published" if embedded else "without an address"
            self.places.lost(f"a picture {what} is left out", "<img")
            self._out.append(f" {html.escape(alt)} ")
            return
        to = self._links.link(src)
        self.places.lost(f"the picture {src} is missing: its place has a link", src)
        words = alt.strip() or described(src)
        self._linked(to, words) if to and not self._within else self._out.append(f" {html.escape(words)} ")

    def _link(self, href: str) -> None:
        self._within = href
        href = self._place(href)
        if href.startswith(("#footnote-", "#footnote-ref-")):
            self._out.append(f'<a href="{html.escape(href)}">')
            return
        to = href if href in self._headings else self._links.link(href) if href.strip() else None
        if to is None and href.strip():
            self.places.lost(f"the link to {href[:100]} is removed; its words stay", href)
        if to is None:
            self._out.append("<a>")
            return
        self._out.append(f'<a href="https://link.invalid/{len(self.targets)}">')
        self.targets.append(to)

    def _place(self, href: str) -> str:
        """A link within the text as it is here: to a footnote, back from one, to a heading."""
        name = href.removeprefix("#") if href.startswith("#") else ""
        if name in self._anchors.notes:
            return f"#{self._anchors.notes[name]}"
        if name in self._anchors.backs:
            return "#footnote-ref-back"
        return f"#{self._anchors.headings[name]}" if name in self._anchors.headings else href

    def _player(self, tag: str, values: dict[str, str]) -> None:
        src = values.get(_PLAYERS.get(tag, "src"), "") or values.get("data-src", "")
        if not src:
            return
        self.places.lost(f"<{tag}> of {src[:100]} is a link now", src)
        video = _VIDEO.fullmatch(src)
        to = self._links.link(f"https://www.youtube.com/watch?v={video[1]}" if video else src)
        words = values.get("title", "").strip() or (to or src)
        if to:
            self._out.append("<p>")
            self._linked(to, words)
            self._out.append("</p>")

    def _linked(self, to: str, words: str) -> None:
        self._out.append(f'<a href="https://link.invalid/{len(self.targets)}">{html.escape(words)}</a>')
        self.targets.append(to)


def _is_address(src: str) -> bool:
    return bool(src.strip()) and not src.startswith("data:")


def _language(values: dict[str, str]) -> str:
    found = _LANGUAGE.search(values.get("class", "")) or re.fullmatch(r"()([\w+#-]+)", values.get("lang", ""))
    return found[found.lastindex or 1] if found else ""
