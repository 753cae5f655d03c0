"""The steps of a deployment, tested from outside; each target has its own test file."""

import os
import time
from pathlib import Path

import pytest

from site_gen.deploy.folder import Folder
from site_gen.deploy.plan import planned
from site_gen.deploy.publish import changed_addresses
from site_gen.deploy.target import Place
from site_gen.model.deployment import Manifest
from site_gen.model.settings import DeployTarget
from tests.deploy.conftest import CANARY, Desk
from tests.support import inventory, tree


def test_the_site_is_built_clean_for_the_targets_address_and_output_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    desk.aim(type="folder", path=str(tmp_path / "www"), base_url="https://elsewhere.test/desk/")
    desk.deploy()
    assert not (desk.root / "output").exists()
    assert b"https://elsewhere.test/desk/" in tree(tmp_path / "www/current")["feed.xml"]
    desk.deploy(base_url="https://third.test/")
    assert b"https://third.test/" in tree(tmp_path / "www/current")["feed.xml"]
    assert sorted(path.name for path in (desk.root / ".site_gen/deploy/live").iterdir()) == ["built", "lock"]


def test_drafts_scheduled_and_expired_posts_reach_no_target(desk: Desk, tmp_path: Path) -> None:
    desk.write(5, "Later", body=CANARY)
    path = desk.root / "content/posts/2026-01-01-story-5.md"
    path.write_text(path.read_text().replace("2026-01-06", "2027-01-06"))
    desk.write(6, "Gone", body=CANARY, expires="2026-02-01T00:00:00+00:00")
    plan = desk.deploy().plan
    assert not any(CANARY.encode() in data for data in tree(tmp_path / "www").values())
    assert set(plan.new.posts.values()) == {f"Story {number}" for number in range(4)}


def test_addresses_that_changed() -> None:
    from site_gen.model.deployment import FileFact

    one = FileFact("1", 1)
    old = Manifest(release="", when="", base_url="https://news.test/", files={"a/index.html": one, "b.css": one})
    new = Manifest(release="", when="", base_url="https://news.test/x/", files={"index.html": one, "b.css": one})
    assert changed_addresses(planned(old, new)) == ("https://news.test/x/a/", "https://news.test/x/")


def test_changed_addresses_are_encoded_like_links() -> None:
    from site_gen.model.deployment import FileFact

    files = {path: FileFact("1", 1) for path in ("été/index.html", "a b?.pdf")}
    new = Manifest(release="", when="", base_url="https://news.test/", files=files)
    assert changed_addresses(planned(None, new)) == (
        "https://news.test/a%20b%3F.pdf",
        "https://news.test/%C3%A9t%C3%A9/",
    )


@pytest.mark.parametrize("count", (10_000,))
def test_of_ten_thousand_files_twelve_that_changed_are_written(memory: Path, count: int) -> None:
    site = memory / "site"
    for number in range(count):
        folder = site / f"{number // 100}"
        if number % 100 == 0:
            folder.mkdir(parents=True)
        (folder / f"{number}.html").write_bytes(b"page %d" % number)
    place = Place(name="x", settings=DeployTarget(type="folder", path="www"), root=memory, state=memory, scratch=memory)
    target = Folder(place)

    def manifest(when: str) -> Manifest:
        return Manifest(release="", when=when, base_url="https://news.test/", files=inventory(site))

    with target.lock():
        target.publish(site, planned(None, manifest("2026-01-01T00:00:00+00:00")), lambda *_: None)
    for number in range(0, 12_00, 100):
        (site / f"{number // 100}/{number}.html").write_bytes(b"anew")
    before = time.process_time()
    plan = planned(target.live(), manifest("2026-01-02T00:00:00+00:00"))
    assert time.process_time() - before < 2
    assert (len(plan.changed), plan.unchanged, plan.added, plan.removed) == (12, count - 12, (), ())
    first = os.path.realpath(memory / "www/current")
    with target.lock():
        target.publish(site, plan, lambda *_: None)
    second = os.path.realpath(memory / "www/current")
    apart = {path for path in plan.new.files if not Path(first, path).samefile(Path(second, path))}
    assert apart == set(plan.changed)
