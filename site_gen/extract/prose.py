"""The prose that headline, summary and date are made from: no headings, lists or interview questions."""

from site_gen.extract.forms.assessment import without_marks
from site_gen.extract.forms.interview import answers
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.text import Paragraph


def prose_of(manuscript: Manuscript) -> tuple[Paragraph, ...]:
    """The paragraphs of prose, as headline and summary may quote them."""
    prose = tuple(paragraph for paragraph in manuscript.paragraphs if paragraph.kind == "text")
    if not prose:  # a text that is all lists
        prose = tuple(one for one in manuscript.paragraphs if one.kind in ("item", "quote"))
    if manuscript.genre == "interview":
        prose = answers(prose)
    if manuscript.genre == "assessment":
        prose = without_marks(prose)
    return prose
