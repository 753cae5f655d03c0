"""Escapes plain text as Markdown: nothing in it becomes a heading, list, link, tag or anything else."""

import re

_SPECIAL = re.compile(r"[\\`*_{<&\[~]")
_OPENERS = frozenset("#>+-~:0123456789")
_ESCAPE = re.compile(r"[\\`{]|(?<=[^ ])~|~(?=~)|(?<![^\W_])_|_(?![^\W_])|(?<! )\*|\*(?! )|^\*")
_ENTITY = re.compile(r"&(?=#[0-9xX]|[A-Za-z][A-Za-z0-9]*;)")
_TAG = re.compile(r"<(?! )")
_BRACKET = re.compile(r"\[")
_BRACKETS_ACT = re.compile(r"\](?:\s?[(\[]|:)|\[\^|\[TOC\]|\[\[", re.I)
_BLOCK = re.compile(r"[#>]|[-+](?=\s|$|-|\s*[-+])")
_TASK = re.compile(r"\[[ xX]\](?= )")
_NUMBER = re.compile(r"\d+(?=[.)](?:\s|$))")


def as_markdown(text: str) -> str:
    """Markdown for one paragraph of cleaned text on one line; rendered, it is one `<p>` with exactly that text."""
    if not _SPECIAL.search(text):
        return escape_start(text) if text[:1] in _OPENERS else text
    brackets_act = _BRACKETS_ACT.search(text) or _TASK.match(text)
    text = _ESCAPE.sub(r"\\\g<0>", text)
    text = _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))
    if brackets_act:
        text = _BRACKET.sub(r"\\[", text)
    return escape_start(text)


def escape_start(text: str) -> str:
    """Escape a first character that would make the line a block."""
    number = _NUMBER.match(text)
    if number:
        return f"{number[0]}\\{text[number.end() :]}"
    if text.startswith(":"):
        return "&#58;" + text[1:]
    return "\\" + text if _BLOCK.match(text) else text
