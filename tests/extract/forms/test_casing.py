import pytest

from site_gen.extract.forms.casing import in_sentence_case, is_capitals

STORY = """The NATO brigade left Dunmere on Monday, and Col. Harald Vest of the Third Flotilla went with it.
READ MORE: DRONES OVER DUNMERE
A drone was seen, Defence Minister Ada Moen said. The minister did not say whose. McLeod's men saw it."""


@pytest.mark.parametrize(
    ("line", "cased"),
    [
        ("NATO BRIGADE LEAVES DUNMERE", "NATO brigade leaves Dunmere"),
        ("VEST LEAVES WITH THIRD FLOTILLA", "Vest leaves with Third Flotilla"),
        ("MINISTER SEES DRONES", "Minister sees drones"),
        ("MOEN'S DRONE: WHO SAW IT?", "Moen's drone: who saw it?"),
        ("MCLEOD'S MEN SAW IT", "McLeod's men saw it"),
        ("ANTI-DRONE GUNS FOR DUNMERE-BASED BRIGADE", "Anti-drone guns for Dunmere-based brigade"),
        ("DRONE SEEN. ARMY DENIES IT", "Drone seen. Army denies it"),
        ("SAUDI ARABIA BUYS F-35 JETS ON TUESDAY", "Saudi Arabia buys F-35 jets on Tuesday"),
        ("“DRONES EVERYWHERE,” MOEN SAYS", "“Drones everywhere,” Moen says"),
        ("ELYSEE SILENT ON TALKS IN PARIS", "Elysee silent on talks in Paris"),
    ],
)
def test_capitals_become_a_sentence(line: str, cased: str) -> None:
    assert is_capitals(line)
    assert in_sentence_case(line, STORY) == cased


@pytest.mark.parametrize("line", ["Norland orders six tugs", "USS Heron sails", "F-35", "", "NATO and UN meet in Oslo"])
def test_other_lines_are_not_in_capitals(line: str) -> None:
    assert not is_capitals(line)
