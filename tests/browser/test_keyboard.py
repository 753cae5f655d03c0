"""A reader without a mouse: the skip link comes first, focus follows the page's order and is always seen."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Visit

FOCUS = """() => { const one = document.activeElement; const box = one.getBoundingClientRect();
  const style = getComputedStyle(one); const all = [...document.querySelectorAll("*")];
  return {place: all.indexOf(one), text: one.innerText, href: one.getAttribute("href"), tag: one.tagName,
    seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
    marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none",
    menu: one.closest("header nav, nav") !== null}; }"""
STEPS = 25


def walk(page: Page, steps: int = STEPS) -> list[dict[str, Any]]:
    """What has the focus after each press of Tab, up to the page's end."""
    stops = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    return stops


def test_the_first_stop_skips_to_the_text(visit: Visit) -> None:
    for kind in ("home", "post", "tag", "archive", "lost"):
        with visit.see(visit.site.chosen[kind]) as page:
            first = walk(page, 1)[0]
            assert first["href"].startswith("#") and first["seen"], (kind, first)
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            inside = "document.querySelector('main').contains(document.activeElement)"
            has_links = page.locator("main a[href], main button, main input").count() > 0
            assert not has_links or page.evaluate(inside), kind


def test_focus_goes_in_the_order_of_the_page_and_is_seen(visit: Visit) -> None:
    for kind in ("home", "post", "archive"):
        for width, scheme in ((390, "light"), (1280, "dark")):
            with visit.see(visit.site.chosen[kind], width, color_scheme=scheme) as page:
                stops = walk(page)
            places = [stop["place"] for stop in stops]
            assert len(stops) > 5
            assert places == sorted(places), (kind, width)
            assert [stop for stop in stops if not (stop["seen"] and stop["marked"])] == [], (kind, width)


def test_the_menu_is_reached(visit: Visit) -> None:
    for width in (390, 1280):
        with visit.see("index.html", width) as page:
            assert any(stop["menu"] for stop in walk(page)), width
