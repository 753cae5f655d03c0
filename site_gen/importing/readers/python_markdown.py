"""What extensions of Python-Markdown write otherwise, as Pelican and Nikola use them."""

import re

from site_gen.importing.item import Loss
from site_gen.importing.readers.macros import Said

_TOC = re.compile(r"^ {0,3}\[TOC\][ \t]*$", re.MULTILINE)
_LANGUAGE = re.compile(r"( {4,}|\t)(?::::|#!)([A-Za-z][\w+#-]*)[ \t]*(?:\w+=.*)?")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def plain_markdown(text: str) -> Said:
    """The text without a place for its table of contents, and with blocks of code that name a language as fences."""
    lines = text.split("\n")
    made: list[str] = []
    losses: list[Loss] = []
    fence = ""
    at = 0
    while at < len(lines):
        line = lines[at]
        if found := _FENCE.match(line):
            fence = "" if fence and found[1].startswith(fence) else fence or found[1]
        code = _LANGUAGE.fullmatch(line) if not fence and (at == 0 or not lines[at - 1].strip()) else None
        if code:
            at = _code(lines, at, code, made)
            continue
        if not fence and _TOC.fullmatch(line):
            losses.append(Loss(at + 1, "the table of contents is left out"))
            line = ""
        made.append(line)
        at += 1
    return Said("\n".join(made), _TOC.sub("", text), tuple(losses))


def _code(lines: list[str], at: int, found: re.Match[str], made: list[str]) -> int:
    """Write a block of code that names its language in its first line as a fence; gives the line behind it."""
    indent = found[1]
    end = at + 1
    while end < len(lines) and (lines[end].startswith(indent) or not lines[end].strip()):
        end += 1
    while end > at + 1 and not lines[end - 1].strip():
        end -= 1
    outer = indent[4:] if indent != "\t" else ""
    body = [line[len(indent) :] for line in lines[at + 1 : end]]
    longest = max((len(one) for line in body for one in re.findall(r"`+", line)), default=0)
    mark = "`" * max(3, longest + 1)
    made += [f"{outer}{mark}{found[2]}", *(f"{outer}{line}" if line else "" for line in body), f"{outer}{mark}"]
    return end
