import time
from datetime import date

import pytest

from site_gen.extract.calendar import PartialDate
from site_gen.extract.forms.dateline import split_dateline


@pytest.mark.parametrize(
    ("text", "place", "agency", "day"),
    [
        ("OSLO (Reuters) - The navy said so.", "OSLO", "Reuters", None),
        ("KYIV, Ukraine, March 3 — The bridge is open.", "KYIV, Ukraine", "", PartialDate(3, 3)),
        ("GENEVA, Feb 26 - Talks began.", "GENEVA", "", PartialDate(2, 26)),
        ("NORTH SEA (June 21, 2020) – The frigate sailed.", "NORTH SEA", "", PartialDate(6, 21, 2020)),
        ("BALTIC SEA (July 13, 2022) The frigate sailed.", "BALTIC SEA", "", PartialDate(7, 13, 2022)),
        ("FORT EXAMPLE, Va. – January 27, 2026 – Crews trained.", "FORT EXAMPLE, Va.", "", PartialDate(1, 27, 2026)),
        ("Bergen, Norway, October 6, 2025 – The yard grew.", "Bergen, Norway", "", PartialDate(10, 6, 2025)),
        ("GHENT, March 4 (Wire desk) - Talks began.", "GHENT", "Wire desk", PartialDate(3, 4)),
        ("GRAZ, Oct. 9, 2025 (Wire desk) — Talks began.", "GRAZ", "Wire desk", PartialDate(10, 9, 2025)),
        ("NEW PORT, 3 May 2024 (The Daily Thing) – It rained.", "NEW PORT", "The Daily Thing", PartialDate(5, 3, 2024)),
        ("THE HARBOUR, Norland (Our staff) - It rained.", "THE HARBOUR, Norland", "Our staff", None),
        ("NEW DELHI: The minister left.", "NEW DELHI", "", None),
        ("(AP) — A ship sank.", "", "AP", None),
        ("JOINT BASE SOMEWHERE-Elsewhere, Texas – A team came.", "JOINT BASE SOMEWHERE-Elsewhere, Texas", "", None),
        ("U.S. AIR BASE, Colo.– U.S. cadets ran.", "U.S. AIR BASE, Colo.", "", None),
    ],
)
def test_the_head_of_a_wire_story(text: str, place: str, agency: str, day: PartialDate | None) -> None:
    found = split_dateline(text)
    assert (found.place, found.agency, found.day) == (place, agency, day)
    assert found.raw + found.rest == text
    assert found.rest[0].isupper()


@pytest.mark.parametrize(
    "text",
    [
        "NATO – the alliance of 32 – met.",
        "Ukraine — A drone fell.",
        "BREAKING - Talks end.",
        "The U.S. - Norland talks went on.",
        "Observed Sept. 17–23, the week is a time to read.",
        "F-35 - The jet flew.",
        "F-16 (Viper) — The jet flew.",
        "HMS Heron (F99) - The frigate sailed.",
        "IAEA (International Atomic Energy Agency) - The body met.",
        "CIWS (close-in weapon) - The gun fires.",
        "",
    ],
)
def test_prose_with_a_dash_stays_whole(text: str) -> None:
    found = split_dateline(text)
    assert (found.raw, found.rest, found.date) == ("", text, None)


def test_a_full_date_is_one_the_calendar_has() -> None:
    assert split_dateline("OSLO, June 1, 2020 – Rain.").date == date(2020, 6, 1)
    assert split_dateline("OSLO, June 31, 2020 – Rain.").date is None


def test_hostile_heads_take_no_time() -> None:
    began = time.process_time()
    for text in ("A" * 1_000_000, "A, " * 200_000, "(" * 500_000, "A. " * 300_000, "-" * 500_000):
        split_dateline(text)
    assert time.process_time() - began < 5
