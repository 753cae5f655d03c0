"""Which names become tags."""

from tests.extract.names.reading import tags_of as tags

REPORT = (
    "Poland will buy 96 AH-64E Apaches from the United States, Defence Minister Wladyslaw Kosiniak-Kamysz said.",
    "The Polish army wants the Apaches by 2032. Warsaw will pay Boeing over ten years, Kosiniak-Kamysz told Reuters.",
    "Germany and Romania have shown interest as well. Hungarian and Slovak officials looked on.",
    "Poland has also asked for HIMARS. Boeing did not comment.",
)


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


def test_the_headline_raises_a_name() -> None:
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


def test_no_kind_takes_all_places() -> None:
    text = (
        "The drones, the frigate, the howitzers, the sanctions, the ceasefire and the peace talks were all spoken of."
    )
    assert len(tags(text)) == 3


LONG = " ".join(["The crews trained in the snow for a week and then rested."] * 12)


def test_what_a_long_only_paragraph_names_at_its_end_is_scenery() -> None:
    assert "Chile" not in tags(f"Norway has closed a fjord to shipping. {LONG} Officers from Chile looked on.")
    assert "Chile" in tags("Norway has closed a fjord to officers from Chile.")


def test_the_first_tag_is_no_beat_where_a_name_is_in_the_lead() -> None:
    first, *_ = tags("Drones and more drones: Torvik Systems Inc has sold drones to Malta.", title="Drones for all")
    assert first == "Torvik Systems Inc"


def test_the_first_tag_is_not_the_country_that_the_story_comes_from() -> None:
    text = "American officials said that Halvard Brekke of the U.S. Navy met them. American crews and U.S. boats came."
    assert tags(text, title="U.S. officials meet Brekke")[0] != "United States"


def test_the_country_is_first_where_the_headline_begins_with_it() -> None:
    text = "Poland will buy boats from Torvik Systems Inc, Warsaw said. Polish crews will sail them."
    assert tags(text, title="Poland to buy boats")[0] == "Poland"


def test_a_beat_in_passing_is_no_tag() -> None:
    assert "Elections" not in tags("The Maltese word of the year, ahead of one of the election, is boat.")
    assert "Elections" in tags("The election in Malta is in May. No election was closer.", title="Malta's election")


def test_a_surname_mentioned_once_is_no_tag() -> None:
    assert "Brekke" not in tags("Adviser to Ambassador Brekke, she will travel to Malta.")


def test_a_newspaper_is_no_tag() -> None:
    assert tags("The Northgate Herald and the Harbour Times reported it from Malta.") == ["Malta"]


def test_who_wrote_or_sent_it_is_neither_tag_nor_person() -> None:
    text = "Malta has a new boat, writes Dana Whitfield. Whitfield saw it. Norfleet Media Group was there."
    assert "Dana Whitfield" in tags(text)
    assert tags(text, exclude=("Dana Whitfield", "Norfleet Media Group")) == ["Malta"]


def test_another_country_outranks_the_united_states_but_not_the_country_of_the_story() -> None:
    american = (
        "U.S. ships have left Malta, U.S. officials said. American crews and U.S. boats had been there for a year."
    )
    assert tags(american, title="Ships leave Malta")[0] == "Malta"
    ugandan = (
        "The road from Kampala to the Kenyan border is open, Uganda said. Ugandan crews had cleared it for Uganda."
    )
    assert tags(ugandan, title="Road open")[0] == "Uganda"


def test_the_lead_begins_after_titles_and_labels() -> None:
    label, lead = (
        "Transmittal No: 25-41",
        "The State Department has approved a sale of missiles to the Government of Romania.",
    )
    assert "Romania" in tags("Press office", label, "Washington, for release at will", lead)
    assert "Dana Whitfield" not in tags("Contact: Ms. Dana Whitfield", lead)


def test_a_service_that_says_whose_somebody_is_is_no_tag() -> None:
    assert tags("A former Army sergeant was held in Alabama, officials said.") == ["Alabama", "United States"]


def test_the_place_of_the_dateline_is_no_tag_when_named_once() -> None:
    text = "The depot near Kharkiv is full, the ministry of Malta said."
    assert "Kharkiv" in tags(text)
    assert "Kharkiv" not in tags(text, dateline="KHARKIV, Ukraine")
