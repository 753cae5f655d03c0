"""The notes at a text's end."""

from site_gen.markup.quick.definitions import Definitions
from site_gen.markup.quick.inlines import Inlines, reference_id
from site_gen.markup.quick.piece import Piece


def notes_html(inlines: Inlines, defined: Definitions, pieces: list[Piece | None], trusted: bool) -> str:
    """The notes as HTML, escaped for untrusted texts as the sanitiser escapes them."""
    if not defined.notes or None in pieces:
        return ""
    space, arrow = ("&#160;", "&#8617;") if trusted else ("&nbsp;", "↩")
    lines = ["", '<div class="footnote">', "<hr>", "<ol>"]
    texts = [made.html for made in pieces if made is not None and made.kind == "note"]
    for number, (name, text) in enumerate(zip(defined.notes, texts, strict=True), 1):
        back = "".join(
            f'<a class="footnote-backref" href="#{reference_id(name, mark)}" '
            f'title="Jump back to footnote {number} in the text">{arrow}</a>'
            for mark in range(1, max(inlines.references[name], 1) + 1)
        )
        lines += [f'<li id="fn-{name}">', f"{text}{space}{back}</p>", "</li>"]
    return "\n".join([*lines, "</ol>", "</div>"])
