"""A part of a Word document as its readers see it: changes accepted, and without comments, hidden text and properties.

Nothing is copied that is not known: elements are built again from a short list of kinds, so that what a document says
about its authors cannot pass. Element names are those of ECMA-376, part 1.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from site_gen.conversion.docx_styles import VAL, Styles, W, is_on, list_of

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_V = "{urn:schemas-microsoft-com:vml}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Elements around text, of which only their content is kept.
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "ruby", "rubyBase", "sdtContent", "body")
)
_TEXT = frozenset(f"{W}{name}" for name in ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym"))
_SHOWN = frozenset(("b", "i", "strike", "vertAlign"))
# Fields that show what the document or its author's program says of itself, and tables of contents.
_PROPERTIES = frozenset(
    """
    AUTHOR COMMENTS DOCPROPERTY DOCVARIABLE EDITTIME FILENAME FILESIZE INFO KEYWORDS LASTSAVEDBY REVNUM TEMPLATE
    USERADDRESS USERINITIALS USERNAME TOC
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_WIDEST_CELL = 60
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')

Address = Callable[[str], str]
"""By the id of a hyperlink or picture in the document that in the new one; "" where there is none."""


class Cleaner:
    """Builds the paragraphs and tables of one part again; `left_out` counts what is not in them, by kind."""

    def __init__(self, styles: Styles, notes: frozenset[str], link: Address, picture: Address) -> None:
        self._styles, self._notes, self._link, self._picture = styles, notes, link, picture
        self._fields: list[_Field] = []
        self._whole: frozenset[int] = frozenset()
        self.left_out: dict[str, int] = {}

    def part(self, root: Element) -> list[Element]:
        """The paragraphs and tables in the root element of a part, in its body if it has one."""
        self._fields, self._whole = [], _whole_fields(root)
        body = root.find(f"{W}body")
        return self.blocks(root if body is None else body)

    def blocks(self, parent: Element) -> list[Element]:
        """The paragraphs and tables in an element: a body, a cell, a note."""
        found = [block for child in parent for block in self._block(child)]
        for block, following in pairwise([*found, None]):
            assert block is not None
            mark = block.find(f"{W}pPr/{W}rPr")
            properties = block.find(f"{W}pPr")
            if mark is not None and properties is not None and (following is None or following.tag != f"{W}p"):
                properties.remove(mark)  # there is no paragraph to join it with
        return found

    def _block(self, element: Element) -> Iterator[Element]:
        if element.tag == f"{W}p":
            yield from self._paragraph(element)
        elif element.tag == f"{W}tbl":
            yield self._table(element)
        elif element.tag == f"{W}sdt":
            for content in self._control(element):
                yield from self._block(content)
        elif element.tag in _WRAPPERS:
            for child in element:
                yield from self._block(child)
        elif element.tag == f"{_MC}AlternateContent":
            for child in _alternative(element):
                yield from self._block(child)
        elif element.tag in (f"{W}altChunk", f"{W}subDoc"):
            self._leave_out("documents within this one")
        elif element.tag in (f"{W}del", f"{W}moveFrom"):
            self._leave_out("deleted texts")

    def _paragraph(self, paragraph: Element) -> Iterator[Element]:
        properties = paragraph.find(f"{W}pPr")
        style = _value(properties, "pStyle")
        new = Element(f"{W}p")
        kept = SubElement(new, f"{W}pPr")
        kind = self._styles.kind(style)
        if kind:
            SubElement(kept, f"{W}pStyle", {VAL: kind})
        outline = _value(properties, "outlineLvl")
        if not kind and outline in ("0", "1", "2", "3", "4", "5"):
            SubElement(kept, f"{W}pStyle", {VAL: f"Heading{int(outline) + 1}"})
        numbering = list_of(properties) or self._styles.numbering(style)
        if numbering is not None and not kind.startswith(("Heading", "Title", "Subtitle")):
            number = SubElement(kept, f"{W}numPr")
            SubElement(number, f"{W}ilvl", {VAL: numbering[1]})
            SubElement(number, f"{W}numId", {VAL: numbering[0]})
        deleted = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        new.extend(self._inlines(paragraph, self._styles.is_hidden(style)))
        if deleted:
            if len(new) == 1:
                return
            SubElement(SubElement(kept, f"{W}rPr"), f"{W}del")
        yield new

    def _inlines(self, parent: Iterable[Element], hidden: bool) -> list[Element]:
        return [new for child in parent for new in self._inline(child, hidden)]

    def _inline(self, element: Element, hidden: bool) -> Iterator[Element]:
        tag = element.tag
        if tag == f"{W}r":
            yield from self._run(element, hidden)
        elif tag == f"{W}hyperlink":
            yield from self._hyperlink(element, hidden)
        elif tag == f"{W}fldSimple":
            if _field_name(element.get(f"{W}instr", "")) in _PROPERTIES:
                self._leave_out("fields with properties of the document")
            else:
                yield from self._inlines(element, hidden)
        elif tag == f"{W}sdt":
            yield from self._inlines(self._control(element), hidden)
        elif tag in _WRAPPERS:
            yield from self._inlines(element, hidden)
        elif tag in (f"{W}del", f"{W}moveFrom"):
            self._leave_out("deleted texts")
        elif tag in (f"{_M}oMath", f"{_M}oMathPara") and not hidden:
            new = Element(f"{W}r")
            SubElement(new, f"{W}t").text = "".join(text.text or "" for text in element.iter(f"{_M}t"))
            yield new

    def _hyperlink(self, element: Element, hidden: bool) -> Iterator[Element]:
        relation = self._link(element.get(f"{R}id", ""))
        content = self._inlines(element, hidden)
        if relation and content:
            new = Element(f"{W}hyperlink", {f"{R}id": relation})
            new.extend(content)
            yield new
        else:
            yield from content

    def _run(self, run: Element, hidden: bool) -> Iterator[Element]:
        properties = run.find(f"{W}rPr")
        own = is_on(properties.find(f"{W}vanish")) if properties is not None else None
        style = _value(properties, "rStyle")
        hidden = own if own is not None else hidden or self._styles.is_hidden(style)
        new = Element(f"{W}r")
        if properties is not None:
            kept = SubElement(new, f"{W}rPr")
            kept.extend(Element(one.tag, _only(one, VAL)) for one in properties if one.tag.removeprefix(W) in _SHOWN)
        count = len(new)
        for child in run:
            if child.tag in (f"{W}fldChar", f"{W}instrText"):
                new.extend(self._field(child))
            elif hidden or self._in_properties():
                self._leave_out("hidden texts" if hidden else "fields with properties of the document", child.tag)
            else:
                new.extend(self._content(child))
        if len(new) > count:
            yield new

    def _field(self, element: Element) -> Iterator[Element]:
        """Keeps account of fields. A link goes on to mammoth; other instructions stay behind, and results are text."""
        if element.tag == f"{W}instrText":
            if self._fields and not self._fields[-1].result:
                self._fields[-1].words += element.text or ""
        elif id(element) not in self._whole:
            return
        elif element.get(f"{W}fldCharType") == "begin":
            self._fields.append(_Field())
        elif element.get(f"{W}fldCharType") == "separate" and self._fields:
            field = self._fields[-1]
            field.result = True
            address = _LINK.match(field.words)
            if address and not self._in_properties():
                field.link = True
                yield Element(f"{W}fldChar", {f"{W}fldCharType": "begin"})
                yield (instruction := Element(f"{W}instrText"))
                instruction.text = f'HYPERLINK "{address[1]}"'
                yield Element(f"{W}fldChar", {f"{W}fldCharType": "separate"})
        elif element.get(f"{W}fldCharType") == "end" and self._fields and self._fields.pop().link:
            yield Element(f"{W}fldChar", {f"{W}fldCharType": "end"})

    def _in_properties(self) -> bool:
        """Whether this place is within the instruction of a field, or within a result that is not the text's own."""
        return any(not field.result or _field_name(field.words) in _PROPERTIES for field in self._fields)

    def _content(self, element: Element) -> Iterator[Element]:
        """What a run holds: text, notes, pictures, boxes of text."""
        tag = element.tag
        if tag in _TEXT:
            yield from _text(element)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind, number = tag.removeprefix(W).removesuffix("Reference"), element.get(f"{W}id", "")
            if f"{kind} {number}" in self._notes:
                yield Element(tag, {f"{W}id": number})
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            yield from self._drawing(element)
        elif tag == f"{_MC}AlternateContent":
            for child in _alternative(element):
                yield from self._content(child)
        elif tag in _WRAPPERS:
            for child in element:
                if child.tag == f"{W}r":
                    yield from (one for run in self._run(child, False) for one in run if one.tag != f"{W}rPr")
        elif tag == f"{W}commentReference":
            self._leave_out("comments")

    def _drawing(self, element: Element) -> Iterator[Element]:
        """The boxes of text and the pictures of a drawing, each with its description alone."""
        parts = list(_outermost(element, f"{W}txbxContent"))
        described = next((part for part in parts if part.tag == f"{_WP}docPr"), None)
        words = (described.get("descr") or described.get("title") or "") if described is not None else ""
        for part in parts:
            if part.tag == f"{W}txbxContent":
                new = Element(f"{W}pict")
                SubElement(SubElement(new, f"{_V}textbox"), f"{W}txbxContent").extend(self.blocks(part))
                yield new
            elif part.tag == f"{_A}blip" and (relation := self._picture(part.get(f"{R}embed", ""))):
                inline = Element(f"{W}drawing")
                at = SubElement(inline, f"{_WP}inline")
                SubElement(at, f"{_WP}docPr", {"descr": words})
                for name in (f"{_A}graphic", f"{_A}graphicData", f"{_PIC}pic", f"{_PIC}blipFill"):
                    at = SubElement(at, name)
                SubElement(at, f"{_A}blip", {f"{R}embed": relation})
                yield inline
            elif part.tag == f"{_V}imagedata" and (relation := self._picture(part.get(f"{R}id", ""))):
                new = Element(f"{W}pict")
                SubElement(new, f"{_V}imagedata", {f"{R}id": relation})
                yield new

    def _table(self, table: Element) -> Element:
        new = Element(f"{W}tbl")
        for row in _rows(table):
            if row.find(f"{W}trPr/{W}del") is not None:
                self._leave_out("deleted texts")
                continue
            made = SubElement(new, f"{W}tr")
            if is_on(row.find(f"{W}trPr/{W}tblHeader")):
                SubElement(SubElement(made, f"{W}trPr"), f"{W}tblHeader")
            for cell in _unwrapped(row, f"{W}tc"):
                if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                    self._leave_out("deleted texts")
                    continue
                box = SubElement(made, f"{W}tc")
                _size(cell, SubElement(box, f"{W}tcPr"))
                box.extend(self.blocks(cell))
        return new

    def _control(self, control: Element) -> list[Element]:
        """The content of a control for input, without the words that ask for input, and without tables of contents."""
        properties = control.find(f"{W}sdtPr")
        if properties is not None:
            if properties.find(f"{W}showingPlcHdr") is not None:
                self._leave_out("empty forms")
                return []
            gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
            if gallery is not None and gallery.get(VAL, "").casefold() == "table of contents":
                self._leave_out("tables of contents")
                return []
        return list(control.findall(f"{W}sdtContent/*"))

    def _leave_out(self, kind: str, tag: str = f"{W}t") -> None:
        if tag in _TEXT:
            self.left_out[kind] = self.left_out.get(kind, 0) + 1


class _Field:
    """A field that is open: its instruction so far, whether its result has begun, whether it is a link."""

    def __init__(self) -> None:
        self.words, self.result, self.link = "", False, False


def _whole_fields(root: Element) -> frozenset[int]:
    """The marks of fields that have a begin and an end; others would hide the rest of the text."""
    whole: set[int] = set()
    open_fields: list[list[int]] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append([id(mark)])
        elif open_fields:
            open_fields[-1].append(id(mark))
            if kind == "end":
                whole.update(open_fields.pop())
    return frozenset(whole)


def _outermost(element: Element, tag: str) -> Iterator[Element]:
    """The element and all within it in their order, but nothing within elements of the tag."""
    waiting = [element]
    while waiting:
        part = waiting.pop()
        yield part
        if part.tag != tag:
            waiting.extend(reversed(part))


def _alternative(element: Element) -> list[Element]:
    """The version of a drawing that can be read: with pictures or boxes of text, else the one for older programs."""
    choices = element.findall(f"{_MC}Choice")
    fallback = element.find(f"{_MC}Fallback")
    for choice in choices:
        if any(one.tag in (f"{W}txbxContent", f"{_A}blip", f"{W}t") for one in choice.iter()):
            return list(choice)
    return list(fallback) if fallback is not None else []


def _text(element: Element) -> Iterator[Element]:
    new = Element({f"{W}ptab": f"{W}tab", f"{W}cr": f"{W}br"}.get(element.tag, element.tag))
    if element.tag == f"{W}t":
        new.text = (element.text or "").replace("\u00ad", "")
        new.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    elif element.tag == f"{W}sym":
        code = element.get(f"{W}char", "")
        if not code.isalnum() or not code.isascii() or len(code) > 6 or set(code.lower()) - set("0123456789abcdef"):
            return
        new.attrib.update({f"{W}font": element.get(f"{W}font", ""), f"{W}char": code})
    elif element.tag == f"{W}br" and element.get(f"{W}type") in ("page", "column"):
        return
    yield new


def _rows(table: Element) -> Iterator[Element]:
    yield from _unwrapped(table, f"{W}tr")


def _unwrapped(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those within controls for input."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == f"{W}sdt":
            for content in child.findall(f"{W}sdtContent"):
                yield from _unwrapped(content, tag)
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, tag)


def _size(cell: Element, properties: Element) -> None:
    span = _value(cell.find(f"{W}tcPr"), "gridSpan")
    if span.isascii() and span.isdigit() and len(span) <= 2 and 1 < int(span) <= _WIDEST_CELL:
        SubElement(properties, f"{W}gridSpan", {VAL: span})
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    if merged is not None:
        SubElement(properties, f"{W}vMerge", _only(merged, VAL))


def _value(parent: Element | None, name: str) -> str:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return found.get(VAL, "") if found is not None else ""


def _only(element: Element, name: str) -> dict[str, str]:
    value = element.get(name)
    return {} if value is None else {name: value}


def _field_name(instruction: str) -> str:
    return instruction.strip().partition(" ")[0].upper()
