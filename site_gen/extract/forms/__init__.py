"""The forms that texts come in, one file each: what a text says about itself is taken before anything is derived.

A form is a function from a manuscript to a manuscript. It recognises its own marks, takes what they give (title,
summary, authors, date, dateline, source), cuts what is not the story, gives lines their kinds, and returns a text of
another form unchanged. `RAW_FORMS` see the lines as in the file, with their tags, tabs and columns; `LINE_FORMS` see
them cleaned; then boilerplate is cut and lines are joined into paragraphs, which `LEAD_FORMS` see.
"""

from collections.abc import Callable

from site_gen.extract.forms.assessment import take_notes
from site_gen.extract.forms.capitals import take_capitals
from site_gen.extract.forms.dateline import take_dateline
from site_gen.extract.forms.digest import take_digest
from site_gen.extract.forms.head import take_head
from site_gen.extract.forms.headings import take_headings
from site_gen.extract.forms.html import take_html
from site_gen.extract.forms.interview import take_interview
from site_gen.extract.forms.lists import take_lists
from site_gen.extract.forms.live import take_live
from site_gen.extract.forms.mail import take_mail
from site_gen.extract.forms.markdown import take_markdown
from site_gen.extract.forms.newsletter import take_newsletter
from site_gen.extract.forms.no_prose import flag_no_prose, flag_other_content
from site_gen.extract.forms.pdf import take_pages
from site_gen.extract.forms.picture_credit import take_picture_credit
from site_gen.extract.forms.release import take_release
from site_gen.extract.forms.source_prefix import take_source_prefix
from site_gen.extract.forms.tables import take_tables
from site_gen.extract.forms.telegram import take_telegram
from site_gen.extract.forms.two_articles import flag_two_articles
from site_gen.extract.forms.wire import take_wire
from site_gen.extract.manuscript import Manuscript

Form = Callable[[Manuscript], Manuscript]

RAW_FORMS: tuple[Form, ...] = (take_html, take_pages, take_tables, take_markdown)
LINE_FORMS: tuple[Form, ...] = (
    flag_no_prose,
    take_mail,
    take_newsletter,
    take_telegram,
    take_wire,
    take_release,
    take_picture_credit,
    take_head,
    take_source_prefix,
    take_lists,
    take_live,
    take_interview,
    take_notes,
    take_digest,
    flag_two_articles,
    take_headings,
)
LEAD_FORMS: tuple[Form, ...] = (take_dateline, take_capitals)
TABLE_FORMS: tuple[Form, ...] = (take_lists, take_live, take_notes, take_headings)
"""Forms of lines that are told by marks and figures, in texts of any language, under a head that is taken already."""
OPEN_FORMS: tuple[Form, ...] = (flag_other_content, take_mail, take_telegram)
"""The same for forms that are around the head."""

__all__ = ["LEAD_FORMS", "LINE_FORMS", "OPEN_FORMS", "RAW_FORMS", "TABLE_FORMS", "Form"]
