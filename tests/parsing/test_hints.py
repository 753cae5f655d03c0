"""Keys and values of other programs, and the hints for them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import inspect as shape

from site_gen.model.post import Attribution, Correction, FrontMatter, Image
from site_gen.model.settings import Settings
from site_gen.parsing.document import Reading
from site_gen.parsing.hints import date_fault, example_of, suggested_key
from site_gen.parsing.schema import read_yaml
from site_gen.text.dates import parse_date

POST_KEYS = FrontMatter.__struct_fields__


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("categories", "tags"),
        ("Category", "tags"),
        ("keywords", "tags"),
        ("description", "summary"),
        ("subtitle", "summary"),
        ("last-modified-at", "updated"),
        ("lastmod", "updated"),
        ("cover", "image"),
        ("byline", "authors"),
        ("redirect_from", "aliases"),
        ("titel", "title"),
        ("lang", "language"),
        ("translationKey", "translation_of"),
        ("layout", ""),
    ],
)
def test_keys_of_other_generators_are_known(written: str, meant: str) -> None:
    assert suggested_key(written, POST_KEYS) == meant


@pytest.mark.parametrize("written", ["DEFAULT_LANG", "default_language", "defaultContentLanguage", "lang"])
def test_the_language_of_a_site_has_other_names_elsewhere(written: str) -> None:
    assert suggested_key(written, Settings.__struct_fields__) == "language"
    assert suggested_key("TRANSLATIONS", Settings.__struct_fields__) == "languages"


def test_a_key_means_what_the_schema_at_that_place_has() -> None:
    assert suggested_key("description", Settings.__struct_fields__) == "tagline"
    assert suggested_key("url", Settings.__struct_fields__) == "base_url"


@pytest.mark.parametrize(
    ("written", "what", "hint"),
    [
        ("2026-02-30", "There is no 30 February 2026.", "The month has 28 days."),
        ("2028-02-30", "There is no 30 February 2028.", "The month has 29 days."),
        ("2026-00-10", "There is no month 0.", "A date is written year-month-day, like 2025-01-10."),
        ("2026-02-10 24:00", "There is no time 24:00.", "A day runs from 00:00:00 to 23:59:59."),
        ("2026-02-10T09:61:00Z", "There is no time 09:61:00.", "A day runs from 00:00:00 to 23:59:59."),
        ("10 January 2026", "'10 January 2026' is not a date.", "Write 2026-01-10."),
        ("2026-01-00", "There is no 0 January 2026.", "The month has 31 days."),
        ("soon", "'soon' is not a date.", "Write 2025-01-10, 2025-01-10 14:05 or 2025-01-10T14:05:00+02:00."),
    ],
)
def test_what_is_wrong_with_a_date_is_named(written: str, what: str, hint: str) -> None:
    assert date_fault(written, UTC) == (what, hint)


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_a_date_that_cannot_be_read_has_a_fault_that_is_true(
    year: int, month: int, day: int, hour: int, minute: int
) -> None:
    written = f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"
    if parse_date(written, UTC) is None:
        what, hint = date_fault(written, UTC)
        assert what.startswith(("There is no", f"'{written}'")) and hint
        if 1 < year < 9999:
            with pytest.raises(ValueError):
                datetime(year, month, day, hour, minute, tzinfo=UTC)
            assert what.startswith("There is no")


@pytest.mark.parametrize(
    ("kind", "said", "written"),
    [
        (Correction, "", "{date: 2025-01-10, text: ...}"),
        (Correction, "It was wrong.", "{date: 2025-01-10, text: It was wrong.}"),
        (Image, "ship.jpg", "{src: ship.jpg, alt: ..., credit: ...}"),
        (Attribution, "Reuters", "{name: Reuters, url: ...}"),
        (Correction, "a: [b", "{date: 2025-01-10, text: ...}"),
    ],
)
def test_an_example_is_yaml_that_the_schema_reads(kind: Any, said: str, written: str) -> None:
    assert example_of(shape.type_info(kind), said) == written
    reading = Reading("a.yaml", written, UTC)
    value = read_yaml(kind, reading)
    assert isinstance(value, kind) and not reading.problems


@pytest.mark.parametrize("written", ["corrections: It was wrong.", "corrections: [It was wrong.]", "image: ship.jpg"])
def test_the_hint_can_be_copied_into_the_file(written: str) -> None:
    text = f"title: A\n{written}\n"
    reading = Reading("a.md", text, UTC)
    read_yaml(FrontMatter, reading)
    [problem] = reading.problems
    key = written.partition(":")[0]
    copied = problem.hint.removeprefix("Write ").partition(" Known keys")[0].rstrip(".").replace("Known", "")
    copied = f"[{copied}]" if key == "corrections" and not copied.startswith("[") else copied
    again = Reading("a.md", f"title: A\n{key}: {copied}\n", UTC)
    assert read_yaml(FrontMatter, again) is not None and not again.problems
