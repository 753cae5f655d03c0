"""The text of an OpenDocument file as HTML: changes accepted, without annotations, hidden text and properties."""

from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from site_gen.conversion.odt_styles import TEXT, OdtStyles

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
# Elements that are no text for readers, by what they are called in notes; what they hold is never read.
_LEFT_OUT = {
    f"{TEXT}tracked-changes": "deleted texts",
    f"{_OFFICE}annotation": "comments",
    f"{TEXT}table-of-content": "tables of contents",
    f"{TEXT}alphabetical-index": "indexes",
    f"{TEXT}hidden-text": "hidden texts",
    f"{TEXT}hidden-paragraph": "hidden texts",
    f"{TEXT}script": "scripts",
}
_PROPERTIES = frozenset(
    f"{TEXT}{name}"
    for name in (
        *(
            "author-name",
            "author-initials",
            "creator",
            "creation-date",
            "creation-time",
            "description",
            "editing-cycles",
        ),
        *("editing-duration", "file-name", "initial-creator", "keywords", "modification-date", "modification-time"),
        *("printed-by", "print-date", "print-time", "subject", "template-name", "title", "user-defined"),
        *(f"sender-{part}" for part in ("firstname", "lastname", "initials", "title", "position", "email", "fax")),
        *(f"sender-{part}" for part in ("phone-private", "phone-work", "company", "street", "city", "postal-code")),
        *(f"sender-{part}" for part in ("country", "state-or-province")),
    )
)
_IGNORED = frozenset(
    f"{TEXT}{name}" for name in ("page-number", "page-count", "note-citation", "sequence-decls", "variable-decls")
) | {f"{_OFFICE}forms", f"{_OFFICE}annotation-end", f"{TEXT}user-field-decls", f"{_SVG}title", f"{_SVG}desc"}
_SPACES = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": "<br>"}
_WIDEST = 60
_WEB = ("http://", "https://")


class OdtReader:
    """Reads a text once; `pictures` are the paths of its pictures in order, `left_out` counts what it leaves."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self.pictures: list[str] = []
        self.left_out: dict[str, int] = {}
        self.title, self.subtitle = list[str](), list[str]()
        self._notes: list[str] = []
        self._boxes: list[str] = []  # what is to follow the paragraph that it is anchored in
        self._begun = False

    def read(self, body: Element) -> str:
        """The HTML of a document's `office:text`; notes are a list at its end, as mammoth has them."""
        html = "".join(self._blocks(body))
        notes = "".join(f'<li id="note-{number}">{note}</li>' for number, note in enumerate(self._notes, 1) if note)
        return html + (f"<ol>{notes}</ol>" if notes else "")

    def _blocks(self, parent: Element) -> Iterator[str]:
        for element in parent:
            yield from self._block(element)

    def _block(self, element: Element) -> Iterator[str]:
        tag = element.tag
        if tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from self._paragraph(element)
        elif tag == f"{TEXT}list":
            yield from self._list(element, element.get(f"{TEXT}style-name", ""), 1)
        elif tag == f"{_TABLE}table":
            yield self._table(element)
        elif tag == f"{TEXT}section" and element.get(f"{TEXT}display", "true") != "true":
            self._leave_out("hidden texts")
        elif tag == f"{_DRAW}frame":
            yield from self._frame(element)
        elif tag in _LEFT_OUT:
            self._leave_out(_LEFT_OUT[tag], max(1, len(list(element.iter(f"{TEXT}deletion")))))
        elif tag not in _IGNORED:
            yield from self._blocks(element)

    def _paragraph(self, element: Element) -> Iterator[str]:
        style = element.get(f"{TEXT}style-name", "")
        if self._styles.is_hidden("paragraph", style):
            self._leave_out("hidden texts")
            return
        words, html = self._both(element)
        boxes, self._boxes = self._boxes, []
        kind = self._styles.kind(style)
        if element.tag == f"{TEXT}h":
            level = element.get(f"{TEXT}outline-level", "1")
            kind = level if level in "123456" else "6"
        if html.strip():
            has_more = any(one.tag in (f"{TEXT}note", f"{_DRAW}frame") for one in element.iter())
            yield from self._shaped(kind, "" if has_more else " ".join(words.split()), html.strip())
        yield from boxes

    def _shaped(self, kind: str, plain: str, html: str) -> Iterator[str]:
        """A paragraph, unless it is the title or subtitle above the text, which are `plain` if they can be taken."""
        if not self._begun and plain:
            if kind == "title" or (kind == "1" and not self.title):
                self.title.append(plain)
                return
            if kind == "subtitle":
                self.subtitle.append(plain)
                return
        self._begun = True
        if kind.isdigit():
            yield f"<h{kind}>{html}</h{kind}>"
        elif kind == "quote":
            yield f"<blockquote><p>{html}</p></blockquote>"
        else:
            yield f'<p class="caption">{html}</p>' if kind == "caption" else f"<p>{html}</p>"

    def _pieces(self, element: Element) -> Iterator[tuple[str, str]]:
        """The text within an element, piece by piece: its words, and its HTML."""
        text = (element.text or "").replace("\u00ad", "")
        yield text, escape(text, quote=False)
        for child in element:
            yield from self._piece(child)
            tail = (child.tail or "").replace("\u00ad", "")
            yield tail, escape(tail, quote=False)

    def _piece(self, element: Element) -> Iterator[tuple[str, str]]:
        tag = element.tag
        if tag in _SPACES:
            yield " ", _SPACES[tag]
        elif tag == f"{TEXT}note":
            yield "", self._note(element)
        elif tag == f"{TEXT}a":
            address = element.get(_XLINK, "")
            words, html = self._both(element)
            is_link = address.lower().startswith(_WEB) and html.strip()
            yield words, f'<a href="{escape(address)}">{html}</a>' if is_link else html
        elif tag == f"{TEXT}span":
            yield from self._span(element)
        elif tag == f"{_DRAW}frame":
            yield "", "".join(self._frame(element, inline=True))
        elif tag in _LEFT_OUT:
            self._leave_out(_LEFT_OUT[tag])
        elif tag in _PROPERTIES:
            self._leave_out("fields with properties of the document")
        elif tag.startswith((TEXT, _LOEXT)) and tag not in _IGNORED and not _is_hidden(element):
            yield from self._pieces(element)
        elif tag.startswith(_DRAW):
            self._boxes += self._blocks(element)

    def _both(self, element: Element) -> tuple[str, str]:
        pieces = list(self._pieces(element))
        return "".join(words for words, _ in pieces), "".join(html for _, html in pieces)

    def _span(self, element: Element) -> Iterator[tuple[str, str]]:
        style = element.get(f"{TEXT}style-name", "")
        if self._styles.is_hidden("text", style):
            self._leave_out("hidden texts")
            return
        words, html = self._both(element)
        tags = self._styles.tags(style) if html.strip() else ()
        yield words, "".join(f"<{tag}>" for tag in tags) + html + "".join(f"</{tag}>" for tag in reversed(tags))

    def _note(self, element: Element) -> str:
        body = element.find(f"{TEXT}note-body")
        self._notes.append("")
        number = len(self._notes)
        boxes, self._boxes = self._boxes, []
        begun, self._begun = self._begun, True
        self._notes[number - 1] = "".join(self._blocks(body)) if body is not None else ""
        self._boxes, self._begun = boxes, begun
        return f'<sup><a href="#note-{number}">[{number}]</a></sup>' if self._notes[number - 1] else ""

    def _frame(self, element: Element, inline: bool = False) -> Iterator[str]:
        """A picture with its description, or a box of text; a box follows the paragraph that it is in."""
        image = element.find(f"{_DRAW}image")
        box = element.find(f"{_DRAW}text-box")
        if box is not None:
            html = list(self._blocks(box))
            if inline:
                self._boxes += html
            else:
                yield from html
        elif element.find(f"{_DRAW}object") is not None:
            self._leave_out("embedded objects")
        elif image is not None:
            path = image.get(_XLINK, "").removeprefix("./")
            words = (element.findtext(f"{_SVG}desc") or element.findtext(f"{_SVG}title") or "").strip()
            self.pictures.append(path)
            yield f'<img src="picture-{len(self.pictures)}" alt="{escape(words)}">'

    def _list(self, element: Element, style: str, level: int) -> Iterator[str]:
        items: list[str] = []
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            if any(child.tag == f"{TEXT}h" for child in item):  # numbered headings are lists, too
                yield from self._wrapped(items, style, level)
                items = []
                yield from self._blocks(item)
                continue
            parts: list[str] = []
            for child in item:
                if child.tag == f"{TEXT}list":
                    parts += self._list(child, child.get(f"{TEXT}style-name", style), level + 1)
                else:
                    parts += self._block(child)
            items.append("".join(parts))
        yield from self._wrapped(items, style, level)

    def _wrapped(self, items: list[str], style: str, level: int) -> Iterator[str]:
        name = "ol" if self._styles.is_ordered(style, level) else "ul"
        filled = "".join(f"<li>{item}</li>" for item in items if item)
        if filled:
            yield f"<{name}>{filled}</{name}>"

    def _table(self, table: Element) -> str:
        self._begun = True
        head = "".join(self._row(row, "th") for row in table.iterfind(f"{_TABLE}table-header-rows/{_TABLE}table-row"))
        groups = (f"{_TABLE}table-rows", f"{_TABLE}table-row-group")
        rows = "".join(
            self._row(row, "td")
            for part in table
            for row in (part.iterfind(f"{_TABLE}table-row") if part.tag in groups else [part])
            if row.tag == f"{_TABLE}table-row"
        )
        return f"<table>{f'<thead>{head}</thead>' if head else ''}<tbody>{rows}</tbody></table>"

    def _row(self, row: Element, name: str) -> str:
        cells: list[str] = []
        for cell in row.iterfind(f"{_TABLE}table-cell"):
            content = "".join(self._blocks(cell))
            span = _count(cell.get(f"{_TABLE}number-columns-spanned"))
            attribute = f' colspan="{span}"' if span > 1 else ""
            repeated = _count(cell.get(f"{_TABLE}number-columns-repeated"))
            cells += [f"<{name}{attribute}>{content}</{name}>"] * min(repeated, max(1, _WIDEST - len(cells)))
        return f"<tr>{''.join(cells)}</tr>"

    def _leave_out(self, kind: str, count: int = 1) -> None:
        self.left_out[kind] = self.left_out.get(kind, 0) + count


def _is_hidden(element: Element) -> bool:
    return (
        element.get(f"{TEXT}display") == "none"
        or element.get(f"{TEXT}is-hidden") == "true"
        or element.get(f"{_LOEXT}showing-place-holder") == "true"
    )


def _count(number: str | None) -> int:
    return min(int(number), _WIDEST) if number and number.isascii() and number.isdigit() and len(number) < 9 else 1
