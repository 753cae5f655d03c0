from pathlib import Path

import pytest

from tests.support import BARE, post, run, run_json, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, {f"themes/bare/templates/{name}": text for name, text in BARE.items()})
    write(tmp_path, {"themes/bare/static/style.css": "a {}", "themes/bare/theme.yaml": ""})
    write(tmp_path, {"site.yaml": "title: N\nbase_url: https://news.test/\ntheme: bare\n"})
    return write(tmp_path, {"content/posts/a.md": post("A", aliases=["/b/"]), "redirects.yaml": "/old/: /tags/\n"})


@pytest.mark.parametrize("server", ["nginx", "caddy", "apache", "netlify", "cloudflare"])
def test_the_rules_hold_aliases_and_redirects(site: Path, server: str) -> None:
    done = run("rules", server, root=site)
    assert done.returncode == 0, done.stderr
    assert "/tags/" in done.stdout and "/2026/01/a/" in done.stdout
    assert run_json("rules", server, root=site)["rules"] == done.stdout


def test_a_base_url_of_the_command_line_counts(site: Path) -> None:
    assert "/news/tags/" in run("rules", "nginx", "--base-url", "https://news.test/news/", root=site).stdout


def test_more_than_a_host_takes_is_refused_with_the_line_of_the_first_too_many(site: Path) -> None:
    write(site, {"redirects.yaml": "".join(f"/old-{number:02}/*: /tags/:splat\n" for number in range(51))})
    done = run("rules", "s3", root=site)
    assert done.returncode == 1
    assert done.stderr.startswith("redirects.yaml:51:1: There are 51 redirects, and s3 takes 50 of this kind.")
    assert run("rules", "nginx", root=site).returncode == 0


@pytest.mark.parametrize("server", ["nginx", "caddy", "apache", "netlify", "cloudflare", "s3"])
def test_a_host_without_rules_for_queries_is_named(site: Path, server: str) -> None:
    write(site, {"content/posts/c.md": post("C", aliases=["/?p=12"])})
    done = run("rules", server, root=site)
    assert done.returncode == 0
    assert ("'/?p=12' have no rule" in done.stderr) == (server in ("cloudflare", "s3")) == ("12" not in done.stdout)


def test_a_mistake_in_redirects_yaml_is_reported_as_in_a_build(site: Path) -> None:
    write(site, {"redirects.yaml": "/old/: /nowhere/\n"})
    done = run("rules", "nginx", root=site)
    assert (done.returncode, done.stdout) == (1, "")
    assert "'/nowhere/' is not a page of this site." in done.stderr
