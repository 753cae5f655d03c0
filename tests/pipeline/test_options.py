"""Options through a chain of themes."""

from site_gen.model.settings import Settings, ThemeChoice
from site_gen.model.theme import ThemeFolder, ThemeMatter, ThemeOption
from site_gen.pipeline.options import declarations, option_values


def folder(name: str, **options: ThemeOption) -> ThemeFolder:
    return ThemeFolder(name, f"themes/{name}", ThemeMatter(options=options), (), ())


CHAIN = (
    folder("child", accent=ThemeOption(default="red"), tone=ThemeOption(default="low")),
    folder(
        "parent",
        accent=ThemeOption(default="blue", choices=("blue", "red"), about="Colour."),
        wide=ThemeOption(type="flag", default="true"),
    ),
)


def test_a_child_changes_a_default_and_keeps_what_may_be_chosen() -> None:
    assert declarations(CHAIN) == {
        "accent": ThemeOption(default="red", choices=("blue", "red"), about="Colour."),
        "tone": ThemeOption(default="low"),
        "wide": ThemeOption(type="flag", default="true"),
    }


def test_the_site_has_the_last_word() -> None:
    settings = Settings(theme=ThemeChoice(name="child", options={"wide": "false"}))
    assert option_values(settings, CHAIN) == ({"accent": "red", "tone": "low", "wide": False}, ())


def test_a_default_that_cannot_be_is_the_themes_own_fault() -> None:
    values, problems = option_values(Settings(), (folder("odd", wide=ThemeOption(type="flag", default="w")),))
    assert values == {}
    (one,) = problems
    assert (one.path, one.keys) == ("themes/odd/theme.yaml", ("options", "wide", "default"))
    assert one.what == "The option 'wide' is true or false, not 'w'."
