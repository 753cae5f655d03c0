"""The options of a theme: the values that a site sets, the defaults of the others, and what is wrong."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from site_gen.model.problem import ValueProblem
from site_gen.model.settings import Settings
from site_gen.model.theme import OptionValue, ThemeFolder, ThemeOption
from site_gen.parsing.option import Misfit, read_option
from site_gen.pipeline.settings import SETTINGS
from site_gen.text.did_you_mean import did_you_mean


def option_values(
    settings: Settings, chain: tuple[ThemeFolder, ...]
) -> tuple[dict[str, OptionValue], tuple[ValueProblem, ...]]:
    """The value of each option that the themes of a chain declare, and the problems of those that cannot have it."""
    declared = declarations(chain)
    values: dict[str, OptionValue] = {}
    problems = list(_unknown(settings, chain[0].name, declared))
    for name, option in declared.items():
        value = read_option(name, option, settings.theme.options.get(name, option.default))
        if not isinstance(value, Misfit):
            values[name] = value
        elif name in settings.theme.options:
            keys = ("theme", "options", name, *value.at)
            problems.append(ValueProblem(SETTINGS, keys, value.what, value.hint))
        else:
            at = next(folder for folder in chain if name in folder.matter.options)
            keys = ("options", name, "default", *value.at)
            problems.append(ValueProblem(f"{at.path}/theme.yaml", keys, value.what, value.hint))
    return values, tuple(problems)


def declarations(chain: tuple[ThemeFolder, ...]) -> dict[str, ThemeOption]:
    """Every option by name. A child that declares one again gives it another default, and may leave the rest out."""
    options: dict[str, ThemeOption] = {}
    for folder in reversed(chain):
        for name, option in folder.matter.options.items():
            inherited = options.get(name)
            if inherited is not None and option.type == "text" and not option.choices:
                option = replace(inherited, default=option.default, about=option.about or inherited.about)
            options[name] = option
    return dict(sorted(options.items()))


def _unknown(settings: Settings, theme: str, declared: Mapping[str, ThemeOption]) -> Iterator[ValueProblem]:
    for name in settings.theme.options:
        if name not in declared:
            hint = did_you_mean(name, declared, f"It has: {', '.join(declared) or 'none'}.")
            what = f"The theme '{theme}' has no option '{name}'."
            yield ValueProblem(SETTINGS, ("theme", "options", name), what, hint, of_key=True)
