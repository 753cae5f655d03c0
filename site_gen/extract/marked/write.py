"""Writes marked words as Markdown that shows exactly them, with the elements that their marks name and no others."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_gen.extract.escape_markdown import escape_start
from site_gen.extract.text import Mark, Run

_ESCAPE = re.compile(r"[\\`*_{\[\]~]|&(?=#|[A-Za-z])|<|(?<=\s)#+(?=\s*\Z)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
_SIGNS = {"strong": "**", "emphasis": "*", "struck": "~~"}
_BRACKETED = ("link", "note")
_STARS = ("strong", "emphasis")
_UNSAFE = re.compile(r"[\s<>()\[\]\\\"'`{}|^\x00-\x1f\x7f]")
_TICKS = re.compile(r"`+")
_LINE_MARKS = frozenset(("note", "break", "picture"))  # marks without words


def inline(runs: Iterable[Run], rest: str = "", bars: bool = True) -> str:
    """The Markdown of one paragraph, heading, item or cell; `rest` begins each further line after a line break.

    Without `bars` those in its words are escaped, since they would make a table.
    """
    pieces: list[str] = []
    opened: tuple[Mark, ...] = ()
    runs = (*_apart(_with_blanks_outside(tuple(runs))), Run(""))
    for run, following in zip(runs, (*runs[1:], Run("")), strict=True):
        kept = _shared(opened, run.marks)
        pieces += [_closing(mark) for mark in reversed(opened[kept:])]
        opened = tuple(mark for mark in run.marks if mark.kind not in _LINE_MARKS and mark.kind != "code")
        pieces += [_opening(mark) for mark in opened[kept:]]
        words = _words(run, rest, at_start=not any(pieces) or pieces[-1] == f"  \n{rest}")
        is_code = any(mark.kind == "code" for mark in run.marks)
        if not is_code and words.endswith("!") and any(mark.kind in _BRACKETED for mark in following.marks):
            words = words[:-1] + "\\!"  # it would make a picture of the link
        pieces.append(words if bars or is_code else words.replace("|", "\\|"))
    return "".join(pieces)


def picture(name: str, alt: str, caption: str, credit: str) -> str:
    """The Markdown of a picture that came with the seed; its address is set when its file is written."""
    title = f"{_title(caption)} | {_title(credit)}".strip() if credit else _title(caption)
    title = f' "{title}"' if title else ""
    return f"![{escaped(alt)}](seed:{address(name)}{title})"


def escaped(text: str) -> str:
    """Words within a line, none of whose characters has a meaning in Markdown."""
    return _ESCAPE.sub(lambda match: _ENTITIES.get(match[0]) or "".join("\\" + one for one in match[0]), text)


def address(url: str) -> str:
    """An address as it is written between the brackets of a link."""
    return _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), url)


def _title(text: str) -> str:
    return escaped(" ".join(text.split())).replace('"', "&quot;")


def _shared(opened: tuple[Mark, ...], marks: tuple[Mark, ...]) -> int:
    """How many of the marks that are open go on."""
    count = 0
    for one, other in zip(opened, marks, strict=False):
        if one != other:
            break
        count += 1
    return count


def _opening(mark: Mark) -> str:
    return "[" if mark.kind == "link" else _SIGNS[mark.kind]


def _closing(mark: Mark) -> str:
    return f"]({address(mark.value)})" if mark.kind == "link" else _SIGNS[mark.kind]


def _words(run: Run, rest: str, at_start: bool) -> str:
    for mark in run.marks:
        if mark.kind == "note":
            return f"[^{mark.value}]"
        if mark.kind == "break":
            return f"  \n{rest}"
        if mark.kind == "code":
            return _code(run.text)
    text = escaped(run.text)
    return escape_start(text) if at_start else text


def _code(text: str) -> str:
    longest = max(map(len, _TICKS.findall(text)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if longest and (text[0] == "`" or text[-1] == "`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}" if text.strip() else text


def _apart(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without emphasis that begins where another ends: `*a***b**` means something else."""
    before = Run("")
    for run in runs:
        ends = any(mark.kind in _STARS and mark not in run.marks for mark in before.marks)
        if ends and before.text[-1:] != " " and run.text[:1] != " ":
            run = Run(run.text, tuple(mark for mark in run.marks if mark.kind not in _STARS or mark in before.marks))
        yield run
        before = run


def _with_blanks_outside(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs with the blanks at the edges of marked words outside of the marks, where Markdown needs them."""
    for at, run in enumerate(runs):
        plain = tuple(mark for mark in run.marks if mark.kind in _SIGNS)
        if not plain or not run.text:
            yield run
            continue
        before = runs[at - 1].marks if at else ()
        after = runs[at + 1].marks if at + 1 < len(runs) else ()
        text = run.text
        if text[0] == " " and not all(mark in before for mark in plain):
            yield Run(" ", tuple(mark for mark in run.marks if mark in before or mark.kind not in _SIGNS))
            text = text.lstrip(" ")
        ends = text[-1:] == " " and not all(mark in after for mark in plain)
        if words := text.rstrip(" ") if ends else text:
            yield replace(run, text=words)
        if ends:
            yield Run(" ", tuple(mark for mark in run.marks if mark in after or mark.kind not in _SIGNS))
