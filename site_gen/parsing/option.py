"""What is written for an option of a theme to the value that its templates get."""

import re

from msgspec import Struct

from site_gen.model.problem import Keys
from site_gen.model.theme import OptionText, OptionValue, ThemeOption
from site_gen.text.did_you_mean import did_you_mean

_ADDRESS = re.compile(r"(?:/(?!/)|https?://)\S*|")


class Misfit(Struct, frozen=True):
    """Why an option cannot have a value: the number of the item, where it is one; what is wrong; what to do."""

    at: Keys
    what: str
    hint: str


def read_option(name: str, option: ThemeOption, said: OptionText) -> OptionValue | Misfit:
    """The value that a text or list means for an option, or why it cannot mean one. Nothing is the empty value."""
    if option.type == "list":
        return _list(name, option, said)
    if not isinstance(said, str):
        return Misfit((), f"The option '{name}' takes one value, not a list.", "Write it without brackets.")
    if option.type == "flag":
        return _flag(name, said)
    if option.type == "number":
        return _number(name, said)
    if option.type == "address" and not _ADDRESS.fullmatch(said):
        return Misfit((), f"'{said}' is not an address.", "Begin with / or https://.")
    return _choice(name, option, said) or said


def _list(name: str, option: ThemeOption, said: OptionText) -> OptionValue | Misfit:
    if said == "":
        return ()
    if isinstance(said, str):
        return Misfit((), f"The option '{name}' takes a list.", f"Write [{said}].")
    return next((wrong for at, item in enumerate(said) if (wrong := _choice(name, option, item, (at,)))), said)


def _flag(name: str, said: str) -> OptionValue | Misfit:
    if said.lower() in ("true", "false", ""):
        return said.lower() == "true"
    return Misfit((), f"The option '{name}' is true or false, not '{said}'.", "Write one of them.")


def _number(name: str, said: str) -> OptionValue | Misfit:
    if re.fullmatch(r"-?[0-9]{1,15}|", said):
        return int(said or 0)
    return Misfit((), f"The option '{name}' is a whole number, not '{said}'.", "Write only digits.")


def _choice(name: str, option: ThemeOption, said: str, at: Keys = ()) -> Misfit | None:
    if not option.choices or said in option.choices:
        return None
    hint = did_you_mean(said, option.choices, "Write one of them.")
    return Misfit(at, f"The option '{name}' is one of {', '.join(option.choices)}, not '{said}'.", hint)
