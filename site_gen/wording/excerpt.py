"""The beginning of a Markdown text as plain words."""

import re

_SKIP = re.compile(r"^(?:#{1,6} |[-*+] |\d+[.)] |>|\||!\[|```|~~~|\[\^|\[[^\]]+\]:|\s{4}|---+$|\*\*\*+$|</?\w)")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|\{[:#.][^}]*\}")
_MARKS = re.compile(r"(?<!\\)(\*{1,3}|`+|(?<!\w)_{1,3}|_{1,3}(?!\w))")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+\-.!|:~^\"'&])")


def excerpt(markdown: str, limit: int = 200) -> str:
    """The first paragraph of prose without its marks, cut at a sentence or a word before `limit` characters."""
    for block in re.split(r"\n\s*\n", "\n\n" + markdown[: limit * 40]):
        if block.strip() and not _SKIP.match(block):
            return shorten(plain(block), limit)
    return ""


def plain(markdown: str) -> str:
    """Inline Markdown as the words it shows, near enough for a summary."""
    text = _LINK.sub(r"\1", _FOOTNOTE.sub("", markdown))
    text = _MARKS.sub("", _TAG.sub("", text))
    return " ".join(_ESCAPED.sub(r"\1", text).split())


def shorten(text: str, limit: int) -> str:
    """A text cut to `limit` characters: at a sentence's end if one falls in its second half, else at a word, with …"""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    ends = [match.end() for match in re.finditer(r"[.!?][”’\")]?(?=\s)", head)]
    if ends and ends[-1] > limit // 2:
        return head[: ends[-1]]
    return (head.rsplit(None, 1)[0] if " " in head else head).rstrip(" ,;:–—-") + "…"
