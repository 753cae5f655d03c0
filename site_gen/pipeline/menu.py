"""Links of the menu that lead nowhere: reported once, at their lines, and not for each page that shows the menu."""

from collections.abc import Iterable

from site_gen.model.page import Page
from site_gen.model.problem import Keys, ValueProblem
from site_gen.model.site import Site
from site_gen.parsing.settings import menu_addresses
from site_gen.pipeline.settings import SETTINGS
from site_gen.text.did_you_mean import did_you_mean
from site_gen.urls import address_of, decoded, file_at

_RULES = ("_redirects", ".htaccess")  # of servers, which may answer for addresses that no file has


def menu_problems(site: Site, pages: Iterable[Page], files: Iterable[str]) -> tuple[ValueProblem, ...]:
    """A problem for each address of the menu at which the site has nothing."""
    urls: dict[str, Keys] = {}
    for keys, url in menu_addresses(site.settings):
        if url.startswith("/") and not url.startswith("//"):
            urls.setdefault(url, keys)
    if not urls:
        return ()
    paths = {page.path for page in pages} | set(files)
    if not paths.isdisjoint(_RULES):
        return ()  # a server may answer for more: a deployment checks its rules
    addresses = sorted({address_of(path) for path in paths if address_of(path).endswith("/")})
    return tuple(_problem(keys, url, addresses) for url, keys in urls.items() if not file_at(decoded(url), paths))


def _problem(keys: Keys, url: str, addresses: list[str]) -> ValueProblem:
    hint = did_you_mean(url, addresses, "Give the address of a page of the site that is published.")
    return ValueProblem(SETTINGS, keys, f"'{url}' leads nowhere.", hint)
