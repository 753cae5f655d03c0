"""Folders of Jekyll: `_posts/`, `_drafts/`, collections, and pages anywhere.

https://jekyllrb.com/docs/permalinks/ describes the addresses.
"""

import re
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from msgspec.structs import replace

from site_gen.conversion.matter import read_matter
from site_gen.extract.decode import decode
from site_gen.importing.item import Export, Item
from site_gen.importing.readers.folder import Source, item_of, sources_in
from site_gen.importing.readers.macros import without_liquid
from site_gen.model.problem import Result
from site_gen.storage.files import read_whole
from site_gen.text.slug import slugify

_STYLES = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "weekdate": "/:categories/:year/W:week/:short_day/:title.html",
    "none": "/:categories/:title.html",
}
_APART = frozenset(("_includes", "_layouts", "_sass", "_site", "_data", "_plugins", "node_modules", "vendor"))
_NOT_TEXTS = frozenset(("readme", "license", "contributing", "changelog", "code_of_conduct", "security"))


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The texts of a site, posts first."""
    config = path / "_config.yml"
    values: dict[str, Any] = {}
    if config.is_file():
        text = decode(read_whole(config)).text
        values = read_matter(config.name, f"---\n{text.removeprefix('---')}\n---\n", zone).values
    home = f"{values.get('url', '')}{values.get('baseurl', '')}".rstrip("/")
    home = home if home.startswith(("http://", "https://")) else ""
    style = str(values.get("permalink", "date"))
    items = [
        _item(source, _STYLES.get(style, style), home, zone)
        for source in sources_in(path, "", zone)
        if not _APART.intersection(source.path.split("/"))
    ]
    return Result(
        Export(
            form="Jekyll",
            items=tuple(items),
            home=home,
            feeds=("/feed/", "/atom.xml", "/rss.xml"),
            archives=(("/category/", "category"), ("/tag/", "tag")),
            media=(path,),
        )
    )


def _item(source: Source, style: str, home: str, zone: tzinfo) -> Item:
    parts = source.path.split("/")
    is_post, is_draft = "_posts" in parts[:-1], "_drafts" in parts[:-1]
    kind: Literal["post", "page"] = "post" if is_post or is_draft else "page"
    item = item_of(source, kind, zone, lambda text: without_liquid(text, home), source.path)
    if why := _why_skipped(source, kind):
        return replace(item, kind="other", skipped=why)
    address = _address(source, item, style, is_post)
    aliases = tuple("/" + one.lstrip("/") for one in source.texts("redirect_from"))
    return replace(
        item,
        address="" if is_draft else address,
        more_addresses=aliases,
        slug=item.slug or address.rstrip("/").rpartition("/")[2].removesuffix(".html"),
        guid=home + re.sub(r"\.html\Z", "", address) if home and is_post else "",
        draft=item.draft or ("a draft" if is_draft else ""),
    )


def _why_skipped(source: Source, kind: str) -> str:
    """Why a file is no text of its own; "" where it is one."""
    if not source.matter.lines:
        return "it has no front matter: Jekyll copies it as it is"
    if source.name.lower() in _NOT_TEXTS:
        return "it is about the repository"
    is_template = kind == "page" and not source.text("title")
    return "a page without a title: a template of a list, most likely" if is_template else ""


def _address(source: Source, item: Item, style: str, is_post: bool) -> str:
    own = source.text("permalink")
    if own and "/:" not in own:
        path = "/" + urlsplit(own).path.strip("/")
        return path + "/" if own.endswith("/") and path != "/" else path
    if is_post and item.date:
        return _by_pattern(own or style, source, item, item.date)
    stem = source.path.rpartition(".")[0].removeprefix("_")
    if stem.rpartition("/")[2] == "index":
        return "/" + stem.removesuffix("index")
    return f"/{stem}/" if style.endswith("/") else f"/{stem}.html"


def _by_pattern(pattern: str, source: Source, item: Item, date: datetime) -> str:
    name = item.slug or source.name
    folders = source.path.partition("_posts/")[0].strip("/")
    categories = [slugify(term.name) for term in item.terms if term.kind == "category"]
    values = {
        "title": name, "slug": slugify(name), "categories": "/".join(filter(None, (folders, *categories))),
        "year": f"{date:%Y}", "month": f"{date:%m}", "day": f"{date:%d}", "i_month": str(date.month),
        "i_day": str(date.day), "short_year": f"{date:%y}", "y_day": f"{date:%j}", "output_ext": ".html",
    }  # fmt: skip
    made = re.sub(r":(\w+)", lambda match: values.get(match[1], match[0]), pattern)
    return re.sub(r"/{2,}", "/", "/" + made.lstrip("/"))
