"""Which pages show which texts, and the same pages with other texts."""

from collections.abc import Mapping

from msgspec.structs import replace

from site_gen.model.feed import FeedItem, FeedView
from site_gen.model.page import Page
from site_gen.model.post import Body


def bodies_of(page: Page) -> tuple[Body, ...]:
    """The bodies that a page shows."""
    view = page.view
    if type(view) is FeedView:
        return tuple(item.body for item in view.items if item.body is not None)
    body = getattr(view, "body", None)
    return (body,) if body is not None else ()


def shows(page: Page, paths: Mapping[str, object]) -> bool:
    """Whether a page shows one of the texts at these paths."""
    for body in bodies_of(page):  # noqa: SIM110 - of every page of a site, and `any` takes twice the time
        if body.path in paths:
            return True
    return False


def with_bodies(page: Page, bodies: Mapping[str, Body]) -> Page:
    """The page with other bodies, by the paths of their texts: what its maker gives after body-only edits of them.

    The bodies are as the index makes them (`indexing/body_edits.py`); a page that shows none of them is unchanged.
    """
    if not shows(page, bodies):
        return page
    view = page.view
    if type(view) is FeedView:
        return replace(page, view=replace(view, items=tuple([_with_body(item, bodies) for item in view.items])))
    body: Body = view.body  # type: ignore[union-attr, assignment]
    return replace(page, view=replace(view, body=bodies[body.path]))


def _with_body(item: FeedItem, bodies: Mapping[str, Body]) -> FeedItem:
    if item.body is None or item.body.path not in bodies:
        return item
    return replace(item, body=bodies[item.body.path])
