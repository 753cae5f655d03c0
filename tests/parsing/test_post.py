"""Posts, standing pages and tag texts from bytes."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.post import Entry, PageEntry, TagEntry
from site_gen.model.problem import Result
from site_gen.parsing.post import body_text, read_page, read_post, read_tag_text
from site_gen.text.language.site_languages import SiteLanguages
from site_gen.text.measure import word_count

LONDON = ZoneInfo("Europe/London")
PATH = "content/posts/2026-01-05-a-name.md"


def post(front: str, body: str = "Text.\n", path: str = PATH) -> Result[Entry]:
    return read_post(path, f"---\n{front}\n---\n\n{body}".encode(), LONDON, raw_html=True)


def good(front: str, body: str = "Text.\n", path: str = PATH) -> Entry:
    return post(front, body, path).or_raise()


def problems(front: str, path: str = PATH) -> list[str]:
    read = post(front, path=path)
    assert read.value is None
    return [str(problem) for problem in read.problems]


def test_a_whole_post() -> None:
    entry = good(
        "title: 'Kyiv: a night'\ndate: 2026-07-05 14:05\nslug: own-slug\nsummary: In short.\nauthors: [A, B]\n"
        "tags: [NATO]\ntype: analysis\nimage: {src: /a.jpg, alt: A ship, credit: MoD}\naliases: [/old/, /older.html]\n"
        "corrections: [{date: 2026-07-06, text: Mended.}]\nsource: {name: Wire, url: 'https://example.org/'}\n"
        "entities: {organisation: [NATO]}\nextra: {deck: 1}"
    )
    assert entry.front.title == "Kyiv: a night"
    assert entry.date == datetime(2026, 7, 5, 14, 5, tzinfo=timezone(timedelta(hours=1)))
    assert (entry.slug, entry.excerpt, entry.front.authors) == ("own-slug", "In short.", ("A", "B"))
    assert entry.front.extra == {"deck": 1}
    assert (entry.body.words, entry.body.trusted) == (1, True)


DATES = [
    ("title: A", PATH, datetime(2026, 1, 5, tzinfo=UTC), "a-name"),
    ("title: A\ndate: 2026-02-01", PATH, datetime(2026, 2, 1, tzinfo=UTC), "a-name"),
    ("title: A", "content/posts/2026/07-05/2026-07-05_summer.md", datetime(2026, 7, 4, 23, tzinfo=UTC), "summer"),
    ("title: A\ndate: 2026-01-05", "content/posts/Über uns.md", datetime(2026, 1, 5, tzinfo=UTC), "uber-uns"),
]


@pytest.mark.parametrize(("front", "path", "date", "slug"), DATES)
def test_date_and_slug_may_come_from_the_name(front: str, path: str, date: datetime, slug: str) -> None:
    entry = good(front, path=path)
    assert (entry.date, entry.slug) == (date, slug)


@pytest.mark.parametrize(
    ("front", "path", "day", "timed"),
    [
        ("title: A\ndate: 2026-07-05", PATH, date(2026, 7, 5), False),
        ("title: A\ndate: '2026-07-05'", PATH, date(2026, 7, 5), False),
        ("title: A\ndate: 2026-07-05 00:00", PATH, date(2026, 7, 5), True),
        ("title: A\ndate: 2026-07-05T23:30:00-05:00", PATH, date(2026, 7, 5), True),  # in London it is the sixth
        ("title: A\ndate: 2026-07-05T00:00:44+00:00", PATH, date(2026, 7, 5), True),
        ("title: A", "content/posts/2026-07-05-summer.md", date(2026, 7, 5), False),
        ("title: A\nextra: {deck: 1}\ndate: 2026-07-05", PATH, date(2026, 7, 5), False),  # by the YAML reader
    ],
)
def test_the_day_is_as_it_is_written(front: str, path: str, day: date, timed: bool) -> None:
    entry = good(front, path=path)
    assert (entry.day, entry.timed) == (day, timed)


def test_a_post_from_a_seed_is_never_trusted_with_html() -> None:
    assert good("title: A").body.trusted
    assert not good("title: A\nseed: seeds/a.txt").body.trusted


def test_the_excerpt_is_the_first_paragraph() -> None:
    assert good("title: A", "# Heading\n\nThe *first* one.\n\nThe second.\n").excerpt == "The first one."


BAD = [
    ("title: A\ndate: soon", ["3:7: 'soon' is not a date."]),
    ("title: ''", ["2:8: The title is empty."]),
    ("title: A\naliases: [a, /b/, [x], c]", ["3:11: The alias 'a'", "3:19: Expected text", "3:24: The alias 'c'"]),
    ("title: A\nslug: a b", ["3:7: The slug 'a b' cannot be part of an address. Write 'a-b'."]),
    ("title: A\nslug: ../up", ["3:7: The slug '../up' cannot be part of an address. Write 'up'."]),
    (f"title: A\nslug: {'a' * 201}", ["3:7: The slug is longer than 200 characters."]),
    ("title: A\naliases: [/.site_gen.manifest]", ["3:11: The alias '/.site_gen.manifest' is not an address"]),
    ("title: A\ndate: 0001-01-01", ["3:7: '0001-01-01' is not a date."]),
    ("title: A\naliases: [/ok/, no, /ab /, /../x/]",
     ["3:17: The alias 'no'", "3:21: The alias '/ab /'", "3:28: The alias '/../x/'"]),
    ("title: A\nsource: {name: Wire, url: 'javascript:alert(1)'}", ["3:28: 'javascript:alert(1)' is not the address"]),
    ("title: A\nimage: {src: /a, alt: ' '}", ["3:24: The picture has no alternative text."]),
    ("colour: red\nslug: a b",
     ["2:1: The key 'title' is missing.", "2:1: Unknown key 'colour'.", "3:7: The slug 'a b'"]),
]  # fmt: skip


@pytest.mark.parametrize(
    "src",
    ["javascript:alert(1)", "https://elsewhere.example/x.jpg", "//elsewhere/x.jpg", "data:image/png;x", "C:/ship.jpg"],
)
def test_a_picture_has_an_address_of_its_own(src: str) -> None:
    found = problems(f"title: A\nimage: {{src: '{src}', alt: A ship}}")
    assert len(found) == 1
    assert "is not the address of a picture" in found[0]


@pytest.mark.parametrize("src", ["a b.png", "/pictures/l#m.png", "50%.png", "who?.png", '"q" <5>.png'])
def test_a_picture_may_have_any_name(src: str) -> None:
    image = good(f"title: A\nimage: {{src: '{src}', alt: A ship}}").front.image
    assert image and image.src == src


@pytest.mark.parametrize(("front", "expected"), BAD)
def test_all_that_is_wrong_is_said(front: str, expected: list[str]) -> None:
    found = sorted(problems(front))
    assert len(found) == len(expected)
    for message, beginning in zip(found, expected, strict=True):
        assert message.startswith(f"{PATH}:{beginning}")


@pytest.mark.parametrize("front", ["title: A", "title: A\ndate:", "title: A\ndate: null"])
def test_a_post_without_any_date_gets_a_hint(front: str) -> None:
    assert problems(front, "content/posts/a.md") == [
        "content/posts/a.md:2:1: The post has no date. "
        "Add 'date: 2025-01-10 14:05', or name the file 2025-01-10-title.md."
    ]


PAGES = [("/about/", "", "/about/"), ("/about/", "slug: us\n", "/us/"), ("/desk/team/", "slug: us\n", "/desk/us/")]


@pytest.mark.parametrize(("url", "front", "address"), PAGES)
def test_a_page_has_the_address_of_its_place_or_slug(url: str, front: str, address: str) -> None:
    page = read_page("content/pages/about.md", url, f"---\ntitle: A\n{front}---\nText.".encode(), UTC, False).value
    assert isinstance(page, PageEntry)
    assert page.url == address


@pytest.mark.parametrize(("url", "slug"), [("/404/", ""), ("/lost/", "slug: '404'\n")])
def test_nothing_leads_to_the_404_page(url: str, slug: str) -> None:
    read = read_page("content/pages/404.md", url, f"---\ntitle: A\n{slug}aliases: [/x/]\n---\n".encode(), UTC, False)
    assert [str(one) for one in read.problems] == [
        f"content/pages/404.md:{3 + len(slug) // 9}:1: The 404 page has no 'aliases'. "
        "Remove it, or give the page another slug."
    ]
    assert isinstance(
        read_page("content/pages/404.md", url, f"---\ntitle: A\n{slug}---\n".encode(), UTC, False).value, PageEntry
    )


def test_a_tag_text_needs_no_title() -> None:
    tag = read_tag_text(
        "content/tags/nato.md", "nato", b"---\nfacts: {founded: 1949}\n---\nAn alliance.", UTC, False
    ).value
    assert isinstance(tag, TagEntry)
    assert tag.front.facts == {"founded": "1949"}


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r")))
def test_the_body_is_found_again_by_its_reader(body: str) -> None:
    text = f"---\ntitle: A\n---\n{body}"
    entry = read_post(PATH, text.encode(), UTC, raw_html=False).value
    assert isinstance(entry, Entry)
    assert body_text(text.encode()) == (body, 4)
    assert entry.body.words == word_count(body)


@given(st.binary(max_size=120) | st.binary(max_size=80).map(lambda data: b"---\ntitle: A\n" + data + b"\n---\n"))
def test_no_bytes_make_the_readers_fail(data: bytes) -> None:
    for read in (
        read_post(PATH, data, LONDON, raw_html=False),
        read_page("content/pages/a.md", "/a/", data, LONDON, raw_html=False),
        read_tag_text("content/tags/a.md", "a", data, LONDON, raw_html=False),
    ):
        assert (read.value is None) == bool(read.problems)


@pytest.mark.parametrize(("language", "slug"), [("uk", "syly"), ("ru", "sili"), ("", "sili")])
def test_a_name_is_transliterated_by_the_language_of_the_site(language: str, slug: str) -> None:
    read = read_post(
        "content/posts/2026-01-05-сили.md", b"---\ntitle: A\n---\n", UTC, False, SiteLanguages(language)
    ).value
    assert isinstance(read, Entry) and read.slug == slug
