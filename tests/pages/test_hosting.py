from msgspec.structs import replace

from site_gen.model.redirect import Redirect
from site_gen.model.settings import Settings
from site_gen.model.site import Site
from site_gen.model.site_files import RulesView
from site_gen.pages.hosting import host_files, ruleset
from tests.support import entry, site_of


def made(site: Site) -> dict[str, str]:
    return {page.path: page.view.text for page in host_files(site) if isinstance(page.view, RulesView)}


def test_only_what_the_settings_name_is_written() -> None:
    site = replace(site_of(entry("a", "A", aliases=["/b/"])), redirects=(Redirect("/old/", "/tags/", 302, "/old/"),))
    assert made(site) == {}
    for settings, paths, times in (
        (Settings(hosting=("netlify",)), {"_redirects"}, 1),
        (Settings(hosting=("cloudflare",)), {"_redirects"}, 2),
        (Settings(hosting=("netlify", "apache")), {"_redirects", ".htaccess"}, 1),
    ):
        files = made(replace(site, settings=settings))
        assert files.keys() == paths
        assert files["_redirects"].count("/old") == times


def test_rules_of_a_site_below_a_path_hold_aliases_and_redirects_there() -> None:
    site = replace(site_of(entry("a", "A", aliases=["/b/"])), redirects=(Redirect("/old/", "/tags/", 302, "/old/"),))
    rules = ruleset(replace(site, settings=Settings(base_url="https://example.org/news/")))
    assert [(one.source, one.target) for one in rules.redirects] == [
        ("/news/b/", "/news/2026/01/a/"),
        ("/news/old/", "/news/tags/"),
    ]
    assert rules.root == "/news"
