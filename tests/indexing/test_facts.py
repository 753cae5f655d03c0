import re
from importlib import resources

from site_gen.indexing.facts import known_facts


def test_a_country_is_known_by_all_its_present_names() -> None:
    known = known_facts()
    finland = known["country", "finland"]
    assert (finland.iso3, finland.facts["Capital"], finland.source) == ("FIN", "Helsinki", "The World Factbook")
    assert "NATO" in finland.facts["Member of"].split(", ")
    assert known["country", "usa"] == known["country", "united states"]
    assert "European Union" not in known["country", "united kingdom"].facts["Member of"]
    assert ("country", "soviet union") not in known
    assert known["equipment", "himars"].facts["Type"] == "Wheeled multiple rocket launcher"
    assert ("topic", "himars") not in known


def test_the_facts_are_small_and_clean() -> None:
    text = resources.files("site_gen.indexing").joinpath("data/facts.txt").read_text(encoding="utf-8")
    assert len(text.encode()) < 60_000
    assert not re.search(r"\(\d{4}\)|[<>&\t]|  |Ministry of", text)
