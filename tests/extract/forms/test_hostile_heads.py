import time

import pytest

from tests.extract.forms.form_cases import read

LONG = 200_000


@pytest.mark.parametrize(
    "text",
    [
        "A" * LONG,
        "SOURCE: " + "A " * LONG,
        "SOURCE: " + "A/" * LONG,
        "By " + "Jane " * LONG,
        "Published: " + "1 " * LONG,
        "From: a\nSubject: " + "Re: " * LONG,
        "FOR IMMEDIATE RELEASE\nContact: " + "+1 " * LONG,
        "FOR IMMEDIATE RELEASE\n" + "Contact:\n" * 5000,
        "(" * LONG,
        "⚡" * LONG + "\nt.me/abc_def",
        "ZCZC " + "- " * LONG,
        "About A\n" * 5000 + "###",
        "A B C D\n" * 20000,
        "OSLO, " * LONG,
        "." * LONG + "\n" + '"' * LONG,
    ],
    ids=lambda text: text[:24],
)
def test_a_hostile_head_takes_no_time(text: str) -> None:
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 6
