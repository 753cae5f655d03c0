"""The protocol of deploy targets, and the class for each type."""

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
    """A target of a site: its name and settings, the site's folder, and one for state.

    `scratch` is a temporary folder of the run.
    """

    name: str
    settings: DeployTarget
    root: Path
    state: Path
    scratch: Path


class Target(Protocol):
    """A place to publish a site. Each method may raise `OutsideError` with what failed and what to do.

    `needs_all`: whether `publish` needs every file of the site in the folder, not only those that the plan puts.
    """

    needs_all: bool

    def live(self) -> Manifest | None:
        """The manifest of what is live, or may be live after an interrupted run; writes nothing."""

    def differences(self, manifest: Manifest | None, site: Path, thorough: bool) -> Differences:
        """How the files there differ from the manifest that `live` gave; `thorough` compares their bytes.

        `site` is the folder of the built site; only files that it shares with the manifest need to be compared.
        """

    def lock(self) -> AbstractContextManager[None]:
        """Keep other deployments out while this one runs."""

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Publish the built site in that folder. At any moment readers find a complete site."""

    def rollback(self) -> str:
        """Go back to the release before the live one; returns its name."""

    def releases(self) -> tuple[str, ...]:
        """Names of all releases at the target, oldest first; none where it keeps none."""


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
    """The target of a place; its module is loaded only now."""
    module, name = _CLASSES[place.settings.type]
    target: Target = getattr(importlib.import_module(f"site_gen.deploy.{module}"), name)(place)
    return target
