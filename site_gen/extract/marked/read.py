"""Reads Markdown as lines of words with their marks; what a post cannot have is logged as cut.

CommonMark with tables, struck words and footnotes, by markdown-it-py. Tags of HTML are left out, their words stay.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from site_gen.extract.blocks import row_of
from site_gen.extract.clean import clean
from site_gen.extract.marked.fit import words_of
from site_gen.extract.marked.inline import InlineReader
from site_gen.extract.marked.notes import Notes, take_notes
from site_gen.extract.text import BlockKind, Line, Mark, Markup, Run
from site_gen.model.seed import Cut

_DEEPEST = 6
"""Levels of headings."""


class Marked(Struct, frozen=True):
    """The lines of a text in Markdown, each a block with a blank line after it; what was cut; its headline, if any."""

    lines: tuple[Line, ...]
    cuts: tuple[Cut, ...] = ()
    title: str = ""


def read_markdown(text: str, pictures: frozenset[str] = frozenset(), title: str = "") -> Marked:
    """The lines of a text. Its first heading is the headline where it is of the first level and nothing precedes it.

    `pictures` are the names of those that came with it; others are cut. A heading that repeats the `title` is cut too.
    """
    notes = take_notes(text)
    parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # what no post may link to loses its address
    reader = _Reader(pictures, notes)
    reader.read(parser.parse(notes.text))
    for name, note in notes.texts.items():
        reader.add_note(name, note.number, parser.parse(note.text))
    return _with_headline(reader, title)


def _with_headline(reader: "_Reader", given: str) -> Marked:
    """The lines without a headline at their head, and all headings a level lower where others are as high."""
    lines, cuts, title = reader.lines, reader.cuts, ""
    first = next((at for at, line in enumerate(lines) if line.text), None)
    if first is not None and (heading := lines[first]).kind == "heading":
        level = reader.levels[first]
        if level == 1 and (not given or heading.text.casefold() == given.casefold()):
            title = heading.text
            cuts = [*cuts, Cut(heading.number, heading.text, "headline")]
            lines[first] = Line(heading.number, "")
            del reader.levels[first]
    lower = int(1 in reader.levels.values())
    for at, level in reader.levels.items():
        depth = min(max(level + lower, 2), _DEEPEST)
        line = lines[at]
        kind: BlockKind = "heading" if depth == 2 else "subheading"
        runs = line.markup.runs if line.markup else (Run(line.text),)
        lines[at] = Line(line.number, line.text, kind, Markup(kind=kind, runs=runs, first="#" * depth + " "))
    return Marked(tuple(lines), tuple(cuts), title)


class _Container(Struct):
    """A list item or quotation that is open: what precedes the first line within it, and the others."""

    first: str
    rest: str
    is_item: bool
    used: bool = False
    lines: int = 0


class _Reader:
    """Reads the tokens of a text once; each block with words of its own becomes one line."""

    def __init__(self, pictures: frozenset[str], notes: Notes) -> None:
        self.lines: list[Line] = []
        self.cuts: list[Cut] = []
        self.levels: dict[int, int] = {}  # of headings, by the places of their lines
        self._inline, self._of_notes = InlineReader(pictures, notes.names), InlineReader(pictures, {})
        self._containers: list[_Container] = []
        self._lists: list[tuple[str, int]] = []  # the mark and the next number of each open list
        self._number = 1
        self._tables = 0

    def read(self, tokens: list[Token]) -> None:
        """Read all tokens."""
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.map:
                self._number = token.map[0] + 1
            at = self._read_table(tokens, at) if token.type == "table_open" else self._read_token(tokens, at)

    def add_note(self, name: str, number: int, tokens: list[Token]) -> None:
        """Add the text of a footnote as one line."""
        runs: list[Run] = []
        for token in tokens:
            if token.type == "inline":
                made = self._of_notes.read(token, number)
                runs += [*([Run(" ")] if runs and made.runs else []), *made.runs]
                self.cuts += made.cuts
        if words := words_of(tuple(runs)).strip():
            markup = Markup(kind="note", runs=tuple(runs), first=f"[^{name}]: ", rest="    ")
            self.lines += (Line(number, words, "note", markup), Line(number, ""))

    def _read_token(self, tokens: list[Token], at: int) -> int:
        token = tokens[at]
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            mark = "-" if kind == "bullet_list_open" else "."
            self._lists.append((mark, int(token.attrs.get("start", 1)) if mark == "." else 0))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._open_item()
        elif kind == "blockquote_open":
            self._containers.append(_Container("> ", "> ", is_item=False))
        elif kind in ("list_item_close", "blockquote_close"):
            self._containers.pop()
        elif kind == "heading_open":
            self._add_heading(tokens[at + 1], int(token.tag[1]))
            return at + 3
        elif kind == "inline":
            self._add_inline(token)
        elif kind in ("fence", "code_block"):
            self._add_code(token)
        elif kind == "html_block":
            self._add_html(token)
        return at + 1

    def _open_item(self) -> None:
        mark, number = self._lists[-1]
        first = f"{number}. " if mark == "." else "- "
        self._lists[-1] = (mark, number + 1)
        self._containers.append(_Container(first, " " * len(first), is_item=True))

    def _prefixes(self) -> tuple[str, str, bool]:
        """What precedes the first line of a block here and its other lines, and whether it follows an item closely."""
        first = "".join(one.rest if one.used else one.first for one in self._containers)
        rest = "".join(one.rest for one in self._containers)
        items = [one for one in self._containers if one.is_item]
        opens_item = bool(items) and not items[-1].used
        for one in self._containers:
            one.used = True
        return first, rest, opens_item

    def _add(self, words: str, runs: tuple[Run, ...], block: str = "") -> None:
        """Add a block as a line of the kind that its place gives it."""
        items = [one for one in self._containers if one.is_item]
        first, rest, opens_item = self._prefixes()
        in_quote = any(not one.is_item for one in self._containers)
        kind: BlockKind = "code" if block else "item" if items else "quote" if in_quote else "text"
        after_item = bool(self.lines) and any(line.kind == "item" for line in self.lines[-2:])
        markup = Markup(kind=kind, runs=runs, first=first, rest=rest, tight=opens_item and after_item, block=block)
        self.lines += (Line(self._number, words, kind, markup), Line(self._number, ""))

    def _add_heading(self, token: Token, level: int) -> None:
        made = self._inline.read(token, self._number)
        self.cuts += made.cuts
        words = words_of(made.runs)
        if not words.strip():
            return
        if self._containers:  # a heading within a list or quotation is strong words there
            self._add(words, made.runs)
            return
        self.levels[len(self.lines)] = level
        kind: BlockKind = "heading"
        self.lines += (Line(self._number, words, kind, Markup(kind=kind, runs=made.runs)), Line(self._number, ""))

    def _add_inline(self, token: Token) -> None:
        made = self._inline.read(token, self._number)
        self.cuts += made.cuts
        if words := words_of(made.runs):
            self._add(words, made.runs)
        for shown in made.pictures:
            markup = Markup(kind="picture", runs=(shown,))
            self.lines += (Line(self._number, shown.marks[0].value, "picture", markup), Line(self._number, ""))

    def _add_code(self, token: Token) -> None:
        code = token.content.rstrip("\n")
        words = " ".join(code.split())
        if words and self._containers:  # a post has fences at the margin only
            lines = [" ".join(line.split()) for line in code.split("\n") if line.strip()]
            marked = (run for line in lines for run in (Run(" ", (Mark("break"),)), Run(line, (Mark("code"),))))
            self._add(words, tuple(marked)[1:])
        elif words:
            fence = "`" * max(3, max(map(len, re.findall(r"`+", code)), default=0) + 1)
            language = re.match(r"[\w+#.-]{0,30}", token.info.strip())
            self._add(words, (), f"{fence}{language[0] if language else ''}\n{code}\n{fence}")

    def _add_html(self, token: Token) -> None:
        """The words of raw HTML."""
        words = " ".join(clean(token.content).split())
        if words:
            self._add(words, (Run(words),))

    def _read_table(self, tokens: list[Token], at: int) -> int:
        """Read a table, each row as a line; returns the place after it."""
        self._tables += 1
        row: list[tuple[Run, ...]] = []
        aligned: list[str] = []
        is_first = True
        while tokens[at].type != "table_close":
            token = tokens[at]
            if token.map:
                self._number = token.map[0] + 1
            if token.type == "th_open":
                aligned.append(str(token.attrs.get("style", "")).rpartition(":")[2])
            elif token.type == "inline":
                made = self._inline.read(token, self._number)
                self.cuts += made.cuts
                row.append(made.runs)
            elif token.type == "tr_close":
                self._add_row(tuple(row), tuple(aligned) if is_first else ())
                row, is_first = [], False
            at += 1
        self.lines.append(Line(self._number, ""))
        return at + 1

    def _add_row(self, cells: tuple[tuple[Run, ...], ...], aligned: tuple[str, ...]) -> None:
        words = row_of(tuple(map(words_of, cells)))
        if words:
            markup = Markup(kind="row", cells=cells, aligned=aligned, table=self._tables)
            self.lines.append(Line(self._number, words, "row", markup))
