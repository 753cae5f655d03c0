"""The law of forms: what a head loses is in a field or in the log, and prose loses nothing."""

import re
from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.extract.forms.form_cases import lost, read

HEADLINES = [
    "Navy relieves commander of frigate Heron after collision",
    "NORLAND ORDERS SIX TUGS FROM BRACKWATER",
    "Can the Brackwater yard deliver ten corvettes?",
    "‘We will hold the ridge’: a brigade on the winter ahead",
    "UPDATE 2-Rebels free forty miners after talks",
    "Three killed in Dunmere. Army denies it",
]
LABELS = ["Opinion", "NEWS BEAT", "World / Europe", "War in Norland", "Share", "Advertisement", "3 min read"]
DECKS = ["The frigate had been warned twice, a report says.", "Farmers on both sides fear for their markets"]
BYLINES = [
    "By Jane Roe",
    "By Sgt. Jane Roe, Port Karim",
    "JANE ROE reports from OSLO",
    "Jane Roe | Oslo",
    "Edited by John Doe",
    "By Jane Roe | 14 January 2025",
    "BY STAFF REPORTER",
    "2nd Brigade, 3rd Division",
]
DATES = ["14 January 2025", "Published: 03/04/2025 10:20", "Updated 3:45 PM EST, Jan 5 2025", "14.01.2025 | 10:20"]
RELEASE = [
    "FOR IMMEDIATE RELEASE",
    "EMBARGOED UNTIL 14 January 2025",
    "Media Contact:",
    "Dana Whitlow",
    "+44 20 7946 0999",
    "press@brackwater.example",
    "Transmittal No: 25-77",
]
WIRE = ["ZCZC DNM0417", "u f BC-Norland-Talks 03-14 0432", "URGENT", "(Adds quotes in para 5)", "a0123 -----"]
CHANNEL = ["Forwarded from Strait Watch", "@strait_watch", "👁 12.4K 14:05", "⚡️Drones hit fuel depot"]
MAIL = ["From: Press Office", "To: Desk", "Subject: Fwd: Heron sails on Friday", "Date: 14 January 2025"]
LETTER = ["View in browser", "Good morning,", "In today's edition:", "- Tugs for Norland"]
LEADS = [
    "The navy has relieved the commander of the frigate Heron, the ministry said on Friday.",
    "DUNMERE, March 3 (Reuters) - Rebels freed forty miners on Monday, an envoy said.",
    "(LISBON, 14 Jan 2025) The frigate sailed at dawn, its captain said.",
    "SOURCE: PTI / DESK REPORT The army has found a tunnel, an officer said.",
    "By Jane Roe LONDON, March 3 (Reuters) - The crew of the Heron came home on Friday.",
]
TAILS = [
    "###",
    "About Brackwater Yard",
    "Brackwater Yard is a leading builder of tugs.",
    "NNNN",
    "- ENDS -",
    "Unsubscribe",
]
PROSE = [
    "He will be heard next week, and two officers with him.",
    "More is not known of the matter, the harbour office said.",
    "Steel will be cut in the autumn, when the hall is ready.",
]

heads = st.lists(
    st.sampled_from([*HEADLINES, *LABELS, *DECKS, *BYLINES, *DATES, *RELEASE, *WIRE, *CHANNEL, *MAIL, *LETTER, ""]),
    max_size=9,
)
texts = st.builds(
    lambda head, lead, prose, tail: "\n".join((*head, lead, *prose, *tail)),
    heads,
    st.sampled_from(LEADS),
    st.lists(st.sampled_from(PROSE), min_size=1, max_size=3, unique=True),
    st.lists(st.sampled_from(TAILS), max_size=3),
)


@settings(max_examples=400, deadline=None)
@given(texts)
@example("\n".join((*MAIL, "", *RELEASE, *HEADLINES[:1], *BYLINES[:1], *DATES[:1], *LEADS[1:2])))
def test_every_word_of_a_text_is_kept_or_given_or_logged(text: str) -> None:
    assert lost(text, read(text)) == Counter()


@settings(max_examples=200, deadline=None)
@given(texts)
def test_each_cut_line_is_one_of_the_text(text: str) -> None:
    lines = text.split("\n")
    for cut in read(text).cuts:
        assert set(re.findall(r"\w+", cut.text)) <= set(re.findall(r"\w+", lines[cut.line - 1]))


@given(st.permutations(PROSE), st.sampled_from(LEADS[:1]))
def test_prose_keeps_its_first_line(prose: list[str], lead: str) -> None:
    read_text = read("\n".join((lead, *prose)))
    assert [paragraph.text for paragraph in read_text.paragraphs] == [lead, *prose]
    assert not read_text.given.title
