"""The law of deployments: what is planned and what is published is that of a clean build, whatever was edited since."""

import errno
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.build import BuildOptions, build
from site_gen.deploy.folder import Folder
from site_gen.deploy.making import DeployOptions
from site_gen.deploy.publish import deploy
from site_gen.model.deployment import Deployment
from site_gen.model.problem import OutsideError, SiteError
from site_gen.pipeline import publication
from site_gen.storage import ledger as ledgers
from site_gen.storage.manifest import MANIFEST, manifest_of
from site_gen.theming import environment
from tests.deploy.conftest import Desk, counted, settled_deployment
from tests.edited_site import Newsroom
from tests.edits import ANY_EDIT, EDITS, same_program
from tests.support import tree, write

ADDRESS = "https://news.test/"
Outcome = Deployment | tuple[str, ...]


class PublishingRoom(Newsroom):
    """A newsroom with a target, whatever else its settings are."""

    preview = True

    def write_settings(self) -> None:
        target = {"live": {"type": "folder", "path": "../www", "preview": self.preview}}
        rows = {**self.settings, "deploy": target}
        write(self.root, {"site.yaml": "".join(f"{name}: {json.dumps(value)}\n" for name, value in rows.items())})

    @property
    def live(self) -> Path:
        return self.root.parent / "www" / "current"

    def deploy(self, dry_run: bool = False, clean: bool = False) -> Outcome:
        environment.forget_environments()
        options = DeployOptions(now=self.now, target="live", base_url=ADDRESS, jobs=1, dry_run=dry_run, clean=clean)
        try:
            return deploy(self.root, options, lambda _: True)
        except SiteError as error:
            return tuple(str(problem) for problem in error.problems)


def damage_target(room: PublishingRoom, n: int, m: int) -> None:
    """Another hand in the live release: a file is lost, changed, added, or the manifest of the release is lost."""
    files = sorted(tree(room.live)) if room.live.is_dir() else []
    if not files:
        return
    path = room.live / files[n % len(files)]
    if m % 4 == 0:
        path.unlink()
    elif m % 4 == 1:
        path.unlink()
        path.write_text("another hand")
    elif m % 4 == 2:
        write(room.live.resolve(), {"stranger.html": "<a href='/nowhere/'>x</a>"})
    else:
        release = room.live.resolve()
        release.with_name(f"{release.name}.json").unlink(missing_ok=True)


def restore_older_state(room: PublishingRoom, n: int, _: int) -> None:
    """Files of `.site_gen` as they were some deployments ago, all valid, but not of one build."""
    state, kept = room.root / ".site_gen", room.root.parent / "older"
    if kept.is_dir():
        for number, path in enumerate(sorted(kept.rglob("*"))):
            if path.is_file() and path.name != "lock" and (n + number) % 3:
                (state / path.relative_to(kept)).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, state / path.relative_to(kept))
        shutil.rmtree(kept)
    elif state.is_dir():
        shutil.copytree(state, kept)


TAMPERING: dict[str, Callable[[PublishingRoom, int, int], None]] = {
    "damage target": damage_target,
    "restore older state": restore_older_state,
}
STEPS = st.tuples(
    st.one_of(ANY_EDIT, st.tuples(st.sampled_from(list(TAMPERING)), st.integers(0, 62), st.integers(0, 62))),
    st.booleans(),
)


def edit(room: PublishingRoom, name: str, n: int, m: int) -> None:
    (TAMPERING | EDITS)[name](room, n, m)


def planned_as_clean(room: PublishingRoom, tally: Counter[str]) -> None:
    """A dry run gives the plan, the warnings and the problems of one that builds everything."""
    ours, clean = room.deploy(dry_run=True), room.deploy(dry_run=True, clean=True)
    assert ours == clean
    tally["planned" if isinstance(ours, Deployment) else "refused"] += 1


def published_as_clean(room: PublishingRoom, beside: Path, tally: Counter[str]) -> None:
    """What readers find after a deployment is what a clean build makes."""
    if not isinstance(room.deploy(), Deployment):
        return
    environment.forget_environments()
    shutil.rmtree(beside / "clean", ignore_errors=True)
    whole = BuildOptions(
        as_of=room.now,
        base_url=ADDRESS,
        output=str(beside / "clean"),
        state=str(beside / "state"),
        clean=True,
        ingest=False,
        jobs=1,
    )
    build(room.root, whole)
    ours, clean = tree(room.live), tree(beside / "clean")
    clean.pop(MANIFEST, None)
    assert ours == clean
    tally["published"] += 1


def test_after_any_edits_and_tampering_a_deployment_is_that_of_a_clean_build(
    sequences: int, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tally: Counter[str] = Counter()
    made = publication.publish_site

    def counted(order: publication.Order, *rest: object) -> object:
        tally["partly"] += len(order.changes) < len(order.pages)
        return made(order, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("site_gen.build.publish_site", counted)

    @settings(max_examples=max(10, sequences // 20))
    @given(st.booleans(), st.lists(STEPS, min_size=1, max_size=5))
    def law(preview: bool, steps: list[tuple[tuple[str, int, int], bool]]) -> None:
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            try:
                room = PublishingRoom(Path(folder) / "site")
                room.preview = preview
                room.write_settings()
                room.deploy()
                for (name, n, m), publish in steps:
                    edit(room, name, n, m)
                    planned_as_clean(room, tally)
                    if publish:
                        published_as_clean(room, memory, tally)
            finally:
                same_program()

    law()
    assert tally["planned"] > tally["refused"]  # or little was tried
    assert min(tally["published"], tally["partly"]) > 0


def test_where_nothing_changed_nothing_is_planned_or_built(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.aim(type="folder", path="../www", preview=False)  # so that addresses.lock is written
    first = settled_deployment(desk)
    rendered = counted(monkeypatch)
    planned = desk.deploy(dry_run=True).plan
    assert rendered == []
    assert planned.empty and planned.unchanged == len(first.plan.new.files)
    assert (planned.new.posts, planned.new.feeds) == (first.plan.new.posts, first.plan.new.feeds)
    assert desk.deploy().plan.empty
    assert rendered == []
    assert desk.deploy(clean=True).plan.empty
    assert len(rendered) == 1


def test_of_an_edited_text_only_pages_that_show_it_are_built(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = len(settled_deployment(desk).plan.new.files)
    desk.write(1, "Story 1", body="Another text.")
    rendered = counted(monkeypatch)
    planned, done = desk.deploy(dry_run=True).plan, desk.deploy().plan
    assert planned.changed == done.changed == tuple(sorted(planned.changed)) != ()
    assert rendered[0] == rendered[1] < pages / 2
    assert b"Another text." in tree(desk.root.parent / "www/current")["2026/01/story-1/index.html"]


def test_a_file_that_the_target_lost_is_built_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    settled_deployment(desk)
    live = desk.root.parent / "www/current"
    before = tree(live)
    (live / "2026/01/story-1/index.html").unlink()
    rendered = counted(monkeypatch)
    assert desk.deploy().plan.added == ("2026/01/story-1/index.html",)
    assert rendered == [1] and tree(live) == before


def test_links_of_all_pages_are_checked_where_one_is_gone(desk: Desk) -> None:
    desk.write(1, "Story 1", body="[Of old](/2026/01/story-3/).")
    settled_deployment(desk)
    desk.remove(3)
    for dry_run in (True, False):
        with pytest.raises(SiteError, match="leads nowhere"):
            desk.deploy(dry_run=dry_run)


def test_files_in_the_folder_that_is_built_into_are_not_published(desk: Desk) -> None:
    settled_deployment(desk)
    before = tree(desk.root.parent / "www/current")
    planted = desk.root / ".site_gen/deploy/live/site"
    write(planted, {"planted.html": "planted", "2026/01/story-1/index.html": "planted"})
    (planted / MANIFEST).write_bytes(manifest_of(["planted.html", "2026/01/story-1/index.html"]))
    assert desk.deploy().plan.empty
    desk.write(2, "Another")
    desk.deploy()
    after = tree(desk.root.parent / "www/current")
    assert after.keys() == before.keys() and b"planted" not in b"".join(after.values())
    assert not planted.exists()


def test_without_hard_links_files_come_from_the_release_before(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    settled_deployment(desk)
    before = tree(desk.root.parent / "www/current")
    desk.write(1, "Story 1", body="Another text.")
    monkeypatch.setattr(os, "link", refuse)
    changed = desk.deploy().plan.changed
    after = tree(desk.root.parent / "www/current")
    assert {path for path in after if after[path] != before.get(path)} == set(changed) != set()


def test_a_target_that_another_deployment_changed_meanwhile_is_left_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled_deployment(desk)
    lost = desk.root.parent / "www/current/2026/01/story-1/index.html"
    lock = Folder.lock

    def lock_later(target: Folder) -> AbstractContextManager[None]:
        lost.unlink()
        return lock(target)

    monkeypatch.setattr(Folder, "lock", lock_later)
    with pytest.raises(OutsideError, match="changed while the site was built"):
        desk.deploy()
    monkeypatch.undo()
    assert desk.deploy().plan.added == ("2026/01/story-1/index.html",)


def with_title(desk: Desk, title: str) -> None:
    """The settings with another title, which nearly every page shows."""
    rows = (desk.root / "site.yaml").read_text().splitlines()
    write(desk.root, {"site.yaml": "\n".join([f"title: {title}", *(row for row in rows if "title: " not in row)])})


@pytest.mark.parametrize("unsaved", ["save", "save_record"])
def test_where_a_build_could_not_be_recorded_no_other_is_taken_for_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, unsaved: str
) -> None:
    def full(path: Path, *_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    settled_deployment(desk)
    live = desk.root.parent / "www/current"
    before = tree(live)
    with_title(desk, "Other")
    with monkeypatch.context() as patched:
        patched.setattr(ledgers, unsaved, full)
        said = desk.deploy()
    assert any("could not be saved" in notice.what for notice in said.notices)
    assert said.plan.changed and tree(live) != before
    with_title(desk, "News")
    assert desk.deploy(dry_run=True).plan.changed == said.plan.changed
    assert desk.deploy().plan.changed == said.plan.changed and tree(live) == before


def test_an_older_record_that_is_put_back_alone_is_not_used(desk: Desk) -> None:
    settled_deployment(desk)
    live = desk.root.parent / "www/current"
    before = tree(live)
    (record,) = (desk.root / ".site_gen").glob("*.receipt")
    older = record.read_bytes()
    with_title(desk, "Other")
    changed = desk.deploy().plan.changed
    assert changed and record.read_bytes() != older
    record.write_bytes(older)
    with_title(desk, "News")
    assert desk.deploy(dry_run=True).plan.changed == changed
    assert desk.deploy().plan.changed == changed and tree(live) == before


def test_a_seed_that_cannot_be_ingested_stops_every_deployment(desk: Desk) -> None:
    settled_deployment(desk)
    write(desk.root, {"seeds/bad.txt": ""})
    for clean in (False, False, True):
        with pytest.raises(SiteError, match="This file is empty"):
            desk.deploy(clean=clean)


def test_a_refused_deployment_is_refused_when_it_is_repeated(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.aim(type="folder", path="../www", preview=False)
    settled_deployment(desk)
    recorded = desk.root / "addresses.lock"
    before = recorded.read_bytes()
    recorded.write_bytes(before + b"/gone/\tpage\t-\t2026-01-01\n")
    refusals = []
    rendered = counted(monkeypatch)
    for clean in (False, False, True):
        with pytest.raises(SiteError, match="'/gone/' was published on 2026-01-01, and would lead nowhere") as refusal:
            desk.deploy(clean=clean)
        refusals.append(refusal.value.problems)
    assert len(set(refusals)) == 1 and len(rendered) == 2  # what was refused is not built again
    recorded.write_bytes(before)
    assert desk.deploy().plan.empty
