"""Put the site's theme together from disk, and check it unless it is the one that was checked last time."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from site_gen.model.ledger import ThemeFact
from site_gen.model.problem import Keys, Problem, SiteError, ValueProblem, raise_problems
from site_gen.model.settings import Settings
from site_gen.model.theme import ThemeFolder, ThemeMatter
from site_gen.parsing.document import with_place
from site_gen.parsing.theme import read_theme_matter
from site_gen.pipeline.excerpts import with_excerpts
from site_gen.pipeline.options import option_values
from site_gen.pipeline.settings import SETTINGS
from site_gen.pipeline.theme_files import find_theme, read_static, read_stylesheets, read_templates, theme_names
from site_gen.storage.files import read_source
from site_gen.storage.inside import folder_fault
from site_gen.storage.program import program_digest
from site_gen.text.did_you_mean import did_you_mean
from site_gen.text.digest import digest
from site_gen.theming.shipped import closures_as_shipped, is_as_shipped
from site_gen.theming.theme import Theme, assemble, closure_digests


def load_theme(root: Path, settings: Settings) -> Theme:
    """The theme that the settings ask for, with the site's own templates above it."""
    chain = _theme_chain(root, settings.theme.name)
    site_templates, problems = read_templates(root / "templates", "templates", root)
    options, misfits = option_values(settings, chain)
    raise_problems(with_excerpts(root, problems + misfits))
    return assemble(site_templates, chain, options)


def validated_theme(theme: Theme, settings: Settings, past: ThemeFact) -> ThemeFact:
    """What the ledger shall know of a theme; `SiteError` carries everything that is wrong with it."""
    places = [(template.path, "") for template in theme.templates.values()]
    places += [(template.path, template.text) for template in theme.replaced]
    key = digest(msgspec.json.encode((theme_key(theme), program_digest(), places, theme.own)))
    if past.digest == key:
        return past
    from site_gen.theming.bundle import bundled

    styles, faults = bundled(theme)
    if is_as_shipped(theme):
        raise_problems(faults)
        return ThemeFact(key, closure_digests(theme, closures_as_shipped(theme)), styles)
    from site_gen.theming.check import checked

    check = checked(replace(theme, styles=styles), settings.base_url)
    raise_problems(faults + check.problems)
    return ThemeFact(key, check.closures, styles, check.warnings)


def theme_key(theme: Theme) -> str:
    """The digest of all that a theme holds, as it was read: templates, files, stylesheets, options, languages."""
    static = [(path, file.digest) for path, file in theme.static.items()]
    sheets = [(path, sheet.text) for path, sheet in theme.sheets.items()]
    return digest(msgspec.json.encode((theme.digest, static, sheets, theme.options, theme.languages)))


def _near(name: str, known: Sequence[str], heading: str) -> str:
    return did_you_mean(name, known, f"{heading}: {', '.join(known) or 'none'}.")


def _theme_chain(root: Path, name: str) -> tuple[ThemeFolder, ...]:
    chain: list[ThemeFolder] = []
    keys: Keys
    wanted, asker, keys, said = name, SETTINGS, ("theme", "name"), root / SETTINGS
    while wanted:
        if any(folder.name == wanted for folder in chain):
            what = f"The theme '{wanted}' is its own ancestor."
            raise SiteError((with_place(ValueProblem(asker, keys, what, "Name another parent."), said.read_bytes()),))
        place = find_theme(root, wanted)
        if place is None:
            hint = _near(wanted, theme_names(root), "Available")
            missing = ValueProblem(asker, keys, f"There is no theme '{wanted}'.", hint)
            raise SiteError((with_place(missing, said.read_bytes()),))
        home = root if place.is_relative_to(root) else place
        shown = f"themes/{wanted}"
        if fault := folder_fault(str(place), str(home)):
            raise SiteError((Problem(shown, 0, 0, *fault),))
        matter = ThemeMatter()
        with suppress(FileNotFoundError):
            data = read_source(place, "theme.yaml", home, f"{shown}/theme.yaml")
            matter = read_theme_matter(f"{shown}/theme.yaml", data).or_raise()
        templates, problems = read_templates(place / "templates", f"{shown}/templates", home)
        sheets, faults = read_stylesheets(place / "static", f"{shown}/static", home)
        static, unclean = read_static(place / "static", f"{shown}/static", home)
        raise_problems(problems + faults + unclean)
        chain.append(ThemeFolder(wanted, shown, matter, templates, static, sheets, home is not root))
        wanted, asker, keys, said = matter.parent, f"{shown}/theme.yaml", ("parent",), place / "theme.yaml"
    return tuple(chain)
