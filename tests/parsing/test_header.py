"""What seeds say of themselves."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.seed import Given
from site_gen.parsing.header import merge, read_header, read_sidecar

DATE = datetime(2026, 1, 5, tzinfo=UTC)

HEADERS = [
    ("Plain text.\nMore of it.", Given(), 0),
    ("Title: A headline\nDate: 5 January 2026\n\nText.", Given(title="A headline", date=DATE), 2),
    ("\n\nHEADLINE: A headline\n\nText.", Given(title="A headline"), 3),
    ("Title: A\nTags: NATO; air defence, drones\nText.", Given(title="A", tags=("NATO", "air defence", "drones")), 2),
    ("Title: A\nTags:\n\nText.", Given(title="A", tags=()), 2),
    ("Title: A\nBy: One, Two\nText.", Given(title="A", authors=("One", "Two")), 2),
    ("Title: A\nType: Analysis\nText.", Given(title="A", type="analysis"), 2),
    ("Title: A\nSource: Wire\nURL: https://example.org/a\nText.",
     Given(title="A", source_name="Wire", source_url="https://example.org/a"), 3),
    ("Title: A\nSource: https://example.org/a\nText.", Given(title="A", source_url="https://example.org/a"), 2),
    ("Summary: three points follow.\n\nText.", Given(), 0),
    ("Title: a word that opens the text\nand goes on.", Given(), 0),
    ("Title: A\nTitle: B\nText.", Given(), 0),
    ("---\ntitle: A\ndate: 2026-01-05\n---\nText.", Given(title="A", date=DATE), 4),
    ("---\ntags: [NATO, EU]\nauthor: One\n...\nText.", Given(tags=("NATO", "EU"), authors=("One",)), 4),
    ("---\nno header at all\n---\nText.", Given(), 0),
    ("---\ntitle: A\nnever closed", Given(), 0),
    ("", Given(), 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "given_", "lines"), HEADERS)
def test_headers(text: str, given_: Given, lines: int) -> None:
    header = read_header("seeds/a.txt", text, UTC)
    assert (header.given, header.lines, header.problems) == (given_, lines, ())


WRONG = [
    ("Title: A\nDate: someday\n\nText.", "seeds/a.txt:2:7: 'someday' is not a date."),
    ("Title: A\nSlug: ../../etc/passwd\n\nText.", "seeds/a.txt:2:7: The slug '../../etc/passwd' cannot be part"),
    ("Title: A\nType: comment\n\nText.", "seeds/a.txt:2:7: 'comment' is not one of news, analysis,"),
    ("---\ntitle: A\ntgas: [a]\n---\nText.", "seeds/a.txt:3:1: Unknown key 'tgas'. Did you mean 'tags'?"),
    ("\n---\ntitle: A\ndate: 2026-02-30\n---\nText.", "seeds/a.txt:4:7: '2026-02-30' is not a date."),
    ("---\ntitle: A: B\n---\nText.", "seeds/a.txt:2:9: This text contains ': ' and is not in quotes."),
]


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_a_wrong_header_is_reported_with_its_place(text: str, problem: str) -> None:
    problems = read_header("seeds/a.txt", text, UTC).problems
    assert len(problems) == 1
    assert str(problems[0]).startswith(problem)


def test_dates_are_in_the_sites_zone() -> None:
    header = read_header("seeds/a.txt", "Title: A\nDate: 5 July 2026 14:05\n\nText.", ZoneInfo("Europe/Kyiv"))
    assert header.given.date == datetime(2026, 7, 5, 11, 5, tzinfo=UTC)


def test_a_sidecar_is_read_and_wins() -> None:
    beside = read_sidecar("seeds/a.yaml", "title: From the side\ntags: []\n", UTC)
    assert beside.value
    head = Given(title="From the head", summary="Said above.", tags=("a",), date=DATE)
    assert merge(beside.value, head) == Given(title="From the side", summary="Said above.", tags=(), date=DATE)


def test_a_wrong_sidecar_is_reported_with_its_place() -> None:
    problems = read_sidecar("seeds/a.yaml", "titel: A\ndate: soon\n", UTC).problems
    assert [str(problem).split(": ")[0] for problem in problems] == ["seeds/a.yaml:1:1", "seeds/a.yaml:2:7"]


@given(
    st.text()
    | st.lists(st.sampled_from(["Title: a", "Date: x", "---", "", "text", "Type: y", "Slug: ..", "a: b: c"])).map(
        "\n".join
    )
)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    header = read_header("seeds/a.txt", text, UTC)
    assert 0 <= header.lines <= text.count("\n") + 1
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in header.problems)
