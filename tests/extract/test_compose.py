from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.extract.compose import compose
from site_gen.extract.yaml_scalar import yaml_item, yaml_scalar
from site_gen.model.post import Entry
from site_gen.model.seed import Article, Entity
from site_gen.parsing.post import read_post
from site_gen.text.dates import in_zone, midnight

ARTICLE = Article(
    seed="seeds/0001.txt",
    title="Russia signals talks: Kremlin",
    summary="A spokesman said so.",
    date=datetime(2025, 1, 10, 9, 30, tzinfo=timezone(timedelta(hours=2))),
    timed=True,
    date_source="dateline",
    slug="russia-signals-talks-kremlin",
    body="First.\n\nSecond.",
    authors=("Jane Roe",),
    source_name="AP",
    source_url="https://example.org/a?b=c#d",
    entities=(Entity("Russia", "country", "RUS"), Entity("Dmitry Peskov", "person"), Entity("No", "country")),
    tags=(Entity("Russia", "country"), Entity("F-35A", "equipment")),
)


def test_the_whole_file() -> None:
    assert compose(ARTICLE) == (
        "---\n"
        'title: "Russia signals talks: Kremlin"\n'
        "date: 2025-01-10T09:30:00+02:00\n"
        "slug: russia-signals-talks-kremlin\n"
        "summary: A spokesman said so.\n"
        "authors: [Jane Roe]\n"
        "tags: [Russia, F-35A]\n"
        "source:\n"
        "  name: AP\n"
        "  url: https://example.org/a?b=c#d\n"
        "entities:\n"
        '  country: [Russia, "No"]\n'
        "  person: [Dmitry Peskov]\n"
        "seed: seeds/0001.txt\n"
        "---\n"
        "\n"
        "First.\n\nSecond.\n"
    )


def test_an_update_comes_after_the_date() -> None:
    assert "+02:00\nupdated: 2025-01-10T09:30:00+02:00\nslug:" in compose(ARTICLE, ARTICLE.date)


def test_a_date_without_a_time_is_written_without_one() -> None:
    text = compose(replace(ARTICLE, timed=False, dateline="Oslo: the harbour"))
    assert "\ndate: 2025-01-10\n" in text
    assert '\nsummary: A spokesman said so.\ndateline: "Oslo: the harbour"\nauthors:' in text


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001
    st.booleans(),
    st.sampled_from(["UTC", "Europe/London", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Kiritimati"]),
    st.text(max_size=30),
)
def test_a_reader_finds_the_date_that_was_composed(moment: datetime, timed: bool, name: str, dateline: str) -> None:
    zone = ZoneInfo(name)
    date = in_zone(moment.replace(tzinfo=zone), zone) if timed else midnight(moment.date(), zone)
    article = replace(ARTICLE, date=date, timed=timed, dateline=dateline)
    entry = read_post("content/posts/a.md", compose(article).encode(), zone, raw_html=False).value
    assert isinstance(entry, Entry)
    assert (entry.date, entry.timed, entry.day) == (date, timed, date.date())
    assert entry.front.dateline == dateline


TEXT = st.text(alphabet=st.characters(blacklist_categories=["Cs"])) | st.lists(
    st.sampled_from(
        [
            ": ",
            " #",
            "#",
            "'",
            '"',
            "\\",
            "- ",
            "?",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "a",
            "1",
            "é",
            " ",
            "\n",
            "\t",
            "\x85",
            "\u2028",
            "\ufeff",
            "~",
            "null",
            ".",
            "e",
            "0x",
            "-",
            "=",
            "<<",
            "😀",
        ]
    )
).map("".join)


@given(TEXT)
def test_any_text_is_read_back_alone_and_in_a_list(text: str) -> None:
    scalar, item = yaml_scalar(text), yaml_item(text)
    assert "\n" not in scalar + item
    loaded = yaml.safe_load(f"a: {scalar}\nb: [x, {item}, {item}]\nc: d\n")
    assert loaded == {"a": text, "b": ["x", text, text], "c": "d"}


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "NO",
        "Off",
        "y",
        "N",
        "null",
        "~",
        "true",
        "1",
        "1.5",
        "1e3",
        "0x1f",
        "0o7",
        "1_000",
        "12:30:45",
        "2024-01-05",
        ".5",
        "-.inf",
        ".nan",
        "=",
        "<<",
        "-",
        "?",
        ":",
        ",",
        "nan",
        "inf",
        "1986",
        "+5",
    ],
)
def test_what_a_reader_may_take_for_something_else_is_quoted(text: str) -> None:
    assert yaml_scalar(text) == f'"{text}"'
    assert yaml.safe_load(f"[{yaml_item(text)}]") == [text]


@pytest.mark.parametrize(
    "text",
    ["Norway", "F-35A", "S-400 Triumf", "U.S. Army", "What, if so", "it's", "São Paulo", "https://example.org/a?b=c#d"],
)
def test_plain_where_it_can_be(text: str) -> None:
    assert yaml_scalar(text) == text
