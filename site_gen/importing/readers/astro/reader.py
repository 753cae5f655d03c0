"""Folders of Astro: content collections and pages in Markdown and MDX.

An identifier in the feeds of @astrojs/rss is the full address.
"""

import posixpath
import re
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from urllib.parse import quote

from msgspec.structs import replace

from site_gen.importing.heading_names import github_slug
from site_gen.importing.item import Export, Item, Loss
from site_gen.importing.readers.astro.mdx import without_mdx
from site_gen.importing.readers.astro.site import AstroSite, load_site
from site_gen.importing.readers.folder import Source, date_of, item_of, slug_of, sources_in, without_index
from site_gen.importing.readers.macros import Said
from site_gen.model.problem import Result
from site_gen.storage.files import walk

_LANGUAGES = re.compile(r"(ar|de|en|es|fr|he|it|ja|ko|nl|pl|pt|ru|sv|tr|uk|zh)(-[A-Za-z]{2,4})?", re.IGNORECASE)


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The texts of all collections, and of pages."""
    site = load_site(path)
    items = [
        _item(site, source, name, zone)
        for name, folder in site.folders.items()
        for source in sources_in(path, folder, zone)
        for source in (replace(source, root=folder),)
    ]
    return Result(
        Export(
            form="Astro",
            items=(*items, *_pages(site, path, zone)),
            home=site.home,
            feeds=site.feeds,
            archives=site.archives,
            redirects=site.redirects,
            media=(path / "public", path) if (path / "public").is_dir() else (path,),
            spelled=lambda item, href: _spelled(site, item, href),
        )
    )


def _said(source: Source) -> Said:
    return without_mdx(source.body) if source.path.endswith(".mdx") else Said(source.body, source.body, ())


def _item(site: AstroSite, source: Source, collection: str, zone: tzinfo) -> Item:
    """The item of a text of a collection, with its address."""
    place = f"{source.root}/{source.path}"
    item = item_of(source, "post" if date_of(source, zone)[0] else "page", zone, _said(source), place)
    item = replace(item, file=place)
    if any(part.startswith("_") for part in source.path.split("/")):
        return replace(item, kind="other", skipped="its name begins with _: Astro passes it over")
    if source.path.rpartition(".")[0] == "404":
        return replace(item, kind="other", skipped="what is shown for missing addresses: this site has its own")
    address = _address(site, source, collection)
    if not address:
        lost = Loss(0, f"its address is not known: no page shows the collection '{collection}' by its name")
        return replace(item, losses=(*item.losses, lost))
    return _addressed(site, source, item, address)


def _addressed(site: AstroSite, source: Source, item: Item, address: str) -> Item:
    language = _LANGUAGES.fullmatch(source.path.partition("/")[0])
    slug = slug_of(address)
    bare = address.rstrip("/")
    return replace(
        item,
        address=address,
        more_addresses=(f"{bare}.html",) if site.is_file and bare else (),
        slug=f"{slug}-{language[0].lower()}" if language and slug else slug,
        guid=site.home + quote(address) if site.home and item.kind == "post" else "",
        language=language[0] if language and language[1].lower() != "en" else "",
    )


def _address(site: AstroSite, source: Source, collection: str) -> str:
    """The address of a text by the route of its collection; "" where none is known."""
    route = next((one for one in site.routes if one.collection == collection), None)
    if route is None:
        return ""
    own = source.text("slug")
    stem = source.path.rpartition(".")[0]
    name = own or without_index("/".join(github_slug(part) for part in stem.split("/")))
    name = (source.text(route.key) or name) if route.key else name
    path = route.path
    if "{first}" in path:
        first, _, name = name.partition("/")
        path = path.replace("{first}", first, 1).replace("/{first}", "")
    return re.sub(r"/{2,}", "/", path.replace("{id}", name.strip("/")))


def _pages(site: AstroSite, root: Path, zone: tzinfo) -> Iterator[Item]:
    """Pages in Markdown, and those that are templates, which are not read."""
    folder = root / "src/pages"
    if not folder.is_dir():
        return
    for source in sources_in(root, "src/pages", zone):
        place = f"src/pages/{source.path}"
        item = item_of(source, "post" if date_of(source, zone)[0] else "page", zone, _said(source), place)
        stem = without_index(source.path.rpartition(".")[0])
        yield _addressed(site, replace(source, path=place), replace(item, file=place), f"/{stem}/" if stem else "/")
    for path, _ in sorted(walk(folder, ".astro", misnamed=[], texts=(".site_gen",))):
        place = f"src/pages/{path}"
        yield Item(key=place, kind="other", place=place, skipped="a template of Astro")


def _spelled(site: AstroSite, item: Item, href: str) -> str:
    """A path that begins with an alias, from the text's own folder."""
    for name, target in sorted(site.aliases.items(), key=lambda one: -len(one[0])):
        if href.startswith(name):
            return posixpath.relpath(target + href.removeprefix(name), posixpath.dirname(item.file))
    return href
