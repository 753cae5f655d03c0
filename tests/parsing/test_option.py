"""Options of themes."""

import pytest

from site_gen.model.theme import OptionText, OptionValue, ThemeOption
from site_gen.parsing.option import Misfit, read_option

COLOUR = ThemeOption(choices=("navy", "claret"), default="navy")
SHARE = ThemeOption(type="list", choices=("mail", "bluesky"))
RIGHT: list[tuple[ThemeOption, OptionText, OptionValue]] = [
    (ThemeOption(), "007", "007"),
    (ThemeOption(), "true", "true"),
    (COLOUR, "claret", "claret"),
    (ThemeOption(type="flag"), "true", True),
    (ThemeOption(type="flag"), "False", False),
    (ThemeOption(type="flag"), "", False),
    (ThemeOption(type="number"), "12", 12),
    (ThemeOption(type="number"), "", 0),
    (ThemeOption(type="address"), "/a.png", "/a.png"),
    (ThemeOption(type="address"), "", ""),
    (SHARE, ("mail",), ("mail",)),
    (SHARE, (), ()),
    (SHARE, "", ()),
]
WRONG: list[tuple[ThemeOption, OptionText, str]] = [
    (COLOUR, "nav", "The option 'x' is one of navy, claret, not 'nav'. Did you mean 'navy'?"),
    (COLOUR, ("navy",), "The option 'x' takes one value, not a list. Write it without brackets."),
    (ThemeOption(type="flag"), "yes", "The option 'x' is true or false, not 'yes'. Write one of them."),
    (ThemeOption(type="number"), "1.5", "The option 'x' is a whole number, not '1.5'. Write only digits."),
    (ThemeOption(type="address"), "a.png", "'a.png' is not an address. Begin with / or https://."),
    (ThemeOption(type="address"), "//a.example", "'//a.example' is not an address. Begin with / or https://."),
    (SHARE, "mail", "The option 'x' takes a list. Write [mail]."),
    (SHARE, ("mail", "fax"), "The option 'x' is one of mail, bluesky, not 'fax'. Write one of them."),
]


@pytest.mark.parametrize(("option", "said", "value"), RIGHT)
def test_what_is_written_means_a_value(option: ThemeOption, said: OptionText, value: OptionValue) -> None:
    read = read_option("x", option, said)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(("option", "said", "told"), WRONG)
def test_misfits_are_reported(option: ThemeOption, said: OptionText, told: str) -> None:
    read = read_option("x", option, said)
    assert isinstance(read, Misfit) and f"{read.what} {read.hint}" == told
