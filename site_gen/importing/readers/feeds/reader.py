"""Saved feeds: RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed; one file, or a folder of the pages of one feed."""

from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_gen.conversion.feed_entry import Entry, Feed
from site_gen.importing.item import Export, Item, Loss, OldSite
from site_gen.importing.readers.feeds.items import address_in, home_of, is_comment, item_of, key_of, read_feed
from site_gen.importing.recall import text_of_html
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import walk

SUFFIXES = (".xml", ".rss", ".atom", ".rdf", ".json")
_NOTHING = "There is no feed here: no file has entries of RSS, Atom or JSON Feed."


class _Found(Struct, frozen=True):
    """An entry, and the file and feed that it is in."""

    file: str
    feed: Feed
    entry: Entry


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The entries of a feed, each once, in the order of the files."""
    feeds, others, problems = _feeds(path)
    found = [_Found(name, feed, entry) for name, feed in feeds for entry in feed.entries]
    if not found:
        problems = problems or [Problem(path.name, 0, 0, _NOTHING, "Save the feed again.")]
        return Result(None, tuple(problems))
    home = home_of(Feed("", tuple(one.entry for one in found), next((feed.home for _, feed in feeds if feed.home), "")))
    selves = (address_in(feed.itself, home) for _, feed in feeds)
    return Result(
        Export(
            form="feed",
            items=(*_items(found, home, zone), *others),
            site=OldSite(title=next((feed.title for _, feed in feeds if feed.title), "")),
            home=home,
            feeds=tuple(dict.fromkeys(one for one in selves if one.strip("/") and "?" not in one)),
            media=(path,) if path.is_dir() else (),
            problems=tuple(problems),
        )
    )


def _feeds(path: Path) -> tuple[list[tuple[str, Feed]], list[Item], list[Problem]]:
    """The feeds of a folder; files that are none are items that are skipped."""
    if not path.is_dir():
        read = read_feed(path)
        return [(path.name, read.value)] if read.value else [], [], list(read.problems)
    feeds: list[tuple[str, Feed]] = []
    others: list[Item] = []
    problems: list[Problem] = []
    for name, _ in sorted(walk(path, SUFFIXES, misnamed=[], any_case=True, texts=(".site_gen",))):
        read = read_feed(path / name)
        problems += (replace(one, path=name) for one in read.problems if read.value or "not well-formed" in one.what)
        if read.value:
            feeds.append((name, read.value))
        else:
            why = read.problems[0].what.rstrip(".") if read.problems else "it is no feed"
            others.append(Item(key=f"file:{name}", kind="other", place=name, title=name, skipped=why))
    return feeds, others, problems


def _items(found: list[_Found], home: str, zone: tzinfo) -> Iterator[Item]:
    """Each entry as a post; of those that are in several places the fullest, the others skipped."""
    groups: dict[str, list[_Found]] = {}
    names: dict[str, str] = {}
    for one in found:
        if not is_comment(one.entry):
            groups.setdefault(_name(one.entry, home, names), []).append(one)
    best = {name: _fullest(ones) for name, ones in groups.items()}
    for number, one in enumerate(found, 1):
        name = "" if is_comment(one.entry) else _name(one.entry, home, names)
        if name in best and best[name] is one:
            item = item_of(one.entry, home, zone, one.file, one.feed.authors)
            others = dict.fromkeys(other.entry.key for other in groups[name] if other.entry.key not in ("", item.guid))
            losses = (Loss(0, f"another feed calls it {key}; it keeps the name {item.guid}") for key in others)
            yield replace(item, losses=(*item.losses, *losses))
            continue
        if name in best:
            other = best[name].file
            skipped = f"it is in {other} as well" if other != one.file else "it is in the feed twice"
        else:
            skipped = "a comment: comments are not imported"
        title = one.entry.title or one.entry.link
        yield Item(key=f"{key_of(one.entry)}#{number}", kind="other", place=one.file, title=title, skipped=skipped)


def _name(entry: Entry, home: str, names: dict[str, str]) -> str:
    """What entries have in common that are the same post: their identifier, or else their address."""
    key, address = key_of(entry), address_in(entry.link, home)
    name = names.get(key) or (names.get(address) if address else "") or key
    names.setdefault(key, name)
    if address:
        names.setdefault(address, name)
    return name


def _fullest(ones: list[_Found]) -> _Found:
    return max(ones, key=lambda one: _size(one.entry)) if len(ones) > 1 else ones[0]


def _size(entry: Entry) -> int:
    return len(text_of_html(entry.content.text)) + 1 if entry.content else 0
