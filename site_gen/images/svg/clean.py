"""Cleaning of drawings: parsed as XML, and written again with what the allow-list names."""

import re
from collections.abc import Mapping

from site_gen.images.fault import BadPicture
from site_gen.images.svg.allowed import ACTIVE, ELEMENTS, LEAVES, SVG, TEXT, XHTML
from site_gen.images.svg.attributes import Attributes, Embedded
from site_gen.images.svg.copies import Copies
from site_gen.images.svg.reader import read_drawing
from site_gen.images.svg.refusal import active, outside, too_large
from site_gen.images.svg.size import size_of
from site_gen.images.svg.style import Styles

_DEEPEST = 200  # nested elements
_MOST_ELEMENTS = 100_000
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_IN_TEXT = re.compile(r"[&<>\r]")
_IN_VALUE = re.compile(r'[&<>"\t\n\r]')


def plain_svg(data: bytes, embedded: Embedded) -> tuple[int, int, bytes]:
    """Width, height, and the cleaned drawing; `BadPicture` where it could run scripts or load something.

    `embedded` cleans the pictures in it. Cleaning is idempotent: the result gives the same bytes again.
    """
    drawing = _Drawing(embedded)
    read_drawing(data, drawing)
    drawing.copies.check()
    return *size_of(drawing.root), drawing.written()


class _Drawing:
    """A parser's handler that writes the allowed elements."""

    def __init__(self, embedded: Embedded) -> None:
        self.root: dict[str, str] = {}
        self.copies = Copies()
        self._styles = Styles()
        self._attributes = Attributes(self._styles, embedded)
        self._out: list[str] = []
        self._open: list[str] = []  # the names of the kept elements around
        self._left_out = 0  # depth within an element that is left out
        self._texts = 0
        self._elements = 0
        self._unclosed = False  # the last start tag has no `>` yet
        self._sheet: list[str] = []
        self._sheet_tag = ""
        self._xlink = False

    def written(self) -> bytes:
        """The complete drawing."""
        named = f'<svg xmlns="{SVG}"' + (' xmlns:xlink="http://www.w3.org/1999/xlink"' if self._xlink else "")
        return "".join((named, *self._out[1:], "\n")).encode()

    def pi(self, target: str, text: str | None) -> None:
        """A processing instruction: left out; `BadPicture` for one that would load a stylesheet."""
        if target.lower() == "xml-stylesheet":
            raise outside(f"<?xml-stylesheet {text or ''}?>")

    def close(self) -> None:
        """The drawing ends."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        namespace, local = _parts(tag)
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            raise too_large(f"more than {_MOST_ELEMENTS:,} elements")
        if len(self._open) + self._left_out >= _DEEPEST:
            raise too_large(f"more than {_DEEPEST} elements within one another")
        if not self._open and (namespace, local) != (SVG, "svg"):
            what = f"The root of the drawing is <{local}>, not an <svg> of SVG's namespace."
            raise BadPicture(what, f'It begins with <svg xmlns="{SVG}">.')
        if self._left_out or not self._is_kept(namespace, local):
            if local.lower() == "script" and namespace in (SVG, XHTML):
                raise active("<script>")
            self._left_out += 1
            return
        kept = self._attributes(local, attributes)
        if kept is None:
            self._left_out = 1
        else:
            self._begin(local, kept)

    def _is_kept(self, namespace: str, local: str) -> bool:
        """Whether an element is written; `BadPicture` if it must not be left out either."""
        around = self._open[-1] if self._open else ""
        if around in LEAVES:
            return False
        if namespace == XHTML or (namespace == SVG and local.lower() in ACTIVE):
            if local == "foreignObject" and around == "switch":
                return False  # another child of the <switch> is shown instead
            raise active(f"<{local}>")
        return namespace == SVG and local in ELEMENTS

    def _begin(self, local: str, kept: Mapping[str, str]) -> None:
        self.root = self.root or dict(kept)
        self.copies.begin(local, kept)
        self._xlink = self._xlink or "xlink:href" in kept
        self._open.append(local)
        self._texts += local == TEXT
        tag = f"<{local}" + "".join(f' {name}="{_IN_VALUE.sub(_escape, value)}"' for name, value in kept.items())
        if local == "style":
            self._sheet_tag = tag
            return
        self._close_tag()
        # The root's start tag is written at the end, when the namespaces in use are known.
        self._out += ("", tag.removeprefix("<svg")) if len(self._open) == 1 else (tag,)
        self._unclosed = True

    def data(self, text: str) -> None:
        """Text within an element."""
        if self._left_out or not self._open:
            return
        local = self._open[-1]
        if local == "style":
            self._sheet.append(text)
        elif self._texts or local in LEAVES:
            self._close_tag()
            self._out.append(_IN_TEXT.sub(_escape, text))

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._left_out:
            self._left_out -= 1
            return
        local = self._open.pop()
        self.copies.end()
        self._texts -= local == TEXT
        if local == "style":
            sheet = self._styles.sheet("".join(self._sheet))
            self._sheet.clear()
            if sheet:
                self._close_tag()
                self._out.append(f"{self._sheet_tag}>{_IN_TEXT.sub(_escape, sheet)}</style>")
        elif self._unclosed:
            self._out.append("/>")
            self._unclosed = False
        else:
            self._out.append(f"</{local}>")

    def _close_tag(self) -> None:
        if self._unclosed:
            self._out.append(">")
            self._unclosed = False


def _parts(tag: str) -> tuple[str, str]:
    namespace, _, local = tag.rpartition("}")
    return namespace[1:], local


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]
