"""`site-gen why` as it is typed."""

from pathlib import Path

import pytest

from tests.support import post, run, write


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


def test_an_address_is_explained(site: Path) -> None:
    done = run("why", "https://news.test/desk/2026/01/a/", root=site)
    assert done.returncode == 0, done.stderr
    assert "what: post page" in done.stdout and "made from: content/posts/a.md" in done.stdout
    assert "redirected from: 1" in done.stdout and "    /old/" in done.stdout
    assert "leads to: /2026/01/a/" in run("why", "/old", root=site).stdout
    assert "what: gone" in run("why", "/away/", root=site).stdout


def test_an_address_of_nothing_is_a_failure(site: Path) -> None:
    assert run("why", "/nothing/", root=site).returncode == 1
    assert run("why", "nothing", root=site).returncode == 2
