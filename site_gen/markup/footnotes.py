"""Footnotes of the CommonMark engine, moved to the end like those of the other engine, and linked both ways."""

import html
import re
from collections import Counter
from collections.abc import Mapping

from site_gen.markup.headings import unique_ids
from site_gen.text.language.catalog import Catalog, filled
from site_gen.text.references import unescape
from site_gen.text.slug import slugify

_REFERENCE = re.compile(r'<sup class="footnote-reference"><a href="#([^"]*)">')
_BACK = re.compile(r' title="Jump back to footnote (\d+) in the text">(?:↩|&#8617;)</a>')
_EDGE = re.compile(
    r'<div class="footnote-definition" id="([^"]*)"><sup class="footnote-definition-label">\d+</sup>\n?'
    r"|<div\b[^>]*>|</div>\n?"
)


def with_notes_in(body: str, catalog: Catalog) -> str:
    """The HTML of a body, from any engine, with its notes' links in the language and direction of a catalogue."""
    if 'class="footnote-backref"' not in body:
        return body
    message = html.escape(catalog.gettext("Jump back to footnote %(number)s in the text"))
    arrow = "↪" if catalog.direction == "rtl" else "↩"
    return _BACK.sub(lambda match: f' title="{filled(message, {"number": match[1]})}">{arrow}</a>', body)


def with_notes(made: str) -> str:
    """The HTML with its notes at the end; unchanged where raw HTML has mixed them up."""
    parted = _without_notes(made)
    if parted is None:
        return made
    text, notes = parted
    # In the order of their first references, which number them; notes without a reference come last.
    order = dict.fromkeys(
        [*(name for name in _REFERENCE.findall(text + "".join(notes.values())) if name in notes), *notes]
    )
    slugs = unique_ids(slugify(unescape(name)) or "note" for name in order)
    numbers = {name: (number, slug) for number, (name, slug) in enumerate(zip(order, slugs, strict=True), 1)}
    numbering = _Numbering(numbers)
    text, notes = numbering.numbered(text), {name: numbering.numbered(notes[name]) for name in order}
    items = [_item(notes[name], *numbers[name], numbering.counts[name]) for name in order]
    return "\n".join([text.rstrip("\n"), '<div class="footnote">', "<hr>", "<ol>", *items, "</ol>", "</div>"])


def _without_notes(made: str) -> tuple[str, dict[str, str]] | None:
    """The HTML without its notes, and the notes by name; of several with one name the first counts."""
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


class _Numbering:
    """Gives the references to notes their numbers and ids; `counts` is how many references each note has."""

    def __init__(self, numbers: Mapping[str, tuple[int, str]]) -> None:
        self._numbers = numbers
        self.counts: Counter[str] = Counter()

    def numbered(self, made: str) -> str:
        """The HTML with numbered references."""
        return re.sub(_REFERENCE.pattern + r"\d+</a>", self._reference, made)

    def _reference(self, match: re.Match[str]) -> str:
        number, slug = self._numbers[match[1]]
        self.counts[match[1]] += 1
        own = reference_id(slug, self.counts[match[1]])
        return f'<sup id="{own}"><a class="footnote-ref" href="#fn-{slug}">{number}</a>'


def _item(note: str, number: int, slug: str, references: int) -> str:
    title = f"Jump back to footnote {number} in the text"
    back = "".join(
        f'<a class="footnote-backref" href="#{reference_id(slug, mark)}" title="{title}">↩</a>'
        for mark in range(1, references + 1)
    )
    if back:
        note = f"{note[:-4]}&nbsp;{back}</p>" if note.endswith("</p>") else f"{note}\n<p>{back}</p>".lstrip("\n")
    return f'<li id="fn-{slug}">\n{note}\n</li>'


def reference_id(name: str, number: int) -> str:
    """The id of the nth reference to a note."""
    return f"fnref{number if number > 1 else ''}-{name}"
