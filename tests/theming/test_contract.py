from site_gen.theming.contract import VIEWS, names_of
from site_gen.theming.theme import BUILT_IN, REQUIRED


def test_every_page_has_a_view_and_every_view_site_and_page() -> None:
    assert set(VIEWS) == set(REQUIRED) | {name for name in BUILT_IN if not name.startswith("_")}
    for view in VIEWS.values():
        names = names_of(view)
        assert {"site", "page"} <= set(names)
        assert "body" not in names
