"""Markdown files, with front matter or without, kept as Markdown."""

from datetime import tzinfo

from msgspec.structs import replace

from site_gen.conversion.given import facts_of
from site_gen.conversion.limits import too_long
from site_gen.conversion.matter import read_matter
from site_gen.extract.decode import decode
from site_gen.extract.forms.trouble import trouble_in
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted


def convert(name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The text of a file, each line on the line that it has there; the lines of front matter are blank."""
    text = decode(data).text
    if fault := too_long(text):
        return Result(None, (Problem(name, 0, 0, *fault),))
    matter = read_matter(name, text, zone)
    facts = facts_of(name, matter, zone)
    lines = text.split("\n")
    if facts.problems:
        shown = (replace(one, excerpt=one.excerpt or lines[one.line - 1].rstrip()) for one in facts.problems)
        return Result(None, tuple(shown))
    body = "\n".join([*([""] * matter.lines), *lines[matter.lines :]])
    if trouble := trouble_in(data, body):
        return Result(None, (Problem(name, 1, 1, trouble.what, trouble.hint),))
    return Result((Converted(text=body, given=facts.given, notes=facts.notes),))
