"""Which changes of redirects.yaml answer every address that was published. Pure."""

from collections.abc import Collection, Container, Iterable
from functools import cached_property
from operator import itemgetter

from msgspec import Struct

from site_gen.model.page import Page
from site_gen.model.post import Entry
from site_gen.model.published import PublishedAddress
from site_gen.model.redirect import GONE, SPLAT, Redirect
from site_gen.model.site import Site
from site_gen.model.site_files import RedirectView
from site_gen.pages.feed import FEED_FILES
from site_gen.pages.redirect import queried
from site_gen.pages.succession import Successors
from site_gen.parsing.redirects import REDIRECTS
from site_gen.urls import address_of, closed, decoded, encoded, file_at, folded_source

GONE_WORD = "gone"


class Repairs(Struct, frozen=True, kw_only=True):
    """Changes of redirects.yaml: lines to add and values to replace, by address or key; lines that are in the way.

    `unresolved` are addresses that nothing follows.
    """

    added: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()
    unresolved: tuple[PublishedAddress, ...] = ()


class Answers:
    """Where readers of each address end up, with the redirects and successors of the site.

    `pages` are those of the site without the redirects of redirects.yaml, which are given for themselves.
    """

    def __init__(
        self,
        recorded: Iterable[PublishedAddress],
        site: Site,
        entries: Iterable[Entry],
        pages: Iterable[Page],
        files: Collection[str],
        redirects: Iterable[Redirect],
    ) -> None:
        own = tuple(page for page in pages if page.source != REDIRECTS)
        self._pages = {page.path for page in own}
        self.paths = self._pages | set(files)
        self._folded = {path.casefold() for path in self.paths}
        self._aliases = {page.path: page.view.to for page in own if isinstance(page.view, RedirectView)}
        self._recorded = {one.address: one for one in recorded}
        self._site, self._entries = site, entries
        self._single = {folded_source(one.source): one for one in queried(site)}
        self._single |= {folded_source(one.source): one for one in redirects if not one.prefix}
        self._below = sorted((one for one in redirects if one.prefix), key=lambda one: -len(one.source))
        self._expired = _expired_paths(site)

    @cached_property
    def _successors(self) -> Successors:
        """What follows what; it is only needed where something is lost."""
        return Successors(self._site, self._entries, self.paths)

    def exists(self, address: str) -> bool:
        """Whether a page or file has this address, or one that differs in case alone, where none can be redirected."""
        path = file_at(address, self.paths)
        return bool(path) or bool(file_at(address.casefold(), self._folded))

    def is_answered(self, address: str) -> bool:
        """Whether an address is answered without any change."""
        low = folded_source(address)
        if self.exists(address) or low in self._single or address in self._expired:
            return True
        return any(low.startswith(one.prefix.casefold()) for one in self._below)

    def by(self, address: str) -> str:
        """What answers an address: "page", "alias", "file", "redirect", "gone", or "" for nothing."""
        if path := file_at(address, self.paths):
            return "alias" if path in self._aliases else "page" if path in self._pages else "file"
        if address in self._expired:
            return GONE_WORD
        target = self._target(address)
        return "" if target is None else GONE_WORD if target == GONE_WORD else "redirect"

    def end_of(self, address: str) -> str:
        """The page where readers of an address end up, or a full address; `gone`, or "" where nothing is known."""
        seen: set[str] = set()
        while address not in seen:
            seen.add(address)
            if not address.startswith("/"):
                return address
            if address in self._expired:
                return GONE_WORD
            if path := file_at(address, self.paths):
                if path not in self._aliases:
                    return address_of(path)
                address = closed(decoded(self._aliases[path]))
            elif (target := self._target(address)) is not None:
                address = target
            elif (lost := self._recorded.get(address) or self._recorded.get(closed(address))) is not None:
                if lost.address.rpartition("/")[2] in FEED_FILES:
                    return self._end_of_feed(lost, seen)
                address = self._successors.of(lost)
            else:
                return ""
        return ""

    def _target(self, address: str) -> str | None:
        """Where redirects.yaml leads an address, as the address of a page or a full one; None where it does not."""
        low = folded_source(address)
        one = self._single.get(low) or next((one for one in self._below if low.startswith(one.prefix.casefold())), None)
        if one is None:
            return None
        if one.status == GONE:
            return GONE_WORD
        target = one.target.replace(SPLAT, encoded(address[len(one.prefix) :])) if one.prefix else one.target
        return closed(decoded(target)) if target.startswith("/") else target

    def _end_of_feed(self, lost: PublishedAddress, seen: set[str]) -> str:
        """The feed of the page where readers of a feed's own page end up; that page where it has none."""
        other = self._successors.of(lost)
        if other in seen or file_at(other, self.paths) or not other.endswith("/"):
            return "" if other in seen else other
        home = self.end_of(other)
        name = lost.address.rpartition("/")[2]
        feeds = (home + one for one in (name, *FEED_FILES) if home.endswith("/"))
        return next((feed for feed in feeds if file_at(feed, self.paths)), home)


def _expired_paths(site: Site) -> frozenset[str]:
    """The addresses that expired, but for those that their queries decide, which are among the `queried`."""
    return frozenset(one for one in site.expired if "?" not in one)


def repairs(
    answers: Answers, recorded: Collection[PublishedAddress], redirects: Iterable[Redirect], gone: bool
) -> Repairs:
    """The changes after which every recorded address is answered; `gone` says so of those that nothing follows."""
    redirects, known = tuple(redirects), {one.address: one for one in recorded}
    ends = {one.address: answers.end_of(one.address) for one in recorded if not answers.is_answered(one.address)}
    blocked = frozenset(one.key for one in redirects if not one.prefix and answers.exists(one.source))
    changed, stuck = _of_redirects(answers, [one for one in redirects if one.key not in blocked], known)
    lost = [address for address, end in ends.items() if not end]
    if gone:
        ends |= dict.fromkeys(lost, GONE_WORD)
        changed |= dict.fromkeys(stuck, GONE_WORD)
    nothing = () if gone else dict.fromkeys((*lost, *stuck.values()))
    return Repairs(
        added=tuple(sorted(filter(itemgetter(1), ends.items()))),
        changed=tuple(changed.items()),
        removed=tuple(one.key for one in redirects if one.key in blocked),
        unresolved=tuple(map(known.__getitem__, nothing)),
    )


def _of_redirects(
    answers: Answers, redirects: Iterable[Redirect], known: Container[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Where lines lead whose target is elsewhere now, and the targets of those that nothing follows, by key."""
    changed, stuck = {}, {}
    for one in redirects:
        target = _target_of(one)
        end = answers.end_of(target) if target else target
        if not end and target in known:
            stuck[one.key] = target
        elif end and end != target:
            changed[one.key] = end
    return changed, stuck


def _target_of(redirect: Redirect) -> str:
    """The address of this site that a redirect leads to; "" for other targets, and where a `*` decides it."""
    inside = redirect.status != GONE and redirect.target.startswith("/") and SPLAT not in redirect.target
    return closed(decoded(redirect.target)) if inside else ""
