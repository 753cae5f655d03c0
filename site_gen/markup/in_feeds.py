"""A text as feeds have it: with the picture of its page above it, and its corrections below it."""

import html
from collections.abc import Sequence

from site_gen.markup.pictures import Address, figure
from site_gen.model.picture import Picture
from site_gen.model.post import Correction
from site_gen.text.dates import day_month_year, day_or_moment


def feed_html(body: str, picture: Picture | None, corrections: Sequence[Correction], address: Address) -> str:
    """The HTML of a feed's item; `address` makes an address of the site absolute."""
    parts = [figure(picture, address)] if picture else []
    parts.append(body)
    if corrections:
        parts.append(f"<h2>{'Correction' if len(corrections) == 1 else 'Corrections'}</h2>")
        parts += [_paragraph(one) for one in corrections]
    return "\n".join(parts)


def _paragraph(one: Correction) -> str:
    moment = f'<time datetime="{day_or_moment(one.date)}">{day_month_year(one.date)}</time>'
    return f"<p>{moment}: {html.escape(one.text, quote=False)}</p>"
