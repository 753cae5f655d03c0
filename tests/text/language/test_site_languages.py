from site_gen.model.settings import LanguageSettings, Settings
from site_gen.text.language.site_languages import SiteLanguages, site_languages

THREE = site_languages(
    Settings(languages={"en": LanguageSettings(), "uk": LanguageSettings(), "ar": LanguageSettings()})
)


def test_the_name_of_a_file_may_end_with_a_language_of_the_site() -> None:
    assert THREE.others == ("uk", "ar")
    assert THREE.named("talks.uk") == ("talks", "uk")
    assert THREE.named("talks.UK") == ("talks", "uk")
    assert THREE.named("deep/talks.en") == ("deep/talks", "en")


def test_the_dots_of_other_names_mean_nothing() -> None:
    for name in ("v1.2", "statement.no", "talks", ".uk", "talks.uk.draft"):
        assert THREE.named(name) == (name, "")
    assert SiteLanguages("en").named("talks.uk") == ("talks.uk", "")


def test_the_site_s_own_language_need_not_be_named() -> None:
    british = SiteLanguages("en-GB")
    assert [british.folded(tag) for tag in ("en-GB", "en", "en-US", "uk", "")] == ["", "", "en-US", "uk", ""]


def test_english_is_the_language_of_typography_without_a_name() -> None:
    assert [SiteLanguages("en-GB").typeset(tag) for tag in ("", "en-US", "fr")] == ["", "", "fr"]
    assert [SiteLanguages("de").typeset(tag) for tag in ("", "en", "fr")] == ["de", "", "fr"]
