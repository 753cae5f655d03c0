"""What is odd about one text: warnings that are known as soon as it is read, and kept with it."""

from site_gen.markup.raw_html import raw_html_in
from site_gen.model.post import Entry, Said
from site_gen.model.problem import Problem
from site_gen.reading.oddities import oddities
from site_gen.reading.post import body_text

_SHORT = 40  # characters of a tag that are shown


def odd_text(said: Said, data: bytes) -> tuple[Problem, ...]:
    """What is odd about a file of content/ that was read without a problem; `data` are its bytes."""
    return oddities(said) + _raw_html(said, data)


def _raw_html(said: Said, data: bytes) -> tuple[Problem, ...]:
    """Tags that readers would see as they are written, for raw HTML is not let through."""
    body = said.body
    if body.trusted or b"<" not in data:
        return ()
    text = body_text(data)
    found = raw_html_in(text)
    if found is None:
        return ()
    line, tag = found
    above = data.replace(b"\r\n", b"\n").count(b"\n") - text.count("\n")
    shown = " ".join(tag.split())
    shown = shown if len(shown) <= _SHORT else f"{shown[:_SHORT]}..."
    seeded = isinstance(said, Entry) and bool(said.front.seed)
    hint = (
        "Write it in Markdown: a post that was made from a seed may not hold raw HTML."
        if seeded
        else "Write it in Markdown, or set 'markdown: {raw_html: true}' in site.yaml."
    )
    what = f"Readers see the tag '{shown}' as it is written: raw HTML is off."
    return (Problem(said.source.path, above + line, 1, what, hint),)
