"""Reads JSON Feed, versions 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from typing import Any

from site_gen.conversion.feed_entry import Attachment, Category, Content, Entry, Feed
from site_gen.model.problem import Problem, Result

_NO_FEED = ("This is JSON, but no feed: it has no list of items.", "Remove it, or save the article's text as .txt.")


def read_json_feed(name: str, text: str) -> Result[Feed]:
    """The feed in a JSON text. Values of wrong types are passed over."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        hint = "Save the feed again."
        return Result(None, (Problem(name, error.lineno, error.colno, f"This is not JSON: {error.msg}.", hint),))
    except (RecursionError, ValueError):
        return Result(None, (Problem(name, 1, 1, "This JSON is nested too deep.", "Save the feed again."),))
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list):
        return Result(None, (Problem(name, 1, 1, *_NO_FEED),))
    home = _text(found, "home_page_url")
    entries = tuple(_entry(item, home) for item in items if isinstance(item, dict))
    return Result(Feed(_text(found, "title"), entries, home, "", _text(found, "feed_url"), tuple(_authors(found))))


def _entry(item: dict[str, Any], home: str) -> Entry:
    link = _text(item, "url")
    made, words = _text(item, "content_html"), _text(item, "content_text")
    summary = _text(item, "summary")
    return Entry(
        key=_text(item, "id"),
        title=_text(item, "title"),
        link=link or _text(item, "external_url"),
        base=link or home,
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        authors=tuple(filter(None, _authors(item))),
        categories=tuple(Category(tag) for tag in _list(item, "tags") if isinstance(tag, str)),
        content=Content(made, True) if made else Content(words, False) if words else None,
        summary=Content(summary, False) if summary else None,
        picture=_text(item, "image") or _text(item, "banner_image"),
        attachments=tuple(
            Attachment(_text(one, "url"), _text(one, "mime_type"), _text(one, "title"))
            for one in _list(item, "attachments")
            if isinstance(one, dict)
        ),
    )


def _authors(item: dict[str, Any]) -> list[str]:
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    return [_text(one, "name") for one in listed if isinstance(one, dict)]


def _list(values: dict[str, Any], key: str) -> list[Any]:
    value = values.get(key)
    return value if isinstance(value, list) else []


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, int) else ""
