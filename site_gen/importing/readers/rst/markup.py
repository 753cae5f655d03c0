"""The HTML of a text that docutils has read: what the conversion to Markdown knows, and nothing for the eye alone."""

import html
from typing import Any

from docutils import nodes
from docutils.writers.html5_polyglot import HTMLTranslator
from docutils.writers.html5_polyglot import Writer as HtmlWriter

from site_gen.importing.item import Loss

__all__ = ["HtmlWriter", "html_of"]


def html_of(document: Any, losses: list[Loss], first: int) -> str:
    """The HTML of a document without its title and fields."""
    translator = _Translator(document)
    translator.losses, translator.first = losses, first
    document.walkabout(translator)
    notes = "".join(translator.notes)
    return "".join(translator.body) + (f"<ol>{notes}</ol>" if notes else "")


class _Translator(HTMLTranslator):  # type: ignore[misc]
    """HTML of the elements that have a meaning."""

    losses: list[Loss]
    first = 0
    body: list[str]

    def __init__(self, document: Any) -> None:
        super().__init__(document)
        self.notes: list[str] = []
        self._held: list[list[str]] = []

    def visit_docinfo(self, node: Any) -> None:
        raise nodes.SkipNode

    def visit_system_message(self, node: Any) -> None:
        raise nodes.SkipNode

    def visit_comment(self, node: Any) -> None:
        raise nodes.SkipNode

    def visit_problematic(self, node: Any) -> None:
        self.body.append(html.escape(node.astext()))
        raise nodes.SkipNode

    def visit_title(self, node: Any) -> None:
        if isinstance(node.parent, nodes.document):
            raise nodes.SkipNode
        if isinstance(node.parent, nodes.section):
            level = min(6, self.section_level + 1)
            self.body.append(f"<h{level}>")
            self.context.append(f"</h{level}>\n")
        else:
            self.body.append("<p><strong>")
            self.context.append("</strong></p>\n")

    def depart_title(self, node: Any) -> None:
        self.body.append(self.context.pop())

    def visit_subtitle(self, node: Any) -> None:
        self.body.append("<h2>")

    def depart_subtitle(self, node: Any) -> None:
        self.body.append("</h2>\n")

    def visit_literal_block(self, node: Any) -> None:
        language = next((name for name in node["classes"] if name not in ("code", "literal-block")), "")
        name = f' class="language-{html.escape(language)}"' if language else ""
        self.body.append(f"<pre><code{name}>{html.escape(node.astext())}</code></pre>\n")
        raise nodes.SkipNode

    def visit_doctest_block(self, node: Any) -> None:
        self.body.append(f'<pre><code class="language-pycon">{html.escape(node.astext())}</code></pre>\n')
        raise nodes.SkipNode

    def visit_literal(self, node: Any) -> None:
        self.body.append(f"<code>{html.escape(node.astext())}</code>")
        raise nodes.SkipNode

    def visit_math(self, node: Any, math_env: str = "") -> None:
        self._formula(node)
        self.body.append(f"<code>{html.escape(node.astext())}</code>")
        raise nodes.SkipNode

    def visit_math_block(self, node: Any) -> None:
        self._formula(node)
        self.body.append(f'<pre><code class="language-latex">{html.escape(node.astext())}</code></pre>\n')
        raise nodes.SkipNode

    def _formula(self, node: Any) -> None:
        line = node.line or (node.parent.line if node.parent is not None else 0) or 0
        self.losses.append(Loss(line + self.first if line else 0, "a formula is shown as its code"))

    def visit_image(self, node: Any) -> None:
        alt = html.escape(node.get("alt", ""))
        self.body.append(f'<img src="{html.escape(node["uri"])}" alt="{alt}">')
        raise nodes.SkipNode

    def visit_admonition(self, node: Any) -> None:
        self.body.append("<blockquote>\n")
        if node.tagname != "admonition":
            self.body.append(f"<p><strong>{node.tagname.capitalize()}</strong></p>\n")

    def depart_admonition(self, node: Any = None) -> None:
        self.body.append("</blockquote>\n")

    def visit_footnote_reference(self, node: Any) -> None:
        number = html.escape(node.astext())
        self.body.append(f'<sup><a href="#footnote-{html.escape(node["refid"])}">{number}</a></sup>')
        raise nodes.SkipNode

    visit_citation_reference = visit_footnote_reference

    def visit_footnote(self, node: Any) -> None:
        name = next(iter(node["ids"]), "")
        self._held.append(self.body)
        self.body = [f'<li id="footnote-{html.escape(name)}">']

    def depart_footnote(self, node: Any) -> None:
        self.notes.append("".join(self.body) + "</li>")
        self.body = self._held.pop()

    visit_citation, depart_citation = visit_footnote, depart_footnote

    def visit_label(self, node: Any) -> None:
        raise nodes.SkipNode

    def depart_label(self, node: Any) -> None:
        """Nothing: it is passed over."""


for _name in ("attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning"):
    setattr(_Translator, f"visit_{_name}", _Translator.visit_admonition)
    setattr(_Translator, f"depart_{_name}", _Translator.depart_admonition)
