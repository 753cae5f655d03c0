"""Changes of redirects.yaml that leave every other byte as it is: comments, order, line ends."""

import json
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from datetime import UTC

import yaml

from site_gen.model.problem import Problem, Result
from site_gen.parsing.document import Reading
from site_gen.parsing.redirects import REDIRECTS, read_redirects

_PLAIN = re.compile(r"[\w/](?:[\w/.~!$&'()+;=@%-]|[*,:](?=\S))*\*?")
_BOM = "\ufeff"


def redirect_line(address: str, target: str) -> str:
    """The line that redirects an address; both as people read them, or `gone` as the target."""
    return f"{_word(_escaped(address))}: {_word(_escaped(target) if target.startswith('/') else target)}"


def with_changes(
    data: bytes, added: Iterable[tuple[str, str]], changed: Mapping[str, str], removed: Iterable[str]
) -> Result[bytes]:
    """The file with lines added at its end, the values of keys changed, and the lines of keys removed."""
    text = data.decode("utf-8-sig")
    root = Reading(REDIRECTS, text, UTC).root
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    if pairs and isinstance(root, yaml.MappingNode) and root.flow_style:
        what = "This file is written in braces, so its lines cannot be changed one by one."
        return Result(None, (Problem(REDIRECTS, 1, 1, what, "Write one redirect a line, without braces."),))
    indent = " " * (pairs[0][0].start_mark.column if pairs else 0)
    for start, end, new in sorted(_cuts(text, pairs, changed, frozenset(removed)), reverse=True):
        text = text[:start] + new + text[end:]
    end_of_line = "\r\n" if b"\r\n" in data else "\n"
    text = _with_lines(text, [indent + redirect_line(*one) + end_of_line for one in added], end_of_line)
    made = (_BOM if data.startswith(_BOM.encode()) else "").encode() + text.encode()
    checked = read_redirects(made)
    return Result(None, checked.problems) if checked.value is None and made.strip() else Result(made)


def _cuts(
    text: str, pairs: Iterable[tuple[yaml.Node, yaml.Node]], changed: Mapping[str, str], removed: Container[str]
) -> Iterator[tuple[int, int, str]]:
    """What is replaced in the text: where it begins and ends, and by what."""
    for key, value in pairs:
        if key.value in removed:
            yield *_whole_lines(text, key.start_mark.index, value.end_mark.index), ""
        elif key.value in changed:
            target = changed[key.value]
            new = _word(_escaped(target) if target.startswith("/") else target)
            yield value.start_mark.index, _end_of(text, value), new


def _with_lines(text: str, lines: Collection[str], end_of_line: str) -> str:
    """The text with whole lines at its end."""
    return text + end_of_line * bool(lines and text and not text.endswith("\n")) + "".join(lines)


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """From the beginning of the line of one place to the end of the line of another."""
    at = text.find("\n", max(end - 1, start))
    return text.rfind("\n", 0, start) + 1, len(text) if at < 0 else at + 1


def _end_of(text: str, value: yaml.Node) -> int:
    """The end of a value, without the blanks after it."""
    start: int = value.start_mark.index
    end: int = value.end_mark.index
    return start + len(text[start:end].rstrip())


def _escaped(address: str) -> str:
    return address.replace("%", "%25").replace("?", "%3F").replace("#", "%23")


def _word(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
