"""Dates in texts by a language's table."""

from datetime import date

import pytest

from site_gen.extract.languages import language_called
from site_gen.extract.languages.dates import clocks_in, dates_in
from site_gen.extract.languages.language import Dates


def words_of(code: str) -> Dates:
    table = language_called(code).table
    assert table is not None
    return table.dates


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("uk", "5 травня 2026 року", date(2026, 5, 5)),
        ("uk", "12 ЛИСТОПАДА 2025", date(2025, 11, 12)),
        ("ru", "5 мая 2026 г.", date(2026, 5, 5)),
        ("de", "12. November 2025", date(2025, 11, 12)),
        ("de", "1. März 2026", date(2026, 3, 1)),
        ("fr", "1er avril 2026", date(2026, 4, 1)),
        ("es", "5 de mayo de 2026", date(2026, 5, 5)),
        ("es", "5 de mayo del 2026", date(2026, 5, 5)),
        ("it", "5 MAG 2026", date(2026, 5, 5)),
        ("pl", "5 października 2026", date(2026, 10, 5)),
        ("tr", "5 MAYIS 2026", date(2026, 5, 5)),
        ("tr", "12 Kasım 2025", date(2025, 11, 12)),
        ("pt", "5 de março de 2026", date(2026, 3, 5)),
        ("sv", "2026-05-05", date(2026, 5, 5)),
        ("uk", "31.12.2025", date(2025, 12, 31)),
        ("ar", "14:30-5 مايو 2026", date(2026, 5, 5)),
        ("zh", "发布/2026年5月12日", date(2026, 5, 12)),
        ("uk", "2026-05-05", date(2026, 5, 5)),
        ("uk", "03/04/2026", date(2026, 4, 3)),
        ("zh", "2026年5月12日", date(2026, 5, 12)),
        ("zh", "二〇二六年五月二十五日", date(2026, 5, 25)),
        ("zh", "民國115年1月22日", date(2026, 1, 22)),
        ("ja", "令和８年３月３日", date(2026, 3, 3)),
        ("ko", "2026년 1월 27일", date(2026, 1, 27)),
        ("ko", "2026. 4. 18", date(2026, 4, 18)),
        ("ar", "٣ أيار/مايو ٢٠٢٦", date(2026, 5, 3)),
        ("ar", "30 أوت 2025", date(2025, 8, 30)),
        ("fa", "۲۲ اردیبهشت ۱۴۰۵", date(2026, 5, 12)),
        ("fa", "۱۴۰۵/۰۲/۲۲", date(2026, 5, 12)),
        ("fa", "۲۲/۲/۱۴۰۵", date(2026, 5, 12)),
        ("fa", "۲۴ ژوئن ۲۰۲۶", date(2026, 6, 24)),
        ("he", "19 באפריל 2026", date(2026, 4, 19)),
        ("he", "9.2.26", date(2026, 2, 9)),
    ],
)
def test_a_full_date_is_read(code: str, text: str, day: date) -> None:
    (found,) = dates_in(f"— {text}, —", words_of(code))
    assert found.day == day
    assert found.other is None


@pytest.mark.parametrize(
    ("code", "text", "month", "day"), [("uk", "5 травня", 5, 5), ("uk", "1-го вересня, у понеділок", 9, 1)]
)
def test_a_date_may_leave_its_year_out(code: str, text: str, month: int, day: int) -> None:
    (found,) = dates_in(text, words_of(code))
    assert (found.part.month, found.part.day, found.part.year) == (month, day, 0)


@pytest.mark.parametrize(
    "text", ["31 лютого 2026", "155-мм снаряди", "у 2026 році", "1.2.3", "99.99.2026", "5 травневих"]
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert dates_in(text, words_of("uk")) == ()


def test_times_of_day_are_read() -> None:
    assert [str(one.time) for one in clocks_in("о 14:30 та 9.05, 25:00, 1:2")] == ["14:30:00", "09:05:00"]
