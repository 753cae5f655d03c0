import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.ingesting.naming import LONGEST, name_post


@pytest.mark.parametrize(
    ("title", "stem", "name"),
    [
        ("Kremlin open to talks", "000_x", "kremlin-open-to-talks"),
        ("Harbour council approves a second pier for patrol boats of the northern fleet", "x",
         "harbour-council-approves-a-second-pier-for-patrol-boats"),
        ("Песков в Москве", "x", "peskov-v-moskve"),
        ("!!!", "2024-rain", "2024-rain"),
        ("!!!", "???", "post"),
    ],
)  # fmt: skip
def test_names(title: str, stem: str, name: str) -> None:
    assert name_post(title, stem) == name


@given(st.text(), st.text())
def test_any_title_gives_a_name_that_an_address_takes(title: str, stem: str) -> None:
    name = name_post(title, stem)
    assert 0 < len(name) <= LONGEST
    assert all(sign.isascii() and (sign.isalnum() or sign == "-") for sign in name)
