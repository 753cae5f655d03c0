from site_gen.model.settings import Settings
from site_gen.pages.finders import finders


def test_menus_name_only_pages_that_there_are() -> None:
    assert [link.title for link in finders(Settings())] == ["Search", "Coverage"]
    assert finders(Settings(coverage=False, search="none")) == ()
