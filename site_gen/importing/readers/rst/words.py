"""The words of reStructuredText that readers see, found without docutils, so that they can be counted against it."""

import re

_DIRECTIVE = re.compile(r"( *)\.\. +(?:\|[^|]+\| +)?([\w:.+-]+)::(.*)")
_EXPLICIT = re.compile(r"( *)\.\.(?: |\Z)(.*)")
_FIELD = re.compile(r" *:(?!\s)[^:\n]+:(?: .*)?")
_NO_WORDS = frozenset(
    """
    image figure thumbnail youtube vimeo gist soundcloud soundcloud_playlist tweet media include listing contents
    sectnum chart post-list post_list toctree role default-role meta target-notes class slides code code-block
    sourcecode raw math csv-table table list-table highlight date unicode replace
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
"""Directives whose arguments are no words."""
_HIDDEN = frozenset(("meta", "chart", "contents", "post-list", "post_list", "toctree", "slides", "listing", "include"))
"""Directives whose content is no words."""
_EMBEDDED = re.compile(r"`([^`<]*?)\s*<[^<>`]*>`__?", re.DOTALL)
_ROLE = re.compile(r":[\w.+-]+(?::[\w.+-]+)*:(?=`)")
_NOTE = re.compile(r"\[(?:[#*][\w-]*|\d+)\]_")
_SUBSTITUTED = re.compile(r"\|(?!\s)[^|\n]+(?<!\s)\|_{0,2}")


def words_of(text: str, title: str = "") -> str:
    """The text without markup, fields at its head, comments, options and addresses; `title` is left out once."""
    kept: list[str] = []
    lines = text.expandtabs(8).split("\n")
    at = _after_head(lines, title)
    while at < len(lines):
        at = _take(lines, at, kept)
    found = _SUBSTITUTED.sub(" ", _NOTE.sub(" ", "\n".join(kept)))
    found = _ROLE.sub("", _EMBEDDED.sub(r"\1", found))
    return re.sub(r"(?<=\w)\*{1,2}(?=\w)", "", re.sub(r"\\(?=[^\w\s])|\\\s", "", found))


def _after_head(lines: list[str], title: str) -> int:
    """Where the text begins: behind its title and the fields below it."""
    at = 0
    wanted = " ".join(title.split())
    for number, line in enumerate(lines[:6]):
        if title and _bare(line) == _bare(wanted):
            at = number + 1
            break
    while at < len(lines) and (not lines[at].strip() or _is_rule(lines[at])):
        at += 1
    while at < len(lines) and (_FIELD.fullmatch(lines[at]) or (lines[at][:1] == " " and lines[at].strip())):
        at += 1
    return at


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def _is_rule(line: str) -> bool:
    return bool(re.fullmatch(r"([^\w\s])\1*\s*", line))


def _take(lines: list[str], at: int, kept: list[str]) -> int:
    """Take what begins at a line, and say where the next begins."""
    line = lines[at]
    if found := _DIRECTIVE.fullmatch(line):
        return _directive(lines, at, found, kept)
    if re.match(r" *__ +\S", line):  # the target of an anonymous link
        return at + 1
    found = _EXPLICIT.fullmatch(line)
    if found is None:
        kept.append(line)
        return at + 1
    rest = found[2]
    if re.match(r"\[[^\]]+\] ", rest):
        kept.append(rest.partition("]")[2])
        return at + 1
    return _end(lines, at + 1, len(found[1]))


def _directive(lines: list[str], at: int, found: re.Match[str], kept: list[str]) -> int:
    name, indent = found[2].lower(), len(found[1])
    end = _end(lines, at + 1, indent)
    if name in _HIDDEN or lines[at].lstrip().startswith(".. |"):
        return end
    if name not in _NO_WORDS:
        kept.append(found[3])
    at += 1
    while at < end and (not lines[at].strip() or _FIELD.fullmatch(lines[at])):
        at += 1
    if name in ("raw", "csv-table"):
        kept.append(re.sub(r"<(script|style)\b.*?</\1>|<[^<>]*>", " ", "\n".join(lines[at:end]), flags=re.S | re.I))
        return end
    return at


def _end(lines: list[str], at: int, indent: int) -> int:
    """The line behind a block that is indented more than its head."""
    while at < len(lines) and (not lines[at].strip() or len(lines[at]) - len(lines[at].lstrip()) > indent):
        at += 1
    return at
