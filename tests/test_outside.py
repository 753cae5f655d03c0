"""What the system refuses: a full disk, a read-only output. Exit code 3, plain words, and the old site whole.

Each test runs in a mount namespace of its own (`unshare`), so that nothing of the machine is touched.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import write

POST = "---\ntitle: Post {number}\ndate: 2026-01-{number:02d}\n---\n\n" + "Words and more words. " * 400 + "\n"
SCRIPT = """
set -eu
{place}
cd "$SITE"
"$PYTHON" -m site_gen build -q
cp -r output "$SITE.before"
for n in 11 12 13 14 15 16 17 18 19 20; do
  sed "s/Post 10/Post $n/; s/Words/Other words/g" content/posts/p10.md > content/posts/p$n.md
done
sed -i "s/Words/Changed words/g" content/posts/p1.md
{trouble}
code=0
"$PYTHON" -m site_gen build 2>"$SITE.said" || code=$?
echo $code > "$SITE.code"
rm -f "$FULL/filler" 2>/dev/null || true
diff -r -x .site_gen-tmp -x .site_gen.manifest "$SITE.before" output > "$SITE.diff" 2>&1 || true
{cure}
"$PYTHON" -m site_gen build -q --verify
"""
# The output alone on a disk of two megabytes; or the whole site with its ledger and caches, whose sources are kept.
OUTPUT_APART = 'FULL="$SITE/output"; mount -t tmpfs -o size=2m tmpfs "$FULL"'
ALL_ON_ONE = (
    'FULL="$SITE"; cp -r "$SITE" "$SITE.kept"; mount -t tmpfs -o size=4m tmpfs "$SITE"; cp -r "$SITE.kept/." "$SITE"'
)
FILL = """
dd if=/dev/zero of="$FULL/filler" bs=1k count=8192 2>/dev/null || true
truncate -s -{free}K "$FULL/filler"
"""


def in_trouble(root: Path, place: str, trouble: str, cure: str = "true") -> tuple[int, str, str]:
    """A site whose second build meets trouble and whose third does not: exit code, words, what differs from before."""
    write(root, {"site.yaml": "title: T\ntheme: plain\n", "output/.keep": ""})
    write(root, {f"content/posts/p{number}.md": POST.format(number=number) for number in range(1, 11)})
    environment = {"SITE": str(root), "PYTHON": sys.executable, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    script = SCRIPT.format(place=place, trouble=trouble, cure=cure)
    run = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    code, said, diff = (Path(f"{root}.{name}").read_text() for name in ("code", "said", "diff"))
    assert "Traceback" not in said
    return int(code), said, diff


@pytest.mark.parametrize("free", [0, 8, 40, 120, 250])
@pytest.mark.parametrize("place", [OUTPUT_APART, ALL_ON_ONE], ids=["output apart", "all on one"])
def test_on_a_full_disk_the_old_site_stays_whole(tmp_path: Path, place: str, free: int) -> None:
    code, said, diff = in_trouble(tmp_path / "site", place, FILL.format(free=free))
    assert (code, diff) == (3, ""), said
    assert "disk is full" in said


def test_where_there_is_just_room_the_new_site_is_whole(tmp_path: Path) -> None:
    code, said, diff = in_trouble(tmp_path / "site", OUTPUT_APART, FILL.format(free=1200))
    assert code == 0, said
    assert "p20" in diff


# What cannot be written, what makes it so, and what puts it right again.
READ_ONLY = {
    "the output": ('mount -o remount,ro "$FULL"', 'mount -o remount,rw "$FULL"'),
    "the whole site": ('mount -o remount,ro "$FULL"', 'mount -o remount,rw "$FULL"'),
    "ledger and caches": ("mount --bind .site_gen .site_gen; mount -o remount,bind,ro .site_gen", "umount .site_gen"),
}


@pytest.mark.parametrize("what", READ_ONLY)
def test_what_is_read_only_stays_as_it_was(tmp_path: Path, what: str) -> None:
    trouble, cure = READ_ONLY[what]
    place = ALL_ON_ONE if what == "the whole site" else OUTPUT_APART
    code, said, diff = in_trouble(tmp_path / "site", place, trouble, cure)
    assert (code, diff) == (3, ""), said
    assert "read-only" in said
