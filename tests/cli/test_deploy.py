"""`site-gen deploy` as it is typed."""

from pathlib import Path

import pytest

from tests.support import png, post, run, run_json, tree, write


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    posts = {
        f"content/posts/2026-01-01-{number}.md": post(f"Story {number}", f"2026-01-{number:02d}T09:00:00+00:00")
        for number in range(10, 20)
    }
    settings = "title: News\nbase_url: https://news.test/\ntheme: plain\nsocial_cards: {newest: 0}\ncoverage: false\n"
    return write(
        tmp_path / "site",
        {"site.yaml": f"{settings}deploy:\n  live: {{type: folder, path: ../www}}\n", **posts},
    )


def site(desk: Path) -> dict[str, bytes]:
    return tree((desk.parent / "www/current").resolve())


def test_the_plan_is_shown_in_terms_of_posts_and_addresses(desk: Path) -> None:
    assert run("deploy", root=desk).returncode == 0
    write(
        desk,
        {
            "content/posts/2026-01-01-20.md": post("A new story", "2026-01-20T09:00:00+00:00"),
            "content/posts/2026-01-01-10.md": post("A better headline", "2026-01-10T09:00:00+00:00"),
        },
    )
    (desk / "content/posts/2026-01-01-11.md").rename(desk / "content/posts/2026-01-01-eleven.md")
    done = run("deploy", "live", "--dry-run", root=desk)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:-3] == [
        "New posts: 1",
        "  A new story (/2026/01/20/)",
        "Changed headlines: 1",
        "  Story 10 -> A better headline (/2026/01/10/)",
        "Posts at another address: 1",
        "  Story 11: /2026/01/11/ -> /2026/01/eleven/",
        "Addresses that will lead nowhere: 1",
        "  /2026/01/11/",
        "Items that feed readers will show again: 3",
        "  /2026/01/eleven/ in /atom.xml",
        "  /2026/01/eleven/ in /feed.json",
        "  /2026/01/eleven/ in /feed.xml",
        "For redirects.yaml, so that no reader gets a 404:",
        "  /2026/01/11/: /2026/01/eleven/",
    ]
    assert "2026/01/20/index.html" not in site(desk)
    found = run_json("deploy", "--dry-run", root=desk)
    assert found["editorial"]["new"] == [["/2026/01/20/", "A new story"]]
    assert found["done"] is False


def test_an_address_that_vanishes_stops_a_deployment_until_it_is_answered(desk: Path) -> None:
    assert run("deploy", root=desk).returncode == 0
    before, lock = site(desk), (desk / "addresses.lock").read_text(encoding="utf-8")
    assert "\n/2026/01/11/\tpost\tcontent/posts/2026-01-01-11.md\t2" in lock
    assert "\n/feed.xml\tfeed\t/\t" in lock and "404" not in lock
    (desk / "content/posts/2026-01-01-11.md").rename(desk / "content/posts/2026-01-01-eleven.md")
    (desk / "content/posts/2026-01-01-12.md").unlink()
    done = run("deploy", root=desk)
    assert done.returncode == 1 and site(desk) == before
    # Neither its file's name nor its headline says that it is the same post, so a person decides.
    assert ": '/2026/01/11/' was published on " in done.stderr
    assert "run: site-gen redirect --all --gone" in done.stderr
    assert run("redirect", "--all", "--gone", root=desk).returncode == 0
    assert (desk / "redirects.yaml").read_text() == "/2026/01/11/: gone\n/2026/01/12/: gone\n"
    assert run("deploy", root=desk).returncode == 0
    assert "\n/2026/01/12/\tpost\t" in (desk / "addresses.lock").read_text(encoding="utf-8")
    assert "\n/2026/01/eleven/\tpost\t" in (desk / "addresses.lock").read_text(encoding="utf-8")


def test_a_deployment_knows_what_the_last_one_published_without_the_file(desk: Path) -> None:
    assert run("deploy", root=desk).returncode == 0
    (desk / "addresses.lock").unlink()
    (desk / "content/posts/2026-01-01-12.md").unlink()
    done = run("deploy", root=desk)
    assert done.returncode == 1
    assert "addresses.lock: '/2026/01/12/' was published on " in done.stderr


def test_a_preview_neither_keeps_nor_records_addresses(desk: Path) -> None:
    as_preview(desk)
    assert run("deploy", root=desk).returncode == 0
    (desk / "content/posts/2026-01-01-12.md").unlink()
    assert run("deploy", root=desk).returncode == 0
    assert not (desk / "addresses.lock").exists()


def as_preview(desk: Path) -> None:
    text = (desk / "site.yaml").read_text().replace("path: ../www", "path: ../www, preview: true")
    (desk / "site.yaml").write_text(text)


def test_many_removals_are_not_guessed_at(desk: Path) -> None:
    as_preview(desk)
    run("deploy", root=desk)
    before = site(desk)
    for number in range(10, 19):
        (desk / f"content/posts/2026-01-01-{number}.md").unlink()
    (desk / "site.yaml").write_text((desk / "site.yaml").read_text() + "feeds: {formats: [rss]}\nsearch: none\n")
    done = run("deploy", root=desk)
    assert done.returncode == 1
    assert "would be removed" in done.stderr and "--yes" in done.stderr
    assert site(desk) == before
    assert run("deploy", "--max-deletes", "0", root=desk).returncode == 1
    assert run("deploy", "--yes", root=desk).returncode == 0
    assert len(site(desk)) < len(before)


def test_status_and_rollback(desk: Path) -> None:
    assert "no release of site_gen is live" in run("deploy", "status", root=desk).stdout
    run("deploy", root=desk)
    first = run_json("deploy", "status", "live", root=desk)
    assert first["live"]["posts"] == 10
    write(desk, {"content/posts/2026-01-01-10.md": post("Other", "2026-01-10T09:00:00+00:00")})
    run("deploy", root=desk)
    assert len(run_json("deploy", "status", root=desk)["releases"]) == 2
    assert run("deploy", "--rollback", root=desk).returncode == 0
    assert run_json("deploy", "status", root=desk)["live"]["release"] == first["live"]["release"]
    assert run("deploy", "--rollback", root=desk).returncode == 3


def test_a_target_that_is_none_is_wrong_usage(desk: Path) -> None:
    done = run("deploy", "liv", root=desk)
    assert done.returncode == 2 and "Did you mean 'live'?" in done.stderr
    settings = (desk / "site.yaml").read_text()
    (desk / "site.yaml").write_text(settings + "  next: {type: folder, path: ../next}\n")
    done = run("deploy", root=desk)
    assert done.returncode == 2 and "There are: live, next." in done.stderr
    (desk / "site.yaml").write_text("title: News\n")
    done = run("deploy", root=desk)
    assert done.returncode == 2 and "names no target" in done.stderr
    assert run("deploy", "a", "b", root=desk).returncode == 2


def test_a_placeholder_for_an_address_is_a_problem_at_its_line(desk: Path) -> None:
    (desk / "site.yaml").write_text((desk / "site.yaml").read_text().replace("news.test", "news.example.com"))
    done = run("deploy", root=desk)
    assert done.returncode == 1
    assert "site.yaml:2:11: The site would be published with the base address https://news.example.com/" in done.stderr
    assert not (desk.parent / "www").exists()
    assert run("deploy", "--base-url", "https://news.test/", root=desk).returncode == 0
    assert run("deploy", "--base-url", "nonsense", root=desk).returncode == 2


def test_what_was_wrong_at_the_target_is_listed(desk: Path) -> None:
    run("deploy", root=desk)
    live, right = (desk.parent / "www/current").resolve(), site(desk)
    (live / "2026/01/10/index.html").write_text("by hand")
    (live / "feed.xml").unlink()
    (live / "shell.php").write_text("<?php")
    damaged = "differ from what was deployed: 1 missing, 1 changed, 1 unknown; deploy again to replace them."
    assert damaged in run("deploy", "status", root=desk).stdout
    plan = run("deploy", "--dry-run", root=desk)
    assert plan.stdout.split("\n")[:-3] == [
        "Missing at the target: 1",
        "  feed.xml",
        "Different from what was deployed: 1",
        "  2026/01/10/index.html",
        "In no manifest of site_gen, to be removed: 1",
        "  shell.php",
    ]
    found = run_json("deploy", "--repair", root=desk)["differences"]
    assert found["missing"] == ["feed.xml"] and found["changed"] == ["2026/01/10/index.html"]
    assert site(desk) == right
    assert "is up to date" in run("deploy", "--repair", root=desk).stdout


def test_warnings_of_the_build_are_said_as_by_build(desk: Path) -> None:
    write(desk, {"content/posts/notes.docx": "not a text"})
    said = run("build", root=desk).stderr
    assert "content/posts/notes.docx" in said
    for words in (("--dry-run",), ()):
        assert run("deploy", *words, root=desk).stderr == said
    found = run_json("deploy", "--dry-run", root=desk)
    assert [one["path"] for one in found["notices"]] == ["content/posts/notes.docx"]


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("nonsense", "is not the address of a site"),
        ("https://news.test/?a", "has a query or a fragment"),
        ("https://news.test/a b", "contains a space"),
        ("https://a:b@news.test/", "holds a password"),
        ("", "is not the address of a site"),
    ],
)
def test_a_base_address_that_is_none_is_a_usage_error(desk: Path, url: str, what: str) -> None:
    done = run("deploy", "--base-url", url, root=desk)
    assert done.returncode == 2 and what in " ".join(done.stderr.split())
    assert "a:b" not in done.stderr.partition("Error:")[2]


def test_pictures_that_wait_are_published_as_they_came_and_the_target_knows_it(desk: Path) -> None:
    image = {"src": "ship.png", "alt": "A ship", "credit": "Navy"}
    write(desk, {"content/posts/ship.png": png(700, 500, "SECRET")})
    write(desk, {"content/posts/2026-01-01-20.md": post("A ship", "2026-01-20T09:00:00+00:00", image=image)})
    waiting = "1 picture is shown as it came, without metadata: 'site-gen build --pictures only' makes its"
    assert waiting in run("deploy", "--pictures", "later", root=desk).stdout
    assert not any(path.endswith(".avif") or b"SECRET" in data for path, data in site(desk).items())
    assert run_json("deploy", "status", root=desk)["live"]["pending_pictures"] == 1
    assert waiting in run("deploy", "status", root=desk).stdout
    first = site(desk)
    assert run_json("deploy", root=desk)["pictures_pending"] == 0
    assert any(path.endswith(".avif") for path in site(desk)) and first.keys() <= site(desk).keys()
    assert "as it came" not in run("deploy", "status", root=desk).stdout
    assert run("deploy", "--pictures", "later", "--joined", "x", root=desk).returncode == 2
