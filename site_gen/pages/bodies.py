"""Which pages show which texts."""

from collections.abc import Mapping

from site_gen.model.feed import FeedView
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
    view = page.view
    if type(view) is FeedView:
        return any(item.body is not None and item.body.path in paths for item in view.items)
    body = getattr(view, "body", None)
    return body is not None and body.path in paths
