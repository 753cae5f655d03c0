from pathlib import Path

import pytest

from site_gen.model.settings import MenuItem, Settings, SubMenuItem
from site_gen.pipeline.excerpts import with_excerpts
from site_gen.pipeline.menu import menu_problems
from tests.support import entry, site_of, write


def urls(tmp_path: Path, *wanted: str, files: tuple[str, ...] = ()) -> list[str]:
    from msgspec.structs import replace

    from site_gen.pages.plan import plan

    site = site_of(entry("one", "One"))
    menu = tuple(MenuItem(title="x", url=url) for url in wanted)
    settings: Settings = replace(site.settings, menu=menu)
    planned, _ = plan(site, files)
    write(tmp_path, {"site.yaml": "title: T\nmenu:\n" + "".join(f"  - {{title: x, url: {url}}}\n" for url in wanted)})
    found = with_excerpts(tmp_path, menu_problems(replace(site, settings=settings), planned.pages, files))
    return [f"{problem.line}: {problem.what} {problem.hint}" for problem in found]


def test_addresses_of_the_site_and_elsewhere_are_fine(tmp_path: Path) -> None:
    fine = ("/", "/tags/", "/tags", "/feed.xml", "/search/?q=a#b", "https://x.org/", "//x.org/", "/a.pdf")
    assert urls(tmp_path, *fine, files=("a.pdf",)) == []


def test_a_dead_one_is_one_problem_at_its_line(tmp_path: Path) -> None:
    assert urls(tmp_path, "/", "/tag/", "/feed.xml/") == [
        "4: '/tag/' leads nowhere. Did you mean '/tags/'?",
        "5: '/feed.xml/' leads nowhere. Did you mean '/feeds/'?",
    ]


@pytest.mark.parametrize("rules", ["_redirects", ".htaccess"])
def test_rules_of_a_server_may_answer(tmp_path: Path, rules: str) -> None:
    assert urls(tmp_path, "/shop/", files=(rules,)) == []


def test_an_entry_below_another_is_looked_at_too(tmp_path: Path) -> None:
    from msgspec.structs import replace

    from site_gen.pages.plan import plan

    site = site_of(entry("one", "One"))
    below = (SubMenuItem(title="y", url="/tags/"), SubMenuItem(title="z", url="/tagz/"))
    site = replace(site, settings=replace(site.settings, menu=(MenuItem(title="x", url="/", children=below),)))
    children = "      - {title: y, url: /tags/}\n      - {title: z, url: /tagz/}\n"
    write(tmp_path, {"site.yaml": f"menu:\n  - title: x\n    children:\n{children}"})
    (found,) = with_excerpts(tmp_path, menu_problems(site, plan(site, ())[0].pages, ()))
    assert (found.line, found.column, found.hint) == (5, 25, "Did you mean '/tags/'?")
