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
mount -t tmpfs -o size=2m tmpfs "$SITE/output"
cd "$SITE"
"$PYTHON" -m site_gen build -q
cp -r output "$SITE/before"
{trouble}
for n in 11 12 13 14 15 16 17 18 19 20; do
  sed "s/Post 10/Post $n/; s/Words/Other words/g" content/posts/p10.md > content/posts/p$n.md
done
sed -i "s/Words/Changed words/g" content/posts/p1.md
code=0
"$PYTHON" -m site_gen build 2>"$SITE/said" || code=$?
echo $code > "$SITE/code"
rm -f output/filler
diff -r -x .site_gen-tmp -x .site_gen.manifest "$SITE/before" output > "$SITE/diff" 2>&1 || true
{cure}
"$PYTHON" -m site_gen build -q --verify
"""


def in_trouble(root: Path, trouble: str, cure: str) -> None:
    """A site whose second build meets trouble, and whose third does not."""
    write(root, {"site.yaml": "title: T\ntheme: plain\n", "output/.keep": ""})
    write(root, {f"content/posts/p{number}.md": POST.format(number=number) for number in range(1, 11)})
    environment = {"SITE": str(root), "PYTHON": sys.executable, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    script = SCRIPT.format(trouble=trouble, cure=cure)
    run = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", script],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("trouble", "cure", "word"),
    [
        ("dd if=/dev/zero of=output/filler bs=1k count=4096 2>/dev/null || true", "true", "disk is full"),
        ("mount -o remount,ro \"$SITE/output\"", "mount -o remount,rw \"$SITE/output\"", "read-only"),
    ],
    ids=["a full disk", "a read-only output"],
)  # fmt: skip
def test_the_old_site_stays_whole(tmp_path: Path, trouble: str, cure: str, word: str) -> None:
    root = tmp_path / "site"
    root.mkdir()
    in_trouble(root, trouble, cure)
    said = (root / "said").read_text()
    assert (root / "code").read_text().strip() == "3", said
    assert word in said
    assert "Traceback" not in said
    assert (root / "diff").read_text() == ""
