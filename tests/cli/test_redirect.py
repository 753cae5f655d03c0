"""`site-gen redirect` and `build --record` as they are typed."""

from pathlib import Path

import pytest

from tests.support import post, run, run_json, write

SETTINGS = "title: News\nbase_url: https://news.test/\nsearch: none\ncoverage: false\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, {"site.yaml": SETTINGS, "redirects.yaml": "# by hand\n/first/: /archive/ # kept\n"})
    write(tmp_path, {"content/posts/fleet.md": post("The fleet", tags=["US Navy"]), "content/posts/b.md": post("B")})
    assert run("build", "--record", root=tmp_path).returncode == 0
    return tmp_path


def test_a_plain_build_warns_and_records_nothing(site: Path) -> None:
    before = (site / "addresses.lock").read_bytes()
    (site / "content/posts/fleet.md").rename(site / "content/posts/armada.md")
    write(site, {"content/posts/c.md": post("C")})
    done = run("build", root=site)
    assert done.returncode == 0
    assert "addresses.lock:6:1: '/2026/01/fleet/' was published on " in done.stderr
    assert run("build", "--strict", root=site).returncode == 1
    again = run_json("build", root=site)  # nothing changed, and the warning stays
    assert [one["path"] for one in again["warnings"]] == ["addresses.lock"]
    assert (site / "addresses.lock").read_bytes() == before


def test_a_build_that_is_published_refuses_to_lose_an_address(site: Path) -> None:
    (site / "content/posts/b.md").unlink()
    page = site / "output/2026/01/b/index.html"
    done = run("build", "--record", root=site)
    assert done.returncode == 1 and page.exists()
    assert "/2026/01/b/: gone" in done.stderr
    assert run("redirect", "--all", "--gone", root=site).returncode == 0
    assert run("build", "--record", root=site).returncode == 0
    assert not page.exists()


def test_lines_are_shown_then_written(site: Path) -> None:
    write(site, {"site.yaml": SETTINGS + 'permalink: "/{slug}/"\n'})
    before = (site / "redirects.yaml").read_bytes()
    shown = run("redirect", root=site)
    assert shown.returncode == 1
    assert "+ /2026/01/fleet/: /fleet/" in shown.stdout
    assert (site / "redirects.yaml").read_bytes() == before
    done = run_json("redirect", "--all", root=site)
    assert done["added"] == [
        {"address": "/2026/01/b/", "target": "/b/"},
        {"address": "/2026/01/fleet/", "target": "/fleet/"},
    ]
    assert (site / "redirects.yaml").read_bytes() == before + b"/2026/01/b/: /b/\n/2026/01/fleet/: /fleet/\n"
    assert run("build", "--record", "--strict", root=site).returncode == 0
    assert "Every published address is answered." in run("redirect", root=site).stdout


def test_an_earlier_sitemap_is_taken_in(site: Path) -> None:
    urls = write(site, {"urls.txt": "https://old.test/2019/fleet.html\nhttps://old.test/?p=3\n"}) / "urls.txt"
    done = run("redirect", "--import", str(urls), "--all", root=site)
    assert done.returncode == 0, done.stderr
    assert "Taken in: 1 addresses, 1 of them new." in done.stdout and "?p=3" in done.stdout
    assert "/2019/fleet.html: /2026/01/fleet/" in (site / "redirects.yaml").read_text()
    assert run("build", "--strict", root=site).returncode == 0


def test_a_tag_that_returns_wins_over_its_line(site: Path) -> None:
    text = (site / "content/posts/fleet.md").read_text()
    write(site, {"content/posts/fleet.md": text.replace("US Navy", "Fleets")})
    assert run("redirect", "--all", "--gone", root=site).returncode == 0
    assert "/tags/us-navy/: gone" in (site / "redirects.yaml").read_text()
    write(site, {"content/posts/fleet.md": text})
    done = run("build", root=site)
    assert done.returncode == 0
    assert "'/tags/us-navy/' exists, so this line is not used." in done.stderr
    assert (site / "output/tags/us-navy/index.html").exists()
    assert run("redirect", "--all", root=site).returncode == 0
    assert "us-navy" not in (site / "redirects.yaml").read_text()


def test_what_expired_is_gone_without_a_line(site: Path) -> None:
    text = (site / "content/posts/b.md").read_text()
    write(site, {"content/posts/b.md": text.replace("---\n", "---\nexpires: 2026-02-01\n", 1)})
    assert run("build", "--record", "--strict", root=site).returncode == 0
    assert 'location = "/2026/01/b/" { return 410; }' in run("rules", "nginx", root=site).stdout


def test_the_site_of_an_earlier_day_is_not_held_against_later_addresses(site: Path) -> None:
    assert run("build", "--strict", "--as-of", "2025-01-01", root=site).returncode == 0


def test_a_recorded_build_is_one_that_readers_get(site: Path) -> None:
    assert run("build", "--record", "--drafts", root=site).returncode == 2
