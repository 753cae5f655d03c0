from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.headline import LONGEST, Names, headline
from site_gen.extract.headline.days import without_days
from site_gen.extract.text import Paragraph

MOST = LONGEST + 27
"""Characters that a headline with a doubt may have."""
CASES = [
    tuple(block.split("\n"))
    for block in Path(__file__).with_name("cases.txt").read_text(encoding="utf-8").strip().split("\n\n")[1:]
]


def _headline(*texts: str, last: tuple[str, ...] = (), capitals: tuple[str, ...] = ()) -> str:
    paragraphs = tuple(Paragraph(text, number) for number, text in enumerate(texts, 1))
    return headline(paragraphs, Names(frozenset(last), frozenset(capitals))).title


@pytest.mark.parametrize(("lead", "title"), CASES)
def test_a_lead_gives_its_headline(lead: str, title: str) -> None:
    assert _headline(lead) == title


SUBJECT = st.sampled_from(["The coast guard", "Norway", "Two frigates", "The defence ministry", "Rebels near Rona"])
DEED = st.sampled_from(["sent", "lost", "will buy", "has ordered", "seized"])
THING = st.sampled_from(["patrol boats", "armoured vehicles", "drones", "crates of rifles"])
REST = st.sampled_from(
    ["", " near the border on Friday", ", which were built in Gdynia", " to guard the strait", " for the new brigade"]
)
SAID = st.sampled_from(["", ", officials said", ", the army said on Monday", ", according to two diplomats"])


@given(st.lists(st.text(), max_size=4))
@settings(deadline=None)
def test_any_text_has_a_title_of_one_line(texts: list[str]) -> None:
    title = _headline(*texts)
    assert title.strip() == title != ""
    assert len(title) <= MOST
    assert "\n" not in title


@given(SUBJECT, DEED, st.integers(2, 900), THING, REST, SAID)
@settings(deadline=None)
def test_a_count_of_things_and_who_says_it_are_kept(
    subject: str, deed: str, count: int, thing: str, rest: str, said: str
) -> None:
    title = _headline(f"{subject} {deed} {count} {thing}{rest}{said}.")
    assert f"{count} {thing}" in title
    assert bool(said) == any(word in title for word in ("officials say", "army says", "diplomats say"))


@given(SUBJECT, THING, REST, SAID)
@settings(deadline=None)
def test_a_negation_stays_one(subject: str, thing: str, rest: str, said: str) -> None:
    assert "not" in _headline(f"{subject} will not send {thing}{rest}{said}.").split()


@pytest.mark.parametrize(
    ("sentence", "without"),
    [
        ("The pier fell on Friday, officials said.", "The pier fell, officials said."),
        ("The pier, on Friday, fell.", "The pier fell."),
        ("On Monday, the pier fell.", "The pier fell."),
        ("The pier must be closed by Friday.", "The pier must be closed by Friday."),
        ("The navy will sail on 5 May, the minister said.", "The navy will sail, the minister said."),
    ],
)
def test_days_are_removed_before_a_sentence_is_parsed(sentence: str, without: str) -> None:
    assert without_days(sentence) == without


def test_an_acronym_that_the_text_gives_replaces_the_name() -> None:
    lead = "The Harbour Research and Development Organisation (HRDO) tested a mine hunter off Rona on Friday."
    assert _headline(lead) == "HRDO tests mine hunter off Rona"


def test_a_negation_that_the_title_leaves_out_is_a_doubt() -> None:
    lead = "Senator Ada Berg said on Friday she cannot support a bill that leaders have said has votes to pass."
    made = headline((Paragraph(lead, 1),))
    assert "not" in made.title or any("denial" in doubt for doubt in made.doubts)


def test_an_acronym_that_the_text_uses_later_replaces_the_name() -> None:
    lead = "The Federal Harbour Commission has closed two piers off Rona after a storm, its chairman said."
    assert _headline(lead, "The FHC met on Friday.").startswith("FHC closes two piers off Rona")
    assert _headline(lead, "It met on Friday.").startswith("Federal Harbour Commission closes")
