"""The beginning of a Markdown text as plain words."""

import re
import unicodedata

# What begins a block that is no prose: heading, list, quotation, table, picture, code, note, definition, rule, HTML.
_SKIP = re.compile(
    r"^(?:#{1,6} |[-*+] |\d+[.)] |>|\||!\[|```|~~~|\[\^|\*?\[[^\]]+\]:|\s{4}|---+$|\*\*\*+$|___+$|</?\w|<!)"
)
# A complete block that is no prose: a table of contents, attributes of another block.
_NO_PROSE = re.compile(r"\[TOC\]|\[\[TOC\]\]|\{[:#.][^}]*\}", re.IGNORECASE)
_JOINER = "\u200d"
_MODIFIER = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")  # of an emoji: its skin, its region
_HEADINGS = re.compile(r"(?:#{1,6} .*(?:\n|$))+")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|\{[:#.][^}]*\}")
_MARKS = re.compile(r"(?<!\\)(\*{1,3}|~~|`+|(?<!\w)_{1,3}|_{1,3}(?!\w))")
_SENTENCE_END = re.compile(r"[.!?؟۔][”’\")»]?(?=\s)|[。！？][”’」』）]*")
_WIDE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]")
_DENSE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef“”‘’]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!|:~^\"'&])")


def excerpt(markdown: str, limit: int = 200) -> str:
    """The first paragraph of prose without its markup, cut at a sentence or a word before `limit` characters."""
    for block in re.split(r"\n\s*\n", "\n\n" + markdown[: limit * 40]):
        block = _HEADINGS.sub("", block, count=1) if block.startswith("#") else block
        if block.strip() and not (_SKIP.match(block) or _NO_PROSE.fullmatch(block.strip()) or _is_underlined(block)):
            return shorten(plain(block), limit)
    return ""


def _is_underlined(block: str) -> bool:
    """Whether the second or third line makes a heading of what is above it, or the first row of a table."""
    for line in block.split("\n", 3)[1:3]:
        characters = {*line.strip()}
        if characters in ({"="}, {"-"}) or {"|", "-"} <= characters <= {"|", "-", ":", " "}:
            return True
    return False


def plain(markdown: str) -> str:
    """Inline Markdown as the words it shows, near enough for a summary."""
    text = _LINK.sub(r"\1", _FOOTNOTE.sub("", markdown))
    text = _MARKS.sub("", _TAG.sub("", text))
    return " ".join(_ESCAPED.sub(r"\1", text).split())


def shorten(text: str, limit: int) -> str:
    """A text cut to a width of `limit` letters, in which East Asian characters count as two.

    It is cut at a sentence's end in its second half, else at a word, with an ellipsis.
    """
    if _width(text) <= limit:
        return text
    head = text[: _character_boundary(text, _fitting(text, limit - 1))]
    ends = [match.end() for match in _SENTENCE_END.finditer(head)]
    if ends and _width(head[: ends[-1]]) > limit // 2:
        return head[: ends[-1]]
    return (_to_word(head, text[len(head) : len(head) + 1]) or head).rstrip(" ,;:–—-،؛，、；：") + "…"


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def _fitting(text: str, width: int) -> int:
    """How many of the first characters fit into a width."""
    if text.isascii():
        return width
    for at, character in enumerate(text):
        width -= _width(character)
        if width < 0:
            return at
    return len(text)


def _to_word(head: str, following: str) -> str:
    """The beginning without the word that it cuts; as it is in scripts whose words have no blanks between them."""
    at = head.rfind(" ")
    if at < 0 or (_DENSE.match(following) and _DENSE.search(head[-1:])):
        return head
    return head.rsplit(None, 1)[0]


def _character_boundary(text: str, end: int) -> int:
    """The last position up to `end` that splits no emoji or letter of several code points; `end` if none."""
    at = end
    while 0 < at < len(text) and _splits(text, at):
        at -= 1
    return at or end


def _splits(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if before == _JOINER or after == _JOINER or _MODIFIER.match(after):
        return True
    if _is_flag(before) and _is_flag(after):  # two letters make a flag, the next two another
        start = at
        while start and _is_flag(text[start - 1]):
            start -= 1
        return (at - start) % 2 == 1
    return unicodedata.category(after) in ("Mn", "Mc", "Me")


def _is_flag(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"
