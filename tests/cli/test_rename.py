"""`site-gen rename` as it is typed."""

from pathlib import Path

import pytest

from tests.support import post, run, run_json, tree, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "site.yaml": "title: News\nbase_url: https://news.test/\nsearch: none\ncoverage: false\n",
            "content/posts/2026-01-05-fleet.md": post("Fleet", slug="fleet"),
            "content/posts/other.md": post("Other", body="See [it](2026-01-05-fleet.md).\n"),
            "content/posts/draft.md": post("Draft", draft=True),
        },
    )
    assert run("build", "--record", root=tmp_path).returncode == 0
    return tmp_path


def test_file_slug_and_alias_change_and_nothing_else(site: Path) -> None:
    before = (site / "content/posts/2026-01-05-fleet.md").read_bytes()
    found = run_json("rename", "fleet", "armada", root=site)
    assert (found["new"], found["url"], found["alias"]) == (
        "content/posts/2026-01-05-armada.md",
        "/2026/01/armada/",
        "/2026/01/fleet/",
    )
    assert found["links"] == ["content/posts/other.md:6"]
    after = (site / "content/posts/2026-01-05-armada.md").read_bytes()
    assert after == before.replace(b'slug: "fleet"', b"slug: armada").replace(
        b'title: "Fleet"\n', b'title: "Fleet"\naliases: ["/2026/01/fleet/"]\n'
    )
    assert not (site / "content/posts/2026-01-05-fleet.md").exists()
    text = (site / "content/posts/other.md").read_text()
    write(site, {"content/posts/other.md": text.replace("05-fleet", "05-armada")})
    assert run("build", "--record", "--strict", root=site).returncode == 0
    assert (site / "output/2026/01/fleet/index.html").exists()


def test_a_draft_needs_no_alias(site: Path) -> None:
    assert run_json("rename", "content/posts/draft.md", "plan", root=site)["alias"] == ""
    assert "aliases" not in (site / "content/posts/plan.md").read_text()


def test_mistakes_write_nothing(site: Path) -> None:
    before = tree(site)
    for words, said in (
        (("fleed", "x"), "There is no post 'fleed'"),
        (("fleet", "Two Words"), "'Two Words' is not a slug"),
        (("draft", "other"), "content/posts/other.md exists already"),
    ):
        done = run("rename", *words, root=site)
        assert done.returncode == 2 and said in done.stderr, done.stderr
    assert run("rename", "fleet", "armada", "--dry-run", root=site).returncode == 0
    assert tree(site) == before
