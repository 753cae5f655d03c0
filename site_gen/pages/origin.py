"""What makes an address: its page and the files behind it, or the redirect that answers it. Pure."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from site_gen.model.feed import FeedView
from site_gen.model.page import Page
from site_gen.model.post import Entry
from site_gen.model.published import PublishedAddress
from site_gen.model.redirect import GONE, Redirect
from site_gen.model.site import Site
from site_gen.pages.redirect import ALIAS, table
from site_gen.parsing.redirects import REDIRECTS
from site_gen.urls import closed, closed_source, decoded, file_at

PAGE, STATIC, REDIRECTED, GONE_FOR_GOOD, NOTHING = "page", "file", "redirect", "gone", "nothing"
_MOST = 1000  # files of one list that are named


class Origin(Struct, frozen=True, kw_only=True):
    """What makes an address. `files` are those whose words it shows; `led_here` are the addresses that redirect to it.

    `published` is the first day, "" where addresses.lock does not have it.
    """

    address: str
    what: str
    kind: str = ""
    source: str = ""
    template: str = ""
    files: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    target: str = ""
    led_here: tuple[str, ...] = ()
    published: str = ""


def origin(
    address: str,
    site: Site,
    pages: Iterable[Page],
    files: Collection[str],
    entries: Iterable[Entry],
    recorded: Iterable[PublishedAddress],
) -> Origin:
    """What makes an address as a reader types it, with or without its closing slash."""
    by_path = {page.path: page for page in pages}
    address = (
        address if file_at(address, by_path.keys() | set(files)) == address.lstrip("/") else closed_source(address)
    )
    day = next((one.day for one in recorded if one.address == address), "")
    path = file_at(address, by_path.keys() | set(files))
    rules = table(site)
    led_here = tuple(one.source for one in rules if one.target and closed(decoded(one.target)) == address)
    page = by_path.get(path)
    if page is not None and page.info.kind != "redirect":
        return _of_page(address, page, site, entries, led_here, day)
    if path in files:
        return Origin(address=address, what=STATIC, source=f"static/{path}", led_here=led_here, published=day)
    source = page.source.removeprefix(ALIAS) if page is not None else ""
    return _answered(address, rules, source, day)


def _answered(address: str, rules: Iterable[Redirect], source: str, day: str) -> Origin:
    """What answers an address that is no page: a redirect, which is of `source` or of redirects.yaml, or nothing."""
    matching = (one for one in rules if one.source == address or (one.prefix and address.startswith(one.prefix)))
    rule = next(matching, None)
    if rule is None:
        return Origin(address=address, what=NOTHING, published=day)
    what = GONE_FOR_GOOD if rule.status == GONE else REDIRECTED
    source = source or (REDIRECTS if rule.key else "")
    return Origin(address=address, what=what, source=source, target=decoded(rule.target), published=day)


def _of_page(
    address: str, page: Page, site: Site, entries: Iterable[Entry], led_here: tuple[str, ...], day: str
) -> Origin:
    posts = {post.card.url: post for one in site.every_edition for post in one.posts}
    seeds = {entry.source.path: entry.front.seed for entry in entries}
    own = posts.get(address)
    if own is not None:
        seed = seeds.get(page.source, "")
        files = (page.source, *([seed] if seed else []))
    elif page.source.startswith("content/"):
        files = (page.source,)
    else:
        view = page.view
        cards = tuple(item.post for item in view.items) if isinstance(view, FeedView) else getattr(view, "posts", ())
        urls = [card.url for card in cards]
        files = tuple(posts[url].source.path for url in urls[:_MOST] if url in posts)
    return Origin(
        address=address,
        what=PAGE,
        kind=page.info.kind,
        source=page.source,
        template=page.template,
        files=files,
        tags=tuple(tag.name for tag in own.card.tags) if own else (),
        led_here=led_here,
        published=day,
    )
