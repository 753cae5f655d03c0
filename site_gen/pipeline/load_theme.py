"""Load the site's theme from disk, and validate it unless that was done for the same theme before."""

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
from site_gen.pipeline.phrases import read_all_phrases, unknown_strings
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
    options, option_problems = option_values(settings, chain)
    raise_problems(with_excerpts(root, problems + option_problems))
    theme = assemble(site_templates, chain, options)
    raise_problems(with_excerpts(root, unknown_strings(theme.phrases, theme)))
    return theme


def validated_theme(theme: Theme, settings: Settings, previous: ThemeFact) -> ThemeFact:
    """The ledger's record of a theme; `SiteError` carries everything that is wrong with it."""
    places = [(template.path, "") for template in theme.templates.values()]
    places += [(template.path, template.text) for template in theme.replaced]
    key = digest(msgspec.json.encode((theme_key(theme), program_digest(), places, theme.own)))
    if previous.digest == key:
        return previous
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
    """The digest of everything in a theme, as it was read: templates, files, sheets, options, languages, strings."""
    static = [(path, file.digest) for path, file in theme.static.items()]
    sheets = [(path, sheet.text) for path, sheet in theme.sheets.items()]
    return digest(msgspec.json.encode((theme.digest, static, sheets, theme.options, theme.languages, theme.phrases)))


def _suggestion(name: str, candidates: Sequence[str], heading: str) -> str:
    return did_you_mean(name, candidates, f"{heading}: {', '.join(candidates) or 'none'}.")


def _theme_chain(root: Path, name: str) -> tuple[ThemeFolder, ...]:
    chain: list[ThemeFolder] = []
    keys: Keys
    wanted, named_by, keys, named_in = name, SETTINGS, ("theme", "name"), root / SETTINGS
    while wanted:
        if any(folder.name == wanted for folder in chain):
            what = f"The theme '{wanted}' is its own ancestor."
            raise SiteError(
                (with_place(ValueProblem(named_by, keys, what, "Name another parent."), named_in.read_bytes()),)
            )
        place = find_theme(root, wanted)
        if place is None:
            hint = _suggestion(wanted, theme_names(root), "Available")
            missing = ValueProblem(named_by, keys, f"There is no theme '{wanted}'.", hint)
            raise SiteError((with_place(missing, named_in.read_bytes()),))
        home = root if place.is_relative_to(root) else place
        display_name = f"themes/{wanted}"
        if fault := folder_fault(str(place), str(home)):
            raise SiteError((Problem(display_name, 0, 0, *fault),))
        matter = ThemeMatter()
        with suppress(FileNotFoundError):
            data = read_source(place, "theme.yaml", home, f"{display_name}/theme.yaml")
            matter = read_theme_matter(f"{display_name}/theme.yaml", data).or_raise()
        templates, problems = read_templates(place / "templates", f"{display_name}/templates", home)
        sheets, faults = read_stylesheets(place / "static", f"{display_name}/static", home)
        static, picture_problems = read_static(place / "static", f"{display_name}/static", home)
        phrases, phrase_problems = read_all_phrases(place / "i18n", f"{display_name}/i18n", home)
        raise_problems(problems + faults + picture_problems + phrase_problems)
        chain.append(ThemeFolder(wanted, display_name, matter, templates, static, sheets, home is not root, phrases))
        wanted, named_by, keys, named_in = (
            matter.parent,
            f"{display_name}/theme.yaml",
            ("parent",),
            place / "theme.yaml",
        )
    return tuple(chain)
