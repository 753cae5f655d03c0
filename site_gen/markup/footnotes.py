"""Footnotes of the CommonMark engine, gathered at the end as those of the other engine are, and linked both ways."""

import html
import re
from collections import Counter
from collections.abc import Mapping

from site_gen.markup.headings import own_ids
from site_gen.text.slug import slugify

_MARK = re.compile(r'<sup class="footnote-reference"><a href="#([^"]*)">')
_EDGE = re.compile(
    r'<div class="footnote-definition" id="([^"]*)"><sup class="footnote-definition-label">\d+</sup>\n?'
    r"|<div\b[^>]*>|</div>\n?"
)


def with_notes(made: str) -> str:
    """The HTML with its notes at the end; as it is where raw HTML has mixed them up."""
    taken = _taken_out(made)
    if taken is None:
        return made
    text, notes = taken
    # In the order of their marks, by whose numbers they are known; what no mark names comes last.
    order = dict.fromkeys([*(name for name in _MARK.findall(text + "".join(notes.values())) if name in notes), *notes])
    slugs = own_ids(slugify(html.unescape(name)) or "note" for name in order)
    numbers = {name: (number, slug) for number, (name, slug) in enumerate(zip(order, slugs, strict=True), 1)}
    marker = _Marker(numbers)
    text, notes = marker.marked(text), {name: marker.marked(notes[name]) for name in order}
    items = [_item(notes[name], *numbers[name], marker.counts[name]) for name in order]
    return "\n".join([text.rstrip("\n"), '<div class="footnote">', "<hr>", "<ol>", *items, "</ol>", "</div>"])


def _taken_out(made: str) -> tuple[str, dict[str, str]] | None:
    """The HTML without its notes, and these by their names, of which the first counts."""
    notes: dict[str, str] = {}
    open_: list[str | None] = []  # the names of notes, None for any other division
    parts: list[list[str]] = [[]]
    at = 0
    for edge in _EDGE.finditer(made):
        parts[-1].append(made[at : edge.start()])
        at = edge.end()
        if edge[1] is not None:
            open_.append(edge[1])
            parts.append([])
            continue
        name = open_.pop() if edge[0].startswith("</") and open_ else None
        if name is not None:
            notes.setdefault(name, "".join(parts.pop()).strip("\n"))
            continue
        parts[-1].append(edge[0])
        if not edge[0].startswith("</"):
            open_.append(None)
    if len(parts) > 1 or not notes:
        return None
    return "".join([*parts[0], made[at:]]), notes


class _Marker:
    """Gives the marks of notes their numbers and ids; `counts` has how many each note has."""

    def __init__(self, numbers: Mapping[str, tuple[int, str]]) -> None:
        self._numbers = numbers
        self.counts: Counter[str] = Counter()

    def marked(self, made: str) -> str:
        """The HTML with its marks."""
        return re.sub(_MARK.pattern + r"\d+</a>", self._mark, made)

    def _mark(self, match: re.Match[str]) -> str:
        number, slug = self._numbers[match[1]]
        self.counts[match[1]] += 1
        own = mark_id(slug, self.counts[match[1]])
        return f'<sup id="{own}"><a class="footnote-ref" href="#fn-{slug}">{number}</a>'


def _item(note: str, number: int, slug: str, marks: int) -> str:
    title = f"Jump back to footnote {number} in the text"
    back = "".join(
        f'<a class="footnote-backref" href="#{mark_id(slug, mark)}" title="{title}">↩</a>'
        for mark in range(1, marks + 1)
    )
    if back:
        note = f"{note[:-4]}&nbsp;{back}</p>" if note.endswith("</p>") else f"{note}\n<p>{back}</p>".lstrip("\n")
    return f'<li id="fn-{slug}">\n{note}\n</li>'


def mark_id(name: str, number: int) -> str:
    """The id of the nth mark of a note."""
    return f"fnref{number if number > 1 else ''}-{name}"
