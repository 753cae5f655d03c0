"""Splitting of a Markdown file into front matter and body."""

from typing import NamedTuple

from site_gen.model.problem import Problem, Result
from site_gen.parsing.conflicts import CONFLICT, conflict_line


class Parts(NamedTuple):
    """The YAML between the fences, the Markdown after them, and the line on which each begins (from 1)."""

    matter: str
    matter_line: int
    body: str
    body_line: int


def split(path: str, text: str) -> Result[Parts]:
    """A file split at its `---` lines."""
    if text.startswith("---\n") and (end := text.find("\n---\n", 3)) > 0:
        matter = text[4:end]
        if "\n---" not in text[3:end] and "\n..." not in text[3:end]:
            return Result(Parts(matter, 2, text[end + 5 :], matter.count("\n") + 4))
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    first = lines[start].rstrip()
    if first != "---":
        return Result(None, (Problem(path, start + 1, 1, *_no_fence(first), excerpt=first),))
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() in ("---", "..."):
            body = "\n".join(lines[number + 1 :])
            return Result(Parts("\n".join(lines[start + 1 : number]), start + 2, body, number + 2))
    what = "The front matter is opened and never closed."
    return Result(None, (Problem(path, start + 1, 1, what, "Add a line '---' after the last key.", first),))


def _no_fence(first: str) -> tuple[str, str]:
    if first.startswith("+++"):
        return "TOML front matter is not read here.", "Write YAML between two lines '---'."
    if first.startswith("{"):
        return "JSON front matter is not read here.", "Write YAML between two lines '---'."
    if first.startswith("---"):
        return f"'{first}' does not open front matter.", "The line must be '---' and nothing else."
    return "The front matter is missing.", "Begin the file with a line '---', then 'title: ...', then a line '---'."


def decode(path: str, data: bytes) -> Result[str]:
    """The text of a file: UTF-8, with or without a byte order mark, any line ends; a problem for a merge conflict."""
    try:
        text = data.decode().removeprefix("\ufeff")  # the codec for both is written in Python
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
        raw = data.split(b"\n")[line - 1].decode("utf-8", "replace").rstrip()
        what = "This is not UTF-8 text."
        return Result(None, (Problem(path, line, column, what, "Save the file as UTF-8.", raw),))
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if line := conflict_line(text):
        return Result(None, (Problem(path, line, 1, *CONFLICT, text.split("\n")[line - 1].rstrip()),))
    return Result(text)
