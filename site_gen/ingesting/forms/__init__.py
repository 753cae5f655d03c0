"""The forms in which texts come, one file each: what a text says about itself is taken before anything is derived.

A form is a function from a manuscript to a manuscript. It recognises its own signs, takes what they give (title,
summary, authors, date, dateline, source), cuts what is no story, gives lines their kinds, and returns a text that is
not of its form as it is. `LINE_FORMS` see the lines of the seed; then boilerplate is cut and lines are joined into
paragraphs; `LEAD_FORMS` see the paragraphs.
"""

from collections.abc import Callable

from site_gen.ingesting.forms.dateline import take_dateline
from site_gen.ingesting.forms.head import take_head
from site_gen.ingesting.forms.mail import take_mail
from site_gen.ingesting.forms.newsletter import take_newsletter
from site_gen.ingesting.forms.release import take_release
from site_gen.ingesting.forms.source_prefix import take_source_prefix
from site_gen.ingesting.forms.telegram import take_telegram
from site_gen.ingesting.forms.wire import take_wire
from site_gen.ingesting.manuscript import Manuscript

Form = Callable[[Manuscript], Manuscript]

LINE_FORMS: tuple[Form, ...] = (
    take_mail,
    take_newsletter,
    take_telegram,
    take_wire,
    take_release,
    take_head,
    take_source_prefix,
)
LEAD_FORMS: tuple[Form, ...] = (take_dateline,)

__all__ = ["LEAD_FORMS", "LINE_FORMS", "Form"]
