"""An article as a reader sees it in each theme: tables, designations, pictures, what stands beside a long text."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from site_gen.build import BuildOptions, build
from tests.browser.conftest import AS_OF, Visit
from tests.support import post, write
from tools.judging.built import BuiltSite
from tools.judging.seen import SIDEWAYS
from tools.judging.served import served

TABLE = (
    "| Aircraft | Engine | Thrust with afterburner | Range | Unit cost | In service | Built |\n"
    "|---|---|--:|--:|--:|---|--:|\n"
    "| Su-57 | AL-41F-1 | 142.2 kN | 3,500 km | $35,000,000 | 2020 | 32 |\n"
    "| Eurofighter Typhoon | EJ200-03Z | 90 kN | 3,790 km | $124,000,000 | 2003 | 603 |\n"
)
WORDS = "The Su-57 flies with the AL-41F-1, the F-35A with the F135-PW-100 and the Tu-22M3 with the Kh-101. "
# The words of a table that stand in more than one line.
BROKEN = """selector => { const broken = []; const range = document.createRange();
  for (const cell of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const word of node.data.matchAll(/[^\\s-]+/g)) {
        range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(one => Math.round(one.top)));
        if (lines.size > 1) broken.push(word[0]);
      } }
  return broken; }"""


def _portrait() -> bytes:
    """Red where the head is, in the topmost fifth."""
    picture = Image.new("RGB", (800, 1200), "navy")
    picture.paste("red", (200, 0, 600, 240))
    made = io.BytesIO()
    picture.save(made, "JPEG")
    return made.getvalue()


@pytest.fixture(scope="module", params=["broadsheet", "wire", "plain"])
def article(
    request: pytest.FixtureRequest, running: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visit]:
    folder = tmp_path_factory.mktemp(request.param)
    image = {"src": "/portrait.jpg", "alt": "A head", "credit": "Navy", "caption": "At sea"}
    text = f"{WORDS * 3}\n\n{TABLE}\n" + f"{WORDS * 8}\n\n" * 12
    files: dict[str, str | bytes] = {
        "site.yaml": f"title: T\ntheme: {request.param}\nimages: {{widths: [400]}}\n",
        "static/portrait.jpg": _portrait(),
        "content/posts/a.md": post("The AL-41F-1", body=text, tags=["NATO"], image=image),
        "content/posts/b.md": post("B", tags=["NATO"]),
    }
    build(write(folder, files), BuildOptions(as_of=AS_OF))
    site = BuiltSite(folder / "output")
    with served(site.folder, site.below) as address:
        yield Visit(site, address, running)


FILE = "2026/01/a/index.html"


def _resized(page: Page, widths: Iterable[int]) -> Iterator[int]:
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        yield width


def test_a_table_breaks_no_word_and_no_number(article: Visit) -> None:
    with article.see(FILE) as page:
        assert page.locator("td").count() == 14
        for width in _resized(page, (320, 390, 820, 1440)):
            assert page.evaluate(BROKEN, "td, th") == [], width
        page.emulate_media(media="print")
        for width in _resized(page, (320, 700)):
            assert page.evaluate(BROKEN, "td, th") == [], width


def test_a_wide_table_scrolls_in_a_box_by_keyboard_and_the_page_does_not(article: Visit) -> None:
    with article.see(FILE, 320) as page:
        box = page.get_by_role("group", name="Table: Aircraft, Engine")
        assert page.evaluate(SIDEWAYS) == 0
        assert box.evaluate("one => one.scrollWidth > one.clientWidth + 50")
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_a_designation_stays_on_its_line_and_keeps_its_hyphens(article: Visit) -> None:
    with article.see(FILE) as page:
        for width in _resized(page, range(320, 480, 20)):
            lines = page.locator(".nowrap").evaluate_all("all => all.map(one => one.getClientRects().length)")
            assert len(lines) > 50 and set(lines) == {1}, width
        assert page.locator("h1").inner_text() == "The AL-41F-1"
        assert "the AL-41F-1, the F-35A with the F135-PW-100 and" in page.locator("article").inner_text()


def _measures(page: Page) -> dict[str, float]:
    script = """one => { const box = one.getBoundingClientRect();
      return {ratio: box.width / box.height, own: one.naturalWidth / one.naturalHeight, height: box.height,
        fit: getComputedStyle(one).objectFit === "fill" ? 1 : 0}; }"""
    measures: dict[str, float] = page.locator("article figure img").first.evaluate(script)
    return measures


def test_an_upright_picture_is_shown_whole_and_within_the_window(article: Visit) -> None:
    with article.see(FILE) as page:
        if page.locator("article figure").count() == 0:
            assert "theme: broadsheet" not in (article.site.folder.parent / "site.yaml").read_text(encoding="utf-8")
            return  # themes of text alone
        for width in _resized(page, (390, 820, 1440)):
            measures = _measures(page)
            assert measures["fit"] and measures["ratio"] == pytest.approx(measures["own"], rel=0.02), width
            assert measures["height"] < 800
        assert page.locator("article figcaption").inner_text() == "At sea\u00a0· Navy"


def test_what_is_beside_a_long_text_stays_in_sight(article: Visit) -> None:
    with article.see(FILE, 1440) as page:
        rail = page.get_by_role("complementary", name="More on this story")
        if rail.count() == 0:
            assert "theme: broadsheet" not in (article.site.folder.parent / "site.yaml").read_text(encoding="utf-8")
            return  # one column
        page.evaluate("scrollTo(0, document.querySelector('.body').offsetHeight * .6)")
        box = rail.get_by_role("heading", name="Related stories").bounding_box()
        assert box is not None and 0 <= box["y"] < 800


def test_every_part_of_a_portrait_has_the_head(article: Visit) -> None:
    crops = sorted((article.site.folder / "pictures").glob("portrait-*x*-50-10.jpg"))
    assert len(crops) == 4
    for crop in crops:
        with Image.open(crop) as opened:
            rows = [opened.getpixel((opened.width // 2, row)) for row in range(0, opened.height, 4)]
        red = [isinstance(one, tuple) and one[0] > 150 > one[2] for one in rows]
        assert red[0] and sum(red) * 4 > opened.width * 0.2, Path(crop).name
