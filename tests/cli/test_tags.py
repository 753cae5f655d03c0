"""`site-gen tags` and its subcommands as they are typed."""

from pathlib import Path

import pytest

from tests.support import post, run, run_json, tree, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(
        tmp_path,
        {
            "site.yaml": "title: News\nbase_url: https://news.test/\nsearch: none\ncoverage: false\ntag_minimum: 1\n",
            "content/posts/a.md": post("A", tags=["U.S. Navy", "Drones"]),
            "content/posts/b.md": post("B", tags=["US Navy"]),
            "content/posts/c.md": post("C", tags=["Drones"], draft=True),
        },
    )
    assert run("build", "--record", root=tmp_path).returncode == 0
    return tmp_path


def test_tags_are_listed_with_counts_and_those_that_may_be_one(site: Path) -> None:
    assert run("tags", root=site).stdout.split("\n")[:3] == [
        "     2  Drones",
        "     1  U.S. Navy   near: US Navy",
        "     1  US Navy   near: U.S. Navy",
    ]


def test_merged_tags_leave_no_address_behind(site: Path) -> None:
    before = tree(site / "content")
    done = run("tags", "merge", "U.S. Navy", "--into", "US Navy", root=site)
    assert done.returncode == 0, done.stderr
    after = tree(site / "content")
    assert {path for path in after if after[path] != before[path]} == {"posts/a.md"}
    assert after["posts/a.md"] == before["posts/a.md"].replace(b'"U.S. Navy"', b"US Navy")
    lines = (site / "redirects.yaml").read_text().split("\n")
    assert lines[:-1] == [
        "/tags/u-s-navy/: /tags/us-navy/",
        "/tags/u-s-navy/atom.xml: /tags/us-navy/atom.xml",
        "/tags/u-s-navy/feed.json: /tags/us-navy/feed.json",
        "/tags/u-s-navy/feed.xml: /tags/us-navy/feed.xml",
    ]
    assert run("build", "--record", "--strict", root=site).returncode == 0


def test_a_tag_is_renamed_to_a_name_that_nobody_could_guess(site: Path) -> None:
    assert run("tags", "rename", "Drones", "Uncrewed aircraft", root=site).returncode == 0
    assert "Uncrewed aircraft" in (site / "content/posts/c.md").read_text()  # drafts, too
    assert "/tags/drones/: /tags/uncrewed-aircraft/\n" in (site / "redirects.yaml").read_text()
    assert run("tags", "rename", "Uncrewed aircraft", "UAV", root=site).returncode == 0
    text = (site / "redirects.yaml").read_text()
    assert "/tags/drones/: /tags/uav/\n" in text and "/tags/uncrewed-aircraft/" not in text  # never published
    assert run("build", "--record", "--strict", root=site).returncode == 0


def test_a_dry_run_writes_nothing(site: Path) -> None:
    before = tree(site)
    found = run_json("tags", "rename", "Drones", "UAV", "--dry-run", root=site)
    assert found["changed"] == ["content/posts/a.md", "content/posts/c.md"] and found["written"] is False
    assert tree(site) == before


def test_a_tag_that_no_post_has_is_a_mistake(site: Path) -> None:
    done = run("tags", "rename", "Dronse", "UAV", root=site)
    assert done.returncode == 2 and "No post has the tag 'Dronse'. Did you mean 'Drones'?" in done.stderr
    assert run("tags", "merge", "Drones", root=site).returncode == 2


def test_names_in_the_settings_are_left_to_the_editor(site: Path) -> None:
    text = (site / "site.yaml").read_text()
    write(site, {"site.yaml": text + "sections: [Drones]\n"})
    assert "site.yaml names 'Drones', too" in run("tags", "rename", "Drones", "UAV", root=site).stdout
