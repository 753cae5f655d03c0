from site_gen.model.language import Phrase, Phrases
from site_gen.text.language.catalog import ENGLISH, catalog_of, filled, pieces


def test_english_says_what_the_program_says() -> None:
    assert ENGLISH.gettext("Archive") == "Archive"
    assert [ENGLISH.counted("%(num)s story", "%(num)s stories", count) for count in (0, 1, 2, 1234)] == [
        "0 stories",
        "1 story",
        "2 stories",
        "1,234 stories",
    ]
    assert ENGLISH.said("All reports on %(name)s.", name="100 %") == "All reports on 100 %."


def test_a_catalogue_is_the_same_for_the_same_tag_and_strings() -> None:
    assert catalog_of("en-GB") is catalog_of("en-GB")
    assert catalog_of("en").key == ENGLISH.key != catalog_of("en-GB").key
    assert catalog_of("ar").direction == "rtl"


def test_a_message_is_filled_by_name_and_nothing_else_is_a_format() -> None:
    assert filled("%(a)s of %(b)s", {"a": "%(b)s", "b": "<2>"}) == "%(b)s of <2>"
    assert filled("50%% of %(a)s, %s %d", {"a": "x"}) == "50% of x, %s %d"
    assert filled("%(missing)s", {}) == "%(missing)s"
    assert pieces("Page %(n)s") == (("Page ", None), ("%(n)s", "n"))


def test_what_a_site_says_itself_comes_first_and_makes_another_catalogue() -> None:
    own = Phrases("uk", (Phrase("Archive", (("", "Усі новини"),)),))
    theirs = Phrases("uk", (Phrase("Archive", (("", "Архів"),)), Phrase("Tags", (("", "Мітки"),))))
    foreign = Phrases("de", (Phrase("Archive", (("", "Archiv"),)),))
    catalog = catalog_of("uk-UA", (foreign, own, theirs))
    assert [catalog.gettext(one) for one in ("Archive", "Tags", "Nothing")] == ["Усі новини", "Мітки", "Nothing"]
    assert catalog.key != catalog_of("uk-UA").key == catalog_of("uk-UA", (foreign,)).key


def test_the_locale_of_open_graph() -> None:
    locales = [catalog_of(language).locale for language in ("en", "uk", "ar", "pt-BR", "he", "tlh")]
    assert locales == ["en_GB", "uk_UA", "ar_AR", "pt_BR", "he_IL", ""]


def test_a_catalogue_without_translations_says_it_in_english_and_writes_dates_in_the_language() -> None:
    dutch = catalog_of("nl")
    assert dutch.gettext("Archive") == "Archive" and dutch.written.facts.months[0] == "januari"


def test_plural_forms_by_number() -> None:
    ukrainian, arabic = catalog_of("uk"), catalog_of("ar")
    story = "%(num)s story", "%(num)s stories"
    assert [ukrainian.counted(*story, count) for count in (1, 2, 5, 21, 1000)] == [
        "1 матеріал",
        "2 матеріали",
        "5 матеріалів",
        "21 матеріал",
        "1\u00a0000 матеріалів",
    ]
    assert [arabic.counted(*story, count) for count in (0, 1, 2, 3, 11, 100)] == [
        "لا مواد",
        "مادة واحدة",
        "مادتان",
        "3 مواد",
        "11 مادة",
        "100 مادة",
    ]
    assert ukrainian.forms(*story) == {
        "one": "%(num)s матеріал",
        "few": "%(num)s матеріали",
        "many": "%(num)s матеріалів",
    }


def test_own_plural_forms() -> None:
    forms = (("one", "%(num)s новина"), ("few", "%(num)s новини"), ("many", "%(num)s новин"))
    own = catalog_of("uk", (Phrases("uk", (Phrase("%(num)s story", forms), Phrase("Archive", (("", "Усе"),)))),))
    assert [own.counted("%(num)s story", "%(num)s stories", count) for count in (1, 3, 7)] == [
        "1 новина",
        "3 новини",
        "7 новин",
    ]
    assert own.gettext("Archive") == "Усе" and own.gettext("Tags") == "Мітки" and not own.is_plain
    english = catalog_of("en", (Phrases("en", (Phrase("%(num)s story", (("", "n = %(num)s"),)),)),))
    assert english.counted("%(num)s story", "%(num)s stories", 4) == "n = 4" and not english.is_plain
