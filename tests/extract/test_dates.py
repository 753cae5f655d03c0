from datetime import UTC, datetime, timedelta, timezone

import pytest

from site_gen.extract.dates import DateChoice, choose_date
from site_gen.extract.forms.dateline import split_dateline
from site_gen.extract.text import Paragraph
from site_gen.model.seed import Given, Seed

CHANGED = datetime(2025, 3, 20, 14, 30, tzinfo=timezone(timedelta(hours=2)))


def _choice(text: str, path: str = "seeds/a.txt", given: Given | None = None) -> DateChoice:
    seed = Seed(path=path, text=text, modified=CHANGED, given=given or Given())
    dateline = split_dateline(text.split("\n", maxsplit=1)[0])
    lines = (dateline.rest, *text.split("\n")[1:])
    paragraphs = tuple(Paragraph(line, number) for number, line in enumerate(lines, 1))
    choice = choose_date(seed, paragraphs, dateline.day)
    assert choice.why
    assert all(doubt.about == "date" for doubt in choice.doubts)
    return choice


def _chosen(text: str, path: str = "seeds/a.txt", given: Given | None = None) -> tuple[str, str]:
    choice = _choice(text, path, given)
    return choice.date.isoformat(), choice.source


def _doubts(text: str, path: str = "seeds/a.txt") -> str:
    return "; ".join(doubt.why for doubt in _choice(text, path).doubts)


def test_what_is_given_wins() -> None:
    given = Given(date=datetime(2024, 1, 2, 3, 4), date_source="sidecar")  # noqa: DTZ001
    assert _chosen("OSLO, May 1, 2020 – Rain.", given=given) == ("2024-01-02T03:04:00+02:00", "sidecar")
    given = Given(date=datetime(2024, 1, 2, 3, 4, tzinfo=UTC), timed=True)
    choice = _choice("OSLO, May 1, 2020 – Rain.", given=given)
    assert (choice.date.isoformat(), choice.source, choice.timed) == ("2024-01-02T03:04:00+00:00", "header", True)
    assert not choice.doubts and not choice.others
    said_by_a_line = Given(date=datetime(2024, 1, 2, tzinfo=CHANGED.tzinfo), date_source="text")
    choice = _choice("OSLO, May 1, 2020 – Rain.", given=said_by_a_line)
    assert (choice.text, choice.source) == ("2024-01-02", "text")
    assert "1 May 2020" in choice.doubts[0].why  # four years apart are worth a look
    choice = _choice("03/04/2024\nRain fell.", given=Given(date=datetime(2024, 4, 3, tzinfo=UTC), date_source="text"))
    assert "can be read as" in choice.doubts[0].why and choice.others[0].value == "2024-03-04"


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
        ("Posted by Ann Poe, May 4 2024 | 10:00\nThe squadron held a drill.", "a.txt", "2024-05-04", "text"),
        ("Veröffentlicht am 4. Mai 2024\nDas Geschwader übte.", "a.txt", "2024-05-04", "text"),
        ("OSLO, Sept 3 – Rain fell.\nUpdated 3:45 PM EST, Sept 5 2023", "a.txt", "2023-09-03", "dateline"),
        ("OSLO, Sept 3 – Rain fell.\nPublished: 4 Sept 2023", "a.txt", "2023-09-04", "text"),
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
        "A drill for all.\nDate: Friday, May 9, 2014\nTime: 9:00 to 11:00\nVenue: the hall",
    ],
)
def test_the_date_of_an_event_is_left_alone(text: str) -> None:
    assert _chosen(text)[1] == "modified"


SURE = [
    ("OSLO, May 1, 2020 – Rain fell.", "a.txt"),
    ("OSLO, Sept 3 – Rain fell.", "2024-09-10-rain.txt"),
    ("OSLO, Sept 3 – Rain fell.\nUpdated 3:45 PM EST, Sept 5 2023", "a.txt"),
    ("Published: 4 May 2024\nThe squadron held a drill.", "2024-05-06-drill.txt"),
    ("Published: 4 May 2024\nUpdated: 9 August 2024\nThe squadron held a drill.", "a.txt"),
    ("Saturday, 4 May 2024\nThe squadron held a drill.", "a.txt"),
    ("Rain fell.", "seeds/2024-02-29-rain.txt"),
]


@pytest.mark.parametrize(("text", "path"), SURE)
def test_a_date_that_a_source_gives_has_no_doubt(text: str, path: str) -> None:
    assert _doubts(text, path) == ""


UNSURE = [
    (
        "Rain fell.",
        "a.txt",
        "nothing says when it was published, so the date is the file's time, which a copy or a clone changes",
    ),
    ("OSLO, March 3 – Rain fell.", "a.txt", "2025 is a guess from the file's time"),
    ("OSLO, Sept 3 – Rain fell.", "a.txt", "the dateline says 3 September and no year, so the date is the file's time"),
    ("03/04/2024\nRain fell.", "a.txt", "can be read as 3 April 2024 or as 4 March 2024"),
    ("Friday, 4 May 2024\nRain fell.", "a.txt", "names another weekday than Saturday, which 4 May 2024 was"),
    ("Updated: 4 May 2024\nRain fell.", "a.txt", "says when it was updated (4 May 2024), not when it was published"),
    (
        "Published: 4 May 2024\nRain fell.",
        "2024-09-10-rain.txt",
        "a line says published 4 May 2024, but the file's name says",
    ),
    ("OSLO, May 1, 2020 – Rain fell.", "2024-09-10-rain.txt", "the dateline says 1 May 2020, but the file's name says"),
    (
        "Published: 4 May 2024\nPublished: 9 June 2024\nRain.",
        "a.txt",
        "4 May 2024, but a line says published 9 June 2024",
    ),
    ("Published: 4 May 2031\nRain fell.", "a.txt", "4 May 2031 lies after the file's time, 20 March 2025"),
    (
        "4 May 2023\nThe ship that came in on 9 June 2024 left.",
        "a.txt",
        "but the text mentions 9 June 2024, which is later",
    ),
    ("The squadron held a drill at the northern range May 4, 2024.", "a.txt", "it may have been published later"),
]


@pytest.mark.parametrize(("text", "path", "why"), UNSURE)
def test_a_guess_has_a_doubt(text: str, path: str, why: str) -> None:
    assert why in _doubts(text, path)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met on Friday in the old town hall.",
        "Friday\nThe ministers met in the old town hall.",
        "On Tuesday, May 4, the ministers met in the old town hall.",
        "May 4\nThe ministers met in the old town hall.",
        "BERGEN, Friday – The ministers met in the old town hall.",
    ],
)
def test_no_weekday_and_no_day_without_a_year_becomes_a_date(text: str) -> None:
    assert _chosen(text)[1] == "modified"


def test_what_was_not_chosen_is_offered() -> None:
    choice = _choice("OSLO, May 1, 2020 – Rain fell.\n03/04/2021", "2024-09-10-rain.txt")
    assert [other.value for other in choice.others] == [
        "2021-04-03",
        "2021-03-04",
        "2024-09-10",
        "2025-03-20T14:30:00+02:00",
    ]
    assert [other.value for other in _choice("OSLO, Sept 3 – Rain fell.").others] == ["2024-09-03"]


def test_a_time_of_day_is_kept_where_it_is_known() -> None:
    choice = _choice("Updated 3:45 PM EST, Jan 5 2025\nRain fell.")
    assert (choice.timed, choice.text) == (True, "2025-01-05T22:45:00+02:00")
    choice = _choice("OSLO, May 1, 2020 – Rain fell.")
    assert (choice.timed, choice.text) == (False, "2020-05-01")
    assert choice.date.isoformat() == "2020-05-01T00:00:00+02:00"


def test_the_files_time_is_a_moment() -> None:
    choice = _choice("Rain fell.")
    assert (choice.timed, choice.text) == (True, "2025-03-20T14:30:00+02:00")
