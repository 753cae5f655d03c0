"""Rendering of a page by its template."""

import re
from typing import Any

import jinja2
from msgspec import Struct

from site_gen.model.feed import FeedItem, FeedView
from site_gen.model.page import Page, SiteView
from site_gen.text.language.catalog import ENGLISH, Catalog
from site_gen.text.out_of_memory import is_out_of_memory
from site_gen.theming.contract import Content, RenderedItem
from site_gen.theming.jsonfeed import json_feed
from site_gen.theming.once import keep_parts_of

_ABSENT = re.compile(r"'dict object' has no attribute '([^']*)'")


class Rendering(Struct, frozen=True):
    """What rendering needs besides the page: the theme compiled for the page's language, and the site's view in it."""

    env: jinja2.Environment
    site: SiteView
    catalog: Catalog = ENGLISH


class TemplateFailure(Exception):
    """The failure of a template on a page, with place and reason."""

    def __init__(self, path: str, line: int, what: str, hint: str = "Fix the template.") -> None:
        super().__init__(path, line, what, hint)
        self.path, self.line, self.what, self.hint = path, line, what, hint


def render(page: Page, contents: tuple[Content | None, ...], rendering: Rendering) -> bytes:
    """The bytes of a page; `contents` are its rendered bodies in order: of a feed's items, or the one of its view."""
    if isinstance(page.view, FeedView):
        pairs = zip(page.view.items, contents, strict=True)
        catalog = rendering.catalog
        items = tuple(
            RenderedItem(item.post, content, _summary(item, content, catalog), item.guid) for item, content in pairs
        )
        if page.template == "feed.json":
            return json_feed(rendering.site, page.info, page.view, items)
        context = _fields(page.view) | {"items": items}
    else:
        context = _fields(page.view)
        if "body" in context:
            context["content"] = contents[0]
            del context["body"]
    keep_parts_of(rendering.env, rendering.site)
    try:
        template = rendering.env.get_template(page.template)
        return template.render(context, site=rendering.site, page=page.info).encode()
    except Exception as error:  # any error is the template's
        raise TemplateFailure(*_place(error, page), *_describe(error)) from error


def _summary(item: FeedItem, content: Content | None, catalog: Catalog) -> str:
    if content is not None or not item.corrections:
        return item.post.summary
    righted = (
        catalog.said("Correction, %(date)s: %(text)s", date=catalog.written.date(one.date), text=one.text)
        for one in item.corrections
    )
    return " ".join([item.post.summary, *righted]).strip()


def _fields(view: Struct) -> dict[str, Any]:
    return {name: getattr(view, name) for name in view.__struct_fields__}


def _describe(error: Exception) -> tuple[str, str]:
    """What a template did wrong, and what to do."""
    message = str(error)
    if isinstance(error, jinja2.UndefinedError):
        if match := _ABSENT.search(message):
            name = match[1]
            return f"there is no '{name}' here", f"Check for it before it is used: {{% if ... .{name} is defined %}}."
        return message, "Check that it is there before it is used: {% if ... is defined %}."
    if isinstance(error, jinja2.TemplateNotFound):
        return f"the template '{message}' does not exist", "Is its name right?"
    if is_out_of_memory(error):
        return "there is not enough memory for what the template makes", "Look for a huge number, list or text in it."
    if isinstance(error, RecursionError):
        return "templates include one another without end, or are nested too deep", "Remove one of them."
    if isinstance(error, jinja2.TemplateError):
        return message, "Fix the template."
    return f"{type(error).__name__}: {message}", "Fix the template."


def _place(error: Exception, page: Page) -> tuple[str, int]:
    """The template's file and line, which Jinja2 puts into the traceback of a run-time error."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename or error.name or page.template, error.lineno
    trace = error.__traceback__
    place = (page.template, 0)
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if not name.endswith(".py") and not name.startswith("<"):
            place = (name, trace.tb_lineno)
        trace = trace.tb_next
    return place
