"""Dates, numbers and lists in the languages of the interface."""

from datetime import UTC, datetime

import pytest

from site_gen.text import dates
from site_gen.text.language.catalog import catalog_of
from site_gen.text.language.written import Written, capital

MOMENT = datetime(2026, 5, 7, 14, 5, tzinfo=UTC)
DAY = datetime(2026, 5, 7, tzinfo=UTC)


def of(language: str) -> Written:
    return catalog_of(language).written


@pytest.mark.parametrize(
    ("language", "date", "month", "title", "weekday", "days"),
    [
        ("en-GB", "7 May 2026", "May 2026", "May 2026", "Thursday 7 May 2026", "1 to 7 May"),
        ("uk", "7 травня 2026", "травень 2026", "Травень 2026", "Четвер, 7 травня 2026", "1–7 травня"),
        ("ru", "7 мая 2026", "май 2026", "Май 2026", "Четверг, 7 мая 2026", "1–7 мая"),
        ("de", "7. Mai 2026", "Mai 2026", "Mai 2026", "Donnerstag, 7. Mai 2026", "1.–7. Mai"),
        ("fr", "7 mai 2026", "mai 2026", "Mai 2026", "Jeudi 7 mai 2026", "1–7 mai"),
        ("es", "7 de mayo de 2026", "mayo de 2026", "Mayo de 2026", "Jueves, 7 de mayo de 2026", "1–7 de mayo"),
        ("it", "7 maggio 2026", "maggio 2026", "Maggio 2026", "Giovedì 7 maggio 2026", "1–7 maggio"),
        ("pl", "7 maja 2026", "maj 2026", "Maj 2026", "Czwartek, 7 maja 2026", "1–7 maja"),
        (
            "pt-BR",
            "7 de maio de 2026",
            "maio de 2026",
            "Maio de 2026",
            "Quinta-feira, 7 de maio de 2026",
            "1–7 de maio",
        ),
        ("tr", "7 Mayıs 2026", "Mayıs 2026", "Mayıs 2026", "7 Mayıs 2026 Perşembe", "1–7 Mayıs"),
        ("ar", "7 مايو 2026", "مايو 2026", "مايو 2026", "الخميس، 7 مايو 2026", "1–7 مايو"),
        ("he", "7 במאי 2026", "מאי 2026", "מאי 2026", "יום חמישי, 7 במאי 2026", "1–7 במאי"),
        ("fa", "۷ مه ۲۰۲۶", "مه ۲۰۲۶", "مه ۲۰۲۶", "پنجشنبه ۷ مه ۲۰۲۶", "۱–۷ مه"),
        ("ja", "2026年5月7日", "2026年5月", "2026年5月", "2026年5月7日木曜日", "5月1–7日"),
    ],
)
def test_dates(language: str, date: str, month: str, title: str, weekday: str, days: str) -> None:
    one = of(language)
    assert [one.date(DAY), one.month(DAY), one.month_title(DAY), one.weekday_date(DAY)] == [date, month, title, weekday]
    assert one.days(DAY.replace(day=1), DAY) == days
    assert one.days(DAY, DAY) == one.day_month(DAY) == one.near(DAY, MOMENT)
    assert (one.month_of(5, 2026) == month and title.startswith(one.month_name(5))) or language == "ja"
    assert one.near(MOMENT, MOMENT) == one.time(MOMENT)
    assert one.near(DAY, MOMENT.replace(year=2027)) == date
    assert one.moment(DAY) == date


@pytest.mark.parametrize(
    ("language", "moment"),
    [
        ("en", "7 May 2026, 14:05\N{NO-BREAK SPACE}UTC"),
        ("uk", "7 травня 2026, 14:05\N{NO-BREAK SPACE}UTC"),
        ("ar", "7 مايو 2026، 14:05\N{NO-BREAK SPACE}UTC"),
        ("tr", "7 Mayıs 2026, 14:05\N{NO-BREAK SPACE}UTC"),
    ],
)
def test_moments(language: str, moment: str) -> None:
    assert of(language).moment(MOMENT) == moment


def test_english_is_what_the_program_writes_itself() -> None:
    plain = Written(of("en").facts, "en")
    for one in (plain, of("en")):
        assert one.date(MOMENT) == dates.day_month_year(MOMENT) and one.month(MOMENT) == dates.month_year(MOMENT)
        assert one.moment(MOMENT) == dates.day_and_clock(MOMENT) and one.clock(MOMENT) == dates.clock(MOMENT)
        assert one.near(MOMENT, MOMENT) == dates.near(MOMENT, MOMENT) and one.near(DAY, MOMENT) == dates.near(
            DAY, MOMENT
        )
        assert one.weekday_day(DAY) == "Thursday 7"
        assert one.month_short(5) == "May"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", ["999", "1,234", "-1,234,567"]),
        ("de", ["999", "1.234", "-1.234.567"]),
        ("uk", ["999", "1\u00a0234", "-1\u00a0234\u00a0567"]),
        ("pl", ["999", "1234", "-1\u00a0234\u00a0567"]),
        ("es", ["999", "1234", "-1.234.567"]),
        ("fa", ["۹۹۹", "۱٬۲۳۴", "-۱٬۲۳۴٬۵۶۷"]),
    ],
)
def test_numbers(language: str, written: list[str]) -> None:
    assert [of(language).number(number) for number in (999, 1234, -1234567)] == written


@pytest.mark.parametrize(
    ("language", "pair", "three"),
    [
        ("en", "A and B", "A, B and C"),
        ("uk", "A і B", "A, B і C"),
        ("de", "A und B", "A, B und C"),
        ("ar", "A وB", "A وB وC"),
        ("he", "A וB", "A, B וC"),
        ("ja", "A、B", "A、B、C"),
    ],
)
def test_lists(language: str, pair: str, three: str) -> None:
    one = of(language)
    assert [one.listed(["A"]), one.listed(["A", "B"]), one.listed(("A", "B", "C"))] == ["A", pair, three]


def test_quotations_and_lists_without_an_end() -> None:
    assert [of(one).quoted("x") for one in ("en", "de", "uk", "fr")] == ["“x”", "„x“", "«x»", "«\u202fx\u202f»"]
    assert [of(one).joined(["a", "b"]) for one in ("en", "ar", "zh")] == ["a, b", "a، b", "a、b"]


def test_a_capital_at_the_beginning() -> None:
    assert [capital("istanbul", "tr"), capital("istanbul", "en"), capital("", "en"), capital("травень", "uk")] == [
        "İstanbul",
        "Istanbul",
        "",
        "Травень",
    ]
