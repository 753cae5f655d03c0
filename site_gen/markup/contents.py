"""`[TOC]`: the headings of a text, as a list of links."""

import re
from collections.abc import Iterable

from site_gen.markup.engine import TooMuch

_TOC = re.compile(r"^\[TOC\] *$", re.M)
_MOST = 8
_PLACEHOLDER = "\x02contents\x02"  # printable text holds no control character, so that an escaped \[TOC] stays text
PLACE = f"<p>{_PLACEHOLDER}</p>"


def refuse_many_contents(text: str) -> None:
    """Refuse a text with more than a few `[TOC]`, each of which lists all its headings."""
    for number, match in enumerate(_TOC.finditer(text), 1):
        if number > _MOST:
            what = f"The text asks for its contents ([TOC]) more than {_MOST} times."
            raise TooMuch(what, "Once is enough: remove the others.", match.start())


def with_placeholders(text: str) -> str:
    """A text with a placeholder for each line that asks for its contents; `PLACE` is what becomes of it in HTML."""
    refuse_many_contents(text)
    return _TOC.sub(_PLACEHOLDER, text)


def without_placeholders(made: str) -> str:
    """HTML with `[TOC]` as it was written where no contents can be: in code, within a paragraph."""
    return made.replace(_PLACEHOLDER, "[TOC]")


def contents_html(headings: Iterable[tuple[int, str, str]]) -> str:
    """The list of headings (level, id and HTML of each), as Python-Markdown writes it."""
    lines, open_ = ['<div class="toc">'], list[int]()
    for level, name, words in headings:
        while open_ and open_[-1] > level:
            open_.pop()
            lines += ["</li>", "</ul>"]
        if open_ and open_[-1] == level:
            lines.append("</li>")
        else:
            open_.append(level)
            lines.append("<ul>")
        lines.append(f'<li><a href="#{name}">{words}</a>')
    lines += ["</li>", "</ul>"] * len(open_)
    return "\n".join([*(lines if len(lines) > 1 else [*lines, "<ul></ul>"]), "</div>"])
