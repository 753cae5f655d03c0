"""`site-gen impact` as it is typed."""

from pathlib import Path

import pytest

from tests.support import post, run, run_json, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        {
            "site.yaml": "title: News\nbase_url: https://news.test/desk/\nsearch: none\ncoverage: false\n",
            "redirects.yaml": "/old/: /2026/01/a/\n/away/: gone\n",
            "content/posts/a.md": post("A", tags=["Drones"]),
            "content/posts/b.md": post("B", "2025-01-05T09:00:00+00:00", tags=["Ships"]),
            "content/pages/about.md": "---\ntitle: About\n---\n\nUs.\n",
        },
    )


def test_the_impact_of_an_edit_is_what_a_build_after_it_makes(site: Path) -> None:
    said = run_json("impact", "content/posts/a.md", root=site)["changed"]
    assert "/2026/01/a/" in said and "/tags/drones/" in said and "/" in said and "/feed.xml" in said
    assert "/tags/ships/" not in said and "/about/" not in said
    run("build", root=site)
    text = (site / "content/posts/a.md").read_text()
    write(site, {"content/posts/a.md": text.replace('"A"', '"Another"').replace("A short text.", "Other words.")})
    made = {one["url"] for one in run_json("build", "--explain", root=site)["reasons"]}
    assert made - {"/old/", "/2026/01/a/"} <= set(said)


def test_only_texts_have_an_impact_that_can_be_told(site: Path) -> None:
    assert run("impact", "site.yaml", root=site).returncode == 2
