"""The text of a mail as lines: of HTML those of its Markdown, of plain text those that it has."""

from collections.abc import Mapping

from msgspec import Struct

from site_gen.conversion.fragment import to_markdown
from site_gen.conversion.mail_html import own_html, well_formed
from site_gen.extract.blocks import body_of
from site_gen.extract.clean import clean
from site_gen.extract.forms.lists import take_lists
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.paragraphs import join_lines
from site_gen.extract.text import Line


class Body(Struct, frozen=True):
    """The lines of a text, in Markdown or plain; what marks of mail programs showed to be quoted, or a signature."""

    lines: tuple[str, ...]
    is_markdown: bool
    quotes: int = 0
    signatures: int = 0

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(line.split()) for line in self.lines)

    def text(self) -> str:
        """The text in Markdown."""
        if self.is_markdown:
            return "\n".join(self.lines).strip()
        cleaned = clean("\n".join(self.lines)).split("\n")
        manuscript = take_lists(Manuscript(lines=tuple(Line(at, line) for at, line in enumerate(cleaned, 1))))
        return body_of(join_lines(manuscript.lines))


def markdown_of(text: str, is_html: bool, pictures: Mapping[str, str], keep_quotes: bool) -> Body:
    """A text of a mail. `pictures` are the names of pictures by their addresses (`cid:...`) in HTML."""
    if not is_html:
        return Body(tuple(text.split("\n")), is_markdown=False)
    html, quotes, signatures = own_html(well_formed(text), keep_quotes)
    return Body(tuple(to_markdown(html, pictures).text.split("\n")), True, quotes, signatures)
