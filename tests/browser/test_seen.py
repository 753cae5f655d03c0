"""What a reader meets: narrow windows, darkness, no script, a strict policy, paper."""

from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tools.judging.seen import SIDEWAYS

LIGHTNESS = """name => { const [r, g, b] = getComputedStyle(document.body)[name].match(/[\\d.]+/g).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; }"""
OF_PAGE = """() => { let one = document.body;
  while (one && /, 0\\)$|transparent/.test(getComputedStyle(one).backgroundColor)) one = one.parentElement;
  const colour = one ? getComputedStyle(one).backgroundColor : "rgb(255, 255, 255)";
  const [r, g, b] = colour.match(/[\\d.]+/g).map(Number); return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; }"""


def test_every_kind_of_page_is_there(visit: Visit) -> None:
    kinds = {"home", "post", "long post", "tag", "tags", "archive", "year", "month", "lost"}
    assert kinds <= set(visit.site.chosen)


def test_nothing_scrolls_sideways_at_320_px(visit: Visit) -> None:
    wide = {}
    for file in visit.site.chosen.values():
        with visit.see(file, 320, is_mobile=True, has_touch=True) as page:
            wide[file] = page.evaluate(SIDEWAYS)
    assert {file: pixels for file, pixels in wide.items() if pixels} == {}


def test_a_strict_policy_stops_nothing(visit: Visit) -> None:
    """Served under it, every kind of page loads without a word of complaint, and its styles work."""
    visit.said.clear()
    for file in visit.site.chosen.values():
        with visit.see(file) as page:
            assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length)"), file
            assert page.evaluate("document.styleSheets.length"), file
    # The policy itself is watched: what a page may not do is told.
    assert visit.said == []
    with visit.see("index.html") as page:
        page.evaluate("document.body.setAttribute('style', 'color: red')")
    assert any("Content Security Policy" in one for one in visit.said)


def test_the_dark_is_dark_and_the_light_is_light(visit: Visit) -> None:
    for file in (visit.site.chosen["home"], visit.site.chosen["post"]):
        with visit.see(file, color_scheme="light") as page:
            assert page.evaluate(OF_PAGE) > 0.8 > 0.4 > page.evaluate(LIGHTNESS, "color")
        with visit.see(file, color_scheme="dark") as page:
            assert page.evaluate(OF_PAGE) < 0.2 < 0.6 < page.evaluate(LIGHTNESS, "color")


def _words(page: Page) -> list[str]:
    return str(page.locator("body").inner_text()).split()


def test_without_script_the_same_words_and_working_links(visit: Visit) -> None:
    for kind in ("home", "post", "tag", "archive"):
        file = visit.site.chosen[kind]
        with visit.see(file, java_script_enabled=False) as page:
            without = _words(page)
        with visit.see(file) as page:
            assert set(without) >= set(_words(page)), file
    with visit.see("index.html", java_script_enabled=False) as page:
        page.locator("main article a, main h2 a, main h3 a").first.click()
        page.wait_for_load_state("load")
        assert page.locator("h1").count() == 1
        assert page.url != visit.address


def test_on_paper_the_text_alone(visit: Visit) -> None:
    with visit.see(visit.site.chosen["post"]) as page:
        page.emulate_media(media="print")
        assert page.locator("h1").is_visible()
        assert page.locator("article p").first.is_visible()
        shown = page.evaluate("[...document.querySelectorAll('nav')].filter(nav => nav.offsetHeight > 1).length")
        assert shown == 0
        assert len(page.pdf(format="A4")) > 1000
