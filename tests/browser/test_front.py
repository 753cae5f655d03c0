"""The front page as it is seen in each of its layouts: where its headline begins, what is covered, how columns end."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from site_gen.build import BuildOptions, build
from tests.support import png, post, write
from tools.judging.seen import SIDEWAYS
from tools.judging.served import served

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
SETTINGS = """title: The Evening Post
tagline: Ships, treaties and the money behind them
base_url: https://post.example.org/
theme: broadsheet
sections: [Naval, Arms control]
search: pagefind
coverage: false
social_cards: {newest: 0}
images: {credit: optional, widths: [960], formats: []}
menu:
  - {title: Naval, url: /tags/naval/}
  - {title: Arms control, url: /tags/arms-control/}
  - {title: NATO, url: /tags/nato/}
"""
TITLES = (
    "Navies agree to hunt submarines together in the High North",
    "Orders for rocket launchers",
    "Cable repaired after nine days, investigators look at anchor marks",
    "Arms control without inspectors: how the last treaty ends and what the two sides still tell each other about "
    "warheads, launchers and test flights, according to officials in both capitals and Vienna",
)
SHIP = {"src": "/ship.png", "alt": "A ship"}
LAYOUTS = ("picture", "text", "story", "equals", "quiet")


def material(layout: str) -> Iterator[tuple[str, str]]:
    """Thirteen posts whose front page has that layout."""
    apart = {"equals": 0.5, "quiet": 90}.get(layout, 3)
    for number in range(13):
        front: dict[str, Any] = {
            "summary": "Two navies will share crews, hangars and sonar data from next spring, and a base is rebuilt.",
            "tags": [("Naval", "Arms control", "NATO")[number % 3], "Security policy"],
            "authors": ["Ada Marsh"],
            "type": "analysis" if number % 7 == 5 else "news",
        }
        if number % 4 == 3 or (layout, number) in (("picture", 0), ("story", 0)):
            front["image"] = SHIP
        if layout == "story" and number in (0, 2, 4, 6):
            front["thread"] = "Cables"
        date = (NOON - timedelta(hours=number * apart)).isoformat()
        title = TITLES[number % 4] + f" ({number})"
        yield f"content/posts/p{number}.md", post(title, date, "Words.\n\nMore words.\n", **front)


@contextmanager
def opened(running: Browser, address: str, width: int) -> Iterator[Page]:
    context = running.new_context(viewport={"width": width, "height": 900}, is_mobile=width < 500)
    page = context.new_page()
    page.goto(address, wait_until="load")
    yield page
    context.close()


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The site with each layout, served."""
    folder = tmp_path_factory.mktemp("front")
    root = write(folder, {"site.yaml": SETTINGS, "static/ship.png": png(960, 640)})
    with ExitStack() as stack:
        found = {}
        for layout in LAYOUTS:
            write(root, dict(material(layout)))
            output = folder / layout
            build(root, BuildOptions(as_of=NOON, output=str(output)))
            found[layout] = stack.enter_context(served(output))
        yield found


TOP = """() => { const range = document.createRange();
  range.selectNodeContents(document.querySelector("main .front a[href^='/20'], main h1"));
  return range.getBoundingClientRect().top; }"""
# Links of which a part belongs to another; of those in running text, a part of the middle 24 pixels.
COVERED = """() => [...document.querySelectorAll("main a, header a")].filter(link => {
  link.scrollIntoView({block: "center", inline: "center"});
  const box = link.getClientRects()[0];
  if (!box || box.width < 2) return false;
  const whole = getComputedStyle(link).display !== "inline";
  const high = (whole ? box.height : Math.min(box.height, 24)) / 2 - 1;
  const x = box.left + box.width / 2, y = box.top + box.height / 2;
  return [-high, 0, high].some(step => { const there = document.elementFromPoint(x, y + step);
    return there && !link.contains(there) && there.closest("a") && there.closest("a") !== link; });
}).map(link => link.outerHTML.slice(0, 120))"""
BOTTOMS = """() => { const bottom = some => Math.max(0, ...[...document.querySelectorAll(some)]
    .map(one => one.getBoundingClientRect()).filter(box => box.height > 1).map(box => box.bottom));
  const front = document.querySelector(".front").getBoundingClientRect();
  return {high: front.height, lead: bottom(".lead *, .under .card *"), side: bottom(".tier .card *")}; }"""


def test_on_a_phone_the_headline_begins_at_once(running: Browser, addresses: dict[str, str]) -> None:
    tops = {}
    for layout, address in addresses.items():
        with opened(running, address, 390) as page:
            tops[layout] = page.evaluate(TOP)
    with opened(
        running, address + "2026/06/navies-agree-to-hunt-submarines-together-in-the-high-north-0/", 390
    ) as page:
        tops["post"] = page.evaluate(TOP)
        assert page.locator("h1").count() == 1
    assert {name: top for name, top in tops.items() if not 0 < top <= 160} == {}


@pytest.mark.parametrize("width", [390, 1440])
def test_no_link_is_covered_and_nothing_scrolls_sideways(
    running: Browser, addresses: dict[str, str], width: int
) -> None:
    covered = {}
    for layout, address in addresses.items():
        with opened(running, address, width) as page:
            covered[layout] = (page.evaluate(COVERED), page.evaluate(SIDEWAYS))
    assert {layout: found for layout, found in covered.items() if found != ([], 0)} == {}


def test_the_columns_beside_each_other_end_together(running: Browser, addresses: dict[str, str]) -> None:
    """To an eighth of their height, whatever fonts there are: the estimate knows none."""
    uneven = {}
    for layout, address in addresses.items():
        with opened(running, address, 1440) as page:
            seen = page.evaluate(BOTTOMS)
            if layout != "equals":
                uneven[layout] = abs(seen["lead"] - seen["side"]) / seen["high"]
            assert page.locator(".front").get_attribute("class") == f"front with-{layout}"
    assert {layout: part for layout, part in uneven.items() if part > 0.125} == {}


def test_the_search_is_a_form_on_wide_screens_and_a_link_on_phones(running: Browser, addresses: dict[str, str]) -> None:
    address = addresses["quiet"]
    with opened(running, address, 1440) as page:
        page.get_by_role("searchbox", name="Search all stories").fill("frigate")
        page.get_by_role("button", name="Search").click()
        page.wait_for_url("**/search/?q=frigate")
        assert page.locator("#at--words").input_value() == "frigate"
    with opened(running, address, 390) as page:
        page.locator("header").get_by_role("link", name="Search").click()
        page.wait_for_url("**/search/")
    with opened(running, address + "404.html", 390) as page:
        page.get_by_role("searchbox").fill("frigate")
        page.get_by_role("searchbox").press("Enter")
        page.wait_for_url("**/search/?q=frigate")


WIDTHS = """() => [...document.querySelectorAll(".tier")].map(tier => [tier.offsetWidth,
  ...[...tier.querySelectorAll(".card")].map(card => card.offsetWidth)])"""


def test_on_a_tablet_a_story_with_a_picture_stays_in_its_column(running: Browser, addresses: dict[str, str]) -> None:
    seen = {}
    for layout, address in addresses.items():
        with opened(running, address, 820) as page:
            seen[layout] = page.evaluate(WIDTHS)
    tiers = [tier for found in seen.values() for tier in found]
    assert len(tiers) == 4
    assert {width <= whole / 2 for whole, *cards in tiers if len(cards) > 1 for width in cards} == {True}
