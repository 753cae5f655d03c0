from site_gen.pages.language import strings
from tests.support import entry, site_of


def test_strings_are_those_of_the_site_or_of_another_language() -> None:
    site = site_of(entry("a", "A"))
    assert strings(site).language == site.settings.language
    assert strings(site, "ar").direction == "rtl"
