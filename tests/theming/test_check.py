from pathlib import Path

import pytest

from site_gen.model.ledger import Ledger
from site_gen.model.settings import Settings, ThemeChoice
from site_gen.stages.dress import dressed
from site_gen.theming.check import checked


@pytest.mark.parametrize("name", ["broadsheet", "plain"])
def test_the_themes_that_come_with_the_program_are_right(tmp_path: Path, name: str) -> None:
    theme, _ = dressed(tmp_path, Settings(theme=ThemeChoice(name=name)), Ledger())
    problems, digests = checked(theme, "https://example.org/news/")
    assert problems == ()
    assert all(len(digest) == 32 for digest in digests.values())


def test_the_plain_theme_inherits_from_the_broadsheet_and_differs_where_it_says(tmp_path: Path) -> None:
    plain, _ = dressed(tmp_path, Settings(theme=ThemeChoice(name="plain")), Ledger())
    broadsheet, _ = dressed(tmp_path, Settings(), Ledger())
    own = {name for name, template in plain.templates.items() if template.path.startswith("themes/plain/")}
    assert "base.html" in own
    assert set(broadsheet.templates) <= set(plain.templates)
    for name, template in broadsheet.templates.items():
        assert (plain.templates[name] == template) == (name not in own)
    assert plain.static["style.css"] != broadsheet.static["style.css"]
    assert plain.static["favicon.svg"] == broadsheet.static["favicon.svg"]
