"""What is no regular file is reported with its path, at once, whatever reads it."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from site_gen.build import BuildOptions, build
from site_gen.model.problem import SiteError
from site_gen.preview.preview_site import PreviewSite
from site_gen.storage.files import read_whole
from tests.attack.special import HARMLESS, KINDS, PLACES, SITE, planted
from tests.support import NOON, run, tree, write

OPTIONS = BuildOptions(as_of=NOON, jobs=1)
CASES = [(kind, place) for place in PLACES for kind in KINDS if (kind, place) not in HARMLESS]


@contextmanager
def soon(seconds: int = 10) -> Iterator[None]:
    """Fail where something waits."""

    def over(*_: Any) -> None:
        raise TimeoutError("it waits for ever")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(("kind", "place"), CASES)
def test_it_is_reported_with_its_path_at_once(tmp_path: Path, kind: str, place: str) -> None:
    root = planted(tmp_path / "site", kind, place)
    with soon(), pytest.raises(SiteError) as caught:
        build(root, OPTIONS)
    assert place in {problem.path for problem in caught.value.problems}
    assert all(problem.what and problem.hint for problem in caught.value.problems)
    assert tree(root / "output") == {}


@pytest.mark.parametrize(("kind", "place"), sorted(HARMLESS))
def test_a_folder_among_files_that_are_copied_is_a_folder(tmp_path: Path, kind: str, place: str) -> None:
    with soon():
        assert build(planted(tmp_path / "site", kind, place), OPTIONS).pages


@pytest.mark.parametrize("kind", KINDS)
def test_all_of_them_are_reported_in_one_run(tmp_path: Path, kind: str) -> None:
    root = write(tmp_path / "site", SITE)
    places = [f"content/posts/{name}.md" for name in ("b", "c", "d")]
    for place in places:
        KINDS[kind](root / place)
    with soon(), pytest.raises(SiteError) as caught:
        build(root, OPTIONS)
    assert [problem.path for problem in caught.value.problems] == places


@pytest.mark.parametrize("kind", ["pipe", "loop", "device"])
@pytest.mark.parametrize("place", ["content/posts/b.md", "static/b.txt", "seeds/b.txt"])
def test_the_preview_reports_it_when_it_comes(tmp_path: Path, kind: str, place: str) -> None:
    root = write(tmp_path / "site", SITE | {"static/.keep": "", "seeds/.keep": ""})
    preview_site = PreviewSite(root, "127.0.0.1:8000", lambda: NOON)
    assert preview_site.refresh(None)
    (root / place).parent.mkdir(exist_ok=True)
    KINDS[kind](root / place)
    with soon():
        assert not preview_site.refresh(frozenset({place}))
        assert [problem.path for problem in preview_site.problems] == [place]
        (root / place).unlink()
        assert preview_site.refresh(frozenset({place})), preview_site.problems


@pytest.mark.parametrize("command", [["list"], ["ingest", "--dry-run"], ["new", "A title"], ["review"]])
def test_other_commands_do_not_wait_either(tmp_path: Path, command: list[str]) -> None:
    root = planted(tmp_path / "site", "pipe", "site.yaml")
    done = run(*command, root=root)
    assert done.returncode == 1 and "site.yaml" in done.stderr and "a pipe" in done.stderr, done.stderr


@pytest.mark.parametrize("place", ["index.html", "2026/01/a/index.html", ".site_gen.manifest"])
def test_a_pipe_in_the_output_is_not_read(tmp_path: Path, place: str) -> None:
    root = write(tmp_path / "site", SITE)
    with soon():
        build(root, OPTIONS)
    (root / "output" / place).unlink()
    os.mkfifo(root / "output" / place)
    with soon():
        try:
            assert build(root, OPTIONS).pages
        except SiteError as error:
            assert all(problem.path for problem in error.problems)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_becomes_another_after_the_look_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.md"
    if kind == "terminal":
        path.symlink_to("/dev/null")
    else:
        KINDS[kind](path)
    with soon(), pytest.raises(SiteError):
        read_whole(path)
