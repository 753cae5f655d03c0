"""Saved pages of blog systems and a newspaper, written by hand as those systems write them, with one story in each.

Every word around the story begins with "Canary".
"""

import re
import socket
from collections import Counter
from datetime import UTC, datetime

import pytest

from site_gen.conversion import convert
from site_gen.model.seed import Converted
from tests.support import ROOT

PAGES = ROOT / "tests" / "conversion" / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
MOMENT = datetime(2025, 3, 4, 8, 30, tzinfo=UTC)
FACTS = {
    "hugo": (("Ann Smith", "Bob Jones"), "Defence Notes", "https://notes.example/posts/ten-frigates/"),
    "newspaper": (
        ("Ann Smith",),
        "The Strelsau Gazette",
        "https://www.gazette.example/news/navy/ten-frigates-1.48291",
    ),
    "pelican": (("Ann Smith",), "Navy Watch", "https://watch.example/ten-frigates.html"),
    "wordpress": (
        ("Ann Smith",),
        "Strelsau Defence Post",
        "https://post.example/2025/03/04/ten-frigates-for-ruritania/",
    ),
}


def page(data: bytes | str) -> Converted:
    source = data.encode() if isinstance(data, str) else data
    (one,) = convert(".html", "seeds/a.html", source, UTC).or_raise()
    return one


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", re.sub(r"\]\([^)]*\)|^\d+\. ", "", text, flags=re.M).lower()))


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_the_article_are_there_and_no_others(name: str) -> None:
    text = page((PAGES / f"{name}.html").read_bytes()).text
    story, found = words((PAGES / "story.txt").read_text(encoding="utf-8")), words(text)
    assert (story & found).total() >= 0.98 * story.total()
    assert "canary" not in text.lower()
    assert set(found - story) <= {"it", "has", "400", "pages", "1"}  # the footnote of some


@pytest.mark.parametrize("name", NAMES)
def test_the_facts_of_the_article_are_found(name: str) -> None:
    given = page((PAGES / f"{name}.html").read_bytes()).given
    assert given.title == "Ruritania orders ten frigates from Strelsau Yards"
    assert (given.date, given.timed, given.date_source) == (MOMENT, True, "header")
    assert (given.authors, given.source_name, given.source_url) == FACTS[name]


def test_a_page_is_markdown_with_what_its_elements_say() -> None:
    one = page((PAGES / "wordpress.html").read_bytes())
    assert one.text == (PAGES / "wordpress.md").read_text(encoding="utf-8")
    assert [(note.value, note.why) for note in one.notes[1:]] == [
        (
            "A frigate of the old class. Photo: Navy of Ruritania",
            "not fetched: ten-frigates_files/frigate-1024x683.jpg",
        )
    ]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name in NAMES:
        page((PAGES / f"{name}.html").read_bytes())


PAGE = "<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
PARAGRAPHS = "".join(
    f"<p>The brigade said on day {day} that its guns had been moved to the northern bank of the river.</p>"
    for day in range(1, 6)
)


@pytest.mark.parametrize(
    ("title", "head", "body", "headline"),
    [
        ("Guns moved - The Post", "", "<h1>The Post</h1><article><h2>Guns moved</h2>{}</article>", "Guns moved"),
        ("Guns moved | The Post", '<meta property="og:site_name" content="The Post">', "{}", "Guns moved"),
        ("The Post: Guns moved", '<meta property="og:site_name" content="The Post">', "{}", "Guns moved"),
        ("The Post", "", "<h1><a href='/'>The Post</a></h1><article><h1>Guns moved</h1>{}</article>", "Guns moved"),
        ("Guns - moved - north", "", "<h1>Guns - moved - north</h1>{}", "Guns - moved - north"),
        ("", '<meta property="og:title" content="Guns &amp; ships moved">', "{}", "Guns & ships moved"),
    ],
)
def test_the_headline_is_the_articles_without_the_name_of_the_site(
    title: str, head: str, body: str, headline: str
) -> None:
    assert page(PAGE.format(title=title, head=head, body=body.format(PARAGRAPHS))).given.title == headline


def test_an_old_encoding_is_read_as_the_page_says() -> None:
    text = "<p>Міністерство оборони повідомило, що бригада перемістила гармати на північний берег річки.</p>" * 4
    source = f'<html><head><meta charset="windows-1251"><title>Гармати</title></head><body>{text}</body></html>'
    for data in (source.encode("cp1251"), source.encode(), source.replace("windows-1251", "none").encode("utf-16")):
        assert "гармати на північний берег" in page(data).text


def test_a_day_without_a_time_is_a_day_and_none_is_none() -> None:
    source = PAGE.format(
        title="Guns moved", head='<meta property="article:published_time" content="2025-03-04">', body=PARAGRAPHS
    )
    given = page(source).given
    assert (given.date, given.timed) == (datetime(2025, 3, 4, tzinfo=UTC), False)
    assert page(PAGE.format(title="Guns moved", head="", body=PARAGRAPHS)).given.date is None


def test_scripts_and_embedded_files_are_no_text() -> None:
    noise = (
        "<script>var canary = '<p>canary</p>'</script><style>canary{}</style><template><p>canary</p></template>"
        f'<img src="data:image/png;base64,{"canary" * 200}"><svg><text>canary</text></svg><noscript>canary</noscript>'
    )
    text = page(PAGE.format(title="Guns moved", head=noise, body=noise + PARAGRAPHS + noise)).text
    assert "canary" not in text and text.count("The brigade said") == 5


def test_a_page_without_an_article_is_a_problem(capfd: pytest.CaptureFixture[str]) -> None:
    for body in ("", "<p></p>", "<script>1</script>", "<html><body><nav><a href='/'>Home</a></nav></body></html>"):
        result = convert(".html", "seeds/a.html", body.encode(), UTC)
        assert [problem.what for problem in result.problems] == ["No article was found in this page."]
    assert capfd.readouterr() == ("", "")


def test_without_the_library_the_page_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (problem,) = convert(".html", "seeds/a.html", b"<p>Text.</p>", UTC).problems
    assert str(problem).startswith(
        "seeds/a.html: HTML files are not read without the extra 'documents'. Install it: pip "
    )
