"""A Word document made again from the parts that its readers see, for mammoth to read."""

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from msgspec import Struct

from site_gen.conversion.archive import Archive, parse_xml
from site_gen.conversion.docx_clean import Cleaner
from site_gen.conversion.docx_styles import VAL, Styles, W
from site_gen.conversion.refusal import Refusal

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
# Namespaces of "Strict Open XML" documents, and those of all others.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", f"{W[1:-1]}".encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _R.encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", b"http://schemas.openxmlformats.org/drawingml/2006/picture"),
)
_WEB = ("http://", "https://")
_LONGEST_ADDRESS = 2000


class Package(Struct, frozen=True):
    """The new document, and what was taken out of it: title and subtitle, pictures by name, what was left out."""

    data: bytes
    title: str
    subtitle: str
    pictures: dict[str, bytes]
    left_out: dict[str, int]


class _Part:
    """One part that is made again, with the relationships that are still used."""

    def __init__(self, archive: Archive, path: str, styles: Styles, notes: frozenset[str]) -> None:
        self.path = path
        self.root = _xml(archive, path)
        self._targets = _relationships(archive, path)
        self._archive = archive
        self.relations: dict[str, tuple[str, str]] = {}
        self.pictures: dict[str, str] = {}  # by the path in the document: the name of the picture in the new one
        self.missing = 0
        self.cleaner = Cleaner(styles, notes, self._link, self._picture)

    def _link(self, relation: str) -> str:
        kind, target = self._targets.get(relation, ("", ""))
        if kind != "hyperlink" or not target.lower().startswith(_WEB) or len(target) > _LONGEST_ADDRESS:
            return ""
        self.relations[relation] = ("hyperlink", target)
        return relation

    def _picture(self, relation: str) -> str:
        kind, target = self._targets.get(relation, ("", ""))
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), target)).lstrip("/")
        if kind != "image" or path not in self._archive:
            self.missing += bool(relation)
            return ""
        name = self.pictures.setdefault(path, path)
        self.relations[relation] = ("image", f"/{name}")
        return relation


def make_package(archive: Archive) -> Package:
    """The document as its readers see it. Raises `Refusal` where it has no text part."""
    main = next((target for kind, target in _relationships(archive, "").values() if kind == "officeDocument"), "")
    main = main.lstrip("/") or "word/document.xml"
    if main not in archive:
        what = "This file is no Word document: its text is missing."
        raise Refusal(what, "Open it in the program that made it, and save it again as .docx.")
    folder = posixpath.dirname(main)
    styles = Styles(_xml(archive, f"{folder}/styles.xml"))
    notes = {kind: _Part(archive, f"{folder}/{kind}s.xml", styles, frozenset()) for kind in ("footnote", "endnote")}
    known = frozenset(f"{kind} {one.get(f'{W}id', '')}" for kind, part in notes.items() for one in _notes(part, kind))
    document = _Part(archive, main, styles, known)
    assert document.root is not None
    blocks = document.cleaner.part(document.root)
    title, subtitle, blocks = _headed(blocks)
    files = _files_of("document", _root("document", "body", blocks), document)
    for kind, part in notes.items():
        files |= _files_of(f"{kind}s", _notes_root(part, kind), part)
    parts = (document, *notes.values())
    pictures = {name: archive.read(name) for part in parts for name in part.pictures}
    numbering = _xml(archive, f"{folder}/numbering.xml")
    if numbering is not None:
        files["word/numbering.xml"] = tostring(numbering)
    return Package(_zipped(files | pictures), title, subtitle, pictures, _left_out(parts))


def _left_out(parts: Iterable[_Part]) -> dict[str, int]:
    """What is in none of the parts, with its numbers."""
    left_out: Counter[str] = Counter()
    for part in parts:
        left_out.update(part.cleaner.left_out)
        left_out["pictures that are not in the file"] += part.missing
    return dict(+left_out)


def _xml(archive: Archive, path: str) -> Element | None:
    data = archive.read(path)
    if not data:
        return None
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return parse_xml(data, path)


def _relationships(archive: Archive, path: str) -> dict[str, tuple[str, str]]:
    """The relationships of a part by id: the last word of its kind, and its target."""
    folder, name = posixpath.split(path)
    root = archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = root.findall(f"{_PACKAGE}Relationship") if root is not None else []
    return {
        one.get("Id", ""): (one.get("Type", "").rpartition("/")[2], one.get("Target", ""))
        for one in found
        if one.get("TargetMode") != "External" or one.get("Type", "").endswith("/hyperlink")
    }


def _notes(part: _Part, kind: str) -> list[Element]:
    """The notes of a part, without the lines that separate them from the text."""
    found = part.root.findall(f"{W}{kind}") if part.root is not None else []
    return [one for one in found if one.get(f"{W}type") not in ("separator", "continuationSeparator")]


def _notes_root(part: _Part, kind: str) -> Element:
    root = Element(f"{W}{kind}s")
    for note in _notes(part, kind):
        SubElement(root, f"{W}{kind}", {f"{W}id": note.get(f"{W}id", "")}).extend(part.cleaner.part(note))
    return root


def _root(name: str, within: str, blocks: Iterable[Element]) -> Element:
    root = Element(f"{W}{name}")
    SubElement(root, f"{W}{within}").extend(blocks)
    return root


def _headed(blocks: list[Element]) -> tuple[str, str, list[Element]]:
    """Title and subtitle by their styles (else the one first heading), and the blocks without them."""
    titles, subtitles, rest = list[str](), list[str](), list[Element]()
    for block in blocks:
        style = block.find(f"{W}pPr/{W}pStyle")
        kind = style.get(VAL, "") if style is not None else ""
        words = _words(block) if kind in ("Title", "Subtitle", "Heading1") else ""
        is_first = not any(map(_words, rest))
        if kind == "Title" and words and is_first:
            titles.append(words)
        elif kind == "Subtitle" and words and is_first:
            subtitles.append(words)
        elif kind == "Heading1" and words and is_first and not titles:
            titles.append(words)
        else:
            rest.append(block)
            continue
        if _has_more_than_words(block):
            rest.append(_without_words(block))
    return " ".join(titles), " ".join(subtitles), rest


def _words(block: Element) -> str:
    breaks = {f"{W}tab": " ", f"{W}br": " ", f"{W}noBreakHyphen": "\u2011"}
    return " ".join("".join(one.text or breaks.get(one.tag, "") for one in block.iter()).split())


def _has_more_than_words(block: Element) -> bool:
    more = (f"{W}footnoteReference", f"{W}endnoteReference", f"{W}drawing", f"{W}pict")
    return any(one.tag in more for one in block.iter())


def _without_words(block: Element) -> Element:
    """A title's paragraph with its pictures and references to notes alone, so that these are not lost."""
    for one in block.iter(f"{W}r"):
        for text in [child for child in one if child.tag == f"{W}t"]:
            one.remove(text)
    style = block.find(f"{W}pPr")
    if style is not None:
        block.remove(style)
    return block


def _files_of(name: str, root: Element, part: _Part) -> dict[str, bytes]:
    relations = Element(f"{_PACKAGE}Relationships")
    for number, (kind, target) in part.relations.items():
        mode = {"TargetMode": "External"} if kind == "hyperlink" else {}
        SubElement(
            relations, f"{_PACKAGE}Relationship", {"Id": number, "Type": f"{_R}/{kind}", "Target": target, **mode}
        )
    return {f"word/{name}.xml": tostring(root), f"word/_rels/{name}.xml.rels": tostring(relations)}


def _zipped(files: dict[str, bytes]) -> bytes:
    """A package of the files, with the styles that `docx_clean` uses under the names that mammoth looks for."""
    styles = Element(f"{W}styles")
    for kind in ("Quote", "Caption", *(f"Heading{level}" for level in range(1, 7))):
        style = SubElement(styles, f"{W}style", {f"{W}type": "paragraph", f"{W}styleId": kind})
        SubElement(style, f"{W}name", {VAL: kind.replace("Heading", "heading ")})
    types = Element(f"{{{_TYPES}}}Types")
    SubElement(types, f"{{{_TYPES}}}Default", {"Extension": "xml", "ContentType": "application/xml"})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", tostring(types))
        package.writestr("word/styles.xml", tostring(styles))
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()
