"""A text as feeds have it: with the picture of its page above it, and its corrections below it."""

import html
from collections.abc import Sequence

from site_gen.markup.pictures import Address, figure
from site_gen.model.picture import Picture
from site_gen.model.post import Correction
from site_gen.text.dates import day_or_moment
from site_gen.text.language.catalog import ENGLISH, Catalog


def feed_html(
    body: str,
    picture: Picture | None,
    corrections: Sequence[Correction],
    address: Address,
    catalog: Catalog = ENGLISH,
) -> str:
    """The HTML of a feed's item in the language of a catalogue; `address` makes an address of the site absolute."""
    parts = [figure(picture, address, catalog)] if picture else []
    parts.append(body)
    if corrections:
        parts.append(
            f"<h2>{html.escape(catalog.ngettext('Correction', 'Corrections', len(corrections)), quote=False)}</h2>"
        )
        parts += [_paragraph(one, catalog) for one in corrections]
    return "\n".join(parts)


def _paragraph(one: Correction, catalog: Catalog) -> str:
    moment = f'<time datetime="{day_or_moment(one.date)}">{catalog.written.date(one.date)}</time>'
    return f"<p>{moment}: {html.escape(one.text, quote=False)}</p>"
