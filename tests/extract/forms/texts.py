"""Short notations for a text as forms see it, and what they leave of it."""

from site_gen.extract.forms import Form
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Line

SHORT = {"text": "", "heading": "# ", "subheading": "## ", "item": "- ", "quote": "> ", "row": "| "}

LEAD = "The harbour council approved a second pier for patrol boats on Friday, officials said in the town hall."
MORE = "The pier will give the boats a berth of their own from 2027, and work on it begins in the autumn of this year."


def manuscript(text: str) -> Manuscript:
    """The lines of a text, numbered from one."""
    return Manuscript(lines=tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1)))


def taken(form: Form, text: str) -> Manuscript:
    """The text's manuscript after a form."""
    return form(manuscript(text))


def left(found: Manuscript) -> list[str]:
    """The lines that are left, without blank ones, each with the mark of its kind before it."""
    return [SHORT[line.kind] + line.text for line in found.lines if line.text]


def cut(found: Manuscript) -> list[tuple[str, str]]:
    """What was cut, with the rule's name."""
    return [(line.text, line.rule) for line in found.cuts]


def doubts(found: Manuscript) -> list[str]:
    """What the form is unsure of."""
    return [str(doubt) for doubt in found.doubts]
