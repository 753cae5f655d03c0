"""A page through its template."""

from typing import Any

import jinja2
from msgspec import Struct

from site_gen.model.page import FeedView, Page, SiteView
from site_gen.theming.contract import Content, RenderedItem
from site_gen.theming.jsonfeed import json_feed


class Rendering(Struct, frozen=True):
    """What rendering needs besides the page: the compiled theme and the site's view."""

    env: jinja2.Environment
    site: SiteView


class TemplateFailure(Exception):
    """A template failed on a page; carries where and why."""

    def __init__(self, path: str, line: int, what: str) -> None:
        super().__init__(path, line, what)
        self.path, self.line, self.what = path, line, what


def render(page: Page, contents: tuple[Content | None, ...], rendering: Rendering) -> bytes:
    """The bytes of a page. `contents` are its rendered bodies in order: of a feed's items, or the one of its view."""
    if isinstance(page.view, FeedView):
        items = tuple(RenderedItem(item.post, content) for item, content in zip(page.view.items, contents, strict=True))
        if page.template == "feed.json":
            return json_feed(rendering.site, page.info, page.view, items)
        context = _fields(page.view) | {"items": items}
    else:
        context = _fields(page.view)
        if "body" in context:
            context["content"] = contents[0]
            del context["body"]
    try:
        template = rendering.env.get_template(page.template)
        return template.render(context, site=rendering.site, page=page.info).encode()
    except jinja2.TemplateError as error:
        raise TemplateFailure(*_place(error, page), _message(error)) from error


def _fields(view: Struct) -> dict[str, Any]:
    return {name: getattr(view, name) for name in view.__struct_fields__}


def _message(error: jinja2.TemplateError) -> str:
    return str(error.message or error)


def _place(error: jinja2.TemplateError, page: Page) -> tuple[str, int]:
    """The template's file and line, which Jinja2 puts into the traceback of what fails at run time."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename or error.name or page.template, error.lineno
    trace = error.__traceback__
    place = (page.template, 0)
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if not name.endswith(".py"):
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place
