"""A program of the site's own that brings the built folder to wherever it knows."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.deploy.inventory import decoded, encoded
from site_gen.deploy.modes import UMASK, let_all_read_below
from site_gen.deploy.plan import begun
from site_gen.deploy.remote_output import advice, shown
from site_gen.deploy.target import Place, Progress
from site_gen.model.deployment import Differences, Manifest, Plan
from site_gen.model.problem import OutsideError
from site_gen.storage.files import write_whole
from site_gen.storage.manifest import MANIFEST


class Command:
    """What is live is noted in the site's `.site_gen/`, for nobody else knows how to ask."""

    def __init__(self, place: Place) -> None:
        self.command, self.root = place.settings.command, place.root
        self.note = place.state / "deploy" / f"{place.name}.json"

    def live(self) -> Manifest | None:
        """The note of the last deployment from this folder."""
        try:
            return decoded(self.note.read_bytes())
        except FileNotFoundError:
            return None

    def differences(self, noted: Manifest | None, site: Path, thorough: bool) -> Differences:
        """Nothing can be compared: a thorough check reports every file as changed."""
        return Differences(changed=tuple(noted.files) if noted and thorough else (), shared=True)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """One deployment at a time from this site's folder is what is kept."""
        yield

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Run it in the site's folder; on its standard input are the paths, each after `+`, `~` or `-`."""
        write_whole(self.note, encoded(begun(plan)))
        arguments = [part.replace("{folder}", str(site)) for part in self.command]
        signs = (("+", plan.added), ("~", plan.changed), ("-", plan.removed))
        rows = "".join(f"{sign} {path}\n" for sign, paths in signs for path in paths)
        env = {**os.environ, "SITE_GEN_FOLDER": str(site), "SITE_GEN_BASE_URL": plan.new.base_url}
        (site / MANIFEST).unlink(missing_ok=True)  # the builder's note is no part of the site
        let_all_read_below(site)
        try:
            done = subprocess.run(
                arguments,
                cwd=self.root,
                env=env,
                input=rows,
                capture_output=True,
                text=True,
                errors="replace",
                umask=UMASK,
                check=False,
            )
        except OSError as error:
            raise OutsideError(f"'{arguments[0]}' could not be started: {error.strerror}.") from None
        if done.returncode:
            said = f"{done.stdout}\n{done.stderr}"
            hint = advice(said, "Deploy again to continue.")
            raise OutsideError(f"'{arguments[0]}' ended with {done.returncode}{shown(said)}{hint}")
        progress("deploy", 1, 1)
        write_whole(self.note, encoded(plan.new))

    def rollback(self) -> str:
        """There is none: deploy what was."""
        raise OutsideError("A command keeps no releases. Check out the older state of the site and deploy that.")

    def releases(self) -> tuple[str, ...]:
        """None are kept."""
        return ()
