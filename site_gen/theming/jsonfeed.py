"""The JSON feed, version 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from typing import Any

import msgspec

from site_gen.model.feed import FeedView
from site_gen.model.page import PageInfo, SiteView
from site_gen.text.dates import iso
from site_gen.theming.contract import RenderedItem
from site_gen.theming.filters import filters


def json_feed(site: SiteView, info: PageInfo, view: FeedView, items: tuple[RenderedItem, ...]) -> bytes:
    """The feed's bytes."""
    absolute = filters(site.base_url)["absolute"]
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": view.title,
        "home_page_url": absolute(view.home),
        "feed_url": absolute(info.url),
        "description": view.description,
        "icon": absolute("/icon-512.png"),
        "favicon": absolute("/icon-144.png"),
        "language": site.language,
        "authors": [{"name": site.publisher, "url": absolute("/")}],
        **({"hubs": [{"type": "WebSub", "url": view.hub}]} if view.hub else {}),
        "items": [_item(item, absolute) for item in items],
    }
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"


def _item(item: RenderedItem, absolute: Any) -> dict[str, Any]:
    post = item.post
    entry: dict[str, Any] = {"id": item.guid or absolute(post.url), "url": absolute(post.url), "title": post.title}
    if item.content is not None:
        entry["content_html"] = str(item.content.html)
    else:
        entry["content_text"] = item.summary or post.title
    entry["summary"] = item.summary
    entry["date_published"] = iso(post.date)
    if post.updated:
        entry["date_modified"] = iso(post.updated)
    if post.language:
        entry["language"] = post.language
    if post.authors:
        entry["authors"] = [{"name": name} for name in post.authors]
    if post.tags:
        entry["tags"] = [term.name for term in post.tags]
    if post.image:
        entry["image"] = absolute(post.image.src)
    return entry
