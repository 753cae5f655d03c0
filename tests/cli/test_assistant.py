"""`site-gen ingest` and `review` with an assistant: consent, key, what is printed."""

from pathlib import Path

import pytest

from tests.assistant.server import KEY, Server, saying, serving
from tests.ingest.test_assist import FALSE, TRUE, UNSURE
from tests.support import run, run_json, started, write


def site(root: Path, server: Server, more: str = "") -> Path:
    settings = f"title: T\ningest: {{assistant: {{url: {server.url}, model: m1{more}}}}}\n"
    return write(root, {"seeds/pier.txt": UNSURE, "site.yaml": settings})


def test_without_a_terminal_or_yes_nothing_is_sent(tmp_path: Path) -> None:
    with serving(saying(TRUE.json())) as server:
        done = run("ingest", root=site(tmp_path, server))
        assert not server.asked
    assert "1 post waits for the assistant; nothing was sent." in done.stderr
    assert "site-gen ingest --yes" in done.stderr
    assert done.returncode == 0


def test_with_yes_it_says_how_much_goes_where(tmp_path: Path) -> None:
    with serving(saying(TRUE.json())) as server:
        done = run("ingest", "--yes", root=site(tmp_path, server))
        assert len(server.asked) == 1
    assert "Sending 1 text (" in done.stdout
    assert f"to {server.url.split('/')[2]}, for the model m1" in done.stdout
    assert "Assistant: 1 post with proposals" in done.stdout


def test_no_assistant_and_builds_ask_nobody(tmp_path: Path) -> None:
    with serving(saying(TRUE.json())) as server:
        root = site(tmp_path, server)
        assert "assistant" not in run("ingest", "--no-assistant", root=root).stderr
        assert run("build", root=root).returncode == 0
        assert run("ingest", "--dry-run", "--yes", root=root).returncode == 0
        assert not server.asked


def test_review_shows_what_passed_and_what_was_refused_with_reasons(tmp_path: Path) -> None:
    with serving(saying(TRUE.json())) as server:
        root = site(tmp_path, server)
        run("ingest", "--yes", root=root)
    shown = run("review", root=root).stdout
    assert f"1  {TRUE.headline} [m1]" in shown
    run("review", "--title", "1", "pier.txt", root=root)
    done = run("review", "--title", "1", "seeds/pier.txt", root=root)
    assert done.returncode == 0, done.stderr
    (post,) = (root / "content/posts").iterdir()
    assert f"title: {TRUE.headline}\n" in post.read_text(encoding="utf-8")


def test_refused_proposals_are_in_json_with_reasons(tmp_path: Path) -> None:
    with serving(saying(FALSE.json())) as server:
        root = site(tmp_path, server)
        done = run_json("ingest", "--yes", root=root)
    (refused,) = done["assistant"]["refused"]
    assert (refused["about"], refused["text"]) == ("headline", FALSE.headline)
    assert refused["why"]
    shown = run("review", root=root).stdout
    assert f"x  headline: {FALSE.headline}" in shown
    (item,) = run_json("review", root=root)["posts"]
    assert item["assistance"]["refused"][0]["why"] == refused["why"]


def test_the_key_comes_from_the_environment_and_is_never_shown(tmp_path: Path) -> None:
    with serving(saying(TRUE.json())) as server:
        root = site(tmp_path, server, ", key_env: DESK_KEY")
        missing = run("ingest", "--yes", root=root)
        assert "no variable DESK_KEY" in missing.stderr and missing.returncode == 0
        assert not server.asked
        done = started("ingest", "--yes", "-v", root=root, env={"DESK_KEY": KEY})
        assert server.heads[0][1]["authorization"] == f"Bearer {KEY}"
    assert KEY not in done.stdout + done.stderr
    assert all(KEY.encode() not in file.read_bytes() for file in root.rglob("*") if file.is_file())


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("url: 'http://user:secret@example.org/v1', model: m", "holds a password"),
        ("url: 'http://example.org/v1', model: m, key_env: KEY", "unencrypted"),
        ("url: 'ftp://example.org', model: m", "does not have the expected form"),
        ("url: 'http://localhost:1/v1'", "has no model"),
        ("for: some", "is not one of all, unsure"),
    ],
)
def test_settings_are_checked(tmp_path: Path, written: str, what: str) -> None:
    write(tmp_path, {"site.yaml": f"title: T\ningest:\n  assistant: {{{written}}}\n"})
    done = run("ingest", root=tmp_path)
    assert done.returncode == 1
    assert what in done.stderr
    assert "site.yaml:3:" in done.stderr
    assert "secret" not in done.stderr


def test_without_the_setting_no_network_library_is_imported(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\n", "seeds/a.txt": UNSURE})
    command = (
        "import sys; from site_gen.cli import run; "
        f"run(['ingest', '--root', {str(tmp_path)!r}]); run(['build', '--root', {str(tmp_path)!r}]); "
        "print([name for name in sys.modules if name.split('.')[0] in ('httpx', 'ssl', 'socket')"
        " or name.startswith(('site_gen.assistant', 'site_gen.extract.assistance'))])"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
