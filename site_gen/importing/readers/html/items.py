"""The pages of a folder as items, and where its other addresses lead."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo
from typing import Literal
from urllib.parse import urljoin

from msgspec import Struct
from msgspec.structs import replace

from site_gen.conversion.feed_entry import Entry, Feed
from site_gen.conversion.feed_html import plain_words
from site_gen.importing.item import Item, Loss, Term
from site_gen.importing.readers.feeds.items import address_in, moment_of
from site_gen.importing.readers.html.addresses import Addressed, full, same
from site_gen.importing.readers.html.head import Head
from site_gen.importing.readers.html.page import SourcePage
from site_gen.importing.readers.html.site_feeds import entries_of

_ARCHIVE = "/archive/"
_FEW = 4
_MOST_STEPS = 5


class Site(Struct, frozen=True):
    """All that a folder has: its pages with their addresses, and its feeds."""

    home: str
    pages: tuple[Addressed, ...]
    feeds: Mapping[str, Feed]
    zone: tzinfo


def items_of(site: Site) -> tuple[Item, ...]:
    """Each page as an item: articles and pages, and the others with why they are skipped."""
    entries: dict[str, Entry] = {}
    for known in entries_of(site.feeds):
        if address := address_in(known.link, site.home):
            entries.setdefault(same(address), known)
    texts = [one for one in site.pages if _is_text(one)]
    common = _Common(texts)
    is_by_address = all(entry.key in ("", entry.link) for entry in entries.values())
    olds = _old_addresses(site)
    found = []
    for one in site.pages:
        if not _is_text(one):
            found.append(_skipped(one))
            continue
        entry = entries.get(same(one.address))
        item = _with_entry(_item(one, site, common), entry, site)
        guid = entry.key or entry.link if entry else full(site.home, one.address) if site.home and is_by_address else ""
        found.append(replace(item, guid=guid, more_addresses=(*item.more_addresses, *olds.get(one.page.path, ()))))
    return tuple(found)


def archives_of(site: Site) -> tuple[tuple[str, str], ...]:
    """The patterns of the addresses of tags and categories, by the links of articles."""
    found: dict[tuple[str, str], None] = {}
    for one in site.pages:
        for term, href in one.page.head.terms if _is_text(one) else ():
            address = _within(site, one, href)
            before, mark, after = address.rpartition(term.slug)
            if mark and before.endswith("/"):
                found[(f"{before}{{slug}}{after}".replace("index.html", ""), term.kind)] = None
    return tuple(found)


def redirects_of(site: Site, items: Iterable[Item]) -> tuple[tuple[str, str], ...]:
    """Where pages led that are no items: redirects, and lists, which lead to the archive."""
    texts = {same(old) for item in items if not item.skipped for old in (item.address, *item.more_addresses)}
    found: dict[str, str] = {}
    redirects = _redirects(site)
    for one in site.pages:
        kind = one.page.facts.kind
        if kind == "list" and same(one.address) != "/":
            found[one.address] = _ARCHIVE
        elif kind == "redirect" and same(one.address) not in texts:
            found[one.address] = _end(site, one, redirects) or _ARCHIVE
    return tuple(found.items())


class _Common:
    """What many articles have alike, and so says nothing of one of them."""

    def __init__(self, texts: Iterable[Addressed]) -> None:
        heads = [one.page.head for one in texts]
        self._most = max(_FEW - 1, len(heads) * 0.3)
        self._counts = Counter((*(head.summary for head in heads), *(head.picture for head in heads)))
        self._words = Counter(word for head in heads for word in head.keywords)

    def own(self, text: str) -> str:
        """The text, or "" where it is that of many."""
        return "" if self._counts[text] >= self._most else text

    def keywords(self, words: Iterable[str]) -> tuple[str, ...]:
        """Those that not most articles have."""
        return tuple(word for word in words if self._words[word] <= max(_FEW, self._most * 2))


def _is_text(one: Addressed) -> bool:
    return one.page.facts.kind in ("article", "page") and not one.copy_of and bool(one.page.html.strip())


def _skipped(one: Addressed) -> Item:
    page = one.page
    why = f"a copy of {one.copy_of}, by its canonical link" if one.copy_of else page.facts.why
    why = why if page.facts.kind not in ("article", "page") or one.copy_of else "there is no text in it"
    return Item(key=page.path, kind="other", place=page.path, title=page.head.title, address="", skipped=why)


def _item(one: Addressed, site: Site, common: _Common) -> Item:
    page, head = one.page, one.page.head
    kind: Literal["post", "page"] = "post" if page.facts.kind == "article" else "page"
    title = head.title or page.path.removesuffix("/index.html").rpartition("/")[2].rpartition(".")[0] or page.path
    return Item(
        key=page.path,
        kind=kind,
        place=page.path,
        file=page.path,
        title=title,
        address=one.address,
        more_addresses=(one.by_file,) if one.by_file != one.address else (),
        base=urljoin(full(site.home, one.by_file), page.base),
        date=head.date,
        timed=head.timed,
        updated=head.updated,
        slug=re.sub(r"\.html?\Z", "", one.address.partition("?")[0].rstrip("/").rpartition("/")[2]),
        authors=head.authors,
        terms=tuple(_terms(page.head, common)),
        summary="" if head.summary.casefold().startswith(title.casefold()) else common.own(head.summary),
        body=page.raw,
        html=page.html,
        words=page.html,
        picture=_picture(one, site, common),
        losses=tuple(_left_out(page)),
    )


def _terms(head: Head, common: _Common) -> Iterator[Term]:
    """The tags and categories that a page links to; without tags its keywords."""
    yield from (term for term, _ in head.terms)
    if not any(term.kind == "tag" for term, _ in head.terms):
        yield from (Term("tag", name) for name in common.keywords(head.keywords))


def _picture(one: Addressed, site: Site, common: _Common) -> str:
    """The picture that a page names for others, if it is the site's own, of this page alone, and not in its text."""
    said = common.own(one.page.head.picture)
    url = urljoin(full(site.home, one.by_file), said) if said else ""
    return url if address_in(url, site.home) and url.rpartition("/")[2] not in one.page.html else ""


def _left_out(page: SourcePage) -> Iterator[Loss]:
    if page.left_out:
        parts = ", ".join(f"{name} ({count} words)" for name, count in page.left_out)
        yield Loss(0, f"left out as layout: {parts}")


def _with_entry(item: Item, entry: Entry | None, site: Site) -> Item:
    """The item with what its feed knows better; one without a date is a standing page."""
    if entry is not None:
        date, timed = (item.date, item.timed) if item.date and item.timed else moment_of(entry.published, site.zone)
        terms = item.terms or tuple(Term("tag", name) for one in entry.categories if (name := plain_words(one.name)))
        authors = item.authors or tuple(filter(None, map(plain_words, entry.authors)))
        item = replace(item, kind="post", date=date or item.date, timed=timed, terms=terms, authors=authors)
    if item.kind == "post" and item.date is None:
        return replace(item, kind="page", losses=(*item.losses, Loss(0, "it has no date: it is a standing page here")))
    return item


def _old_addresses(site: Site) -> dict[str, tuple[str, ...]]:
    """The addresses of redirects and copies, by the paths of the texts that they lead to."""
    paths = {same(one.address): one.page.path for one in site.pages if _is_text(one)}
    redirects = _redirects(site)
    found: dict[str, list[str]] = {}
    for one in site.pages:
        path = one.copy_of if one.copy_of else ""
        if one.page.facts.kind == "redirect":
            path = paths.get(same(_end(site, one, redirects)), "")
        if path:
            found.setdefault(path, []).append(one.by_file)
    return {path: tuple(olds) for path, olds in found.items()}


def _redirects(site: Site) -> dict[str, Addressed]:
    """The pages that redirect, by their addresses."""
    return {same(page.address): page for page in site.pages if page.page.facts.kind == "redirect"}


def _end(site: Site, one: Addressed, redirects: Mapping[str, Addressed]) -> str:
    """Where a redirect ends: an address of the site, or a full one elsewhere."""
    for _ in range(_MOST_STEPS):
        target = urljoin(full(site.home, one.by_file), one.page.facts.to)
        address = _within(site, one, one.page.facts.to)
        if not address or (following := redirects.get(same(address))) is None or following is one:
            return address or target
        one = following
    return ""


def _within(site: Site, one: Addressed, href: str) -> str:
    """The address of a link within the site; "" for one elsewhere."""
    try:
        return address_in(
            urljoin(urljoin(full(site.home, one.by_file), one.page.base), href), site.home or full("", "")
        )
    except ValueError:
        return ""
