"""The rules for hosts and servers: redirects and headers of the site."""

from collections.abc import Iterable

from site_gen.hosting.apache import htaccess
from site_gen.hosting.headers import security_headers
from site_gen.hosting.netlify import redirects_file
from site_gen.hosting.ruleset import Ruleset, rooted
from site_gen.model.page import Page, PageInfo
from site_gen.model.site import Site
from site_gen.model.site_files import RulesView
from site_gen.pages.redirect import table
from site_gen.urls import address_of, root_of


def ruleset(site: Site) -> Ruleset:
    """The rules of the site, from which each host's file is written."""
    root = root_of(site.settings.base_url)
    return Ruleset(root, rooted(table(site), root), security_headers(site.settings))


def host_files(site: Site) -> Iterable[Page]:
    """The files that the hosts of the settings read from the site itself; `_headers` is made in pages/site_files.py."""
    hosts = site.settings.hosting
    if not hosts:
        return
    rules = ruleset(site)
    if "netlify" in hosts or "cloudflare" in hosts:
        yield _file("_redirects", redirects_file(rules, cloudflare="cloudflare" in hosts))
    if "apache" in hosts:
        yield _file(".htaccess", htaccess(rules))


def _file(path: str, text: str) -> Page:
    info = PageInfo(url=address_of(path), title=path, kind="file")
    return Page(path, "rules.txt", info, RulesView(text=text), path)
