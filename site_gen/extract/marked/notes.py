"""Footnotes of a text in Markdown: `[^name]` in the text, `[^name]: words` at the begin of a line."""

import re
from collections.abc import Iterator

from msgspec import Struct

_DEFINED = re.compile(r" {0,3}\[\^([^\]\s^]{1,60})\]:")
_NAMED = re.compile(r"\[\^([^\]\s^]{1,60})\](?!:)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_UNSAFE = re.compile(r"[^A-Za-z0-9-]+")


class Note(Struct, frozen=True):
    """The text of a footnote, and the line where it begins."""

    text: str
    number: int


class Notes(Struct, frozen=True):
    """A text without the footnotes' own texts, whose lines are blank; the texts by the names that posts have for them.

    `names` are those names by the names that the text has for them.
    """

    text: str
    texts: dict[str, Note]
    names: dict[str, str]


def take_notes(text: str) -> Notes:
    """Separate the footnotes from a text. What is in fences is code; what the text does not refer to is no note."""
    if "[^" not in text:
        return Notes(text, {}, {})
    lines = text.split("\n")
    found = {name: (first, end) for name, first, end in _definitions(lines)}
    inside = {at for first, end in found.values() for at in range(first, end)}
    referred = {name for at, line in enumerate(lines) if at not in inside for name in _NAMED.findall(line)}
    texts: dict[str, Note] = {}
    names: dict[str, str] = {}
    for name, (first, end) in found.items():
        if name in referred:
            words = [lines[first].partition(":")[2], *lines[first + 1 : end]]
            names[name] = free = _free_name(name, texts)
            texts[free] = Note("\n".join(line.strip() for line in words).strip(), first + 1)
            lines[first:end] = [""] * (end - first)
    return Notes("\n".join(lines), texts, names)


def _definitions(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Each note's name, the place of its first line, and the place after it; of two with one name the first."""
    at, fence, names = 0, "", set[str]()
    while at < len(lines):
        fenced = _FENCE.match(lines[at])
        if fenced and (not fence or fenced[1].startswith(fence)):
            fence = "" if fence else fenced[1]
        found = None if fence else _DEFINED.match(lines[at])
        if found is None or found[1] in names:
            at += 1
            continue
        names.add(found[1])
        end = _end(lines, at + 1)
        yield found[1], at, end
        at = end


def _end(lines: list[str], at: int) -> int:
    """The place after a note's text: indented lines belong to it, and lines that directly follow."""
    end = at
    while at < len(lines):
        line = lines[at]
        follows = at == end and bool(line.strip()) and not _DEFINED.match(line)
        if follows or (line.startswith(("    ", "\t")) and line.strip()):
            end = at + 1
        elif line.strip():
            break
        at += 1
    return end


def _free_name(name: str, texts: dict[str, Note]) -> str:
    """A name of letters, digits and hyphens that no other note has."""
    plain = _UNSAFE.sub("-", name).strip("-") or "note"
    free, number = plain, 1
    while free in texts:
        number += 1
        free = f"{plain}-{number}"
    return free
