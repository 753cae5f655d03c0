"""A site put together from shards is published as if it had been built, or refused where a build would differ."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build
from site_gen.join import JoinOptions, join
from site_gen.model.problem import SiteError
from site_gen.model.shard import Shard
from tests.deploy.conftest import Desk
from tests.support import tree


def joined(desk: Desk, of: int = 2, **asked: str) -> Path:
    """The desk's site, put together from shards."""
    folders = tuple(str(desk.root / f"shards/{number}-of-{of}") for number in range(1, of + 1))
    for number in range(1, of + 1):
        build(desk.root, BuildOptions(as_of=desk.now, jobs=1, shard=Shard(number, of), **asked))  # type: ignore[arg-type]
    join(desk.root, JoinOptions(shards=folders, output="output", jobs=1))
    return desk.root / "output"


def test_what_is_published_is_what_a_build_publishes(desk: Desk, tmp_path: Path) -> None:
    folder = joined(desk)
    done = desk.deploy(joined=folder)
    assert done.done
    assert len(done.plan.new.posts) == 4
    ours = tree(tmp_path / "www/current")
    assert ours == tree(folder)
    assert desk.deploy(joined=folder).plan.empty
    assert desk.deploy().plan.empty, "a build has nothing to add"


def damaged(desk: Desk, folder: Path) -> None:
    (folder / "robots.txt").write_text("another hand")


def newer(desk: Desk, folder: Path) -> None:
    desk.write(0, "A headline that came later")


def elsewhere(desk: Desk, folder: Path) -> None:
    joined(desk, base_url="https://other.test/")


def built(desk: Desk, folder: Path) -> None:
    build(desk.root, BuildOptions(as_of=desk.now, jobs=1))


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (damaged, "robots.txt: This file is not as it was made."),
        (newer, "A build would make another site now: posts, pages or pictures differ"),
        (
            elsewhere,
            "A build would make another site now: its base URL is https://other.test/, not https://news.test/.",
        ),
        (built, "This is no site that 'site-gen join' put together"),
    ],
)
def test_another_site_is_refused_and_the_target_untouched(
    desk: Desk, tmp_path: Path, what: Callable[[Desk, Path], None], words: str
) -> None:
    folder = joined(desk)
    what(desk, folder)
    with pytest.raises(SiteError) as caught:
        desk.deploy(joined=folder)
    assert any(words in str(problem) for problem in caught.value.problems)
    assert not (tmp_path / "www/current").exists()


def test_a_dry_run_says_the_plan_and_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    folder = joined(desk)
    done = desk.deploy(joined=folder, dry_run=True)
    assert not done.done
    assert len(done.plan.added) == len(tree(folder))
    assert not (tmp_path / "www/current").exists()
