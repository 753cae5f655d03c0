import pytest

from site_gen.extract.forms.live import take_live
from tests.extract.forms.texts import LEAD, MORE, doubts, left, taken

TOLD = "The council has met in the town hall and will vote before the evening is over."


@pytest.mark.parametrize(
    ("times", "label"),
    [
        (["14:32 - ", "14:10 - ", "13:55 - "], "14:32"),
        (["14:32 – ", "14:10 – ", "13:55 – "], "14:32"),
        (["10.15am ", "9.50am ", "9am "], "10.15am"),
        (["UPDATE 3:15 PM: ", "UPDATE 2:10 PM: ", "UPDATE 1:00 PM: "], "UPDATE 3:15 PM"),
        (["14:32 GMT\n", "14:10 GMT\n", "13:55 GMT\n"], "14:32 GMT"),
        (["[14:32] ", "[14:10] ", "[13:55] "], "[14:32]"),
        (["14h32 - ", "14h10 - ", "13h55 - "], "14h32"),
        (["6:05 p.m. ET: ", "5:40 p.m. ET: ", "5 p.m. ET: "], "6:05 p.m. ET"),
        (["14:32 • ", "14:10 • ", "13:55 • "], "14:32"),
        (["Updated at 14:32: ", "Updated at 14:10: ", "Updated at 13:55: "], "Updated at 14:32"),
    ],
)
def test_entries_become_headings_with_their_time_and_paragraphs(times: list[str], label: str) -> None:
    found = taken(take_live, LEAD + "\n" + "\n".join(time + TOLD for time in times))
    assert found.genre == "live"
    assert left(found)[:3] == [LEAD, f"## {label}", TOLD]
    assert sum(line.startswith("## ") for line in left(found)) == 3
    assert doubts(found) == ["headline: this is a live blog; what matters most may stand in any entry."]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n14:32 - {TOLD}\n14:10 - {TOLD}",
        "09:00 Opening\n10:00 Talks\n11:00 Coffee\n12:00 Lunch",
        f"10 men {TOLD}\n12 men {TOLD}\n14 men {TOLD}",
        f"7.5 million {TOLD}\n8.5 million {TOLD}\n9.5 million {TOLD}",
        f"12:00:01 INFO {TOLD}\n12:00:02 INFO {TOLD}\n12:00:03 INFO {TOLD}",
        f"14:32 was late, {TOLD}\n14:40 was too, {TOLD}\n15:00 was not, {TOLD}",
        f"4:1 {TOLD}\n3:2 {TOLD}\n1:0 {TOLD}",
        f"2024: {TOLD}\n2025: {TOLD}\n2026: {TOLD}",
        f"In 10.15am {TOLD}\nAt 9am {TOLD}\nBy 8am {TOLD}",
        f"{LEAD}\n{MORE}",
        f"25:10 - {TOLD}\n26:10 - {TOLD}\n27:10 - {TOLD}",
    ],
)
def test_other_text_stays(text: str) -> None:
    found = taken(take_live, text)
    assert (left(found), found.genre, doubts(found)) == (text.split("\n"), "", [])
