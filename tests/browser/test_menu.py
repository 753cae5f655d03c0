"""Entries below an entry of the menu open and are reached without a script: by keyboard, by finger, at any width."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from site_gen.build import BuildOptions, build
from tests.browser.conftest import AS_OF
from tests.support import post, write
from tools.judging.served import STRICT_POLICY, served

SETTINGS = """\
title: The Desk
theme: THEME
menu:
  - {title: Naval, url: /tags/naval/}
  - title: Regions
    url: /tags/
    children: [{title: Europe, url: /tags/europe/}, {title: A region with quite a long name, url: /archive/}]
  - {title: About, url: /feeds/, children: [{title: Feeds, url: /feeds/}]}
"""


@pytest.fixture(scope="module", params=["broadsheet", "wire", "plain"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp(request.param)
    story = post("Story", tags=["Naval", "Europe"])
    write(root, {"site.yaml": SETTINGS.replace("THEME", request.param), "content/posts/story.md": story})
    build(root, BuildOptions(as_of=AS_OF))
    with served(root / "output", "", {"Content-Security-Policy": STRICT_POLICY}) as where:
        yield where


@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_opens_an_entry_and_reaches_what_is_below(running: Browser, address: str, width: int) -> None:
    context = running.new_context(viewport={"width": width, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/archive/")
    regions, about = page.locator("header summary").all()
    europe = page.get_by_role("link", name="Europe")
    assert not europe.is_visible()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator("summary:focus").count():
            break
    page.keyboard.press("Enter")
    assert europe.is_visible()
    page.keyboard.press("Tab")
    assert page.locator("a:focus").inner_text() == "Regions"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/tags/europe/")
    assert page.locator("header details.within summary").all_inner_texts() == ["Regions"]
    regions.click()
    current = page.locator("header details [aria-current=page]")
    assert (current.inner_text(), current.is_visible()) == ("Europe", True)
    about.click()
    assert not current.is_visible()  # one is open at a time
    context.close()


def test_an_open_entry_fits_a_narrow_window(running: Browser, address: str) -> None:
    context = running.new_context(viewport={"width": 320, "height": 700}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}/tags/europe/")
    page.locator("header summary").first.tap()
    last = page.get_by_role("link", name="A region with quite a long name")
    box = last.bounding_box()
    assert box is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= 320 and box["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
