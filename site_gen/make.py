"""A page to bytes: its bodies through markup, the whole through the theme. Pure; runs in workers."""

from collections.abc import Callable

from markupsafe import Markup

from site_gen.markup.links import absolute_links, rooted_links
from site_gen.model.page import FeedView, Page, TextView
from site_gen.model.post import Body
from site_gen.theming.contract import Content
from site_gen.theming.filters import full_address, root_of
from site_gen.theming.render import Rendering, render

_WORDS_A_MINUTE = 230

HtmlOf = Callable[[Body], str]


def make(page: Page, html_of: HtmlOf, rendering: Rendering, text_of: HtmlOf | None = None) -> bytes:
    """The bytes of a page; `html_of` gives a body's HTML, `text_of` what was written, for pages that show that."""
    if text_of is not None and isinstance(page.view, TextView):
        contents: tuple[Content | None, ...] = (_content(page.view.body, text_of(page.view.body)),)
    else:
        contents = _contents(page, html_of, rendering.site.base_url)
    return render(page, contents, rendering)


def _contents(page: Page, html_of: HtmlOf, base_url: str) -> tuple[Content | None, ...]:
    root = root_of(base_url)

    def in_feed(body: Body, url: str) -> Content:
        html = rooted_links(html_of(body), root)
        return _content(body, absolute_links(html, full_address(base_url, url)))

    if isinstance(page.view, FeedView):
        return tuple(None if item.body is None else in_feed(item.body, item.post.url) for item in page.view.items)
    if "body" not in page.view.__struct_fields__:
        return ()
    body: Body | None = getattr(page.view, "body", None)
    if body is None:
        return (None,)
    return (_content(body, rooted_links(html_of(body), root)),)


def _content(body: Body, html: str) -> Content:
    minutes = max(1, round(body.words / _WORDS_A_MINUTE))
    return Content(Markup(html), body.words, minutes)
