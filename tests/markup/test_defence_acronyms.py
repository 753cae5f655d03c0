import re

from site_gen.markup.defence_acronyms import ACRONYMS


def test_the_list_is_in_order_and_in_the_form_that_is_found_fast() -> None:
    assert list(ACRONYMS) == sorted(ACRONYMS)
    assert all(re.fullmatch("[A-Z][A-Z0-9]{2,}", name) for name in ACRONYMS)
    assert all(words == words.strip() and not set(words) & set('<>&"') for words in ACRONYMS.values())


def test_what_they_stand_for_begins_as_they_do_or_is_a_class_of_ship_or_a_command() -> None:
    odd = {name for name, words in ACRONYMS.items() if words[0].upper() != name[0]}
    assert odd == {"CENTCOM", "EUCOM", "NPT", "SOCOM", "SSBN", "SSN"}
