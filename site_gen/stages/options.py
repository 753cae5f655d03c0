"""The options of a theme: what a site says of them, what they are when it says nothing, and what is wrong."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from site_gen.model.problem import Problem
from site_gen.model.settings import Settings
from site_gen.model.theme import OptionValue, ThemeFolder, ThemeOption
from site_gen.reading.option import Misfit, read_option
from site_gen.reading.settings import blame
from site_gen.stages.settings import SETTINGS
from site_gen.wording.meant import meant


def option_values(
    root: Path, settings: Settings, chain: tuple[ThemeFolder, ...]
) -> tuple[dict[str, OptionValue], tuple[Problem, ...]]:
    """The value of each option that the themes of a chain declare, and the problems of those that cannot have it."""
    declared = declarations(chain)
    values: dict[str, OptionValue] = {}
    problems = list(_unknown(root, settings, chain[0].name, declared))
    for name, option in declared.items():
        value = read_option(name, option, settings.theme.options.get(name, option.default))
        if not isinstance(value, Misfit):
            values[name] = value
        elif name in settings.theme.options:
            data = (root / SETTINGS).read_bytes()
            problems.append(blame(SETTINGS, data, "theme", value.said, value.what, value.hint))
        else:
            at = next(folder for folder in chain if name in folder.matter.options)
            problems.append(Problem(f"{at.path}/theme.yaml", 0, 0, value.what, value.hint))
    return values, tuple(problems)


def declarations(chain: tuple[ThemeFolder, ...]) -> dict[str, ThemeOption]:
    """Every option by name. A child that declares one again gives it another default, and may leave the rest out."""
    found: dict[str, ThemeOption] = {}
    for folder in reversed(chain):
        for name, option in folder.matter.options.items():
            above = found.get(name)
            if above is not None and option.type == "text" and not option.choices:
                option = replace(above, default=option.default, about=option.about or above.about)
            found[name] = option
    return dict(sorted(found.items()))


def _unknown(root: Path, settings: Settings, theme: str, declared: Mapping[str, ThemeOption]) -> Iterator[Problem]:
    for name in settings.theme.options:
        if name not in declared:
            hint = meant(name, declared, f"It has: {', '.join(declared) or 'none'}.")
            what = f"The theme '{theme}' has no option '{name}'."
            yield blame(SETTINGS, (root / SETTINGS).read_bytes(), "theme", name, what, hint)
