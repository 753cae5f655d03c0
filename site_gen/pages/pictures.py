"""A file for each form of each picture that is shown."""

from collections.abc import Iterable

from site_gen.model.page import Page, PageInfo
from site_gen.model.site import Site
from site_gen.urls import address_of

TEMPLATE = "picture"  # no template: pictures are made by `make`


def pictures(site: Site) -> Iterable[Page]:
    """The files of `site.pictures`, in the order of their paths."""
    for path, view in sorted(site.pictures.items()):
        yield Page(
            path=path,
            template=TEMPLATE,
            info=PageInfo(url=address_of(path), title="", kind="picture", index=False),
            view=view,
            source=view.source,
        )
