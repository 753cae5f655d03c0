"""Reads the Rich Text Format (version 1.9.1) as paragraphs of words: what is displayed, and nothing else.

Deleted and hidden text, annotations, properties and objects are groups or formats of their own, which are left out.
"""

import codecs
import re
from typing import Literal

from msgspec import Struct

from site_gen.conversion.refusal import Refusal

_TOKEN = re.compile(
    r"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|'(?P<hex>[0-9A-Fa-f]{2})|(?P<sign>[^A-Za-z]))"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_DEEPEST = 500
_SIGNS = {"~": "\u00a0", "_": "\u2011", "-": "", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\"}
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "softline": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "softpage": "",
}
# Groups that are not displayed, or hold what is read from them alone.
_SKIPPED = frozenset(
    """
    info fonttbl colortbl filetbl listtable listoverridetable revtbl rsidtbl generator header headerl headerr headerf
    footer footerl footerr footerf annotation atnid atnauthor atntime atndate atnref atnicn atrfstart atrfend atnparent
    comment object objdata fldinst datafield formfield bkmkstart bkmkend themedata colorschememapping datastore
    latentstyles xmlnstbl mmathPr ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict pntext pntxta pntxtb
    docvar userprops template xe tc txe rxe tcn private passwordhash protusertbl ud wgrffmtfilter pgptbl
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_READ_THOUGH_OPTIONAL = frozenset(("footnote", "shppict"))
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)

RtfKind = Literal["text", "title", "subtitle", "heading", "subheading", "item", "row", "note"]


class RtfParagraph(Struct, frozen=True):
    """One paragraph: its words, and what it is. The words of a `row` are its cells with tabs between them."""

    text: str
    kind: RtfKind


class _State(Struct):
    """What braces open and close: what is skipped, how characters are coded, what the text belongs to."""

    skip: bool = False
    hidden: bool = False
    deleted: bool = False
    uc: int = 1
    font: int = 0
    into: Literal["text", "styles", "fonts", "label", "note", "picture"] = "text"
    begins: bool = True  # nothing of the group has been read
    optional: bool = False  # who does not know the group's first word skips the group


class RtfReader:
    """Reads a file once. `pictures` are those in formats of the web, `left_out` counts what is not displayed."""

    def __init__(self) -> None:
        self.paragraphs: list[RtfParagraph] = []
        self.notes: list[str] = []
        self.pictures: list[tuple[str, bytes]] = []
        self.left_out: dict[str, int] = {}
        self._state = _State()
        self._stack: list[_State] = []
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, str] = {}
        self._words: list[str] = []
        self._note: list[str] = []
        self._label: list[str] = []
        self._cells: list[str] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._surrogate = ""
        self._style, self._outline, self._in_table, self._number = 0, 9, False, 0
        self._picture: list[str] = []
        self._picture_kind = ""
        self._style_name: list[str] = []

    def read(self, source: str) -> None:
        """Read a file, whose bytes are the characters of the source."""
        at = 0
        while token := _TOKEN.match(source, at):
            at = token.end()
            if token["hex"] is None:
                self._end_bytes()
            if token["brace"]:
                self._brace(token["brace"])
            elif token["word"]:
                number = int(token["number"]) if token["number"] else None
                if token["word"] == "bin":
                    at += max(0, number or 0)
                else:
                    self._word(token["word"], number)
            elif token["hex"]:
                if self._to_skip:
                    self._to_skip -= 1
                else:
                    self._bytes.append(int(token["hex"], 16))
            elif token["sign"]:
                self._sign(token["sign"])
            elif token["text"]:
                self._text(token["text"])
        self._end_bytes()
        self._end_paragraph()

    def _brace(self, brace: str) -> None:
        self._to_skip = 0
        if brace == "{":
            if len(self._stack) >= _DEEPEST:
                raise Refusal("The structure of this document is too deep.", "Save its text as .txt.")
            self._stack.append(self._state)
            state = self._state
            self._state = _State(state.skip, state.hidden, state.deleted, state.uc, state.font, state.into, begins=True)
        elif self._stack:
            inner, self._state = self._state, self._stack.pop()
            self._close(inner)

    def _close(self, inner: _State) -> None:
        """End what a group held that is not the text around it."""
        if inner.into == self._state.into:
            return
        if inner.into == "note":
            self.notes.append(_plain("".join(self._note)))
            self._note = []
        elif inner.into == "picture":
            if self._picture_kind and not inner.skip:
                digits = "".join(self._picture)
                self.pictures.append((self._picture_kind, bytes.fromhex(digits[: len(digits) // 2 * 2])))
            self._picture, self._picture_kind = [], ""

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        state.begins = False
        if state.optional:
            state.optional, state.skip = False, state.skip or word not in _READ_THOUGH_OPTIONAL
        if state.skip:
            return
        if word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif word in ("par", "sect", "page", "column"):
            self._par()
        elif word in ("cell", "nestcell"):
            self._cell()
        elif word in ("row", "nestrow"):
            self._row()
        elif word == "u" and number is not None:
            self._unicode(number)
        elif word in _SKIPPED and word != "fonttbl":
            state.skip = True
            if word in ("annotation", "object"):
                self._leave_out("comments" if word == "annotation" else "embedded objects")
        else:
            self._format(word, number)

    def _format(self, word: str, number: int | None) -> None:
        """Words that say how the text behind them is to be read."""
        state = self._state
        is_on = number != 0
        if word == "uc":
            state.uc = max(0, min(number if number is not None else 1, 8))
        elif word in ("v", "deleted"):
            state.hidden, state.deleted = (is_on, state.deleted) if word == "v" else (state.hidden, is_on)
            if is_on:
                self._leave_out("hidden texts" if word == "v" else "deleted texts")
        elif word == "plain":
            state.hidden = False
        elif word == "f" and number is not None:
            state.font = number
        elif word == "fcharset" and state.into == "fonts":
            self._fonts[state.font] = _CODE_PAGES.get(number or 0, "")
        elif word in ("fonttbl", "stylesheet"):
            state.into = "fonts" if word == "fonttbl" else "styles"
        elif word == "ansicpg" and number:
            self._page = _known(f"cp{number}") or self._page
        elif word in ("mac", "pc", "pca"):
            self._page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word in ("footnote", "listtext", "pict"):
            if word == "footnote" and state.into == "text":
                self._note = [str(len(self.notes) + 1).translate(_SUPERSCRIPT) + " "]
                self._put(self._note[0].strip())
            state.into = {"footnote": "note", "listtext": "label", "pict": "picture"}[word]  # type: ignore[assignment]
        elif word in ("pngblip", "jpegblip"):
            self._picture_kind = "png" if word == "pngblip" else "jpg"
        elif word in ("pard", "s", "outlinelevel", "intbl", "ls"):
            self._paragraph_format(word, number or 0)

    def _paragraph_format(self, word: str, number: int) -> None:
        if word == "pard" and self._state.into == "text":
            self._style, self._outline, self._in_table, self._number = 0, 9, False, 0
        elif word == "s":
            self._style = number
            self._style_name = []
        elif self._state.into == "text":
            self._outline = number if word == "outlinelevel" else self._outline
            self._in_table = self._in_table or word == "intbl"

    def _sign(self, sign: str) -> None:
        state = self._state
        if sign == "*" and state.begins:
            state.optional = True
        elif not state.skip:
            self._put(_SIGNS.get(sign, ""))

    def _text(self, text: str) -> None:
        self._state.begins = False
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        state = self._state
        if state.skip or not text:
            return
        if state.into == "picture":
            self._picture.append(re.sub("[^0-9A-Fa-f]", "", text))
        elif not text.isascii():
            self._bytes += text.encode("latin-1", "replace")
            self._end_bytes()
        else:
            self._put(text)

    def _unicode(self, number: int) -> None:
        self._to_skip = self._state.uc
        code = number + 0x10000 if number < 0 else number
        char = chr(code) if 0 <= code <= 0x10FFFF else ""
        if self._surrogate:
            pair, self._surrogate = self._surrogate + char, ""
            char = pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        elif "\ud800" <= char <= "\udbff":
            self._surrogate = char
            return
        self._put(char)

    def _end_bytes(self) -> None:
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        page = self._fonts.get(self._state.font) or self._page
        if not self._state.skip:
            self._put(data.decode(page, "replace"))

    def _put(self, text: str) -> None:
        state = self._state
        if not text or state.skip or state.hidden or state.deleted:
            return
        if state.into == "text":
            self._words.append(text)
        elif state.into == "note":
            self._note.append(text)
        elif state.into == "label":
            self._label.append(text)
        elif state.into == "styles":
            self._style_name.append(text)
            name = "".join(self._style_name)
            if ";" in name:
                self._styles[self._style] = name.partition(";")[0].strip()
                self._style_name = []

    def _par(self) -> None:
        if self._state.into == "note":
            self._note.append("\n")
        elif self._state.into == "text" and not self._state.deleted:
            if self._in_table:
                self._words.append(" ")
            else:
                self._end_paragraph()

    def _cell(self) -> None:
        if self._state.into == "text":
            self._cells.append(_plain("".join(self._words)))
            self._words, self._label = [], []

    def _row(self) -> None:
        cells, self._cells = self._cells, []
        if any(cells):
            self.paragraphs.append(RtfParagraph("\t".join(cells), "row"))

    def _end_paragraph(self) -> None:
        words, label = _plain("".join(self._words)), _plain("".join(self._label))
        self._words, self._label = [], []
        if self._cells:
            self._row()
        if words:
            kind = self._kind(label)
            is_numbered = kind == "item" and re.fullmatch(r"\d{1,3}[.)]", label)
            self.paragraphs.append(RtfParagraph(f"{label} {words}" if is_numbered else words, kind))

    def _kind(self, label: str) -> RtfKind:
        name = self._styles.get(self._style, "").casefold()
        if name in ("title", "subtitle"):
            return "title" if name == "title" else "subtitle"
        heading = _HEADING.fullmatch(name)
        if heading or self._outline <= 5:
            return "heading" if (int(heading[1]) if heading else self._outline + 1) == 1 else "subheading"
        return "item" if label else "text"

    def _leave_out(self, kind: str) -> None:
        self.left_out[kind] = self.left_out.get(kind, 0) + 1


def _plain(text: str) -> str:
    return " ".join(text.split())


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
