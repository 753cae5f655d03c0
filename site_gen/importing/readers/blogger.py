"""Blogger's export: the backup (`blog-MM-DD-YYYY.xml`), and what Google Takeout has had in its place since 2018.

https://support.google.com/blogger/answer/41387 says how to get it. Both are Atom. In the backup a category says what an
entry is; in Takeout (`Blogger/Blogs/NAME/feed.atom`, beside the pictures in `Albums`) an element does, entries have a
file's name in the place of an address, and nothing says where the blog is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import tzinfo
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from site_gen.conversion.feed_entry import Entry
from site_gen.importing.item import Export, Item, Loss, Term
from site_gen.importing.readers.beginnings import is_of_blogger
from site_gen.importing.readers.feeds.items import address_in, home_of, item_of, parent_of, read_feed, root_of
from site_gen.model.problem import Problem, Result
from site_gen.storage.files import read_start, walk

_KIND = "http://schemas.google.com/g/2005#kind"
_LABELS = ("http://www.blogger.com/atom/ns#", "tag:blogger.com,1999:blog")
_NEW = "{http://schemas.google.com/blogger/2018}"
_DRAFTS = ("{http://www.w3.org/2007/app}draft", "{http://purl.org/atom/app#}draft")
_HOSTS = (".bp.blogspot.com", "blogger.googleusercontent.com", ".googleusercontent.com", ".ggpht.com")
_STATUS = {"DRAFT": "a draft"}
_NOBODY = ("Unknown", "Anonymous", "noreply@blogger.com")
_UNSEEN = {"SOFT_TRASHED": "in the trash", "TRASHED": "in the trash", "GHOSTED": "hidden by Blogger"}
_OTHERS = {
    "comment": "comments are not imported",
    "settings": "settings of the blog",
    "template": "the template of the blog",
}
_FEEDS = ("/feeds/posts/default", "/feeds/posts/summary", "/feeds/comments/default", "/rss.xml", "/atom.xml")
_CAPTIONED = re.compile(r"<table\b[^<>]*\btr-caption-container\b[^<>]*>(.*?)</table>", re.IGNORECASE | re.DOTALL)
_CAPTION = re.compile(r"<td\b[^<>]*\btr-caption\b[^<>]*>(.*?)</td>", re.IGNORECASE | re.DOTALL)
_PICTURE = re.compile(r"(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?", re.IGNORECASE)
_HREF = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*[\"'](https?://[^\"'<>\s]+)", re.IGNORECASE)
_MONTH = re.compile(r"/(\d{4})/(\d\d)/")
_NUMBER = re.compile(r"\.((?:post|page)-\d+)\Z")


def read(path: Path, zone: tzinfo) -> Result[Export]:
    """The posts and pages of a blog: a file, or the folder of it that Takeout makes."""
    files = sorted(_files(path)) if path.is_dir() else [path]
    entries: list[tuple[str, Entry]] = []
    problems: list[Problem] = []
    home = ""
    for file in files:
        read = read_feed(file)
        problems += read.problems
        if read.value:
            home = home or (home_of(read.value) if read.value.home else "")
            entries += ((file.name, one) for one in read.value.entries)
    if not any(_kind(one) for _, one in entries):
        what = "This is no export of Blogger: no entry says whether it is a post."
        hint = "In Blogger: Settings, Manage Blog, Back up content; or Google Takeout."
        return Result(None, tuple(problems) or (Problem(path.name, 0, 0, what, hint),))
    home = home or _home_by_links(one for _, one in entries)
    items = tuple(_items(entries, home, zone))
    return Result(
        Export(
            form="Blogger",
            items=items,
            home=home,
            is_home_known=False,
            feeds=_FEEDS,
            archives=(("/search/label/{slug}", "tag"),),
            redirects=tuple(_months(items)),
            hosts=_HOSTS,
            media=(path,) if path.is_dir() else (),
            problems=tuple(problems),
        )
    )


def _files(folder: Path) -> Iterator[Path]:
    """The exports within a folder."""
    for name, _ in walk(folder, (".xml", ".atom"), misnamed=[], any_case=True, texts=(".site_gen",)):
        if is_of_blogger(read_start(folder / name, 8000)):
            yield folder / name


def _kind(entry: Entry) -> str:
    """What an entry is: post, page, comment, settings, template; "" where nothing says it."""
    if new := entry.other.get(f"{_NEW}type"):
        return new.lower()
    return next((one.name.rpartition("#")[2] for one in entry.categories if one.scheme == _KIND), "")


def _items(entries: list[tuple[str, Entry]], home: str, zone: tzinfo) -> Iterator[Item]:
    comments = Counter(_parent(one) for _, one in entries if _kind(one) == "comment")
    others: Counter[str] = Counter()
    seen: set[str] = set()
    for file, entry in entries:
        kind = _kind(entry)
        if kind not in ("post", "page"):
            others[kind] += 1
            continue
        key = _NUMBER.search(entry.key)
        item = _item(entry, kind == "page", home, zone, file)
        if key is not None and key[1] in seen:
            yield replace(item, kind="other", key=f"{key[1]}#{len(seen)}", skipped="it is in the export twice")
            continue
        seen.add(key[1] if key else entry.key)
        losses = list(item.losses)
        if count := comments[entry.key]:
            losses.append(
                Loss(0, f"its {count} comments are not imported" if count > 1 else "its comment is not imported")
            )
        yield replace(item, key=key[1] if key else item.key, losses=tuple(losses))
    for kind, count in sorted(others.items()):
        why = _OTHERS.get(kind, "it is neither a post nor a page")
        yield Item(key=f"all-{kind}", kind="other", place=entries[0][0], title=f"{kind}: {count}", skipped=why)


def _item(entry: Entry, is_page: bool, home: str, zone: tzinfo, file: str) -> Item:
    link = entry.link if address_in(entry.link, home) else ""
    item = item_of(replace(entry, categories=(), link=link), home, zone, file)
    made, captions = _CAPTIONED.subn(_figure, item.html or "")
    address = item.address or unquote(entry.other.get(f"{_NEW}filename", ""))
    draft, skipped = _why_unseen(entry)
    return replace(
        item,
        kind="page" if is_page else "post",
        html=made,
        words=made if captions else item.words,
        address=address,
        slug=re.sub(r"\.html\Z", "", address.rpartition("/")[2]),
        draft=draft,
        skipped=skipped or ("" if item.title or made.strip() else "it has no title and no text"),
        authors=tuple(name for name in item.authors if name not in _NOBODY),
        terms=tuple(_labels(entry)),
        summary=entry.other.get(f"{_NEW}metaDescription", "") or item.summary,
        picture="",
    )


def _why_unseen(entry: Entry) -> tuple[str, str]:
    """Why an entry is a draft, and why it is not imported; "" where it is public."""
    status = entry.other.get(f"{_NEW}status", "LIVE")
    is_draft = any(entry.other.get(name, "").lower() == "yes" for name in _DRAFTS)
    return "a draft" if is_draft else _STATUS.get(status, ""), _UNSEEN.get(status, "")


def _labels(entry: Entry) -> Iterator[Term]:
    """The labels of an entry, each once."""
    names = (one.name.strip() for one in entry.categories if not one.scheme or one.scheme.startswith(_LABELS))
    return (Term("tag", name, name) for name in dict.fromkeys(names) if name)


def _parent(entry: Entry) -> str:
    return parent_of(entry) or entry.other.get(f"{_NEW}parent", "")


def _figure(match: re.Match[str]) -> str:
    """A picture with its caption, which Blogger writes as a table."""
    picture, caption = _PICTURE.search(match[1]), _CAPTION.search(match[1])
    if picture is None or caption is None:
        return match[0]
    return f"<figure>{picture[0]}<figcaption>{caption[1]}</figcaption></figure>"


def _home_by_links(entries: Iterable[Entry]) -> str:
    """The address of a blog that its export does not name: of the site whose links lead to files of the export."""
    listed = list(entries)
    files = {unquote(one.other.get(f"{_NEW}filename", "")) for one in listed} - {""}
    roots: Counter[str] = Counter()
    for one in listed:
        for url in _HREF.findall(one.content.text) if one.content else ():
            try:
                roots.update([root_of(url)] if unquote(urlsplit(url).path) in files else [])
            except ValueError:
                continue
    return max(sorted(roots), key=lambda root: roots[root]) if roots else ""


def _months(items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """The addresses of years and months with posts, which lead to the archive."""
    found: dict[str, None] = {}
    for item in items:
        if item.kind == "post" and not (item.draft or item.skipped) and (month := _MONTH.match(item.address)):
            found |= dict.fromkeys((f"/{month[1]}/", f"/{month[1]}/{month[2]}/"))
    return ((old, "/archive/") for old in found)
