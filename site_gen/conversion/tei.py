"""The article that Trafilatura found, as well-formed HTML for the converter of fragments."""

from html import escape
from typing import Any
from urllib.parse import urljoin

from site_gen.conversion.limits import DEEPEST
from site_gen.conversion.page_notes import split_marks

_PLAIN = {
    "p": "p", "quote": "blockquote", "item": "li", "table": "table", "row": "tr", "del": "del", "ab": "p", "div": "div",
}  # fmt: skip
_RENDERED = {"#b": "strong", "#i": "em", "#sup": "sup", "#sub": "sub"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def html_of(body: Any, title: str, base: str, notes: int) -> str:
    """The HTML of an article without a heading that repeats its title; links are joined with the address `base`."""
    writer = _Writer(base)
    headings = [one for one in body.iter("head") if _words(one).casefold() == title.casefold()]
    for heading in headings[:1]:
        heading.tag, heading.text = "done", ""
        for child in list(heading):
            heading.remove(child)
    main = writer.within(body, 0)
    if not notes:
        return main
    items = "".join(f'<li id="footnote-{number}">{words}</li>' for number, words in writer.notes.items())
    return f"{main}<ol>{items}</ol>" if items else main


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


class _Writer:
    def __init__(self, base: str) -> None:
        self._base = base
        self._note = ""  # the number of the note that is written
        self.notes: dict[str, str] = {}

    def within(self, element: Any, depth: int) -> str:
        """The HTML of what is in an element."""
        pieces = [self._text(element.text)]
        for child in element:
            if isinstance(child.tag, str):
                pieces.append(self._element(child, depth + 1) if depth < DEEPEST else escape(_words(child)))
            pieces.append(self._text(child.tail))
        return "".join(pieces)

    def _element(self, element: Any, depth: int) -> str:
        tag, inner = element.tag, self.within(element, depth)
        if tag in ("item", "p") and self._note:
            self.notes[self._note], self._note = inner, ""
            return ""
        if tag == "head":
            name = element.get("rend", "h2")
            return _tagged(name if name in _HEADINGS else "h2", inner)
        if tag == "hi":
            name = _RENDERED.get(element.get("rend", ""), "")
            return _tagged(name, inner) if name else inner
        if tag == "list":
            return _tagged("ol" if element.get("rend") == "ol" else "ul", inner)
        if tag == "cell":
            return _tagged("th" if element.get("role") == "head" else "td", inner)
        if tag == "code":
            return _code(element, inner)
        if tag == "ref":
            return self._link(element, inner)
        if tag == "lb":
            return "<br>"
        return _tagged(_PLAIN[tag], inner) if tag in _PLAIN else inner

    def _link(self, element: Any, inner: str) -> str:
        target = element.get("target", "")
        if target.startswith("#") or not inner:
            return inner
        try:
            return f'<a href="{escape(urljoin(self._base, target))}">{inner}</a>'
        except ValueError:
            return inner

    def _text(self, text: str | None) -> str:
        pieces = []
        for kind, words in split_marks(text or ""):
            if kind == "r":
                pieces.append(f'<a href="#footnote-{words}">{words}</a>')
            elif kind == "n":
                self._note = words
            else:
                pieces.append(escape(words))
        return "".join(pieces)


def _code(element: Any, inner: str) -> str:
    """Code within a sentence, or a block of it."""
    parent = element.getparent()
    if parent is not None and parent.tag == "code":
        return inner
    if "\n" in "".join(element.itertext()).strip() or (parent is not None and parent.tag == "body"):
        return _tagged("pre", inner)
    return _tagged("code", inner)


def _tagged(name: str, inner: str) -> str:
    return f"<{name}>{inner}</{name}>"
