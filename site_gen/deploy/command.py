"""Deployment by the site's own command, which brings the built folder wherever it likes."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_gen.deploy.inventory import decoded, encoded
from site_gen.deploy.modes import UMASK, let_all_read_below
from site_gen.deploy.plan import unfinished_manifest
from site_gen.deploy.remote_output import advice, quoted_output
from site_gen.deploy.target import Place, Progress
from site_gen.model.deployment import Differences, Manifest, Plan
from site_gen.model.problem import OutsideError
from site_gen.storage.files import write_whole
from site_gen.storage.manifest import MANIFEST


class Command:
    """A target whose manifest is kept in the site's `.site_gen/`, since only the command knows what is live."""

    needs_all = True

    def __init__(self, place: Place) -> None:
        self.command, self.root = place.settings.command, place.root
        self.note = place.state / "deploy" / f"{place.name}.json"

    def live(self) -> Manifest | None:
        """The note of the last deployment from this folder."""
        try:
            return decoded(self.note.read_bytes())
        except FileNotFoundError:
            return None

    def differences(self, manifest: Manifest | None, site: Path, thorough: bool) -> Differences:
        """Every file as changed for a thorough check, as the files cannot be compared; else nothing."""
        return Differences(changed=tuple(manifest.files) if manifest and thorough else (), shared=True)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Nothing to lock: only one deployment at a time runs from this site's folder."""
        yield

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Run the command in the site's folder with the paths on its standard input, each after `+`, `~` or `-`."""
        write_whole(self.note, encoded(unfinished_manifest(plan)))
        arguments = [part.replace("{folder}", str(site)) for part in self.command]
        marks = (("+", plan.added), ("~", plan.changed), ("-", plan.removed))
        rows = "".join(f"{mark} {path}\n" for mark, paths in marks for path in paths)
        env = {**os.environ, "SITE_GEN_FOLDER": str(site), "SITE_GEN_BASE_URL": plan.new.base_url}
        (site / MANIFEST).unlink(missing_ok=True)  # the build's manifest is not part of the site
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
            output = f"{done.stdout}\n{done.stderr}"
            hint = advice(output, "Deploy again to continue.")
            raise OutsideError(f"'{arguments[0]}' ended with {done.returncode}{quoted_output(output)}{hint}")
        progress("deploy", 1, 1)
        write_whole(self.note, encoded(plan.new))

    def rollback(self) -> str:
        """Not possible: deploy the older state of the site."""
        raise OutsideError("A command keeps no releases. Check out the older state of the site and deploy that.")

    def releases(self) -> tuple[str, ...]:
        """None are kept."""
        return ()
