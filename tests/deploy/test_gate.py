"""What is not deployed, whoever asks."""

import pytest

from site_gen.deploy.gate import base_url_problem, withheld_problems
from site_gen.model.post import Withheld
from site_gen.model.problem import SiteError
from tests.deploy.conftest import Desk
from tests.support import entry, site_of, tree

HERE = ("deploy", "live", "base_url")


@pytest.mark.parametrize(
    "address",
    (
        "http://localhost:8000/",
        "http://127.0.0.1/",
        "http://127.8.8.8:80/x/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "https://example.org/",
        "https://defence-desk.example.org/",
        "https://news.example/",
        "https://x.localhost/",
        "https://nowhere.invalid/",
    ),
)
def test_addresses_of_no_public_site(address: str) -> None:
    (problem,) = base_url_problem(address, HERE)
    assert (problem.path, problem.keys) == ("site.yaml", HERE)
    assert address in problem.what


@pytest.mark.parametrize("address", ("https://news.test/", "https://example-news.com/", "https://192.0.2.7/"))
def test_addresses_of_public_sites(address: str) -> None:
    assert base_url_problem(address, HERE) == ()


def test_a_held_post_with_a_page() -> None:
    from site_gen.pages.plan import plan

    planned, _ = plan(site_of(entry("one", "One"), entry("two", "Two")), ())
    held = (Withheld(path="content/posts/two.md", title="Two", reason="draft", until=None, url="/two/"),)
    assert {problem.path for problem in withheld_problems(planned.pages, held)} == {"content/posts/two.md"}
    assert withheld_problems(planned.pages, ()) == ()


def test_a_site_with_a_problem_or_a_broken_link_is_not_deployed(desk: Desk) -> None:
    desk.deploy()
    before = tree(desk.root.parent / "www")
    desk.write(0, "Story 0", body="[There](/2026/01/story-1/) and [nowhere](/gone/).\n")
    with pytest.raises(SiteError) as caught:
        desk.deploy()
    (problem,) = caught.value.problems
    assert problem.path == "content/posts/2026-01-01-story-0.md"
    assert "'/gone/'" in problem.what
    desk.write(0, "Story 0", nonsense="x")
    with pytest.raises(SiteError, match="nonsense"):
        desk.deploy()
    assert tree(desk.root.parent / "www") == before


def test_a_link_that_leads_nowhere_from_many_pages_is_one_problem(desk: Desk) -> None:
    for number in range(5):
        desk.write(number, f"Story {number}", body="[Nowhere](/gone/) and [not there](/lost/).\n" if number < 4 else "")
    desk.write(4, "Story 4", body="[Alone](/alone/).\n")
    with pytest.raises(SiteError) as caught:
        desk.deploy()
    gone, lost = (one for one in caught.value.problems if "/alone/" not in one.what)
    assert "The link '/gone/' of 4 pages leads nowhere (2026/01/story-0/index.html, " in gone.what
    assert "'/lost/' of 4 pages" in lost.what
    assert len(caught.value.problems) == 3


def test_a_page_that_did_not_change_is_looked_at_when_what_it_leads_to_goes(desk: Desk) -> None:
    desk.write(0, "Story 0", body="[There](/extra.txt).\n")
    (desk.root / "static").mkdir()
    (desk.root / "static/extra.txt").write_text("x")
    desk.deploy()
    (desk.root / "static/extra.txt").unlink()
    with pytest.raises(SiteError, match=r"'/extra.txt' of 2026/01/story-0/index.html leads nowhere"):
        desk.deploy()
    (desk.root / "static/_redirects").write_text("# old\n/extra.txt /2026/ 301\n")
    assert desk.deploy().done
