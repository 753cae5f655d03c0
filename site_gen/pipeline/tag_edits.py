"""Tags renamed or merged in all posts, with redirects of their old addresses."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.indexing.index import Indexed
from site_gen.model.post import Entry
from site_gen.model.published import PublishedAddress
from site_gen.model.settings import Settings
from site_gen.pages.plan import Plan
from site_gen.pipeline.addresses import addresses_of
from site_gen.pipeline.front_edits import with_tags
from site_gen.pipeline.read import Sources
from site_gen.storage.files import read_source, write_source
from site_gen.text.slug import fold


class TagEdits(Struct, frozen=True):
    """The posts that are edited, with their new bytes; the addresses that the old tags had, each of the new tag."""

    posts: Mapping[str, bytes]
    addresses: tuple[PublishedAddress, ...]


def tag_edits(root: Path, old: tuple[str, ...], new: str, sources: Sources, indexed: Indexed, plan: Plan) -> TagEdits:
    """What renaming tags changes; nothing is written."""
    renamed = {fold(name): new for name in old}
    posts = {}
    for entry in sources.posts:
        if any(renamed.get(fold(name), name) != name for name in entry.front.tags):
            data = read_source(root, entry.source.path)
            posts[entry.source.path] = with_tags(entry.source.path, data, renamed)
    terms = {
        ref.url
        for one in indexed.every_edition
        for name in old
        if (ref := one.vocabulary.refs.get(fold(name))) is not None
    }
    every = addresses_of(plan, sources, indexed.site.as_of)
    homes = tuple(sorted(terms))
    addresses = (one for one in every if homes and one.address.startswith(homes))
    return TagEdits(posts, tuple(one if one.kind == "feed" else replace(one, of=new) for one in addresses))


def has_tag(entries: tuple[Entry, ...], name: str) -> bool:
    """Whether any post has a tag."""
    return any(fold(tag) == fold(name) for entry in entries for tag in entry.front.tags)


def write_posts(root: Path, edits: TagEdits) -> None:
    """Write the posts; each file is complete, old or new."""
    for path, data in edits.posts.items():
        write_source(root, path, data)


def named_in_settings(settings: Settings, names: tuple[str, ...]) -> tuple[str, ...]:
    """Which of the names site.yaml has too, under `tags` or `sections`."""
    known = {fold(name) for key, tag in settings.tags.items() for name in (key, tag.name, *tag.aliases)}
    known |= {fold(name) for name in settings.sections}
    return tuple(name for name in names if fold(name) in known)
