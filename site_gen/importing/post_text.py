"""The file of an imported post or page: front matter with each value on one line, an empty line, the text."""

from datetime import datetime

from site_gen.extract.yaml_scalar import yaml_item, yaml_scalar
from site_gen.importing.place import Placed


def post_text(placed: Placed, tags: tuple[str, ...], image: str, guid: str, body: str) -> bytes:
    """The bytes of a post. `image` is the address of its picture, `guid` its old identifier in feeds; "" for none."""
    item = placed.item
    rows = [
        f"title: {yaml_scalar(_title(placed))}",
        f"date: {_date(item.date, item.timed)}" if item.date else "",
        f"updated: {_date(item.updated, True)}" if item.updated else "",
        f"slug: {yaml_scalar(placed.slug)}",
        f"aliases: {_list(placed.aliases)}" if placed.aliases else "",
        f"guid: {yaml_scalar(guid)}" if guid else "",
        f"expires: {_date(item.expires, True)}" if item.expires else "",
        f"summary: {yaml_scalar(item.summary)}" if item.summary else "",
        f"language: {item.language}" if item.language else "",
        f"authors: {_list(item.authors)}" if item.authors else "",
        f"tags: {_list(tags)}" if tags else "",
        "draft: true" if item.draft else "",
        *_image(image, item.picture_alt or item.picture_caption or _title(placed), item.picture_caption),
    ]
    return _file(rows, body)


def page_text(placed: Placed, body: str) -> bytes:
    """The bytes of a standing page."""
    item = placed.item
    rows = [
        f"title: {yaml_scalar(_title(placed))}",
        f"updated: {_date(item.updated, True)}" if item.updated else "",
        f"aliases: {_list(placed.aliases)}" if placed.aliases else "",
        f"summary: {yaml_scalar(item.summary)}" if item.summary else "",
        "draft: true" if item.draft else "",
    ]
    return _file(rows, body)


def _file(rows: list[str], body: str) -> bytes:
    text = "---\n" + "\n".join(filter(None, rows)) + "\n---\n\n" + body.strip("\n") + "\n"
    return text.encode("utf-8", "replace")


def _title(placed: Placed) -> str:
    return placed.item.title or placed.slug


def _date(moment: datetime, timed: bool) -> str:
    return moment.isoformat(timespec="seconds") if timed else moment.date().isoformat()


def _list(names: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(yaml_item, names)) + "]"


def _image(src: str, alt: str, caption: str) -> list[str]:
    if not src:
        return []
    rows = [f"  src: {yaml_scalar(src)}", f"  alt: {yaml_scalar(alt)}"]
    return ["image:", *rows, *([f"  caption: {yaml_scalar(caption)}"] if caption else [])]
