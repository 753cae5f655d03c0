"""A branch of a git repository, as GitHub, GitLab, Codeberg and others publish it.

The system's git works in a separate repository: index, work tree and configuration of the site's are not touched.
"""

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.deploy.inventory import decoded, encoded
from site_gen.deploy.remote_output import advice, lines_of, quoted_output
from site_gen.deploy.target import Place, Progress
from site_gen.deploy.verify import refuse_damaged
from site_gen.model.deployment import Differences, Manifest, Plan
from site_gen.model.problem import OutsideError
from site_gen.parsing.names import option_fault
from site_gen.storage.manifest import MANIFEST

_NOTE = ".site_gen.json"
_LIVE, _PUSHED = "refs/site_gen/live", "refs/site_gen/pushed"
_OWN = frozenset((_NOTE, ".nojekyll", "CNAME"))  # files of the branch that are not part of the site
_FILES = (b"100644", b"100755")  # modes of files in a tree
_SAFE = ("protocol.ext.allow=never", "core.hooksPath=/dev/null", "core.fsmonitor=false", "safe.bareRepository=explicit")
_CONFIG = "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n"
_NO_FILES = ("core.excludesFile=/dev/null", "core.attributesFile=/dev/null")
_PLAIN = (*_SAFE, "core.autocrlf=false", "core.safecrlf=false", *_NO_FILES)
# git in the site's own repository, which is not trusted: no program that its configuration names is run.
SITES_GIT = ("git", *(part for setting in _SAFE for part in ("-c", setting)))
_AUTHOR = {"GIT_AUTHOR_NAME": "site-gen", "GIT_AUTHOR_EMAIL": "site-gen@localhost"}


class Git:
    """A branch; instead of a lock, a push is refused if the branch changed after the plan was made."""

    needs_all = True

    def __init__(self, place: Place) -> None:
        self.settings, self.root = place.settings, place.root
        self.repository = place.scratch / "repository"
        self.index = place.scratch / "index"
        self._tip = ""

    def live(self) -> Manifest | None:
        """The manifest in the newest commit of the branch."""
        self._tip = self._fetched()
        if not self._tip:
            return None
        return self._manifest_at(_LIVE)

    def differences(self, manifest: Manifest | None, site: Path, thorough: bool) -> Differences:
        """By the digests of the branch's files, unless its newest commit is the last that was pushed from here."""
        if manifest is None or (not thorough and self._tip == self._commit(_PUSHED)):
            return Differences()
        return self._verified(_LIVE, manifest)

    def _manifest_at(self, commit: str) -> Manifest | None:
        done = self._git("show", f"{commit}:{_NOTE}", fails=True)
        return decoded(done.stdout) if done.returncode == 0 else None

    def _commit(self, name: str) -> str:
        done = self._git("rev-parse", "--quiet", "--verify", name, fails=True)
        return done.stdout.decode().strip()

    def _verified(self, commit: str, manifest: Manifest) -> Differences:
        rows = self._git("ls-tree", "-r", "-z", commit).stdout.split(b"\0")
        blobs: dict[str, bytes] = {}
        for row in filter(None, rows):
            about, _, name = row.partition(b"\t")
            mode, _, blob = about.split()
            blobs[os.fsdecode(name)] = blob if mode in _FILES else b""
        digests = self._digests({blob for path, blob in blobs.items() if blob and path in manifest.files})
        wrong = (path for path, fact in manifest.files.items() if digests.get(blobs.get(path, b"")) != fact.digest)
        return Differences(
            missing=tuple(sorted(manifest.files.keys() - blobs.keys())),
            changed=tuple(sorted(path for path in wrong if path in blobs)),
            unknown=tuple(sorted(blobs.keys() - manifest.files.keys() - _OWN)),
        )

    def _digests(self, blobs: set[bytes]) -> dict[bytes, str]:
        """Digests of blobs as manifests have them."""
        found: dict[bytes, str] = {}
        blob_list = self.repository / "site_gen-blobs"
        blob_list.write_bytes(b"".join(blob + b"\n" for blob in blobs))
        command = [*SITES_GIT, f"--git-dir={self.repository}", "cat-file", "--batch"]
        with blob_list.open("rb") as names, subprocess.Popen(command, stdin=names, stdout=subprocess.PIPE) as process:
            assert process.stdout
            while head := process.stdout.readline().split():
                if len(head) == 3:  # otherwise the repository does not have the blob
                    data = process.stdout.read(int(head[2]) + 1)[:-1]
                    found[head[0]] = hashlib.blake2b(data, digest_size=16).hexdigest()
        blob_list.unlink()
        return found

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Nothing to lock: see `Git`."""
        yield

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Commit the whole site, on top of the branch or as its only commit, and push it."""
        tip = self._tip  # as of the plan
        (site / _NOTE).write_bytes(encoded(plan.new))
        (site / ".nojekyll").touch()
        if self.settings.domain:
            (site / "CNAME").write_text(f"{self.settings.domain}\n", encoding="utf-8")
        self.index.unlink(missing_ok=True)
        progress("deploy", 1, 4)
        self._git("add", "--all", "--force", ".", f":!/{MANIFEST}", tree=site)
        tree = self._git("write-tree", tree=site).stdout.decode().strip()
        progress("deploy", 2, 4)
        parents = ["-p", tip] if tip and self.settings.history == "keep" else []
        about = f" of {plan.new.commit}" if plan.new.commit else ""
        made = self._git("commit-tree", tree, *parents, "-m", f"Site{about}, {plan.new.when}")
        progress("deploy", 3, 4)
        self._push(made.stdout.decode().strip(), tip)
        progress("deploy", 4, 4)

    def rollback(self) -> str:
        """Reset the branch to the commit before."""
        tip = self._fetched(depth=2)
        done = self._git("rev-parse", "--short=12", "--verify", f"{_LIVE}^", fails=True)
        if done.returncode:
            raise OutsideError(f"The branch '{self.settings.branch}' has no commit before the live one.")
        previous = done.stdout.decode().strip()
        manifest = self._manifest_at(f"{_LIVE}^")
        if manifest is None:
            what = f"The commit {previous} before the live one has no manifest of site_gen, so its files are not known."
            raise OutsideError(f"{what} Check out the older state of the site and deploy that.")
        refuse_damaged(previous, f"the branch '{self.settings.branch}'", self._verified(f"{_LIVE}^", manifest))
        self._push(self._git("rev-parse", f"{_LIVE}^").stdout.decode().strip(), tip)
        return previous

    def releases(self) -> tuple[str, ...]:
        """Not listed: the branch's history has them."""
        return ()

    def _fetched(self, depth: int = 1) -> str:
        """The branch's newest commit, with its files fetched; "" where there is no such branch."""
        if not (self.repository / "HEAD").is_file():
            self._git("init", "--quiet", "--bare", "--template=", "--", str(self.repository))
        (self.repository / "config").write_text(_CONFIG, encoding="utf-8")  # whatever is there
        remote = self._remote()
        output = self._git("ls-remote", "--", remote, f"refs/heads/{self.settings.branch}").stdout.decode().split()
        if not output:
            return ""
        refspec = f"+refs/heads/{self.settings.branch}:{_LIVE}"
        self._git("fetch", "--quiet", "--no-tags", f"--depth={depth}", "--", remote, refspec)
        return self._git("rev-parse", _LIVE).stdout.decode().strip()

    def _push(self, commit: str, tip: str) -> None:
        branch = f"refs/heads/{self.settings.branch}"
        self._git("push", "--quiet", f"--force-with-lease={branch}:{tip}", "--", self._remote(), f"{commit}:{branch}")
        self._git("update-ref", _PUSHED, commit)

    def _remote(self) -> str:
        """The URL of a remote of the site's repository, or the setting itself where it is a URL."""
        name = self.settings.remote
        if any(character in name for character in "/:\\"):
            return name
        done = subprocess.run(
            [*SITES_GIT, "-C", str(self.root), "remote", "get-url", "--push", "--", name],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise OutsideError(f"The site's repository has no remote '{name}'. See: git remote -v")
        address = done.stdout.strip()
        if fault := option_fault("remote", address):
            raise OutsideError(f"The remote '{name}' {fault[0]}. {fault[1]}")
        return address

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
            raise OutsideError(self._failure_message(arguments[0], done.stderr.decode("utf-8", "replace")))
        return done

    def _knows_author(self) -> bool:
        command = [*SITES_GIT, "-C", str(self.root), "var", "GIT_COMMITTER_IDENT"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def _failure_message(self, step: str, output: str) -> str:
        if step == "push" and ("stale info" in output or "fetch first" in output or "non-fast-forward" in output):
            return (
                f"The branch '{self.settings.branch}' changed meanwhile: another deployment was quicker. Deploy again."
            )
        lines = lines_of(output)
        host = tuple(row.removeprefix("remote:").strip() for row in lines if row.startswith("remote:"))
        refusal = re.search(r"! \[remote rejected\].*\(([^()]*)\)\s*$", output, re.MULTILINE)
        unchanged = "The live site is unchanged. "
        if step == "push" and (refusal or host):
            why = f" ({refusal[1]})" if refusal else ""
            hint = advice(output, "Do what it asks for, then deploy again.")
            return f"The host refused the push{why}{quoted_output(tuple(filter(None, host)) or lines)}{unchanged}{hint}"
        return (
            f"git {step} failed{quoted_output(lines)}{unchanged}{advice(output, 'Deploy again when that is solved.')}"
        )
