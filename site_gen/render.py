"""A page to bytes: its bodies through markup, the page through the theme. Pure; runs in workers."""

from collections.abc import Callable

from markupsafe import Markup, escape

from site_gen.images.icon import icon
from site_gen.images.social import social_card
from site_gen.markup.footnotes import with_notes_in
from site_gen.markup.in_feeds import feed_html
from site_gen.markup.links import absolute_links, links_from_anywhere, rooted_links
from site_gen.markup.pictures import Address, with_pictures
from site_gen.markup.tables import boxed_tables
from site_gen.markup.text_links import with_targets, with_targets_in_text
from site_gen.model.feed import FeedItem, FeedView
from site_gen.model.page import Page, PostView, TextView
from site_gen.model.picture import DrawnIconView, PictureView, SocialView
from site_gen.model.post import Body
from site_gen.model.site_files import NotFoundView
from site_gen.text.language.catalog import Catalog
from site_gen.text.measure import reading_minutes, word_count
from site_gen.theming.contract import Content
from site_gen.theming.render import Rendering, render
from site_gen.urls import full_address, root_of

BodyToText = Callable[[Body], str]
PictureToBytes = Callable[[PictureView], bytes]


def render_page(
    page: Page, html_of: BodyToText, picture_of: PictureToBytes, rendering: Rendering, text_of: BodyToText | None = None
) -> bytes:
    """The bytes of a page.

    `html_of` gives a body's HTML, `picture_of` a picture's file, `text_of` a body's Markdown, for pages that show that.
    """
    if isinstance(page.view, PictureView):
        return picture_of(page.view)
    if isinstance(page.view, SocialView):
        return social_card(page.view)
    if isinstance(page.view, DrawnIconView):
        return icon(page.view)
    if text_of is not None and isinstance(page.view, TextView):
        body = page.view.body
        contents: tuple[Content | None, ...] = (_content(body, with_targets_in_text(text_of(body), body.targets)),)
    else:
        contents = _contents(page, html_of, rendering)
    return render(page, contents, rendering)


def _contents(page: Page, html_of: BodyToText, rendering: Rendering) -> tuple[Content | None, ...]:
    base_url, catalog = rendering.site.base_url, rendering.catalog
    root = root_of(base_url)

    def with_links(body: Body) -> str:
        html = with_targets(html_of(body), body.targets) if body.targets else html_of(body)
        return html if catalog.is_plain else with_notes_in(html, catalog)

    def in_feed(item: FeedItem) -> Content | None:
        body, post = item.body, item.post
        if body is None:
            return _summary(item, absolute, catalog) if post.image else None
        html = absolute_links(rooted_links(with_links(body), root), full_address(base_url, post.url))
        if body.pictures:
            html = with_pictures(html, body.pictures, absolute, first=False, bare=True, catalog=catalog)
        if post.image or item.corrections:
            html = feed_html(html, post.image, item.corrections, absolute, catalog)
        return _content(body, html)

    def absolute(path: str) -> str:
        return full_address(base_url, path)

    if isinstance(page.view, FeedView):
        return tuple(map(in_feed, page.view.items))
    if "body" not in page.view.__struct_fields__:
        return ()
    body: Body | None = getattr(page.view, "body", None)
    if body is None:
        return (None,)
    html = rooted_links(with_links(body), root)
    if isinstance(page.view, NotFoundView):
        html = links_from_anywhere(html, root + page.info.url)
    if body.pictures:
        is_first = not (isinstance(page.view, PostView) and page.view.post.image)
        html = with_pictures(html, body.pictures, lambda path: root + path, is_first, catalog=catalog)
    return (_content(body, boxed_tables(html, catalog)),)


def _summary(item: FeedItem, address: Address, catalog: Catalog) -> Content:
    """A summary with its picture: feed readers that find a caption, and no text, would take that for the text."""
    html = feed_html(f"<p>{escape(item.post.summary)}</p>", item.post.image, item.corrections, address, catalog)
    return Content(Markup(html), word_count(item.post.summary), 1)


def _content(body: Body, html: str) -> Content:
    return Content(Markup(html), body.words, reading_minutes(body.words, body.language))
