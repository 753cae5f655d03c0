from site_gen.indexing.untranslated import untranslated
from site_gen.model.settings import LanguageSettings, Settings
from tests.support import entry

THREE = Settings(languages={"uk": LanguageSettings(), "ar": LanguageSettings()})


def test_originals_are_listed_with_what_they_lack() -> None:
    texts = (
        entry("a", "A"),
        entry("b", "B", language="uk", translation_of="a"),
        entry("c", "C", language="uk"),
        entry("d", "D"),
        entry("e", "E", language="uk", draft=True, translation_of="d"),
        entry("f", "F", language="ar", translation_of="d"),
        entry("g", "G", language="fr"),
    )
    found = {path.rpartition("/")[2]: (one.languages, one.missing) for path, one in untranslated(texts, THREE).items()}
    assert found == {
        "a.md": (("en", "uk"), ("ar",)),
        "c.md": (("uk",), ("en", "ar")),
        "g.md": (("fr",), ("en", "uk", "ar")),
    }


def test_a_site_in_one_language_lacks_none() -> None:
    assert untranslated((entry("a", "A"),), Settings()) == {}
