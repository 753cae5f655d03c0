"""Parsing of a theme's options: from what is written to the value that templates get."""

import re

from msgspec import Struct

from site_gen.model.problem import Keys
from site_gen.model.theme import OptionText, OptionValue, ThemeOption
from site_gen.text.did_you_mean import did_you_mean

_ADDRESS = re.compile(r"(?:/(?!/)|https?://)\S*|")


class Misfit(Struct, frozen=True):
    """Why a value does not fit an option: the number of the item, if it is one; what is wrong; what to do."""

    at: Keys
    what: str
    hint: str


def read_option(name: str, option: ThemeOption, written: OptionText) -> OptionValue | Misfit:
    """The value of an option from a text or list, or why it has none; nothing written gives the empty value."""
    if option.type == "list":
        return _list(name, option, written)
    if not isinstance(written, str):
        return Misfit((), f"The option '{name}' takes one value, not a list.", "Write it without brackets.")
    if option.type == "flag":
        return _flag(name, written)
    if option.type == "number":
        return _number(name, written)
    if option.type == "address" and not _ADDRESS.fullmatch(written):
        return Misfit((), f"'{written}' is not an address.", "Begin with / or https://.")
    return _choice(name, option, written) or written


def _list(name: str, option: ThemeOption, written: OptionText) -> OptionValue | Misfit:
    if written == "":
        return ()
    if isinstance(written, str):
        return Misfit((), f"The option '{name}' takes a list.", f"Write [{written}].")
    return next((wrong for at, item in enumerate(written) if (wrong := _choice(name, option, item, (at,)))), written)


def _flag(name: str, written: str) -> OptionValue | Misfit:
    if written.lower() in ("true", "false", ""):
        return written.lower() == "true"
    return Misfit((), f"The option '{name}' is true or false, not '{written}'.", "Write one of them.")


def _number(name: str, written: str) -> OptionValue | Misfit:
    if re.fullmatch(r"-?[0-9]{1,15}|", written):
        return int(written or 0)
    return Misfit((), f"The option '{name}' is a whole number, not '{written}'.", "Write only digits.")


def _choice(name: str, option: ThemeOption, written: str, at: Keys = ()) -> Misfit | None:
    if not option.choices or written in option.choices:
        return None
    hint = did_you_mean(written, option.choices, "Write one of them.")
    return Misfit(at, f"The option '{name}' is one of {', '.join(option.choices)}, not '{written}'.", hint)
