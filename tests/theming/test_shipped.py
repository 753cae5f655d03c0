from pathlib import Path

import pytest

from site_gen.model.ledger import ThemeFact
from site_gen.model.settings import Settings, ThemeChoice
from site_gen.pipeline.load_theme import load_theme, validated_theme
from site_gen.theming import check
from site_gen.theming.environment import fresh_environment
from site_gen.theming.parsed import closures
from site_gen.theming.shipped import closures_as_shipped, is_as_shipped
from tests.support import theme_of, write

NAMES = ["broadsheet", "plain", "wire"]


@pytest.mark.parametrize("name", NAMES)
def test_their_templates_refer_to_one_another_as_the_quick_look_says(tmp_path: Path, name: str) -> None:
    theme = load_theme(tmp_path, Settings(theme=ThemeChoice(name=name)))
    assert is_as_shipped(theme)
    assert closures_as_shipped(theme) == closures(theme.templates, fresh_environment(theme, "https://example.org/"))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_known_of_them_is_what_a_check_finds_out(tmp_path: Path, name: str) -> None:
    settings = Settings(theme=ThemeChoice(name=name))
    theme = load_theme(tmp_path, settings)
    known = validated_theme(theme, settings, ThemeFact("", {}))
    assert ((), known.templates, known.warnings) == check.checked(theme, settings.base_url)


def test_they_are_not_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(check, "checked")
    assert validated_theme(load_theme(tmp_path, Settings()), Settings(), ThemeFact("", {})).templates


@pytest.mark.parametrize("own", ["_card.html", "unused.html"])
def test_one_template_of_the_sites_own_makes_them_the_sites(tmp_path: Path, own: str) -> None:
    write(tmp_path, {f"templates/{own}": "{# nothing #}"})
    assert not is_as_shipped(load_theme(tmp_path, Settings()))


def test_a_theme_of_the_site_is_checked_though_it_inherits_every_template(tmp_path: Path) -> None:
    write(tmp_path, {"themes/own/theme.yaml": "parent: wire\n"})
    assert not is_as_shipped(load_theme(tmp_path, Settings(theme=ThemeChoice(name="own"))))


def test_a_theme_of_somebody_else_is_not_as_shipped() -> None:
    assert not is_as_shipped(theme_of())
