"""The plan after edits that changed texts alone."""

from collections.abc import Mapping

from msgspec.structs import replace

from site_gen.model.feed import FeedView
from site_gen.model.page import Page
from site_gen.model.post import Body
from site_gen.pages.plan import Plan


def with_bodies(plan: Plan, bodies: Mapping[str, Body]) -> Plan:
    """The same pages, each with the bodies that stand under their paths in place of those it has."""
    if not bodies:
        return plan
    pages = tuple([_with_bodies(page, bodies) if shows(page, bodies) else page for page in plan.pages])
    return replace(plan, pages=pages)


def shows(page: Page, paths: Mapping[str, object]) -> bool:
    """Whether a page shows one of the texts that stand at these paths."""
    view = page.view
    if type(view) is FeedView:
        return any(item.body is not None and item.body.path in paths for item in view.items)
    body = getattr(view, "body", None)
    return body is not None and body.path in paths


def _with_bodies(page: Page, bodies: Mapping[str, Body]) -> Page:
    def current(body: Body | None) -> Body | None:
        return None if body is None else bodies.get(body.path, body)

    view = page.view
    if isinstance(view, FeedView):
        items = tuple(replace(item, body=current(item.body)) for item in view.items)
        return replace(page, view=replace(view, items=items))
    return replace(page, view=replace(view, body=current(view.body)))  # type: ignore[union-attr]
