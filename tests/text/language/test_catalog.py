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
