"""Lines of redirects.yaml for old addresses that belong to no post: of lists and feeds."""

from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from site_gen.extract.yaml_scalar import yaml_scalar
from site_gen.importing.item import Export, Item, Term
from site_gen.importing.tag_map import Tags
from site_gen.parsing.redirects import REDIRECTS, read_redirects
from site_gen.pipeline.redirects import redirects_text
from site_gen.storage.files import write_if_different
from site_gen.text.slug import fold
from site_gen.urls import closed, closed_source, folded_source, path_of

_HEAD = "# Old addresses, and where they lead.\n"


def moved(
    export: Export, tags: Tags, urls: Mapping[str, str], paths: Container[str], texts: Mapping[str, str]
) -> dict[str, str]:
    """Where old addresses of lists, feeds and others lead.

    `urls` are the addresses of tags by their folded names, `paths` the files of all pages of the site, `texts` the
    addresses of texts by their old ones as `folded_source` has them.
    """
    feed = next((name for name in ("/feed.xml", "/atom.xml", "/feed.json") if path_of(name) in paths), "")
    found = {old: _led(_term(new, feed, tags, urls, paths), feed, paths, texts) for old, new in export.redirects}
    found |= dict.fromkeys(export.feeds, feed) if feed else {}
    for start, kind in export.archives:
        bare, _, is_feed = kind.partition(" ")
        for slug, tag in _terms(export.items, bare, tags):
            url = urls.get(fold(tag), "")
            of_list = _feed_of(url, feed, paths) if url else feed
            found |= _list(start, slug, export.list_feed, url, of_list, bool(is_feed))
    return {old: new for old, new in found.items() if path_of(closed_source(old)) not in paths}


def _list(start: str, slug: str, list_feed: str, url: str, feed: str, is_feed: bool) -> dict[str, str]:
    """Where the list of a term and its feed lead: to the tag at `url`, to its feed, or nowhere."""
    if "{slug}" in start:
        return {start.replace("{slug}", slug): (feed if is_feed else url) or "gone"}
    of_feed = {f"{start}{slug}/{list_feed}": feed} if url and feed else {}
    return {f"{start}{slug}/": url or "gone"} | of_feed


def _feed_of(url: str, feed: str, paths: Container[str]) -> str:
    """The feed of a list, or that of the site."""
    return url + feed[1:] if path_of(url + feed[1:]) in paths else feed


def _term(new: str, feed: str, tags: Tags, urls: Mapping[str, str], paths: Container[str]) -> str:
    """The address of the list that `term:tag:NATO` names, or of the feed that `feed:tag:NATO` does; others as given."""
    what, _, rest = new.partition(":")
    kind, _, name = rest.partition(":")
    if what not in ("term", "feed") or not name:
        return new
    url = urls.get(fold(tags.tag_of(Term("category" if kind == "category" else "tag", name))), "")
    return (_feed_of(url, feed, paths) if what == "feed" else url) if url else "feed" if what == "feed" else "gone"


def _led(new: str, feed: str, paths: Container[str], texts: Mapping[str, str]) -> str:
    """Where an address leads here: to a text by its old address, to a page, elsewhere, or nowhere."""
    if new == "feed":
        return feed or "gone"
    if not new.startswith("/") or new == "/":
        return new
    found = texts.get(folded_source(new), new)
    return found if path_of(closed(found)) in paths else "gone"


def _terms(items: Iterable[Item], kind: str, tags: Tags) -> Iterable[tuple[str, str]]:
    """The terms of a kind that have an address: the slug, and the tag that each became."""
    seen: dict[str, str] = {}
    for item in (one for one in items if one.kind == "post" and not (one.draft or one.skipped)):
        for term in item.terms:
            if term.kind == kind and term.slug:
                seen.setdefault(term.slug, tags.tag_of(term))
    return seen.items()


def with_redirects(
    root: Path, wanted: Mapping[str, str], removed: Container[str] = ()
) -> tuple[bytes, tuple[str, ...], dict[str, str]]:
    """redirects.yaml with lines for what it does not have, those lines, and what it cannot hold, with the reasons.

    Lines that are there stay as they are, and addresses of lines that were `removed` get none.
    """
    data = redirects_text(root)
    known = {folded_source(one.source) for one in (read_redirects(data).or_raise() if data.strip() else ())}
    refused: dict[str, str] = {}
    found: dict[str, str] = {}
    for old, new in sorted(wanted.items()):
        key = folded_source(old)
        if key in removed and key not in known:
            refused[old] = "its line in redirects.yaml was removed here"
        elif key not in known:
            known.add(key)
            found[old] = f"{yaml_scalar(old)}: {yaml_scalar(new)}\n"
    if read_redirects("".join(found.values()).encode()).problems:
        faults = {old: read_redirects(line.encode()).problems for old, line in found.items()}
        refused |= {old: problems[0].what for old, problems in faults.items() if problems}
    lines = [line for old, line in found.items() if old not in refused]
    if not lines:
        return data, (), refused
    text = data.decode("utf-8-sig") if data.strip() else _HEAD
    return (text.rstrip("\n") + "\n" + "".join(lines)).encode(), tuple(lines), refused


def removed_redirects(root: Path, lines: Iterable[str]) -> dict[str, str]:
    """The lines of an earlier import that are not there any more, by their addresses as `folded_source` has them."""
    there = frozenset(redirects_text(root).decode("utf-8-sig").splitlines(keepends=True))
    found: dict[str, str] = {}
    for line in lines:
        if line not in there:
            found |= {folded_source(one.source): line for one in read_redirects(line.encode()).value or ()}
    return found


def forget_redirects(root: Path, lines: Iterable[str]) -> None:
    """Take out the lines that an earlier import wrote and that are still as it wrote them."""
    data, ours = redirects_text(root), frozenset(lines)
    if ours and data:
        kept = "".join(line for line in data.decode("utf-8-sig").splitlines(keepends=True) if line not in ours)
        write_if_different(root / REDIRECTS, kept.encode())


def write_redirects(root: Path, data: bytes) -> None:
    """Write redirects.yaml where it differs."""
    if data:
        write_if_different(root / REDIRECTS, data)
