"""The form of Markdown: its marks become kinds of lines, and the words stay.

A line that is all marks (a rule, a fence, the underline of a heading) is dropped without a log, as other marks are.
"""

import re
from itertools import pairwise

from msgspec.structs import replace

from site_gen.extract.forms.lists import BULLET, NUMBER, continues_item
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import BlockKind, Line
from site_gen.model.seed import Cut, Decision

_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)(.*?)(?:[ \t]+#+)?[ \t]*\Z")
_SETEXT = re.compile(r" {0,3}(=+|-{3,})[ \t]*\Z")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r" {0,3}((?:>[ \t]?)+)")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_DEFINED = re.compile(r" {0,3}\[([^\]^]{1,80})\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(].*[\"')])?[ \t]*\Z")
_LINK = re.compile(
    r"(!?)\[([^\[\]]{0,300})\]\(\s{0,3}<?([^()\s<>]{1,500}(?:\([^()\s]{0,80}\)[^()\s]{0,80})?)>?(\s+[\"'][^\"'\n]{0,200}[\"'])?\s{0,3}\)"
)
_REFERENCE = re.compile(r"(!?)\[([^\[\]]{1,300})\]\[([^\[\]]{0,80})\]")
_STRONG = re.compile(
    r"(?<![\\*\w])(\*{2,3})(?=[^\s*])([^*\n]{1,600}?)(?<=[^\s*\\])\1(?![*\w])|(?<![\\_\w])(__)(?=[^\s_])([^\n]{1,600}?)(?<=[^\s_\\])__(?![_\w])"
)
_EMPHASIS = re.compile(
    r"(?<![\\*\w])(\*)(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*\\])\*(?![*\w])|(?<![\\_\w])(_)(?=[^\s_])([^_\n]{1,400}?)(?<=[^\s_\\])_(?![_\w])"
)
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]{1,400})(?<!`)\1(?!`)")
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,400}?)(?<=\S)~~")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~<])")
_FIRST_CHARACTERS = frozenset("#>*+-=`~ \t0123456789[")


def take_markdown(manuscript: Manuscript) -> Manuscript:
    """Recognise Markdown: headings, lists, quotations and code by their marks; link addresses are logged."""
    texts = [line.text for line in manuscript.lines]
    if not any(_may_have_marks(text) for text in texts) or not _is_markdown(texts):
        return manuscript
    reader = _Reader(manuscript.lines)
    reader.read()
    note = Decision("form", "Markdown", "the text has the marks of Markdown")
    taken = replace(
        manuscript,
        lines=tuple(reader.lines),
        cuts=manuscript.cuts + tuple(reader.cuts),
        notes=(*manuscript.notes, note),
    )
    return taken.with_facts(title=reader.title)


def _may_have_marks(text: str) -> bool:
    """A quick check of a line: most have no character with a meaning in Markdown."""
    return text[:1] in _FIRST_CHARACTERS or "**" in text or "](" in text or "__" in text


def _is_markdown(texts: list[str]) -> bool:
    """Whether a text has two kinds of marks, two headings, or a heading as its first line."""
    filled = [text for text in texts if text.strip()]
    headings = [text for text in filled if _ATX.match(text)]
    if len(headings) >= 2 or (len(filled) > 1 and headings[:1] == filled[:1] != []):
        return True
    joined = "\n".join(filled)
    kinds = (
        bool(headings),
        any(_underlines(above, text) for above, text in pairwise(texts)),
        any(not match[1] for match in _LINK.finditer(joined)),
        _STRONG.search(joined) is not None,
        sum(_FENCE.match(text) is not None for text in filled) >= 2,
        sum(BULLET.match(text) is not None or NUMBER.match(text) is not None for text in filled) >= 2,
        any(text.startswith("> ") for text in filled),
        any(_DEFINED.match(text) for text in filled),
    )
    return sum(kinds) >= 2


def _underlines(above: str, text: str) -> bool:
    """Whether a line of `=` or `-` is about as long as the words above it."""
    return bool(above.strip()) and _SETEXT.match(text) is not None and len(text.strip()) * 3 >= len(above.strip())


class _Reader:
    """Reads the lines once; each block becomes one line of its kind."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._source = lines
        self.lines: list[Line] = []
        self.cuts: list[Cut] = []
        self.title = ""
        self._defined = {match[1].casefold() for line in lines if (match := _DEFINED.match(line.text)) is not None}

    def read(self) -> None:
        """Read every line."""
        at = 0
        while at < len(self._source):
            line = self._source[at]
            if line.kind != "text":
                self.lines.append(Line(line.number, self._without_marks(line), line.kind))
            elif (fence := _FENCE.match(line.text)) and (end := self._fence_end(at, fence[1])):
                self._read_code(at, end)
                at = end
            else:
                at += self._read_line(at, line)
            at += 1

    def _read_line(self, at: int, line: Line) -> int:
        """Read one line; returns how many lines after it belong to it."""
        text = line.text
        if match := _ATX.match(text):
            self._add_heading(line, match[2], len(match[1]))
        elif _DEFINED.match(text):
            self.cuts.append(Cut(line.number, text.strip(), "link address"))
        elif self._is_underline(at):
            above = self.lines.pop()
            self._add_heading(above, above.text, 1 if text.lstrip()[0] == "=" else 2, is_plain=True)
        elif _RULE.match(text):
            self.lines.append(Line(line.number, ""))
        elif match := BULLET.match(text):
            return self._read_block(at, line, text[match.end() :], "item")
        elif match := NUMBER.match(text):
            return self._read_block(at, line, text[match.start(2) :], "item")
        elif match := _QUOTE.match(text):
            return self._read_block(at, line, text[match.end() :], "quote")
        else:
            self.lines.append(Line(line.number, self._without_marks(line)))
        return 0

    def _is_underline(self, at: int) -> bool:
        """Whether a line underlines the one above it, which is then a heading."""
        above = self.lines[-1] if self.lines else None
        if above is None or above.kind != "text" or not above.text or not _SETEXT.match(self._source[at].text):
            return False
        first = at < 2 or not self._source[at - 2].text.strip() or self._source[at - 2].kind != "text"
        return first and len(above.text) <= 140 and self._source[at - 1].number == above.number

    def _read_block(self, at: int, line: Line, text: str, kind: BlockKind) -> int:
        """Read an item or quotation and the lines that continue it; returns how many these are."""
        parts = [self._without_marks(Line(line.number, text))]
        for following in self._source[at + 1 :]:
            more = _continuation(following, kind, parts[-1])
            if not more:
                break
            parts.append(self._without_marks(Line(following.number, more)))
        words = " ".join(filter(None, map(str.strip, parts)))
        self.lines.append(Line(line.number, words, kind if words else "text"))
        return len(parts) - 1

    def _fence_end(self, at: int, fence: str) -> int:
        """The place of the line that closes a fence; 0 if none does."""
        for place in range(at + 1, len(self._source)):
            match = _FENCE.match(self._source[place].text)
            if match and match[1].startswith(fence) and self._source[place].text.strip(" `~") == "":
                return place
        return 0

    def _read_code(self, at: int, end: int) -> None:
        for place in (at, end):
            line = self._source[place]
            if any(map(str.isalnum, line.text)):
                self.cuts.append(Cut(line.number, line.text.strip(" `~"), "code language"))
        for line in self._source[at + 1 : end]:
            self.lines += (Line(line.number, ""), Line(line.number, line.text.strip()), Line(line.number, ""))

    def _add_heading(self, line: Line, text: str, level: int, is_plain: bool = False) -> None:
        words = text if is_plain else self._without_marks(Line(line.number, text))
        if level == 1 and not self.title and not any(one.text for one in self.lines):
            self.title = words
            self.cuts.append(Cut(line.number, words, "headline"))
            return
        self.lines.append(Line(line.number, words, "heading" if level <= 2 else "subheading"))

    def _without_marks(self, line: Line) -> str:
        """A line's words without marks of emphasis, code and links; link addresses are logged."""
        text = line.text
        if "](" in text:
            text = _LINK.sub(lambda match: self._link(line, match), text)
        if "][" in text:
            text = _REFERENCE.sub(self._reference, text)
        if "`" in text:
            text = _CODE.sub(r"\2", text)
        if "*" in text or "_" in text:
            text = _STRONG.sub(lambda match: match[2] or match[4], text)
            text = _EMPHASIS.sub(lambda match: match[2] or match[4], text)
        if "~~" in text:
            text = _STRUCK.sub(r"\1", text)
        return _ESCAPED.sub(r"\1", text) if "\\" in text else text

    def _link(self, line: Line, match: re.Match[str]) -> str:
        """The text of a link; a picture is cut, since its file is missing."""
        self.cuts.append(
            Cut(
                line.number,
                match[0] if match[1] else match[3] + (match[4] or ""),
                "picture" if match[1] else "link address",
            )
        )
        return "" if match[1] else match[2]

    def _reference(self, match: re.Match[str]) -> str:
        name = match[3] or match[2]
        return match[2] if name.casefold() in self._defined else match[0]


def _continuation(line: Line, kind: BlockKind, above: str) -> str:
    """What a line adds to the item or quotation above it; "" where that has ended."""
    quoted = _QUOTE.match(line.text)
    if kind == "quote":
        return line.text[quoted.end() :].strip() if quoted and above else ""
    if line.kind != "text" or quoted or _begins_block(line.text) or not continues_item(above, line.text):
        return ""
    return line.text.strip()


def _begins_block(text: str) -> bool:
    return any(pattern.match(text) for pattern in (_ATX, BULLET, NUMBER, _FENCE, _RULE, _DEFINED, _SETEXT))
