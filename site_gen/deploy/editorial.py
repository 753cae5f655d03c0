"""Two deployments compared in terms of posts and addresses, for editors. Pure."""

from collections.abc import Callable, Iterable, Mapping

from site_gen.model.deployment import Editorial, Manifest, Moved
from site_gen.model.feed import FeedView
from site_gen.model.page import Page, PostView
from site_gen.model.published import PublishedAddress
from site_gen.pages.feed import FEED_FILES
from site_gen.text.slug import fold
from site_gen.urls import address_of


def headlines_and_items(pages: Iterable[Page]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Headlines by the address of their post, and the addresses of items by that of their feed."""
    posts: dict[str, str] = {}
    feeds: dict[str, tuple[str, ...]] = {}
    for page in pages:
        if isinstance(page.view, PostView):
            posts[page.info.url] = page.info.title
        elif isinstance(page.view, FeedView):
            feeds[page.info.url] = tuple(item.post.url for item in page.view.items)
    return posts, feeds


def compared(old: Manifest | None, new: Manifest, is_answered: Callable[[str], bool] = lambda _: False) -> Editorial:
    """What readers will notice of the step from one deployment to the next.

    An address that `is_answered` without a page (redirected, or gone for good) does not vanish.
    """
    if old is None:
        return Editorial()
    vanishing = tuple(sorted(url for url in _vanished(old, new) if not is_answered(url)))
    if not old.release:  # only the paths are known
        return Editorial(vanishing=vanishing)
    gone = {url: title for url, title in old.posts.items() if url not in new.posts}
    come = {url: title for url, title in new.posts.items() if url not in old.posts}
    moved = _moved(gone, come)
    was = {one.new: one.old for one in moved}
    return Editorial(
        new=tuple(sorted((url, title) for url, title in come.items() if url not in was)),
        headlines=tuple(
            sorted(
                (url, old.posts[url], title) for url, title in new.posts.items() if old.posts.get(url, title) != title
            )
        ),
        moved=moved,
        vanishing=vanishing,
        again=tuple(_again(old, new, was)),
    )


def deployed_addresses(old: Manifest | None) -> tuple[PublishedAddress, ...]:
    """The addresses of pages and feeds of a deployment; none where nothing but paths is known."""
    if old is None or not old.release:
        return ()
    kinds = dict.fromkeys(old.feeds, "feed") | dict.fromkeys(old.posts, "post")
    addresses = (address_of(path) for path in old.files if _is_for_readers(path, old) and path != "404.html")
    return tuple(PublishedAddress(one, kinds.get(one, "page"), "", old.when[:10]) for one in addresses)


def _vanished(old: Manifest, new: Manifest) -> Iterable[str]:
    """Addresses of pages and feeds that are no longer there."""
    for path in old.files:
        if path not in new.files and _is_for_readers(path, old):
            yield address_of(path)


def _is_for_readers(path: str, manifest: Manifest) -> bool:
    return f"/{path}" in manifest.feeds or path.endswith((".html", *FEED_FILES))


def _moved(gone: Mapping[str, str], come: Mapping[str, str]) -> tuple[Moved, ...]:
    """Posts that vanish at one address and appear at another under the same headline."""
    by_headline: dict[str, list[str]] = {}
    for url, title in gone.items():
        by_headline.setdefault(fold(title), []).append(url)
    found = []
    for url, title in sorted(come.items()):
        before = by_headline.get(fold(title), [])
        if len(before) == 1:
            found.append(Moved(before.pop(), url, title))
    return tuple(found)


def _again(old: Manifest, new: Manifest, was: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Items whose addresses, which identify them to feed readers, are new to a feed though their posts are not."""
    for feed, items in sorted(new.feeds.items()):
        before = old.feeds.get(feed)
        if before is not None:
            old_items = set(before)
            yield from ((feed, url) for url in items if url not in old_items and (url in old.posts or url in was))


def redirect_lines(editorial: Editorial) -> tuple[str, ...]:
    """For each vanishing address a suggested line for `redirects.yaml`, which a person accepts or corrects."""
    to = {one.old: one.new for one in editorial.moved}
    return tuple(f"{url}: {to.get(url, 'gone')}" for url in editorial.vanishing)
