"""A branch of a git repository, as GitHub, GitLab, Codeberg and others publish it.

The system's git works in a repository of its own: the index, work tree and configuration of the site's are not touched.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.deploying.inventory import decoded, encoded
from site_gen.deploying.said import last_line
from site_gen.deploying.target import Place, Progress
from site_gen.disk.output import MANIFEST
from site_gen.model.deployment import Manifest, Plan
from site_gen.model.problem import OutsideError

_NOTE = ".site_gen.json"
_LIVE = "refs/site_gen/live"
_PLAIN = ("core.autocrlf=false", "core.safecrlf=false", "core.excludesFile=/dev/null", "core.attributesFile=/dev/null")
_AUTHOR = {"GIT_AUTHOR_NAME": "site-gen", "GIT_AUTHOR_EMAIL": "site-gen@localhost"}


class Git:
    """A push is refused where the branch is no longer what it was when the plan was made: that is the lock."""

    def __init__(self, place: Place) -> None:
        self.chosen, self.root = place.settings, place.root
        self.repository = place.scratch / "repository"
        self.index = place.scratch / "index"
        self._tip = ""

    def live(self) -> Manifest | None:
        """The note in the newest commit of the branch."""
        self._tip = self._fetched()
        if not self._tip:
            return None
        done = self._git("show", f"{_LIVE}:{_NOTE}", fails=True)
        return decoded(done.stdout) if done.returncode == 0 else None

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Nothing to hold: see `Git`."""
        yield

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Commit the whole site on top of the branch, or alone, and push that."""
        tip = self._tip  # as it was when the plan was made
        (site / _NOTE).write_bytes(encoded(plan.new))
        (site / ".nojekyll").touch()
        if self.chosen.domain:
            (site / "CNAME").write_text(f"{self.chosen.domain}\n", encoding="utf-8")
        self.index.unlink(missing_ok=True)
        progress("deploy", 1, 4)
        self._git("add", "--all", "--force", ".", f":!/{MANIFEST}", tree=site)
        tree = self._git("write-tree", tree=site).stdout.decode().strip()
        progress("deploy", 2, 4)
        parents = ["-p", tip] if tip and self.chosen.history == "keep" else []
        about = f" of {plan.new.commit}" if plan.new.commit else ""
        made = self._git("commit-tree", tree, *parents, "-m", f"Site{about}, {plan.new.when}")
        progress("deploy", 3, 4)
        self._push(made.stdout.decode().strip(), tip)
        progress("deploy", 4, 4)

    def rollback(self) -> str:
        """The branch goes back to the commit before."""
        tip = self._fetched(depth=2)
        done = self._git("rev-parse", "--short=12", "--verify", f"{_LIVE}^", fails=True)
        if done.returncode:
            raise OutsideError(f"The branch '{self.chosen.branch}' has no commit before the live one.")
        before = done.stdout.decode().strip()
        self._push(self._git("rev-parse", f"{_LIVE}^").stdout.decode().strip(), tip)
        return before

    def releases(self) -> tuple[str, ...]:
        """The branch has them; nothing is listed here."""
        return ()

    def _fetched(self, depth: int = 1) -> str:
        """The branch's newest commit, its files at hand; "" where there is no such branch."""
        if not (self.repository / "HEAD").is_file():
            self._git("init", "--quiet", "--bare", str(self.repository))
        remote = self._remote()
        said = self._git("ls-remote", remote, f"refs/heads/{self.chosen.branch}").stdout.decode().split()
        if not said:
            return ""
        self._git(
            "fetch", "--quiet", "--no-tags", f"--depth={depth}", remote, f"+refs/heads/{self.chosen.branch}:{_LIVE}"
        )
        return self._git("rev-parse", _LIVE).stdout.decode().strip()

    def _push(self, commit: str, tip: str) -> None:
        branch = f"refs/heads/{self.chosen.branch}"
        self._git("push", "--quiet", f"--force-with-lease={branch}:{tip}", self._remote(), f"{commit}:{branch}")

    def _remote(self) -> str:
        """The address of a remote of the site's repository, or the remote itself where it is an address."""
        name = self.chosen.remote
        if any(sign in name for sign in "/:\\"):
            return name
        done = subprocess.run(
            ["git", "-C", str(self.root), "remote", "get-url", "--push", name],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise OutsideError(f"The site's repository has no remote '{name}'. See: git remote -v")
        return done.stdout.strip()

    def _git(
        self, *arguments: str, tree: Path | None = None, fails: bool = False
    ) -> "subprocess.CompletedProcess[bytes]":
        env = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_INDEX", "GIT_WORK"))}
        env |= {"GIT_DIR": str(self.repository), "GIT_INDEX_FILE": str(self.index), "GIT_TERMINAL_PROMPT": "0"}
        env |= {"GIT_WORK_TREE": str(tree)} if tree else {}
        if arguments[0] == "commit-tree" and not self._knows_author():
            env = _AUTHOR | {name.replace("AUTHOR", "COMMITTER"): value for name, value in _AUTHOR.items()} | env
        command = ["git", *(part for setting in _PLAIN for part in ("-c", setting)), *arguments]
        try:
            done = subprocess.run(command, cwd=tree or self.root, env=env, capture_output=True, check=False)
        except FileNotFoundError:
            raise OutsideError("'git' is not installed. Install it: apt install git") from None
        if done.returncode and not fails:
            raise OutsideError(self._words(arguments[0], done.stderr.decode("utf-8", "replace")))
        return done

    def _knows_author(self) -> bool:
        command = ["git", "-C", str(self.root), "var", "GIT_COMMITTER_IDENT"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def _words(self, step: str, said: str) -> str:
        if step == "push" and ("stale info" in said or "fetch first" in said or "non-fast-forward" in said):
            return f"The branch '{self.chosen.branch}' changed meanwhile: another deployment was quicker. Deploy again."
        said = re.sub(r"//[^/@\s]+@", "//", said)  # who cares to put a password into an address shall not read it here
        return f"git {step} failed: {last_line(said)}. The live site is as it was."
