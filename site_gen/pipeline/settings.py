"""site.yaml from disk."""

import os
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_gen.model.problem import Problem, SiteError, ValueProblem, raise_problems
from site_gen.model.settings import Settings
from site_gen.parsing.settings import read_settings
from site_gen.pipeline.excerpts import with_excerpts
from site_gen.storage.files import read_source, undecoded
from site_gen.storage.inside import refuse_odd_sources
from site_gen.text.dates import day_month_year

SETTINGS = "site.yaml"
_HINT = "Go to a site's folder, name one with --root, or make one with: site-gen init DIR."
_NO_SITE = Problem(SETTINGS, 0, 0, "There is no site here.", _HINT)


def refuse_no_site(root: Path) -> None:
    """`SiteError` where a folder has no site.yaml, valid or not."""
    raise_problems(() if os.path.lexists(root / SETTINGS) else (_NO_SITE,))


def refuse_expired_contact(root: Path, settings: Settings, as_of: datetime) -> None:
    """`SiteError` where security.txt would be out of date: readers must not trust it then (RFC 9116, 2.5.5)."""
    expires = settings.security.expires
    if settings.security.contact and expires is not None and expires <= as_of:
        what = f"security.txt expired on {day_month_year(expires)}."
        hint = "Check its contacts, then set another date, at most a year ahead."
        raise_problems(with_excerpts(root, (ValueProblem(SETTINGS, ("security", "expires"), what, hint),)))


def load_settings(root: Path, base_url: str = "") -> Settings:
    """The settings of the site at `root`; `base_url` replaces theirs."""
    if printable := undecoded(str(root.absolute())):
        what = "The path of the site's folder is not UTF-8 text."
        raise SiteError((Problem(printable, 0, 0, what, "Rename the folder, or move the site elsewhere."),))
    refuse_odd_sources(root)
    try:
        data = read_source(root, SETTINGS)
    except FileNotFoundError:
        raise SiteError((_NO_SITE,)) from None
    settings = read_settings(SETTINGS, data).or_raise()
    if base_url:
        read_settings("--base-url", f"base_url: {msgspec.json.encode(base_url).decode()}".encode()).or_raise()
        settings = replace(settings, base_url=base_url)
    return settings
