"""What a target must be able to do, and which class does it for which type."""

import importlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from site_gen.model.deployment import Differences, Manifest, Plan
from site_gen.model.settings import DeployTarget

Progress = Callable[[str, int, int], None]


class Place(Struct, frozen=True, kw_only=True):
    """A target of a site: its name and settings, the site's folder, and one where notes may be kept.

    `scratch` is a folder of the run's own.
    """

    name: str
    settings: DeployTarget
    root: Path
    state: Path
    scratch: Path


class Target(Protocol):
    """Where a site is put. Each method may raise `OutsideError` with what failed and what to do."""

    def live(self) -> Manifest | None:
        """What stands there, or may stand there after an interrupted run; writes nothing."""

    def differences(self, noted: Manifest | None, site: Path, thorough: bool) -> Differences:
        """How the files there differ from the manifest that `live` gave; `thorough` compares their bytes.

        `site` is the folder of the built site: files that it shares with the manifest need not be fetched to compare.
        """

    def lock(self) -> AbstractContextManager[None]:
        """Keep a second deployment out for as long as this one takes."""

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Make the target hold the built site in that folder. At any moment readers find a whole site."""

    def rollback(self) -> str:
        """Go back to the release before the live one, and give its name."""

    def releases(self) -> tuple[str, ...]:
        """Names of all releases that are kept there, oldest first; none where the target keeps none."""


_CLASSES = {
    "folder": ("folder", "Folder"),
    "rsync": ("rsync", "Rsync"),
    "git": ("git", "Git"),
    "s3": ("objects", "Objects"),
    "gcs": ("objects", "Objects"),
    "azure": ("objects", "Objects"),
    "rclone": ("rclone", "Rclone"),
    "command": ("command", "Command"),
}


def target_of(place: Place) -> Target:
    """The target of a place; loaded only when it is wanted."""
    module, name = _CLASSES[place.settings.type]
    target: Target = getattr(importlib.import_module(f"site_gen.deploy.{module}"), name)(place)
    return target
