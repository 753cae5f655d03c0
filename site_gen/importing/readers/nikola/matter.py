"""What Nikola reads about a text: lines `.. title: ...`, YAML, TOML, or a file `.meta` beside it.

https://getnikola.com/handbook.html#metadata-fields describes them; nikola/metadata_extractors.py is what holds.
"""

import re
from datetime import tzinfo
from typing import Any

from msgspec import Struct

from site_gen.conversion.matter import read_matter
from site_gen.importing.item import Loss
from site_gen.importing.readers.macros import Said, without_hugo
from site_gen.importing.readers.python_markdown import plain_markdown
from site_gen.importing.readers.rst.text import read_rst

_ROW = re.compile(r"\s*\.\. ([^:\n]*?):(?: (.*)|\s*)")
_TEASER = re.compile(r"<!--\s*TEASER_END.*?-->|^\.\. +TEASER_END.*$", re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{%\s*(/?)\s*(\w+)(.*?)%\}\}", re.DOTALL)


class NikolaText(Struct, frozen=True):
    """A text with what is said about it. `html` is None where `text` is Markdown; `line` is the one it begins after."""

    values: dict[str, Any]
    text: str
    line: int
    html: str | None
    words: str
    losses: tuple[Loss, ...]


def split(name: str, text: str, zone: tzinfo) -> tuple[dict[str, Any], str, int]:
    """The metadata at the head of a text, the rest, and the line that the rest begins after."""
    first = text.partition("\n")[0].rstrip()
    if first in ("---", "+++"):
        matter = read_matter(name, text, zone)
        if matter.lines:
            return matter.values, *_rest(text, matter.lines)
    lines = text.split("\n")
    at = 0
    while at < len(lines) and (not lines[at].strip() or lines[at].strip() == "<!--"):
        at += 1
    is_comment = any(line.strip() == "<!--" for line in lines[:at])
    values: dict[str, Any] = {}
    while at < len(lines) and (found := _ROW.fullmatch(lines[at].rstrip())):
        if value := (found[2] or "").strip():
            values[found[1].strip().lower()] = value
        at += 1
    if not values:
        matter = read_matter(name, text, zone)
        return matter.values, *_rest(text, matter.lines)
    if is_comment:
        at = next((number + 1 for number in range(at, len(lines)) if "-->" in lines[number]), at)
    return values, *_rest(text, at)


def _rest(text: str, lines: int) -> tuple[str, int]:
    rest = "\n".join(text.split("\n")[lines:])
    body = rest.lstrip("\n")
    return body, lines + len(rest) - len(body)


def read_text(values: dict[str, Any], body: str, line: int, compiler: str, is_docinfo: bool) -> NikolaText:
    """The text as HTML or Markdown, by its compiler."""
    if compiler == "rest":
        plain, lost = _without_shortcodes(body)
        made = read_rst(plain, is_docinfo, line)
        if is_docinfo:
            values = ({"title": made.title} if made.title else {}) | made.fields | values
        losses = tuple(Loss(one.line + line, one.what) for one in lost)
        return NikolaText(values, body, line, made.html, made.words, (*losses, *made.losses))
    if compiler == "html":
        plain = _TEASER.sub("", body)
        return NikolaText(values, plain, line, plain, plain, ())
    said = without_hugo(_TEASER.sub("", body))
    made_markdown: Said = plain_markdown(said.text)
    losses = tuple(Loss(one.line + line, one.what) for one in (*said.losses, *made_markdown.losses))
    return NikolaText(values, made_markdown.text, line, None, plain_markdown(said.words).words, losses)


def _without_shortcodes(text: str) -> tuple[str, list[Loss]]:
    """A text of reStructuredText without shortcodes; what they enclose stays."""
    losses: list[Loss] = []

    def one(match: re.Match[str]) -> str:
        if not match[1]:
            line = text.count("\n", 0, match.start()) + 1
            losses.append(Loss(line, f"the shortcode '{match[2]}' is left out; what it encloses stays"))
        return "\n" * match[0].count("\n")

    return _SHORTCODE.sub(one, text), losses
