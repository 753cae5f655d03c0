"""The page that lists all corrections."""

from collections.abc import Iterable

from site_gen.model.listing import Listing
from site_gen.model.page import CorrectionsView, Page, PageInfo
from site_gen.model.site import Site
from site_gen.model.site_files import Location
from site_gen.pages.feed import feed_links
from site_gen.pages.language import strings
from site_gen.pages.notices import CORRECTIONS, notices
from site_gen.urls import path_of


def corrections(site: Site) -> Iterable[Page]:
    """`corrections.html`, which also says when there are none."""
    url = site.prefix + CORRECTIONS
    all_notices = notices(site)
    catalog, name = strings(site), site.settings.title
    title = catalog.gettext("Corrections")
    yield Page(
        path=path_of(url),
        template="corrections.html",
        info=PageInfo(
            url=url,
            title=title,
            kind="corrections",
            description=catalog.said("What %(site)s has put right, newest first.", site=name),
            feeds=feed_links(url, f"{title} · {name}", site.settings),
        ),
        view=CorrectionsView(notices=all_notices),
        source="the corrections page",
        listing=Listing(location=Location(url, max((one.date for one in all_notices), default=None))),
    )
