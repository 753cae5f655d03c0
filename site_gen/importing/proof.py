"""Each old address of an import, and by what the site answers it: found by planning the site, not by promising."""

from collections.abc import Collection, Container, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from site_gen.importing.earlier import answered, followed
from site_gen.importing.item import Export
from site_gen.importing.moved import moved, with_redirects
from site_gen.importing.place import CASE, FRONT, OWN_FILE, TAKEN, Placed
from site_gen.importing.report import QUERY, AddressReport
from site_gen.importing.tag_map import Tags
from site_gen.model.page import Page
from site_gen.model.post import Post
from site_gen.model.problem import Problem, SiteError
from site_gen.pages.redirect import queried
from site_gen.pages.repair import Answers
from site_gen.parsing.earlier_site import Earlier
from site_gen.parsing.redirects import read_redirects
from site_gen.session import Outline, SiteRequest, SiteSession
from site_gen.text.slug import fold
from site_gen.urls import address_of, closed, closed_source, decoded, folded_source, path_of


class Proof(Struct, frozen=True):
    """Old addresses with their answers, the redirects.yaml that gives them, and why the site does not build yet."""

    addresses: tuple[AddressReport, ...]
    redirects: bytes = b""
    lines: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def addresses_of(
    root: Path,
    export: Export,
    placed: tuple[Placed, ...],
    tags: Tags,
    earlier: Earlier,
    now: datetime,
    files: Mapping[str, str],
    removed: Container[str] = (),
) -> Proof:
    """What answers each old address: those of the items, `earlier` ones that sitemaps have, and those of `files`, which
    are given with their new ones.

    Addresses whose lines were `removed` from redirects.yaml here get none again.
    """
    try:
        outline = SiteSession(root, SiteRequest(ingest=False)).outline(now)
    except SiteError as error:
        return Proof(expected(placed), problems=error.problems)
    pages = {address_of(page.path).casefold(): page for page in outline.plan.pages}
    urls = {fold(name): url for name, url in _tag_urls(outline.indexed.site.posts, placed, tags)}
    paths = {page.path for page in outline.plan.pages}
    texts = _texts(placed)
    wanted = moved(export, tags, urls, paths, texts)
    wanted = {old: new for old, new in wanted.items() if folded_source(old) not in texts}
    wanted |= _pictures(export, placed, pages)
    wanted |= _moved_files(files, frozenset(outline.plan.files))
    data, lines, refused = with_redirects(root, wanted, removed)
    answers = _answers(outline, earlier, data)
    if followers := followed(earlier, answers, wanted):
        data, lines, refused = with_redirects(root, wanted | followers, removed)
        answers = _answers(outline, earlier, data)
    asked = frozenset(one.source for one in queried(outline.indexed.site))
    found = [*_of_items(placed, pages, asked, now), *(_of_line(old, new, refused) for old, new in wanted.items())]
    known = {closed(one.address) for one in found}
    others = answered(earlier, answers)
    return Proof((*found, *(one for one in others if closed(one.address) not in known)), data, lines)


def _of_items(
    placed: tuple[Placed, ...], pages: Mapping[str, Page], asked: Container[str], now: datetime
) -> Iterator[AddressReport]:
    """What answers the old addresses of published items; `asked` are those that their queries decide."""
    for one in placed:
        if not one.item.draft and not _is_away(one, now):
            reasons = dict(one.unanswered)
            for old in one.item.addresses:
                is_asked = old in asked and old in one.aliases
                yield AddressReport(old, QUERY, one.address) if is_asked else _answer(old, one, pages, reasons)


def _of_line(old: str, new: str, refused: Mapping[str, str]) -> AddressReport:
    """What answers an address by its line in redirects.yaml, if it can have one."""
    by = "" if old in refused else QUERY if "?" in old else "gone" if new == "gone" else "redirect"
    return AddressReport(old, by, new, refused.get(old, ""))


def _answers(outline: Outline, earlier: Earlier, redirects: bytes) -> Answers:
    """What answers addresses with these bytes of redirects.yaml."""
    plan, site, posts = outline.plan, outline.indexed.site, outline.sources.posts
    read = read_redirects(redirects).value if redirects.strip() else ()
    return Answers(earlier.addresses, site, posts, plan.pages, plan.files, read or ())


def _texts(placed: tuple[Placed, ...]) -> dict[str, str]:
    """The addresses of texts by their old ones, these as `folded_source` has them."""
    return {folded_source(old): one.address for one in placed for old in one.item.addresses if not one.item.draft}


def _pictures(export: Export, placed: tuple[Placed, ...], pages: Mapping[str, Page]) -> dict[str, str]:
    """Where the pages of pictures lead: to the posts that the pictures belong to."""
    addresses = {one.item.key: one.address for one in placed if not one.item.draft}
    found: dict[str, str] = {}
    for item in export.items:
        if item.kind == "picture":
            to = addresses.get(item.parent, "")
            due = (old for old in item.addresses if closed_source(old).casefold() not in pages)
            found |= dict.fromkeys(due, to if to.casefold() in pages else "gone")
    return found


def _moved_files(files: Mapping[str, str], here: Collection[str]) -> dict[str, str]:
    """Where old addresses of files lead that no file here has."""
    static = {path.casefold() for path in here}
    return {old: new for old, new in files.items() if path_of(old).casefold() not in static and path_of(new) in here}


def _is_away(placed: Placed, now: datetime) -> bool:
    """Whether a post is not published yet or no longer, here or there."""
    date, expires = placed.item.date, placed.item.expires
    return (date is not None and date > now) or (expires is not None and expires <= now)


def _answer(old: str, placed: Placed, pages: Mapping[str, Page], reasons: Mapping[str, str]) -> AddressReport:
    page = pages.get(address_of(path_of(closed_source(old))).casefold())
    if page is None or reasons.get(old) == CASE:
        why = reasons.get(old) or "its post is not published, or was edited here"
        return AddressReport(old, "", placed.address, why)
    is_redirect = page.info.kind == "redirect"
    return AddressReport(old, "alias" if is_redirect else "page", placed.address)


def expected(placed: tuple[Placed, ...]) -> tuple[AddressReport, ...]:
    """What files that are not written yet will answer, as far as they alone decide it."""
    found = []
    for one in placed:
        reasons = dict(one.unanswered)
        for old in one.item.addresses:
            if not one.item.draft:
                by = _by(old, one, reasons.get(old, ""))
                found.append(AddressReport(old, by, one.address, reasons.get(old, "")))
    return tuple(found)


def _by(old: str, placed: Placed, fault: str) -> str:
    """What answers an address; one that another page has is answered by that."""
    if old in placed.aliases:
        return QUERY if "?" in old else "alias"
    return "page" if not fault or fault in (TAKEN, FRONT, OWN_FILE) else ""


def _tag_urls(posts: tuple[Post, ...], placed: tuple[Placed, ...], tags: Tags) -> list[tuple[str, str]]:
    """The addresses of tags by the names that posts have for them."""
    by_path = {post.source.path: post for post in posts}
    found = []
    for one in placed:
        post = by_path.get(one.path)
        if post is None:
            continue
        shown = {fold(term.name): term.url for term in post.card.tags}
        names = tags.tags_of(one.item)
        found += [(name, shown[fold(name)]) for name in names if fold(name) in shown]
        if len(post.card.tags) == len(names):
            found += [(name, term.url) for name, term in zip(names, post.card.tags, strict=True)]
    return [(name, decoded(url)) for name, url in found]
