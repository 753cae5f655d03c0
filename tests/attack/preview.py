"""What is done to the sources of a site while its preview runs: folders vanish, move, come back and are edited."""

import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from site_gen.preview.preview_site import PreviewSite
from tests.edited_site import Newsroom
from tests.preview.support import plain
from tests.support import post, write

SEED = "Date: 2025-01-0{day}\nTitle: {title}\n\nThe ministry of defence in Riga said on Monday that {title} is ready.\n"
TEMPLATE = "themes/bare/templates/post.html"


class Desk:
    """A site under version control that is served from a process of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        Newsroom(root)
        write(root, {"seeds/first.txt": SEED.format(day=1, title="Harbour barrier"), "static/note.txt": "note 0"})
        write(root, {".gitignore": ".site_gen/\noutput/\n"})
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("all")
        self.git("checkout", "--quiet", "-b", "bare")
        self.git("rm", "-r", "--quiet", "content", "static")
        self.commit("neither content nor static")
        self.git("checkout", "--quiet", "main")

    def git(self, *arguments: str) -> None:
        who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "core.hooksPath=/dev/null"]
        subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True, timeout=30)

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def edit(self, number: int) -> str:
        """Another title for the newest post, written into the file that is there; what the front page says then."""
        title = f"Edited {number} times"
        write(self.root, {"content/posts/post-0.md": post(title, "2026-02-28")})
        return title

    def back(self) -> None:
        """All that a sequence took away is there again; what was added since stays."""
        self.git("checkout", "--force", "--quiet", "main")
        self.git("checkout", "--force", "--quiet", "main", "--", ".")


def replaced(path: Path) -> None:
    """A file or folder is exchanged for a copy of itself that was made beside it."""
    other = path.with_name(f"{path.name}.other")
    shutil.rmtree(other, ignore_errors=True)
    (shutil.copytree if path.is_dir() else shutil.copy2)(path, other)
    if path.is_dir():
        shutil.rmtree(path)
    other.replace(path)


def away_and_back(desk: Desk, name: str, pause: float = 0.0) -> None:
    """A folder is moved out of the site, then back."""
    away = desk.root.parent / "away"
    shutil.rmtree(away, ignore_errors=True)
    (desk.root / name).rename(away)
    time.sleep(pause)
    away.rename(desk.root / name)


def away_and_copied_back(desk: Desk, name: str) -> None:
    """A folder is moved out of the site and stays there, while a copy takes its place."""
    away = desk.root.parent / f"away-{time.monotonic_ns()}"
    (desk.root / name).rename(away)
    shutil.copytree(away, desk.root / name)


def removed_and_checked_out(desk: Desk, name: str, pause: float = 0.0) -> None:
    """`rm -rf NAME; git checkout NAME`."""
    shutil.rmtree(desk.root / name)
    time.sleep(pause)
    desk.git("checkout", "--", name)


def branch_and_back(desk: Desk, pause: float = 0.0) -> None:
    """Another branch, which has neither content nor static files, and back."""
    desk.git("checkout", "--force", "--quiet", "bare")
    time.sleep(pause)
    desk.git("checkout", "--force", "--quiet", "main")


def state_removed(desk: Desk) -> None:
    """The folder of caches, disposable at any time."""
    shutil.rmtree(desk.root / ".site_gen", ignore_errors=True)


VANISHINGS: dict[str, Callable[[Desk], None]] = {
    "content removed and checked out": lambda desk: removed_and_checked_out(desk, "content"),
    "content removed, later checked out": lambda desk: removed_and_checked_out(desk, "content", 0.7),
    "a branch without content": branch_and_back,
    "a branch without content, for a while": lambda desk: branch_and_back(desk, 0.7),
    "content moved away and back": lambda desk: away_and_back(desk, "content"),
    "content moved away, later back": lambda desk: away_and_back(desk, "content", 0.7),
    "content moved away, a copy in its place": lambda desk: away_and_copied_back(desk, "content"),
    "content replaced": lambda desk: replaced(desk.root / "content"),
    "posts removed and checked out": lambda desk: removed_and_checked_out(desk, "content/posts"),
    "posts moved away and back": lambda desk: away_and_back(desk, "content/posts", 0.2),
    "posts replaced": lambda desk: replaced(desk.root / "content/posts"),
    "static replaced": lambda desk: replaced(desk.root / "static"),
    "static removed and checked out": lambda desk: removed_and_checked_out(desk, "static"),
    "templates replaced": lambda desk: replaced(desk.root / "themes/bare/templates"),
    "theme moved away and back": lambda desk: away_and_back(desk, "themes/bare", 0.3),
    "themes removed and checked out": lambda desk: removed_and_checked_out(desk, "themes"),
    "seeds removed and checked out": lambda desk: removed_and_checked_out(desk, "seeds"),
    "settings replaced": lambda desk: replaced(desk.root / "site.yaml"),
    "settings removed and checked out": lambda desk: removed_file_and_checked_out(desk, "site.yaml"),
    "state removed": state_removed,
    "the whole site replaced": lambda desk: replaced(desk.root),
    "the whole site moved away and back": lambda desk: away_and_back(desk, ".", 0.3),
}


def removed_file_and_checked_out(desk: Desk, name: str) -> None:
    (desk.root / name).unlink()
    time.sleep(0.2)
    desk.git("checkout", "--", name)


def random_sequence(desk: Desk, pick: random.Random) -> None:
    """Up to a dozen of such steps, mostly without a pause between them; sources may be missing in between."""
    for _ in range(pick.randint(3, 12)):
        pick.choice(_STEPS)(desk, pick)
        if pick.random() < 0.3:
            time.sleep(pick.choice((0.005, 0.05, 0.15, 0.6)))


def _named(pick: random.Random) -> str:
    return pick.choice(("content", "content/posts", "static", "themes/bare/templates", "themes", "seeds"))


def _remove(desk: Desk, pick: random.Random) -> None:
    shutil.rmtree(desk.root / _named(pick), ignore_errors=True)


def _move_away(desk: Desk, pick: random.Random) -> None:
    name = _named(pick)
    if (desk.root / name).is_dir():
        (desk.root / name).rename(desk.root.parent / f"away-{time.monotonic_ns()}")


def _replace(desk: Desk, pick: random.Random) -> None:
    if (folder := desk.root / _named(pick)).is_dir():
        replaced(folder)


def _there_and_back(desk: Desk, pick: random.Random) -> None:
    name = _named(pick)
    if (desk.root / name).is_dir():
        away_and_back(desk, name, pick.choice((0, 0, 0.02, 0.2)))


def _edit(desk: Desk, pick: random.Random) -> None:
    day = pick.randint(1, 28)
    write(desk.root, {f"content/posts/post-{pick.randint(0, 3)}.md": post(f"At {day}", f"2026-02-{day:02}")})


def _edit_others(desk: Desk, pick: random.Random) -> None:
    write(desk.root, {"static/note.txt": f"note {pick.random()}"})
    write(desk.root, {f"content/posts/deep/er/post-{pick.randint(5, 7)}.md": post("Deep", "2026-01-07")})


_STEPS: tuple[Callable[[Desk, random.Random], None], ...] = (
    _remove,
    _move_away,
    _replace,
    _there_and_back,
    _edit,
    _edit_others,
    lambda desk, _: desk.git("checkout", "--force", "--quiet", "bare"),
    lambda desk, _: desk.git("checkout", "--force", "--quiet", "main"),
    lambda desk, _: desk.back(),
)


def differences(address: str, root: Path, client: httpx.Client) -> list[str]:
    """The paths at which a preview and a site that is prepared from nothing, from a copy of the sources, differ."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".site_gen", ".git", "output"))
        preview_site = PreviewSite(copy, urlsplit(address).netloc, lambda: datetime.now(UTC))
        assert preview_site.refresh(None), preview_site.problems
        assert preview_site.current is not None
        wrong = []
        for path in preview_site.current.files:
            answer = client.get(f"{address}{path.removesuffix('index.html')}")
            if answer.status_code != 200 or plain(answer.content) != preview_site.show(path).data:
                wrong.append(path)
        return wrong


def until_same(address: str, root: Path, seconds: float) -> None:
    """Waits until a preview shows what a site prepared from nothing shows."""
    end = time.monotonic() + seconds
    with httpx.Client(timeout=30) as client:
        while wrong := differences(address, root, client):
            assert time.monotonic() < end, f"stale: {wrong[:5]}"
            time.sleep(0.1)
