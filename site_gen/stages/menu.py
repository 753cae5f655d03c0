"""Links of the menu that lead nowhere: reported once, at their lines, and not for each page that shows the menu."""

from collections.abc import Iterable
from pathlib import Path

from site_gen.model.page import Page
from site_gen.model.problem import Problem
from site_gen.model.site import Site
from site_gen.reading.settings import blame
from site_gen.stages.settings import SETTINGS
from site_gen.urls import address_of, decoded, file_at
from site_gen.wording.meant import meant

_RULES = ("_redirects", ".htaccess")  # of servers, which may answer for addresses that no file has


def menu_problems(root: Path, site: Site, pages: Iterable[Page], files: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for each address of the menu at which the site has nothing."""
    wanted = [url for item in site.settings.menu for url in (item.url, *(child.url for child in item.children))]
    urls = [url for url in wanted if url.startswith("/") and not url.startswith("//")]
    if not urls:
        return ()
    there = {page.path for page in pages} | set(files)
    if not there.isdisjoint(_RULES):
        return ()  # a server knows more: a deployment asks its rules
    known = sorted({address_of(path) for path in there if address_of(path).endswith("/")})
    return tuple(_problem(root, url, known) for url in dict.fromkeys(urls) if not file_at(decoded(url), there))


def _problem(root: Path, url: str, known: list[str]) -> Problem:
    hint = meant(url, known, "Give the address of a page of the site that is published.")
    return blame(SETTINGS, (root / SETTINGS).read_bytes(), "menu", url, f"'{url}' leads nowhere.", hint)
