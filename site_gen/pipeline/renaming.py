"""A post given another name: its file, its slug, an alias for its old address."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_gen.indexing.index import url_of
from site_gen.model.post import Entry
from site_gen.model.problem import Problem, SiteError
from site_gen.model.published import PublishedAddress
from site_gen.model.settings import Settings
from site_gen.parsing.post import read_post
from site_gen.pipeline.front_edits import with_alias, with_slug
from site_gen.pipeline.read import Sources
from site_gen.storage.files import read_source, write_source
from site_gen.text.language.site_languages import site_languages

_NAME = re.compile(r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}-)?(?P<slug>[^.]+)(?P<rest>(?:\.[A-Za-z-]+)?\.md)")


class Renamed(Struct, frozen=True, kw_only=True):
    """The post's new file with its bytes, both addresses, and the alias that it got, if any."""

    path: str
    data: bytes
    old_url: str
    url: str
    alias: str = ""


def renamed(root: Path, entry: Entry, slug: str, settings: Settings, recorded: tuple[PublishedAddress, ...]) -> Renamed:
    """A post under another slug; nothing is written. A draft whose address was never published needs no alias."""
    path = entry.source.path
    folder, _, name = path.rpartition("/")
    parts = _NAME.fullmatch(name)
    new_path = f"{folder}/{parts['date'] or ''}{slug}{parts['rest']}" if parts else f"{folder}/{slug}.md"
    data = with_slug(path, read_source(root, path), slug)
    moved = read_post(new_path, data, ZoneInfo(settings.timezone), False, site_languages(settings)).value
    if moved is None:
        raise SiteError((Problem(path, 0, 0, "This post could not be renamed.", "Rename it by hand."),))
    old_url, url = url_of(entry, settings), url_of(moved, settings)
    published = not entry.front.draft or any(one.address == old_url for one in recorded)
    alias = old_url if published and old_url not in (url, *entry.front.aliases) else ""
    return Renamed(
        path=new_path,
        data=with_alias(path, data, alias) if alias else data,
        old_url=old_url,
        url=url,
        alias=alias,
    )


def write_renamed(root: Path, old: str, found: Renamed) -> None:
    """Write the new file, then remove the old one: the text is never lost."""
    write_source(root, found.path, found.data)
    if found.path != old:
        (root / old).unlink()


def links_to(root: Path, path: str, sources: Sources) -> tuple[str, ...]:
    """The places, as `file:line`, that name a file: links of texts, and `translation_of`."""
    name = path.rpartition("/")[2]
    stem = re.escape(name.removesuffix(".md"))
    named = re.compile(rf"""[(\s/<"']{re.escape(name)}(?=[)\s#>"']|$)|^translation_of:.*\b{stem}(?:\.md)?["']?\s*$""")
    found = []
    for file in (*(one.source.path for one in sources.posts), *(one.source.path for one in sources.pages)):
        text = read_source(root, file).decode("utf-8", "replace") if file != path else ""
        found += [f"{file}:{number}" for number, line in enumerate(text.splitlines(), 1) if named.search(line)]
    return tuple(found)
