"""What is odd about one text: warnings that are known as soon as it is read, and kept with it."""

from site_gen.markup.raw_html import raw_html_in
from site_gen.model.post import Entry, SourceEntry
from site_gen.model.problem import Problem, ValueProblem
from site_gen.parsing.document import with_place
from site_gen.parsing.oddities import oddities
from site_gen.parsing.post import body_text
from site_gen.text.language.tags import canonical, tag_hint

_SHORT = 40  # characters of a tag that are shown


def odd_text(entry: SourceEntry, data: bytes) -> tuple[Problem, ...]:
    """What is odd about a file of content/ that was read without a problem; `data` are its bytes."""
    odd = (with_place(one, data) if isinstance(one, ValueProblem) else one for one in oddities(entry))
    return (*odd, *_raw_html(entry, data), *_no_languages(entry, data))


def _no_languages(entry: SourceEntry, data: bytes) -> tuple[Problem, ...]:
    """Parts of a text that name a language there is not; readers see the attribute as it is written."""
    if b"lang=" not in data:
        return ()
    from site_gen.markup.languages import ATTRIBUTE

    text, first_line = body_text(data)
    return tuple(
        Problem(
            entry.source.path,
            first_line + line,
            match.start(1) + 1,
            f"'{match[1]}' is not a language: readers see it as it is written.",
            tag_hint(match[1]),
            row.rstrip(),
        )
        for line, row in enumerate(text.split("\n"))
        for match in ATTRIBUTE.finditer(row)
        if not canonical(match[1])
    )


def _raw_html(entry: SourceEntry, data: bytes) -> tuple[Problem, ...]:
    """Tags that readers would see as they are written, because raw HTML is off."""
    body = entry.body
    if body.trusted or b"<" not in data:
        return ()
    text, first_line = body_text(data)
    found = raw_html_in(text)
    if found is None:
        return ()
    line, tag = found
    row = text.split("\n")[line - 1]
    shown = " ".join(tag.split())
    shown = shown if len(shown) <= _SHORT else f"{shown[:_SHORT]}..."
    seeded = isinstance(entry, Entry) and bool(entry.front.seed)
    hint = (
        "Write it in Markdown: a post that was made from a seed may not hold raw HTML."
        if seeded
        else "Write it in Markdown, or set 'markdown: {raw_html: true}' in site.yaml."
    )
    what = f"Readers see the tag '{shown}' as it is written: raw HTML is off."
    column = row.find(tag.split("\n")[0]) + 1
    return (Problem(entry.source.path, first_line + line - 1, column, what, hint, row.rstrip()),)
