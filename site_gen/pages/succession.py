"""Where that which had an address is now: its post, page, tag or list is found again. Pure."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain

from site_gen.indexing.addresses import tag_slug
from site_gen.model.post import Entry
from site_gen.model.published import PublishedAddress
from site_gen.model.site import Site
from site_gen.pages.feed import FEED_FILES
from site_gen.text.slug import fold, slugify
from site_gen.urls import file_at

_PAGE = re.compile(r"(.*/)page/[0-9]+/")
_ARCHIVE = re.compile(r"(.*)/([0-9]{4})/(?:[0-9]{2}/)?")
_LANGUAGE = re.compile(r"/[a-z]{2,3}(?:-[A-Za-z0-9]+)*(?=/)")
# Pages that each language has once.
_ONCE = ("home", "tags", "archive", "year", "month", "search", "corrections", "coverage", "feeds")
_DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-")


class Successors:
    """The addresses that follow others; `paths` are all files of the site."""

    def __init__(self, site: Site, entries: Iterable[Entry], paths: Container[str]) -> None:
        self._site, self._paths = site, paths
        seeds = {entry.source.path: entry.front.seed for entry in entries}
        texts = tuple(chain.from_iterable(map(_texts, site.every_edition)))
        language = site.settings.language
        self._by_file = {path: url for path, url, _ in texts}
        self._by_seed = {seeds[path]: url for path, url, _ in texts if seeds.get(path)}
        self._by_name = _unique((_name_of(path), url) for path, url, _ in texts)
        self._by_slug = _unique((_slug_of(url), url) for _, url, _ in texts)
        self._by_title = _unique((slugify(title, language=language), url) for _, url, title in texts)
        terms = [term.ref for one in site.every_edition for term in one.terms]
        self._by_tag = {term.slug: term.url for term in reversed(terms)}
        self._by_tag_name = {fold(term.name): term.url for term in reversed(terms)}
        self._by_letters = _unique((term.slug.replace("-", ""), term.url) for term in terms)
        self._threads = {thread.slug: thread.url for one in site.every_edition for thread in one.threads}

    def of(self, lost: PublishedAddress) -> str:
        """The address that follows a lost one, which may be lost itself; "" where nothing is found."""
        slug = _slug_of(lost.address)
        if listed := _PAGE.fullmatch(lost.address):
            return listed[1]
        if slug in FEED_FILES:
            return self._feed(lost.address, slug)
        if lost.kind == "tag":
            return self._tag(lost.of, slug)
        if lost.kind == "thread":
            return self._threads.get(slugify(lost.of, language=self._site.settings.language), "")
        if (lost.of.startswith("content/") or not lost.of) and (found := self._text(lost, slug)):
            return found
        return self._archive(lost.address) or (self._in_language(lost.address) if lost.kind in _ONCE else "")

    def _text(self, lost: PublishedAddress, slug: str) -> str:
        """The address of a post or page: of the same file, of the same seed, else of the same name or title."""
        return (
            self._by_file.get(lost.of)
            or (self._by_seed.get(lost.seed) if lost.seed else "")
            or (self._by_name.get(_name_of(lost.of)) if lost.of else "")
            or self._by_slug.get(slug)
            or self._by_title.get(slug)
            or (self._by_tag.get(slug) if not lost.of else "")
            or ""
        )

    def _tag(self, name: str, slug: str) -> str:
        """The address of a tag: by its name, by what the settings call it, else by the letters of its slug."""
        return (
            self._by_tag_name.get(fold(name))
            or self._by_tag.get(tag_slug(name, self._site.settings) if name else slug)
            or self._by_tag.get(slug)
            or self._by_letters.get(slug.replace("-", ""))
            or ""
        )

    def _feed(self, address: str, name: str) -> str:
        """Another feed of the same page, else the page: its own successor is looked for, and has its feeds."""
        home = address.removesuffix(name)
        others = (home + other for other in FEED_FILES if file_at(home + other, self._paths))
        return next(others, home)

    def _archive(self, address: str) -> str:
        """The year of a month, the archive of a year."""
        dated = _ARCHIVE.fullmatch(address)
        if dated is None or self._in_language(address):
            return ""
        places = (f"{dated[1]}/{dated[2]}/", f"{dated[1]}/archive/", f"{dated[1]}/", "/")
        return next((place for place in places if place != address and file_at(place, self._paths)), "")

    def _in_language(self, address: str) -> str:
        """The same list where the folder of its language came or went."""
        places = [one.prefix + address for one in self._site.editions] + [_LANGUAGE.sub("", address, count=1)]
        return next((place for place in places if place != address and file_at(place, self._paths)), "")


def _texts(site: Site) -> Iterator[tuple[str, str, str]]:
    """File, address and title of each post and page of an edition."""
    yield from ((post.source.path, post.card.url, post.card.title) for post in site.posts)
    yield from ((page.source.path, page.url, page.front.title) for page in site.standing)


def _slug_of(address: str) -> str:
    return address.strip("/").rpartition("/")[2].removesuffix(".html")


def _name_of(path: str) -> str:
    """A file's name without date, ending and folder, by which it is known wherever it is moved."""
    return _DATED.sub("", path.rpartition("/")[2].removesuffix(".md")).partition(".")[0]


def _unique(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The pairs whose name is that of one alone; a name that several have does not say which is meant."""
    pairs = tuple(pairs)
    counts = Counter(name for name, _ in pairs)
    return {name: url for name, url in pairs if name and counts[name] == 1}
