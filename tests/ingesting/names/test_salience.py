"""Which names become tags."""

from site_gen.ingesting.names import choose_tags
from tests.ingesting.names.reading import names_of

REPORT = (
    "Poland will buy 96 AH-64E Apaches from the United States, Defence Minister Wladyslaw Kosiniak-Kamysz said.",
    "The Polish army wants the Apaches by 2032. Warsaw will pay Boeing over ten years, Kosiniak-Kamysz told Reuters.",
    "Germany and Romania have shown interest as well. Hungarian and Slovak officials looked on.",
    "Poland has also asked for HIMARS. Boeing did not comment.",
)


def tags(*paragraphs: str, title: str = "") -> list[str]:
    return [tag.name for tag in choose_tags(names_of(*paragraphs), title)]


def test_what_the_report_is_about() -> None:
    chosen = tags(*REPORT, title="Poland to buy 96 Apaches")
    assert chosen[0] == "Poland"
    assert {"United States", "Apache", "Wladyslaw Kosiniak-Kamysz", "Boeing"} <= set(chosen)
    assert 5 <= len(chosen) <= 8


def test_scenery_is_no_tag() -> None:
    chosen = tags(*REPORT, title="Poland to buy 96 Apaches")
    assert not {"Germany", "Romania", "Hungary", "Slovakia", "Reuters", "Polish army"} & set(chosen)


def test_tags_carry_canonical_names() -> None:
    chosen = tags("Daesh fled. The Pentagon and Zelensky said that an F-35A had struck Daesh.")
    assert {"ISIL", "US Department of Defense", "Volodymyr Zelenskyy", "F-35"} <= set(chosen)


def test_three_names_of_one_country_are_one_tag() -> None:
    assert tags("Russian forces withdrew, Moscow said. The Kremlin would not comment.").count("Russia") == 1


def test_the_headline_lifts_a_name() -> None:
    text = (
        "The ministers met for two days.",
        "They spoke of trade.",
        "They spoke of Malta, of Kenya, of Peru and of Chile.",
    )
    assert "Kenya" not in tags(*text)
    assert "Kenya" in tags(*text, title="Kenya on the ministers' table")


def test_a_name_is_found_in_the_headline_by_whole_words() -> None:
    text = (
        "The ministers met for two days.",
        "They spoke of trade.",
        "They spoke of Oman, of Kenya, of Peru and of Chile.",
    )
    assert "Oman" not in tags(*text, title="Roman roads and Omani dates")


def test_a_text_with_few_names_has_few_tags() -> None:
    assert tags("Malta has a new patrol boat.") == ["Malta"]
    assert tags("Nobody came.") == []


def test_no_kind_takes_all_the_room() -> None:
    text = (
        "The drones, the frigate, the howitzers, the sanctions, the ceasefire and the peace talks were all spoken of."
    )
    assert len(tags(text)) == 3
