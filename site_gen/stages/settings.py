"""site.yaml from disk."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_gen.model.problem import Problem, SiteError
from site_gen.model.settings import Settings
from site_gen.reading.settings import read_settings

SETTINGS = "site.yaml"


def load_settings(root: Path, base_url: str = "") -> Settings:
    """The settings of the site at `root`; `base_url` replaces theirs."""
    try:
        data = (root / SETTINGS).read_bytes()
    except FileNotFoundError:
        hint = "Go to a site's folder, name one with --root, or make one with: site-gen init DIR."
        raise SiteError((Problem(SETTINGS, 0, 0, "There is no site here.", hint),)) from None
    settings = read_settings(SETTINGS, data)
    if isinstance(settings, tuple):
        raise SiteError(settings)
    if base_url:
        checked = read_settings("--base-url", f"base_url: {msgspec.json.encode(base_url).decode()}".encode())
        if isinstance(checked, tuple):
            raise SiteError(checked)
        settings = replace(settings, base_url=base_url)
    return settings
