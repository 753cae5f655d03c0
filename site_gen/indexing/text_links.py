"""Resolves links between texts by file name to addresses; links to files that do not exist are problems."""

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from msgspec.structs import replace

from site_gen.model.post import Body, LinkTarget, PageEntry, Post, TextLink, Withheld
from site_gen.model.problem import Problem
from site_gen.model.site import Term
from site_gen.text.did_you_mean import did_you_mean


def path_of(href: str, path: str) -> str:
    """The file that an address names in the text at `path`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(href.partition("#")[0])))


class TextLinks:
    """Finds what texts link to. `problems` then has links to missing texts, `notices` those to unpublished ones.

    `urls` are the addresses of published texts by their files; `unpublished` says why the others are not published.
    """

    def __init__(self, urls: Mapping[str, str], unpublished: Mapping[str, str]) -> None:
        self._urls, self._unpublished = urls, unpublished
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []

    def post(self, post: Post) -> Post:
        """The post with its links resolved."""
        return replace(post, body=self._body(post.body)) if post.body.links else post

    def page(self, page: PageEntry) -> PageEntry:
        """The page with its links resolved."""
        return replace(page, body=self._body(page.body)) if page.body.links else page

    def term(self, term: Term) -> Term:
        """The term with the links of its text resolved."""
        entry = term.entry
        return replace(term, entry=replace(entry, body=self._body(entry.body))) if entry and entry.body.links else term

    def _body(self, body: Body) -> Body:
        targets = {link.href: self._address(link, body.path) for link in body.links if not link.href.startswith("#")}
        found = tuple(LinkTarget(href, url) for href, url in targets.items() if url is not None)
        return replace(body, links=(), targets=found)

    def _address(self, link: TextLink, path: str) -> str | None:
        wanted = path_of(link.href, path)
        url = self._urls.get(wanted)
        if url is not None:
            _, separator, fragment = link.href.partition("#")
            return url + separator + fragment
        why = self._unpublished.get(wanted)
        if why is None:
            self.problems.append(self._missing(link, path))
            return None
        what = f"The link to '{link.href}' is not shown: {why}."
        hint = "Its words are shown; the link appears when the text is published."
        self.notices.append(Problem(path, link.line, link.column, what, hint))
        return ""

    def _missing(self, link: TextLink, path: str) -> Problem:
        name = link.href.partition("#")[0]
        folder = posixpath.dirname(path)
        paths = [posixpath.relpath(file, folder) for file in (*self._urls, *self._unpublished)]
        hint = did_you_mean(unquote(name), paths, "Give the name of a file below content/, as seen from this one.")
        return Problem(path, link.line, link.column, f"There is no text '{name}'.", hint)


def why_unpublished(withheld: Iterable[Withheld], pages: Iterable[PageEntry], tags: Iterable[str]) -> dict[str, str]:
    """Why texts are not published, by their files: posts held back, pages that are drafts, tags without posts."""
    reasons = {one.path: _why_held(one) for one in withheld}
    reasons |= {page.source.path: "that page is a draft" for page in pages if page.front.draft}
    return reasons | dict.fromkeys(tags, "no published post has that tag")


def _why_held(one: Withheld) -> str:
    if one.reason == "scheduled" and one.until is not None:
        return f"that post is scheduled for {one.until:%Y-%m-%d at %H:%M}"
    return "that post is a draft" if one.reason == "draft" else "that post has expired"
