from datetime import UTC, datetime, timedelta, timezone

import pytest

from site_gen.ingesting.dates import choose_date
from site_gen.ingesting.forms.dateline import split_dateline
from site_gen.ingesting.text import Paragraph
from site_gen.model.seed import Given, Seed

CHANGED = datetime(2025, 3, 20, 14, 30, tzinfo=timezone(timedelta(hours=2)))


def _chosen(text: str, path: str = "seeds/a.txt", given: Given | None = None) -> tuple[str, str]:
    seed = Seed(path=path, text=text, modified=CHANGED, given=given or Given())
    dateline = split_dateline(text.split("\n", maxsplit=1)[0])
    lines = (dateline.rest, *text.split("\n")[1:])
    paragraphs = tuple(Paragraph(line, number) for number, line in enumerate(lines, 1))
    when, source, why = choose_date(seed, paragraphs, dateline.day)
    assert why
    return when.isoformat(), source


def test_what_is_given_wins() -> None:
    given = Given(date=datetime(2024, 1, 2, 3, 4), date_source="sidecar")  # noqa: DTZ001
    assert _chosen("OSLO, May 1, 2020 – Rain.", given=given) == ("2024-01-02T03:04:00+02:00", "sidecar")
    given = Given(date=datetime(2024, 1, 2, 3, 4, tzinfo=UTC))
    assert _chosen("Rain.", given=given) == ("2024-01-02T03:04:00+00:00", "header")


@pytest.mark.parametrize(
    ("text", "path", "day", "source"),
    [
        ("OSLO, May 1, 2020 – Rain fell.", "a.txt", "2020-05-01", "dateline"),
        ("OSLO, March 3 – Rain fell.", "a.txt", "2025-03-03", "dateline"),
        ("OSLO, Sept 3 – Rain fell.", "a.txt", "2025-03-20", "modified"),
        ("OSLO, Sept 3 (Wire desk) - Rain fell.", "2024-09-03-rain.txt", "2024-09-03", "dateline"),
        ("OSLO, Sept 3 – Rain fell.", "2024-09-10-rain.txt", "2024-09-03", "dateline"),
        ("OSLO, Dec 30 – Rain fell.", "2024-01-02-rain.txt", "2023-12-30", "dateline"),
        ("OSLO, Sept 3 – Rain fell.", "2024-12-24-rain.txt", "2024-12-24", "name"),
        ("The squadron held a drill at the northern range May 4, 2024.\nIt rained.", "a.txt", "2024-05-04", "text"),
        ("Published: 4 May 2024\nThe squadron held a drill.", "a.txt", "2024-05-04", "text"),
        ("May 4, 2024\nThe squadron held a drill.", "a.txt", "2024-05-04", "text"),
        ("Rain fell.", "seeds/2024-02-29-rain.txt", "2024-02-29", "name"),
        ("Rain fell.", "seeds/20240230.txt", "2025-03-20", "modified"),
        ("Rain fell.", "a.txt", "2025-03-20", "modified"),
    ],
)
def test_the_best_source_is_taken(text: str, path: str, day: str, source: str) -> None:
    when, found = _chosen(text, path)
    assert (when[:10], found) == (day, source)


@pytest.mark.parametrize(
    "text",
    [
        "Allied troops landed on the coast on June 6, 1944.",
        "The fleet will gather at the cape on May 4, 2024.",
        "On May 4, 2024, the fleet gathered at the cape.",
        "The harbour has been closed since May 4, 2024.",
        "The war broke out on May 4, 2021.\nIn 2024 it went on.",
        "The fleet gathered at the cape on May 4, 2029.",
        "When: Friday, May 9, 2014 at nine\nWhere: the hall",
    ],
)
def test_the_date_of_an_event_is_left_alone(text: str) -> None:
    assert _chosen(text)[1] == "modified"
