"""A part of a page as Markdown: paragraphs, headings, lists, tables, quotations, notes, links and pictures of a seed.

The HTML is well-formed: it was made by a library or by us. Elements without meaning for a text are left out, their
words stay.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from site_gen.extract.marked.write import address, escaped, inline
from site_gen.extract.text import Mark, Run
from site_gen.text.references import HTMLReader

_VOID = frozenset(("br", "hr", "img", "wbr", "input", "col"))
_MARKS = {
    "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis",
    "s": "struck", "del": "struck", "strike": "struck", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
_BLOCKS = frozenset(
    """
    address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_NOTE_LINK = re.compile(r"#((?:foot|end)?note-[\w-]{1,60})")
_NOTE_BACK = re.compile(r"#(?:foot|end)?note-ref-")
_DIGITS = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOW_DIGITS = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_MOST_NOTE = 9
_DEEPEST = 60
_WIDEST = 60


class _Node(Struct):
    """An element, or with an empty `tag` the text within one."""

    tag: str
    attributes: dict[str, str]
    children: "list[_Node]"
    text: str = ""


class _Tree(HTMLReader):
    """The elements of a fragment; those nested too deep are children of the deepest that is kept."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("div", {}, [])
        self._open = [self.root]
        self._too_deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID and len(self._open) > _DEEPEST:
            self._too_deep += 1
            return
        node = _Node(tag, {name: value or "" for name, value in attrs}, [])
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if self._too_deep:
            self._too_deep -= 1
        elif len(self._open) > 1 and tag not in _VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(_Node("", {}, [], data))


class Fragment(Struct, frozen=True):
    """A text in Markdown, and the captions of its pictures by their names, which are not in the text."""

    text: str
    captions: dict[str, str]


def to_markdown(html: str, pictures: Mapping[str, str]) -> Fragment:
    """The Markdown of a fragment. `pictures` are the names of pictures by their addresses; others are left out."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    writer = _Writer(pictures)
    notes = writer.take_notes(tree.root)
    blocks = writer.blocks(tree.root)
    blocks += (f"[^{name}]: {_indented(words, '    ')}" for name, words in notes.items())
    return Fragment("\n\n".join(blocks), writer.captions)


class _Writer:
    def __init__(self, pictures: Mapping[str, str]) -> None:
        self._pictures = pictures
        self._notes: dict[str, str] = {}  # the names of footnotes by their ids
        self._last_picture = ""  # the name of a picture that nothing has followed yet
        self.captions: dict[str, str] = {}

    def take_notes(self, root: _Node) -> dict[str, str]:
        """The texts of footnotes by name, taken out of the list at the end that is referred to."""
        wanted = {
            found[1] for node in _within(root) if (found := _NOTE_LINK.fullmatch(node.attributes.get("href", "")))
        }
        items = [
            (parent, node)
            for parent in _within(root)
            for node in parent.children
            if node.tag == "li" and node.attributes.get("id") in wanted
        ]
        self._notes = {node.attributes["id"]: str(number) for number, (_, node) in enumerate(items, 1)}
        for parent, _ in items:
            parent.children = [one for one in parent.children if one.attributes.get("id") not in self._notes]
        return {self._notes[node.attributes["id"]]: " ".join(self.blocks(node)) for _, node in items}

    def blocks(self, node: _Node) -> list[str]:
        """The blocks within an element, each in Markdown."""
        found: list[str] = []
        pending: list[_Node] = []
        for child in node.children:
            if child.tag in _BLOCKS or _holds_blocks(child):
                found += self._paragraph(pending)
                pending = []
                found += self._block(child)
            else:
                pending.append(child)
        return found + self._paragraph(pending)

    def _paragraph(self, nodes: list[_Node]) -> list[str]:
        """The paragraphs of some inline elements: two line breaks in a row end one, and pictures stand alone."""
        found: list[str] = []
        for runs in _split(self._runs(nodes, ())):
            pictures = [run for run in runs if run.marks and run.marks[-1].kind == "picture"]
            words = _tidied([run for run in runs if run not in pictures])
            text = inline(words)
            if text.strip():
                self._last_picture = ""
                found.append(text)
            for run in pictures:
                self._last_picture = run.marks[-1].value
                found.append(f"![{escaped(run.text)}]({address(self._last_picture)})")
        return found

    def _block(self, node: _Node) -> list[str]:
        tag = node.tag
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            lines = self._paragraph(_inline_only(node))
            words = " ".join(" ".join(lines).split())
            return [f"{'#' * int(tag[1])} {words}"] if words else []
        if tag in ("ul", "ol"):
            return self._list(node, tag)
        if tag == "table":
            return self._table(node)
        if tag == "blockquote":
            inner = "\n\n".join(self.blocks(node))
            return ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))] if inner else []
        if tag == "pre":
            return self._code(node)
        if tag == "hr":
            return []
        if tag == "figcaption" or (tag == "p" and node.attributes.get("class") == "caption"):
            return self._caption(node)
        if tag == "li":
            return self._list(_Node("ul", {}, [node]), "ul")
        return self.blocks(node)

    def _caption(self, node: _Node) -> list[str]:
        """The caption of the picture before it; without one, a paragraph."""
        name = self._last_picture
        if not name or name in self.captions:
            return self.blocks(node)
        words = " ".join(_text(node).split())
        if words:
            self.captions[name] = words
        return []

    def _list(self, node: _Node, tag: str) -> list[str]:
        items: list[str] = []
        start = node.attributes.get("start", "1")
        number = int(start) if start.isascii() and start.isdigit() and len(start) <= 6 else 1
        for child in node.children:
            inner = self.blocks(child if child.tag == "li" else _Node("li", {}, [child]))
            if not inner:
                continue
            mark = f"{number}. " if tag == "ol" else "- "
            number += 1
            tight = all(part.startswith(("- ", "1. ")) for part in inner[1:])
            items.append(mark + _indented(("\n" if tight else "\n\n").join(inner), " " * len(mark)))
        loose = any("\n\n" in item for item in items)
        return [("\n\n" if loose else "\n").join(items)] if items else []

    def _table(self, node: _Node) -> list[str]:
        """A table of values; one of a single column or row is a frame for text."""
        rows = _rows(node)
        captions = [block for one in node.children if one.tag == "caption" for block in self.blocks(one)]
        if len(rows) < 2 or max(map(len, rows)) < 2 or self._holds_texts(rows):
            return captions + [block for row in rows for cell in row for block in self.blocks(cell)]
        cells = [[text for cell in row for text in (self._cell(cell), *[""] * (_span(cell) - 1))] for row in rows]
        width = min(max(map(len, cells)), _WIDEST)
        lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in cells]
        return [*captions, "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])]

    def _holds_texts(self, rows: list[list[_Node]]) -> bool:
        """Whether there is more in a cell than one value."""
        return any(_has_parts(cell) or len(self.blocks(cell)) > 1 for row in rows for cell in row)

    def _cell(self, node: _Node) -> str:
        runs = [run for run in self._runs(_inline_only(node), ()) if not _is(run, "picture")]
        words = [Run(" ") if _is(run, "break") else run for run in runs]
        return inline(_tidied(words), bars=False)

    def _code(self, node: _Node) -> list[str]:
        code = _text(node).strip("\n")
        longest = max(map(len, re.findall(r"`+", code)), default=0)
        fence = "`" * max(3, longest + 1)
        return [f"{fence}\n{code}\n{fence}"] if code.strip() else []

    def _runs(self, nodes: Iterable[_Node], marks: tuple[Mark, ...]) -> Iterator[Run]:
        """The words of inline elements with their marks."""
        for node in nodes:
            if not node.tag:
                yield Run(" ".join(re.split(r"[ \t\r\n\f]+", node.text)), marks)
            elif node.tag == "br":
                yield Run(" ", (*marks, Mark("break")))
            elif node.tag == "img":
                name = self._pictures.get(node.attributes.get("src", ""))
                if name:
                    yield Run(" ".join(node.attributes.get("alt", "").split()), (Mark("picture", name),))
            elif node.tag == "a":
                yield from self._link(node, marks)
            elif node.tag in ("sup", "sub"):
                yield from self._small(node, marks)
            else:
                mark = _MARKS.get(node.tag)
                own = () if mark is None or any(one.kind == mark for one in marks) else (Mark(mark),)  # type: ignore[arg-type]
                yield from self._runs(node.children, (*marks, *own))

    def _link(self, node: _Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        href = node.attributes.get("href", "")
        note = _NOTE_LINK.fullmatch(href)
        if note and note[1] in self._notes:
            yield Run("", (Mark("note", self._notes[note[1]]),))
        elif _NOTE_BACK.match(href):
            return
        elif href.lower().startswith(("http://", "https://")) and not any(one.kind == "link" for one in marks):
            yield from self._runs(node.children, (*marks, Mark("link", href)))
        else:
            yield from self._runs(node.children, marks)

    def _small(self, node: _Node, marks: tuple[Mark, ...]) -> Iterator[Run]:
        """Raised and lowered words: digits as such digits, a reference to a note as one."""
        words = _text(node).strip()
        if any(one.tag == "a" for one in _within(node)) or not words or words.strip("0123456789+-"):
            yield from self._runs(node.children, marks)
        else:
            yield Run(words.translate(_DIGITS if node.tag == "sup" else _LOW_DIGITS), marks)


def _within(node: _Node, stop: str = "") -> Iterator[_Node]:
    """The element and those within it in their order, but nothing within further elements of the tag `stop`."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        if one is node or one.tag != stop:
            waiting.extend(reversed(one.children))


def _rows(table: _Node) -> list[list[_Node]]:
    """The cells of each row that has any."""
    rows = (row.children for row in _within(table, "table") if row.tag == "tr")
    return [cells for row in rows if (cells := [cell for cell in row if cell.tag in ("td", "th")])]


def _holds_blocks(node: _Node) -> bool:
    return any(one.tag in _BLOCKS for one in _within(node))


def _has_parts(node: _Node) -> bool:
    return any(one.tag in ("table", "ul", "ol") for one in _within(node))


def _inline_only(node: _Node) -> list[_Node]:
    """The content of a heading or cell without its blocks, which have blanks between them."""
    found: list[_Node] = []
    for child in node.children:
        if child.tag in _BLOCKS or _holds_blocks(child):
            found += [_Node("", {}, [], " "), *_inline_only(child), _Node("", {}, [], " ")]
        else:
            found.append(child)
    return found


def _text(node: _Node) -> str:
    return "".join("\n" if one.tag == "br" else one.text for one in _within(node))


def _span(cell: _Node) -> int:
    span = cell.attributes.get("colspan", "1")
    return min(int(span), _WIDEST) if span.isascii() and span.isdigit() and 0 < len(span) < 5 and int(span) else 1


def _is(run: Run, kind: str) -> bool:
    return bool(run.marks) and run.marks[-1].kind == kind


def _split(runs: Iterator[Run]) -> list[list[Run]]:
    """The runs of paragraphs: two line breaks with nothing between them separate two."""
    found: list[list[Run]] = [[]]
    breaks = 0
    for run in runs:
        if _is(run, "break"):
            breaks += 1
        elif breaks >= 2 and (run.text.strip() or run.marks):
            found.append([])
            breaks = 0
        elif run.text.strip() or _is(run, "note") or _is(run, "picture"):
            breaks = 0
        found[-1].append(run)
    return found


def _tidied(runs: list[Run]) -> list[Run]:
    """The runs with single blanks between words, and none at the edges and around line breaks."""
    tidy: list[Run] = []
    for run in runs:
        at_start = not tidy or _is(tidy[-1], "break")
        if _is(run, "break"):
            if not tidy or at_start:
                continue
            tidy[-1] = Run(tidy[-1].text.rstrip(" "), tidy[-1].marks)
            tidy.append(run)
            continue
        text = run.text.lstrip(" ") if at_start or tidy[-1].text.endswith(" ") else run.text
        if text or _is(run, "note"):
            tidy.append(Run(text, run.marks))
    while tidy and (_is(tidy[-1], "break") or (not tidy[-1].text.strip() and not _is(tidy[-1], "note"))):
        tidy.pop()
    if tidy:
        tidy[-1] = Run(tidy[-1].text.rstrip(" "), tidy[-1].marks)
    return tidy


def _indented(text: str, blanks: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(blanks + line if line else "" for line in rest)])
