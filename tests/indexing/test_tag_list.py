"""Tags as posts spell them, and which may be one."""

from site_gen.indexing.tag_list import ListedTag, listed_tags, near_tags
from tests.support import entry


def test_tags_are_listed_by_their_commonest_spelling_and_count() -> None:
    posts = [
        entry("a", "A", tags=["US Navy", "Drones"]),
        entry("b", "B", tags=["US navy"]),
        entry("c", "C", tags=["US Navy"]),
    ]
    assert listed_tags(posts) == (ListedTag("US Navy", 3), ListedTag("Drones", 1))


def test_names_that_differ_in_marks_or_a_letter_are_near() -> None:
    near = near_tags(["US Navy", "U.S. Navy", "Drones", "Drone", "Zaporizhzhia", "Zaporizhia", "Łódź", "Lodz"])
    assert near["US Navy"] == ("U.S. Navy",) and near["U.S. Navy"] == ("US Navy",)
    assert near["Zaporizhia"] == ("Zaporizhzhia",) and near["Lodz"] == ("Łódź",)


def test_names_that_differ_in_digits_or_are_short_are_not() -> None:
    assert (
        near_tags(["F-15", "F-16", "Su-34", "Su-35", "Iran", "Iraq", "Type 055 destroyers", "Type 052 destroyers"])
        == {}
    )
