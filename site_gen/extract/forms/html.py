"""The form of saved HTML: a page or a part of one; the tags give the kinds of lines."""

import re
from functools import cache
from itertools import islice

from msgspec.structs import replace

from site_gen.extract.blocks import one_line, row_of
from site_gen.extract.clean import clean
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import BlockKind, Line
from site_gen.model.seed import Cut, Decision
from site_gen.text.references import unescape

# Tags that only HTML has.
_HTML_TAG = re.compile(
    r"<(?:/?(?:p|pre|h[1-6]|ul|ol|li|table|tr|td|th|blockquote|div|article|section|main|body|html|head)\b|!doctype\b)",
    re.IGNORECASE,
)
_FEWEST_TAGS = 3
_LONGEST = 4_000_000
_TOKEN = re.compile(
    r"<!--[^<-]*(?:(?:<(?!!--)|-(?!->))[^<-]*)*-->"
    r"|<(?P<raw>script|style|noscript|template|svg|iframe|object|textarea|select)\b[^<>]{0,2000}>"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>(?:\s[^<>]{0,4000})?)\s?/?>"
    r"|<![A-Za-z][^<>]{0,400}>",
    re.IGNORECASE,
)
_HREF = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
_HTTP = re.compile(r"https?://", re.IGNORECASE)
_HEADINGS: dict[str, BlockKind] = {
    "h1": "heading",
    "h2": "heading",
    "h3": "subheading",
    "h4": "subheading",
    "h5": "subheading",
    "h6": "subheading",
}
_BLOCKS = frozenset(
    """
    p div section article main header body html figure figcaption dl dt dd ul ol table thead tbody tfoot caption
    address details summary br hr form fieldset center blockquote li tr td th h1 h2 h3 h4 h5 h6 pre title
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
# Parts of a page that are never the article.
_FURNITURE = frozenset(("nav", "footer", "aside", "button"))
_HOLDS_NO_TEXT = frozenset(("br", "hr", "html", "body", "ul", "ol", "table"))
_ENDS_HEADING = frozenset(("p", "ul", "ol", "table", "blockquote", "body", "article", "main"))
_LONGEST_CELL = 200
_LEAST_PROSE = 60  # characters of a paragraph; a heading after one is not the title


def take_html(manuscript: Manuscript) -> Manuscript:
    """Recognise saved HTML: headings, lists, tables and quotations by their tags; scripts and menus are cut."""
    if not any("<" in line.text for line in manuscript.lines):
        return manuscript
    source = "\n".join(line.text for line in manuscript.lines)
    if len(source) > _LONGEST or not _is_html(source):
        return manuscript
    reader = _Reader(manuscript.lines[0].number if manuscript.lines else 1)
    reader.read(source)
    note = Decision("form", "HTML", "the text has the tags of a page")
    taken = replace(
        manuscript,
        lines=tuple(reader.lines),
        cuts=manuscript.cuts + tuple(reader.cuts),
        notes=(*manuscript.notes, note),
    )
    return taken.with_facts(title=reader.headline())


def _is_html(source: str) -> bool:
    head = source.lstrip()[:200]
    tags = len(tuple(islice(_HTML_TAG.finditer(source), _FEWEST_TAGS)))
    return tags >= _FEWEST_TAGS or (tags >= 1 and _HTML_TAG.match(head) is not None and "</" in source)


class _Reader:
    """Reads the source once, from tag to tag; a line is added when its block ends."""

    def __init__(self, first: int) -> None:
        self.lines: list[Line] = []
        self.cuts: list[Cut] = []
        self._title, self._titled_by = "", ""
        self._number, self._counted = first, 0
        self._text: list[str] = []
        self._first_line = first
        self._heading = ""
        self._quotes = 0
        self._items: list[int] = []  # the last number of each open list; -1 for bullets
        self._is_item = False
        self._cells: list[str] | None = None
        self._rows: list[Line] = []
        self._pre = False
        self._loose = True  # between elements, not within one
        self._skipped: tuple[str, int, list[str]] | None = None
        self._unclosed: set[str] = set()  # tags that are not closed from here on

    def headline(self) -> str:
        """The first h1, where it precedes the text; else the title in the page's head."""
        return self._title

    def read(self, source: str) -> None:
        """Read all of the source."""
        at = 0
        while (token := _TOKEN.search(source, at)) is not None:
            self._read_text(source[at : token.start()])
            at = token.end()
            if token["raw"]:
                at = self._skip_raw(source, token)
            self._number += source.count("\n", self._counted, at)
            self._counted = at
            if token["name"]:
                name, closes = token["name"].lower(), bool(token["close"])
                if name in _FURNITURE and not closes and not self._skipped and not self._is_closed(name, source):
                    continue
                self._read_tag(name, closes, token["rest"])
        self._read_text(source[at:])
        self._end_block()
        self._end_table()
        if self._skipped:
            self._log_skipped()

    def _is_closed(self, name: str, source: str) -> bool:
        """Whether an end tag follows; without one, the article may be within the element, so nothing is cut."""
        if name not in self._unclosed and _end_tag(name).search(source, self._counted) is None:
            self._unclosed.add(name)
        return name not in self._unclosed

    def _skip_raw(self, source: str, token: re.Match[str]) -> int:
        """Cut a script or the like up to its end tag; without one, up to the end of its line."""
        name = token["raw"].lower()
        end = None if name in self._unclosed else _end_tag(name).search(source, token.end())
        if end is None:
            self._unclosed.add(name)
        stop = end.start() if end else _line_end(source, token.end())
        words = one_line(source[token.end() : stop])
        if words:
            self.cuts.append(Cut(self._number, words, "script" if name == "script" else "page code"))
        return end.end() if end else stop

    def _read_text(self, text: str) -> None:
        if not text:
            return
        if self._skipped:
            self._skipped[2].append(text)
        else:
            if text.strip() and not any(map(str.strip, self._text)):
                lead = text[: len(text) - len(text.lstrip())]
                self._first_line = self._number + lead.count("\n")
            self._text.append(text)

    def _read_tag(self, name: str, closes: bool, rest: str) -> None:
        if self._skipped:
            if closes and name == self._skipped[0]:
                self._log_skipped()
            return
        if name in _FURNITURE and not closes:
            self._end_block()
            self._skipped = (name, self._number, [])
        elif name == "a" and not closes:
            self._log_address(rest)
        elif name == "img":
            self._text.append(" ")
        elif name in _BLOCKS:
            self._read_block(name, closes)

    def _read_block(self, name: str, closes: bool) -> None:
        if name in ("td", "th") or (self._cells is not None and name not in ("tr", "table", "thead", "tbody", "tfoot")):
            self._read_cell(name, closes)
            return
        self._end_block(name if closes else "")
        self._loose = closes or name in _HOLDS_NO_TEXT
        if name in _HEADINGS or name in ("title", "caption"):
            self._heading = "" if closes else name
        elif name in _ENDS_HEADING and not closes:
            self._heading = ""
        if name in _HEADINGS:
            return
        if name == "blockquote":
            self._quotes = max(0, self._quotes + (-1 if closes else 1))
        elif name in ("ul", "ol"):
            self._read_list(name, closes)
        elif name == "li":
            self._is_item = not closes
            if not closes and self._items and self._items[-1] >= 0:
                self._items[-1] += 1
        elif name == "pre":
            self._pre = not closes
        elif name == "tr":
            self._end_row()
            self._cells = None if closes else []
        elif name == "table":
            self._end_row()
            self._end_table()

    def _read_list(self, name: str, closes: bool) -> None:
        if closes and self._items:
            self._items.pop()
        elif not closes:
            self._items.append(0 if name == "ol" else -1)
        self._is_item = False

    def _read_cell(self, name: str, closes: bool) -> None:
        if self._cells is None:
            self._cells = []
        if name in ("td", "th"):
            self._end_cell()
            if not closes:
                self._cells.append("")
                self._first_line = self._number if len(self._cells) == 1 else self._first_line
        else:
            self._text.append(" ")

    def _end_cell(self) -> None:
        words = one_line("".join(self._text))
        self._text = []
        if words and self._cells is not None:
            if not self._cells:
                self._cells.append("")
            self._cells[-1] = f"{self._cells[-1]} {words}".strip()

    def _end_row(self) -> None:
        if self._cells is not None:
            self._end_cell()
            if any(self._cells):
                self._rows.append(Line(self._number, "\0".join(self._cells), "row"))
            self._cells = None

    def _end_table(self) -> None:
        """A table of values becomes rows; a table for layout becomes text."""
        rows = [row.text.split("\0") for row in self._rows]
        cells = [cell for row in rows for cell in row]
        if len(rows) >= 2 and max(map(len, rows)) >= 2 and max(map(len, cells)) <= _LONGEST_CELL:
            self.lines += [
                Line(line.number, row_of(tuple(row)), "row") for line, row in zip(self._rows, rows, strict=True)
            ]
            self._add_blank()
        else:
            for line, row in zip(self._rows, rows, strict=True):
                for cell in filter(None, row):
                    self.lines.append(Line(line.number, cell))
                    self._add_blank()
        self._rows = []

    def _end_block(self, closing: str = "") -> None:
        if self._cells is not None:
            return
        raw, self._text = "".join(self._text), []
        if self._pre or (self._loose and not self._items and not self._heading):
            self._put_lines(raw.strip(" \n"))
            return
        words = one_line(raw)
        if words:
            self._put(self._line(words))
        if self._is_item and closing == "li":
            self._is_item = False

    def _put_lines(self, raw: str) -> None:
        """Text outside of elements keeps its own lines: it may be plain text with a tag or two."""
        kind: BlockKind = "quote" if self._quotes else "text"
        for step, row in enumerate(raw.split("\n") if raw else ()):
            self.lines.append(Line(self._first_line + step, row.strip(" "), kind if row.strip(" ") else "text"))
            if self._pre:
                self._add_blank()
        if raw:
            self._add_blank()

    def _line(self, words: str) -> Line:
        if self._heading in _HEADINGS:
            return Line(self._first_line, words, _HEADINGS[self._heading])
        if self._heading == "caption":
            return Line(self._first_line, words, "subheading")
        if self._is_item or self._items:
            number = self._items[-1] if self._items else -1
            numbered = number > 0 and self._is_item
            self._is_item = False
            return Line(self._first_line, f"{number}. {words}" if numbered else words, "item")
        return Line(self._first_line, words, "quote" if self._quotes else "text")

    def _put(self, line: Line) -> None:
        if self._heading == "title" or (self._heading == "h1" and self._titled_by != "h1" and not self._has_prose()):
            self._set_title(line)
            return
        self.lines.append(line)
        self._add_blank()

    def _has_prose(self) -> bool:
        return any(one.kind == "text" and len(one.text) > _LEAST_PROSE for one in self.lines)

    def _set_title(self, line: Line) -> None:
        """The page's title; an h1 wins over the title in the head, which often ends with the site's name."""
        title = clean(line.text)
        self.cuts.append(Cut(line.number, title, "headline"))
        self._title, self._titled_by = title, self._heading

    def _add_blank(self) -> None:
        """A blank line after each block, so that it is not joined with the next."""
        self.lines.append(Line(self.lines[-1].number, ""))

    def _log_address(self, rest: str) -> None:
        found = _HREF.search(rest)
        address = next(filter(None, found.groups()), "") if found else ""
        if _HTTP.match(address):
            self.cuts.append(Cut(self._number, unescape(address), "link address"))

    def _log_skipped(self) -> None:
        if self._skipped is None:
            return
        name, number, texts = self._skipped
        words = one_line(" ".join(texts))
        if words:
            self.cuts.append(Cut(number, words, f"page {name}"))
        self._skipped = None


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s{{0,9}}>", re.IGNORECASE)


def _line_end(source: str, at: int) -> int:
    end = source.find("\n", at)
    return len(source) if end < 0 else end
