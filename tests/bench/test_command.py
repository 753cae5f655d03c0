import subprocess
import sys

from tests.support import ROOT


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "bench" / "run"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def rows(report: str) -> dict[str, list[str]]:
    """The rows of all tables by their first cell; of two that are named alike, the later."""
    lines = [line.strip("| ").split(" | ") for line in report.splitlines() if line.startswith("| ")]
    return {line[0]: line[1:] for line in lines}


def test_the_bench_runs_and_what_it_builds_is_equal() -> None:
    done = bench("--posts", "24", "--runs", "1", "--peers", "hugo", "--no-install")
    assert done.returncode == 0, done.stderr
    assert "site-gen 0." in done.stdout
    found = rows(done.stdout)
    counts = {name: row for name, row in found.items() if name in ("Hugo", "site_gen, plain")}
    assert {tuple(row[:6]) for row in counts.values()} == {tuple(found["site_gen, plain"][:6])}
    assert found["site_gen, plain"][:2] == ["24", "2"]
    assert found["nothing changed, fresh process"][-1] in ("reached", "**missed**")


def test_a_peer_that_is_none_is_named() -> None:
    done = bench("--peers", "hugo,jekyl")
    assert done.returncode == 1
    assert "There is no peer 'jekyl'. Choose from hugo, eleventy, pelican, all, none." in done.stderr


def test_given_posts_do_not_become_ten_times_as_many() -> None:
    done = bench("--large", "--corpus", "somewhere")
    assert done.returncode == 2
    assert "choose one of them" in done.stderr
