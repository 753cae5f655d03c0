"""What is at a target is not believed: it is compared with the note of what was put there."""

import os
import random
import shlex
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_gen.deploy import rsync
from site_gen.deploy.far_files import NO_DIGESTS
from site_gen.deploy.publish import rollback
from site_gen.model.deployment import FileFact
from site_gen.model.problem import OutsideError
from tests.attack.releases import Access, AtBranch, AtBucket, OnDisk, access_to, git
from tests.deploy.conftest import Desk
from tests.support import inventory, run, tree, write

PAGE = "2026/01/story-0/index.html"
FEED = "feed.xml"
TYPES = ("folder", "rsync", "git", "s3", "rclone")


@pytest.fixture
def access(request: pytest.FixtureRequest, tmp_path: Path) -> Access:
    """Access to a target of the type that the test is given."""
    kind = request.param
    if kind == "rsync":
        return access_to(kind, tmp_path, ssh=request.getfixturevalue("ssh"))
    if kind == "s3":
        line = request.getfixturevalue("line")
        return access_to(kind, tmp_path, port=line.port, endpoint=line.address)
    return access_to(kind, tmp_path)


def each(*types: str, slow: tuple[str, ...] = ()) -> pytest.MarkDecorator:
    """For each type of target; those whose way is tried by another test too are left to the longer run."""
    longer = (pytest.param(kind, marks=pytest.mark.slow) for kind in slow)
    return pytest.mark.parametrize("access", (*types, *longer), indirect=True)


def other_bytes(data: bytes) -> bytes:
    """As many, others."""
    return data.swapcase()


# The live site


@each(*TYPES)
def test_a_live_site_that_was_emptied_or_edited_is_put_right(access: Access) -> None:
    access.desk.deploy()
    right = access.site()
    access.remove(*(path for path in right if path not in (FEED, "sitemap.xml")))
    access.put(FEED, b"by hand")
    plan = access.desk.deploy().plan
    assert set(plan.differences.missing) == right.keys() - {FEED, "sitemap.xml"}
    assert plan.differences.changed == (FEED,)
    assert set(plan.puts) == right.keys() - {"sitemap.xml"}
    assert access.site() == right
    assert access.desk.deploy().plan.empty


@each("folder", slow=("rsync",))
def test_an_edit_of_the_same_size_is_seen_by_its_time_and_with_repair_by_its_bytes(access: OnDisk) -> None:
    access.desk.deploy()
    right = access.site()
    access.put(PAGE, other_bytes(right[PAGE]))
    later = time.time() + 2
    os.utime(access.live / PAGE, (later, later))
    assert access.desk.deploy().plan.changed == (PAGE,)
    assert access.site() == right
    access.put_with_its_old_time(PAGE, other_bytes(right[PAGE]))
    assert access.desk.deploy(repair=True).plan.differences.changed == (PAGE,)
    assert access.site() == right
    assert access.desk.deploy(repair=True).plan.empty


@each("git", "s3", slow=("rclone",))
def test_repair_compares_bytes_where_there_are_no_releases(access: Access) -> None:
    access.desk.deploy()
    right = access.site()
    access.put(PAGE, other_bytes(right[PAGE]))
    plan = access.desk.deploy(repair=True).plan
    assert plan.differences.changed == plan.changed == (PAGE,)
    assert access.site() == right
    assert access.desk.deploy(repair=True).plan.empty


def test_repair_of_compressed_texts_in_a_bucket(tmp_path: Path, line: Any) -> None:
    access = access_to("s3", tmp_path, port=line.port, endpoint=line.address)
    access.desk.aim(type="s3", bucket="news", endpoint=line.address, region="us-east-1", gzip=True)
    access.desk.deploy()
    right = access.site()
    assert access.desk.deploy(repair=True).plan.empty
    access.put(PAGE, right[PAGE][:-1] + b"x")
    access.put(FEED, b"\x1f\x8bcut")
    assert set(access.desk.deploy(repair=True).plan.changed) == {PAGE, FEED}
    assert access.site() == right


def test_a_command_is_given_everything_again(tmp_path: Path) -> None:
    copy = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"
    desk = Desk(tmp_path / "site", type="command", command=[sys.executable, "-c", copy, str(tmp_path / "rows")])
    plan = desk.deploy().plan
    assert desk.deploy().plan.empty
    desk.deploy(repair=True)
    assert (tmp_path / "rows").read_text() == "".join(f"~ {path}\n" for path in plan.new.files)


@each("folder", "git", slow=("rsync",))
def test_a_stranger_in_a_release_does_not_stay(access: Access) -> None:
    access.desk.deploy()
    right = access.site()
    access.put("shell.php", b"<?php")
    plan = access.desk.deploy().plan
    assert plan.differences.unknown == plan.removed == ("shell.php",)
    assert access.site() == right


@each("folder", slow=("rsync",))
def test_a_file_edited_by_hand_is_in_no_later_release(access: OnDisk) -> None:
    access.desk.deploy()
    right = access.site()
    asset = next(path for path in right if path.endswith(".css"))
    access.put(asset, other_bytes(right[asset]))
    access.desk.write(1, "Another headline")
    new = access.desk.deploy().plan.new
    assert access.site()[asset] == right[asset]
    assert inventory(access.live.resolve()) == new.files


# Rollback


@each("folder", "rsync")
def test_a_rollback_to_a_release_that_is_damaged_is_refused(access: OnDisk) -> None:
    access.desk.deploy()
    old = access.live.resolve()
    for number in range(4):
        access.desk.write(number, f"Other {number}")
    access.desk.deploy()
    right = access.site()
    whole = tree(old)

    def refused(reason: str) -> None:
        with pytest.raises(OutsideError, match=reason):
            rollback(access.desk.root, "live")
        assert access.site() == right

    before = (old / PAGE).stat()
    (old / PAGE).write_bytes(other_bytes(whole[PAGE]))
    os.utime(old / PAGE, ns=(before.st_atime_ns, before.st_mtime_ns))
    refused(rf"damaged: 1 file differs \({PAGE}\)")
    (old / PAGE).unlink()
    refused(rf"damaged: 1 file is missing \({PAGE}\)")
    (old / PAGE).write_bytes(whole[PAGE])
    write(old, {"shell.php": "<?php"})
    refused(r"damaged: 1 file does not belong to it \(shell.php\)")
    subprocess.run(["sh", "-c", f"rm -rf '{old}'/*"], check=True)
    refused(f"{len(whole)} files are missing")
    old.rmdir()
    with pytest.raises(OutsideError):
        rollback(access.desk.root, "live")
    write(old, whole)
    rollback(access.desk.root, "live")
    assert access.site() == whole


@each("folder", slow=("rsync",))
def test_a_release_whose_note_cannot_be_read_is_not_made_live(access: OnDisk) -> None:
    access.desk.deploy()
    note = Path(f"{access.live.resolve()}.json")
    access.desk.write(0, "Other")
    access.desk.deploy()
    right = access.site()
    note.write_bytes(note.read_bytes()[:100])
    with pytest.raises(OutsideError, match="cannot be read"):
        rollback(access.desk.root, "live")
    assert access.site() == right


@pytest.mark.slow
def test_a_host_that_cannot_compute_digests(tmp_path: Path, ssh: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    access = access_to("rsync", tmp_path, ssh=ssh)
    assert isinstance(access, OnDisk)
    access.desk.deploy()
    monkeypatch.setattr(rsync, "DIGESTS", f"exit {NO_DIGESTS}")
    assert access.desk.deploy(repair=True).plan.empty
    access.put_with_its_old_time(PAGE, other_bytes(access.site()[PAGE]))
    assert access.desk.deploy(repair=True).plan.changed == (PAGE,)


@each("git")
def test_a_rollback_to_a_commit_by_hand_is_refused(access: AtBranch) -> None:
    access.desk.deploy()
    access.put(PAGE, b"by hand")
    access.desk.write(0, "Other")
    access.desk.deploy()
    right = access.site()
    with pytest.raises(OutsideError, match=rf"1 file differs \({PAGE}\)"):
        rollback(access.desk.root, "live")
    access.remove(".site_gen.json")
    access.desk.write(0, "Third")
    access.desk.deploy()
    with pytest.raises(OutsideError, match="no manifest"):
        rollback(access.desk.root, "live")
    assert access.site().keys() == right.keys()


# Rights


@each("folder", "rsync")
def test_whatever_the_umask_a_server_can_read_what_is_published(access: OnDisk, tmp_path: Path, ssh: Any) -> None:
    strict = tmp_path / "strict-ssh"  # on the host, all begins with a strict umask
    strict.write_text(
        '#!/bin/sh\nfor word; do shift; set -- "$@" "$word"; [ "$word" = newshost ] && set -- "$@" "umask 077;"; done\n'
        f'exec {shlex.join(ssh)} "$@"\n'
    )
    strict.chmod(0o755)
    before = os.umask(0o077)
    try:
        if access.live.parent.name == "far www":
            access.desk.aim(type="rsync", host="newshost", path=str(access.live.parent), ssh=[str(strict)])
        access.desk.deploy()
        access.desk.write(0, "Other")
        access.desk.deploy()
    finally:
        os.umask(before)
    www = access.live.parent
    modes = {path.relative_to(www): stat.S_IMODE(path.stat().st_mode) for path in [www, *www.rglob("*")]}
    served = {path: mode for path, mode in modes.items() if path.suffix != ".json" and path.name != "lock"}
    assert {str(path) for path, mode in served.items() if mode != (0o755 if (www / path).is_dir() else 0o644)} == set()


def test_a_command_and_rclone_make_what_a_server_can_read(tmp_path: Path) -> None:
    copy = "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2])"
    targets: tuple[dict[str, Any], ...] = (
        {"type": "command", "command": [sys.executable, "-c", copy, "{folder}", str(tmp_path / "one/far")]},
        {"type": "rclone", "remote": f":local:{tmp_path}/two/far"},
    )
    before = os.umask(0o077)
    try:
        for name, target in zip(("one", "two"), targets, strict=True):
            Desk(tmp_path / name / "site", **target).deploy()
    finally:
        os.umask(before)
    for far in (tmp_path / "one/far", tmp_path / "two/far"):
        modes = {stat.S_IMODE(path.stat().st_mode) for path in far.rglob("*") if ".site_gen" not in path.parts}
        assert modes == {0o755, 0o644}


def test_an_unreadable_release_of_before_is_put_right(desk: Desk) -> None:
    desk.deploy()
    live = desk.root.parent / "www/current"
    (live / PAGE).chmod(0o600)
    desk.deploy()
    assert stat.S_IMODE((live / PAGE).stat().st_mode) == 0o644


# A lost manifest


@pytest.fixture(params=("s3", pytest.param("rclone", marks=pytest.mark.slow)))
def lost(request: pytest.FixtureRequest, tmp_path: Path, line: Any) -> Access:
    """A place in which a post that is withdrawn meanwhile, a file of somebody else's, and no manifest are."""
    access = access_to(request.param, tmp_path, port=line.port, endpoint=line.address)
    access.desk.deploy()
    access.put("somebody/else ü.txt", b"not of the site")
    if isinstance(access, AtBucket):
        access.remove(".site_gen/manifest.json")
    else:
        (tmp_path / "far/.site_gen/manifest.json").write_bytes(b"{")
    access.desk.remove(0)
    return access


def test_with_a_lost_manifest_no_withdrawn_post_stays_public(lost: Access) -> None:
    done = lost.desk.command()
    said = done.communicate()
    assert done.returncode == 1
    assert "in no manifest of site_gen and would be removed: " in said[1] and "--keep-unknown" in said[1]
    assert PAGE in lost.site() and "somebody/else ü.txt" in said[0]
    few = lost.desk.command("--yes", "--max-deletes", "1")
    assert "--yes --max-deletes" in few.communicate()[1] and few.returncode == 1
    assert PAGE in lost.site()
    sure = lost.desk.command("--yes")
    assert sure.communicate() and sure.returncode == 0
    assert sorted(lost.site()) == list(lost.desk.deploy().plan.new.files)


def test_what_somebody_else_keeps_there_can_stay(lost: Access) -> None:
    plan = lost.desk.deploy(keep_unknown=True).plan
    assert plan.removed == ()
    assert "somebody/else ü.txt" in lost.site()
    again = lost.desk.deploy().plan
    assert again.empty and {PAGE, "somebody/else ü.txt"} <= set(again.differences.unknown)
    assert "somebody/else ü.txt" in lost.desk.deploy(repair=True).plan.removed


@each("s3", slow=("rclone", "git", "rsync", "folder"))
def test_names_that_are_written_otherwise_in_addresses(access: Access) -> None:
    """Such a file is not taken for one that is missing and another that nobody knows."""
    settings = (access.desk.root / "site.yaml").read_text()
    if 'type": "s3"' in settings:
        (access.desk.root / "site.yaml").write_text(settings.replace('"bucket"', '"prefix": "below/ü", "bucket"'))
    write(
        access.desk.root,
        {f"static/{name}": name for name in ("100%25.txt", "a b#c.txt", "ü/~x+y=z&q.txt", "%2e%2e.txt")},
    )
    access.desk.deploy()
    plan = access.desk.deploy().plan
    assert plan.empty and not plan.differences.damage and not plan.differences.unknown
    assert access.desk.deploy(repair=True).plan.empty


# What an editor is told


def test_addresses_that_are_gone_or_below_a_wildcard_do_lead_somewhere_and_feeds_vanish(desk: Desk) -> None:
    for number in range(5):
        desk.write(number, f"Story {number}", tags=["Navy"] if number < 3 else [])
    desk.deploy()
    for number in (0, 1, 2):
        desk.remove(number)
    plan = desk.deploy(dry_run=True).plan
    vanishing = set(plan.editorial.vanishing)
    assert {"/2026/01/story-0/", "/2026/01/story-1/", "/tags/navy/", "/tags/navy/feed.xml"} <= vanishing
    write(desk.root, {"redirects.yaml": "/2026/01/story-0/: gone\n/tags/navy/*: /tags/:splat\n"})
    left = set(desk.deploy(dry_run=True).plan.editorial.vanishing)
    assert vanishing - left == {url for url in vanishing if url == "/2026/01/story-0/" or url.startswith("/tags/navy/")}
    assert "/2026/01/story-1/" in left
    desk.write(2, "Story 2", body="[Old](/tags/navy/x/)\n")
    assert desk.deploy().done


HOOK = "#!/bin/sh\necho 'No deployments on Fridays.' >&2\necho 'Ask the desk: 555' >&2\nexit 1\n"


@each("git")
def test_the_reason_of_a_hook_is_shown(access: AtBranch) -> None:
    hook = access.bare / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK)
    hook.chmod(0o755)
    with pytest.raises(OutsideError) as caught:
        access.desk.deploy()
    said = str(caught.value)
    assert "No deployments on Fridays." in said and "Ask the desk: 555" in said and "hook declined" in said
    assert "live site is unchanged" in said
    hook.unlink()
    assert access.desk.deploy().done


def test_the_output_of_a_command_is_shown(desk: Desk) -> None:
    code = "import sys; print('Uploading'); sys.stderr.buffer.write(b'caf\\xe9\\nAsk Jane\\n'); sys.exit(4)"
    desk.aim(type="command", command=[sys.executable, "-c", code])
    with pytest.raises(OutsideError, match=r"ended with 4:\n  Uploading\n  caf\ufffd\n  Ask Jane\nDeploy again"):
        desk.deploy()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)], capture_output=True)
    assert made.returncode == 0, f"This test makes a small disk, which needs root: {made.stderr.decode()}"
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("kind", ("folder", "rsync", "git", pytest.param("rclone", marks=pytest.mark.slow)))
def test_a_full_disk_is_named_and_the_live_site_stays(kind: str, tmp_path: Path, small: Path, ssh: Any) -> None:
    desk = access_to(kind, tmp_path, ssh=ssh).desk
    targets: dict[str, dict[str, Any]] = {
        "folder": {"path": str(small / "www")},
        "rsync": {"path": str(small / "www"), "host": "newshost", "ssh": ssh},
        "rclone": {"remote": f":local:{small}/www"},
        "git": {"remote": str(small / "far.git"), "branch": "pages"},
    }
    if kind == "git":
        git(small, "init", "--quiet", "--bare", "--template=", "far.git")
    desk.aim(type=kind, **targets[kind])
    desk.deploy()
    old = tree(small / "www/current") if kind in ("folder", "rsync") else {}
    (desk.root / "static").mkdir()
    (desk.root / "static/noise.bin").write_bytes(random.Random(1).randbytes(500_000))
    with pytest.raises(OutsideError) as caught:
        desk.deploy()
    said = str(caught.value)
    assert "no space left" in said.lower() and "Free some space there, then deploy again" in said, said
    if old:
        assert tree(small / "www/current") == old
    (desk.root / "static/noise.bin").unlink()
    desk.write(0, "Other")
    assert desk.deploy().done


def test_a_folder_that_nobody_may_write_to(tmp_path: Path, ssh: Any) -> None:
    (tmp_path / "www").write_text("a file")
    desk = Desk(tmp_path / "site", type="rsync", host="newshost", ssh=ssh, path=str(tmp_path / "www/below"))
    with pytest.raises(OutsideError, match=r"refused: .*Not a directory"):
        desk.deploy()


# Kills


@pytest.mark.parametrize("rounds", (8, pytest.param(100, marks=pytest.mark.slow)))
def test_a_deployment_killed_in_mid_run(desk: Desk, rounds: int) -> None:
    """After each kill readers have one whole site, and the next deployment ends right."""
    chance = random.Random(rounds)
    (desk.root / "static").mkdir()
    for number in range(150):
        (desk.root / f"static/{number}.txt").write_text(f"{number}\n" * 2000)
    began = time.monotonic()
    old = desk.deploy().plan.new.files
    whole = time.monotonic() - began
    at_target = 0.05  # seconds that the work at the target takes
    www, killed, switched = desk.root.parent / "www", 0, 0
    for at in range(2 * rounds):
        if killed == rounds:
            break
        desk.write(0, f"Headline {at}")
        for number in range(0, 150, 3):
            (desk.root / f"static/{number}.txt").write_text(f"{at} {number}\n" * 2000)
        died = killed_at(desk, www, chance.uniform(0, at_target if at % 4 else whole), at_work=at % 4 != 0)
        killed += died
        now = inventory((www / "current").resolve())
        new, at_target = deploy_after_kill(desk)
        assert now in (old, new)
        switched += died and now == new
        assert inventory((www / "current").resolve()) == new
        old = new
    assert killed == rounds
    desk.write(0, "The last headline")  # what kills left behind goes with the next release
    desk.deploy()
    folders = {path.name for path in (www / "releases").iterdir() if path.is_dir()}
    assert folders == {note.stem for note in (www / "releases").glob("*.json")}
    sys.stdout.write(f"{killed} deployments were killed, {switched} of them after the switch\n")


def deploy_after_kill(desk: Desk) -> tuple[dict[str, FileFact], float]:
    """As soon as the lock of the killed one is gone; its files, and how long the work at the target took."""
    began = 0.0

    def approve(_: object) -> bool:
        nonlocal began
        began = time.monotonic()
        return True

    for _ in range(100):
        try:
            plan = desk.deploy(approve).plan
            return plan.new.files, time.monotonic() - began
        except OutsideError as error:
            assert "is running" in str(error)
            time.sleep(0.05)
    raise AssertionError("the lock of a killed deployment stays")


def killed_at(desk: Desk, www: Path, seconds: float, at_work: bool) -> bool:
    """A deployment that is killed after so many seconds, of all of it or of its work at the target; whether it was."""
    child = os.fork()
    if child == 0:
        try:
            os.setsid()
            desk.deploy()
        finally:
            os._exit(0)
    if at_work:
        until = time.monotonic() + 60
        while not (www / "releases/.incoming").exists() and time.monotonic() < until:
            if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
                break
            time.sleep(0.0002)
    time.sleep(seconds)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def test_repair_and_rollback_are_two_things(desk: Desk) -> None:
    assert run("deploy", "--repair", "--rollback", root=desk.root).returncode == 2
