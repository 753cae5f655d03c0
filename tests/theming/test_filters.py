import json

import pytest
from markupsafe import Markup, escape

from site_gen.theming.filters import as_json, bars, filters, on_one_line, plain

ROOTED = filters("https://example.org/news/")
BARE = filters("https://example.org")


@pytest.mark.parametrize(
    ("address", "url", "absolute"),
    [
        ("/tags/", "/news/tags/", "https://example.org/news/tags/"),
        ("/", "/news/", "https://example.org/news/"),
        ("https://other.org/x", "https://other.org/x", "https://other.org/x"),
        ("//cdn.org/x", "//cdn.org/x", "//cdn.org/x"),
        ("mailto:a@b.org", "mailto:a@b.org", "mailto:a@b.org"),
    ],
)
def test_addresses_below_a_path(address: str, url: str, absolute: str) -> None:
    assert ROOTED["url"](address) == url
    assert ROOTED["absolute"](address) == absolute


def test_addresses_at_the_root() -> None:
    assert BARE["url"]("/tags/") == "/tags/"
    assert BARE["absolute"]("/") == "https://example.org/"


@pytest.mark.parametrize("text", ["</script><b>", 'it\'s & "so"', "<!--", "\u2028 é"])
def test_json_is_safe_in_a_script(text: str) -> None:
    made = str(as_json({"text": text}))
    assert json.loads(made) == {"text": text}
    assert not set("<>&'") & set(made)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('NATO\'s "spearhead"', "NATO&#39;s &#34;spearhead&#34;"),
        ("AT&T", "AT&#x26;T"),
        ("R&amp;D", "R&#x26;amp;D"),
        ("1 < 2 > 0", "1 &#x3C; 2 &gt; 0"),
        ("<b>Bo</b>", "&#x3C;b&gt;Bo‹/b&gt;"),
        ("a\x00b & c", "ab &#x26; c"),
    ],
)
def test_plain_text_in_a_feed_is_no_markup(text: str, written: str) -> None:
    assert str(escape(plain(text))) == written


def test_words_for_kinds() -> None:
    assert ROOTED["kind"]("country") == "Countries"
    assert ROOTED["kind"]("ship") == "Ship"
    assert ROOTED["type"]("analysis") == "Analysis"


def test_a_designation_in_a_title_stays_on_its_line_and_nothing_becomes_markup() -> None:
    made = on_one_line('The <Su-57> & "AL-41F-1"')
    assert isinstance(made, Markup)
    assert made == (
        'The &lt;<span class="nowrap">Su-57</span>&gt; &amp; &#34;<span class="nowrap">AL-41F-1</span>&#34;'
    )
    assert on_one_line("<b>") == "<b>" and not isinstance(on_one_line("<b>"), Markup)


@pytest.mark.parametrize(
    ("numbers", "path"),
    [((), ""), ((0, 0), ""), ((5,), "M0 100v-100h7V100z"), ((1, 0, 4), "M0 100v-25h7V100zM16 100v-100h7V100z")],
)
def test_numbers_as_bars(numbers: tuple[int, ...], path: str) -> None:
    assert bars(numbers) == path


def test_a_text_in_another_language_has_its_language_and_direction() -> None:
    lang = BARE["lang"]
    assert [lang("uk"), lang("ar"), lang("")] == [' lang="uk" dir="ltr"', ' lang="ar" dir="rtl"', ' dir="auto"']
    assert [lang("uk", ""), lang("", "")] == [' lang="uk" dir="ltr"', ""]
