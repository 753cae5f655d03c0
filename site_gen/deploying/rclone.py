"""Whatever rclone knows: seventy services, with the credentials of its own configuration."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from site_gen.deploying.inventory import decoded, encoded
from site_gen.deploying.order import in_order
from site_gen.deploying.plan import begun
from site_gen.deploying.said import last_line
from site_gen.deploying.target import Place, Progress
from site_gen.model.deployment import Manifest, Plan
from site_gen.model.problem import OutsideError

_NOTE = ".site_gen/manifest.json"
_NOT_FOUND = (3, 4)  # rclone's exit codes for a folder or a file that is not there


class Rclone:
    """One place as rclone names it."""

    def __init__(self, place: Place) -> None:
        self.remote, self.scratch = place.settings.remote.rstrip("/"), place.scratch

    def live(self) -> Manifest | None:
        """The note at the place."""
        done = self._rclone("cat", f"{self._below}{_NOTE}", fails=True)
        if done.returncode in _NOT_FOUND or (done.returncode == 0 and not done.stdout):
            return None
        if done.returncode:
            raise OutsideError(self._words(done.stderr))
        return decoded(done.stdout)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """One deployment at a time from this site's folder is what is kept; most services have no locks."""
        yield

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Put what pages load, then pages, feeds and sitemaps; then remove."""
        self._note(begun(plan))
        done: set[str] = set()
        for _, paths in in_order(plan.puts):
            self._listed("copy", paths, str(site), self.remote, "--ignore-times", "--retries=5")
            done.update(paths)
            self._note(begun(plan, frozenset(done)))
            progress("deploy", len(done), len(plan.puts))
        self._listed("delete", plan.removed, self.remote, "--rmdirs")
        self._note(plan.new)

    def rollback(self) -> str:
        """There is none: deploy what was."""
        raise OutsideError(f"{self.remote} keeps no releases. Check out the older state of the site and deploy that.")

    def releases(self) -> tuple[str, ...]:
        """None are kept."""
        return ()

    @property
    def _below(self) -> str:
        return self.remote if self.remote.endswith(":") else f"{self.remote}/"

    def _listed(self, verb: str, paths: Sequence[str], *arguments: str) -> None:
        """A verb for files by a list of them; rclone reads its list as it stands, without patterns."""
        if paths:
            names = self.scratch / "paths.txt"
            names.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
            self._rclone(verb, f"--files-from-raw={names}", *arguments)

    def _note(self, manifest: Manifest) -> None:
        self._rclone("rcat", f"{self._below}{_NOTE}", given=encoded(manifest))

    def _rclone(self, *arguments: str, given: bytes = b"", fails: bool = False) -> "subprocess.CompletedProcess[bytes]":
        try:
            done = subprocess.run(["rclone", *arguments], input=given, capture_output=True, check=False)
        except FileNotFoundError:
            raise OutsideError("'rclone' is not installed. Install it: apt install rclone") from None
        if done.returncode and not fails:
            raise OutsideError(self._words(done.stderr))
        return done

    def _words(self, said: bytes) -> str:
        return f"rclone failed: {last_line(said)}. Deploy again to go on."
