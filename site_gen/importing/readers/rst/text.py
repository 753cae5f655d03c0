"""reStructuredText as HTML, by docutils: nothing is included from files, and what it does not know is reported.

docutils is an extra ('rst'). Its own configuration files are not read.
"""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from msgspec import Struct

from site_gen.importing.item import Loss
from site_gen.importing.readers.rst.words import words_of
from site_gen.model.problem import Problem, SiteError
from site_gen.text.extras import how_to_install

_SETTINGS = {
    "file_insertion_enabled": False, "raw_enabled": True, "halt_level": 5, "report_level": 2, "warning_stream": False,
    "initial_header_level": 2, "syntax_highlight": "none", "math_output": "latex", "embed_stylesheet": False,
    "stylesheet_path": "", "line_length_limit": 200_000, "smart_quotes": False, "sectsubtitle_xform": False,
    "doctitle_xform": True, "docinfo_xform": True, "output_encoding": "unicode", "auto_id_prefix": "part-",
}  # fmt: skip
_DEEPEST = 40


class Rst(Struct, frozen=True):
    """A text as HTML. `title` and `fields` are what is at its head; `words` are those of the source that count."""

    html: str
    title: str = ""
    fields: dict[str, str] = {}
    words: str = ""
    losses: tuple[Loss, ...] = ()


def require_docutils(path: str) -> None:
    """`SiteError` that says how to install docutils, where it is not there."""
    if find_spec("docutils") is None:
        what = "reStructuredText is not read without the extra 'rst'."
        raise SiteError((Problem(path, 0, 0, what, f"Install it: {how_to_install('rst')}. Then import again."),))


def read_rst(text: str, titled: bool = True, first: int = 0) -> Rst:
    """The HTML of a text. If it is `titled`, a single headline at its head is its title. `first` is added to lines."""
    from docutils import nodes
    from docutils.parsers.rst import Parser
    from docutils.readers.standalone import Reader
    from docutils.utils import new_document

    from site_gen.importing.readers.rst.markup import HtmlWriter, html_of

    if _nested(text) > _DEEPEST:
        return Rst(f"<pre>{html.escape(text)}</pre>", losses=(Loss(0, "it is nested too deep: it is shown as it is"),))
    settings = _settings().copy()
    settings.doctitle_xform = titled
    losses: list[Loss] = []
    document = new_document("", settings)
    document.reporter.attach_observer(lambda message: _note(message, losses, first))
    with _own_directives(losses, first):
        Parser().parse(text, document)
    reader = Reader()
    document.transformer.populate_from_components((reader, HtmlWriter()))
    document.transformer.apply_transforms()
    title = document.first_child_matching_class(nodes.title) if titled else None
    name = document[title].astext() if title is not None else ""
    fields = dict(_fields(document, nodes))
    body = html_of(document, losses, first)
    return Rst(body, name, fields, html.escape(words_of(text, name)), tuple(sorted(losses, key=lambda one: one.line)))


@lru_cache(maxsize=1)
def _settings() -> Any:
    """The settings of all texts, by the defaults of all options, which are put together once."""
    from docutils.frontend import get_default_settings
    from docutils.parsers.rst import Parser
    from docutils.readers.standalone import Reader

    from site_gen.importing.readers.rst.markup import HtmlWriter

    settings = get_default_settings(Parser, HtmlWriter, Reader)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    return settings


def _nested(text: str) -> int:
    """How deep quotations and lists are within each other at most, by indents alone."""
    indents: list[int] = []
    deepest = 0
    for line in text.split("\n"):
        if not (stripped := line.lstrip()):
            continue
        indent = len(line) - len(stripped)
        while indents and indents[-1] >= indent:
            indents.pop()
        marks = len(re.match(r"(?:[-*+] +)*", stripped)[0].split())  # type: ignore[index]
        indents.append(indent)
        deepest = max(deepest, len(indents) + marks)
    return deepest


def _fields(document: Any, nodes: Any) -> Iterator[tuple[str, str]]:
    """The fields at the head of a text, by their names in small letters."""
    for info in document.findall(nodes.docinfo):
        for one in info.children:
            if one.tagname == "field":
                yield one[0].astext().lower(), one[1].astext()
            elif one.tagname == "authors":
                yield "authors", ";".join(author.astext() for author in one)
            else:
                yield one.tagname, one.astext()


def _note(message: Any, losses: list[Loss], first: int) -> None:
    """A loss for what docutils reports."""
    if message["level"] < 2:
        return
    what = " ".join(message.children[0].astext().split()) if message.children else ""
    line = int(message.get("line") or 0)
    losses.append(Loss(line + first if line else 0, f"reStructuredText: {what[:200]}"))


@contextmanager
def _own_directives(losses: list[Loss], first: int) -> Iterator[None]:
    """Within, directives and roles that docutils does not know are ours: their words stay, and they are reported."""
    from docutils.parsers.rst import directives, roles

    from site_gen.importing.readers.rst.directives import directive_for, role_for

    before = directives.directive, roles.role
    directives.directive = lambda name, *rest: directive_for(name, before[0], rest, losses, first)
    roles.role = lambda name, *rest: role_for(name, before[1], rest, losses, first)
    try:
        yield
    finally:
        directives.directive, roles.role = before
