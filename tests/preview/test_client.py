"""The script in a real browser: what it brings up to date, and what it leaves alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.edited_site import Newsroom
from tests.ingest.test_ingest import article
from tests.preview.support import served
from tests.support import run, write

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{{ post.title }}</title>
<link rel="stylesheet" href="{{ asset('style.css')|url }}"></head><body><h1>{{ post.title }}</h1>
<details><summary>More</summary>inside</details><input name="q"><div class="tall"></div>
<article>{{ content.html }}</article></body></html>"""


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    room = Newsroom(tmp_path / "site")
    write(
        room.root,
        {
            "themes/bare/templates/post.html": PAGE,
            "themes/bare/static/style.css": ".tall{height:3000px}h1{color:rgb(1,2,3)}",
        },
    )
    room.change(0, body="The first text.\n", summary="Same.")
    return room


@pytest.fixture
def page(running: Any) -> Iterator[Any]:
    context = running.new_context(viewport={"width": 900, "height": 700})
    yield context.new_page()
    context.close()


def test_a_page_is_morphed_in_place(room: Newsroom, page: Any) -> None:
    with served(room.root) as address:
        page.goto(f"{address}2026/03/post-0/")
        page.evaluate("window.mark = 1; document.querySelector('details').open = true")
        page.fill("input", "half a sentence")
        page.focus("input")
        page.evaluate("scrollTo(0, 500)")
        room.change(0, body="Quite another text.\n")
        expect(page.locator("body > article")).to_have_text("Quite another text.")
        assert page.evaluate("[window.mark, scrollY, document.activeElement.name]") == [1, 500, "q"]
        assert page.evaluate("document.querySelector('details').open") is True
        assert page.input_value("input") == "half a sentence"


def test_styles_are_exchanged_without_a_reload(room: Newsroom, page: Any) -> None:
    with served(room.root) as address:
        page.goto(f"{address}2026/03/post-0/")
        page.evaluate("window.mark = 1")
        write(room.root, {"themes/bare/static/style.css": ".tall{height:3000px}h1{color:rgb(9,8,7)}"})
        expect(page.locator("h1")).to_have_css("color", "rgb(9, 8, 7)")
        assert page.evaluate("window.mark") == 1
        expect(page.locator("head link[rel=stylesheet]")).to_have_count(1)


@pytest.mark.parametrize(
    ("name", "broken", "said"),
    [
        ("content/posts/post-1.md", "---\ntitle: [\n---\n", "post-1.md:2"),
        ("themes/bare/templates/home.html", "{% for %}", "home.html:1"),
        ("site.yaml", "titel: x\n", "site.yaml:1"),
    ],
)
def test_a_problem_is_laid_over_the_page_and_goes_when_it_is_fixed(
    room: Newsroom, page: Any, name: str, broken: str, said: str
) -> None:
    with served(room.root) as address:
        page.goto(f"{address}2026/03/post-0/")
        good = (room.root / name).read_text()
        write(room.root, {name: broken})
        overlay = page.locator(".overlay")
        expect(overlay).to_contain_text(said)
        expect(page.locator("body > article")).to_have_text("The first text.")
        write(room.root, {name: good})
        expect(overlay).to_have_count(0)


def test_a_seed_that_is_dropped_appears_on_the_open_front_page(room: Newsroom, page: Any) -> None:
    with served(room.root) as address:
        page.goto(address)
        before = page.locator("body").inner_text()
        write(room.root, {"seeds/one.txt": "Date: 2026-02-28\n\n" + article(3)})
        page.wait_for_function("before => document.body.innerText !== before", arg=before, timeout=30_000)
        assert len(page.locator("body").inner_text()) > len(before)


def test_the_bar_describes_the_page_and_marks_drafts(room: Newsroom, page: Any) -> None:
    room.change(1, draft=True)
    with served(room.root) as address:
        page.goto(address)
        expect(page.locator(".bar")).to_contain_text("home.html")
        expect(page.locator("a.site-gen-held").first).to_have_attribute("data-site-gen-held", "draft")
    with served(room.root, "--no-bar") as address:
        page.goto(address)
        expect(page.locator(".bar")).to_have_count(0)


def test_the_bar_marks_a_post_that_wants_a_look_until_it_is_reviewed(room: Newsroom, page: Any) -> None:
    write(room.root, {"seeds/pilots.txt": "Title: Harbour pilots\n\nHarbour pilots in Riga have a new boat.\n"})
    with served(room.root) as address:
        (path,) = (room.root / "content/posts").glob("*pilots*.md")
        page.goto(f"{address}{path.name[:4]}/{path.name[5:7]}/harbour-pilots/")
        expect(page.locator(".bar .unsure")).to_contain_text("ingest is unsure: date: nothing says when")
        page.evaluate("window.mark = 1")
        assert run("review", "--accept", "harbour-pilots", root=room.root).returncode == 0
        expect(page.locator(".bar .unsure")).to_have_count(0)
        expect(page.locator(".bar")).to_have_count(1)
        assert page.evaluate("window.mark") == 1


def test_the_settings_take_the_bar_away_and_bring_it_back(room: Newsroom, page: Any) -> None:
    settings = (room.root / "site.yaml").read_text()
    with served(room.root) as address:
        page.goto(address)
        expect(page.locator(".bar")).to_have_count(1)
        write(room.root, {"site.yaml": f"{settings}\npreview: {{bar: false}}\n"})
        expect(page.locator(".bar")).to_have_count(0)
        write(room.root, {"site.yaml": settings})
        expect(page.locator(".bar")).to_have_count(1)


def test_open_pages_go_to_the_post_that_is_edited(room: Newsroom, page: Any) -> None:
    with served(room.root, "--navigate") as address:
        page.goto(address)
        page.wait_for_timeout(200)
        room.change(0, body="Gone to.\n")
        page.wait_for_url("**/post-0/", timeout=30_000)


def test_a_new_script_of_the_theme_reloads_the_page(room: Newsroom, page: Any) -> None:
    with served(room.root) as address:
        page.goto(f"{address}2026/03/post-0/")
        page.evaluate("window.mark = 1")
        write(room.root, {"static/more.js": "document.title = 'ran'"})
        write(
            room.root,
            {"themes/bare/templates/post.html": PAGE.replace("</head>", '<script src="/more.js"></script></head>')},
        )
        page.wait_for_function("() => document.title === 'ran' && window.mark === undefined", timeout=30_000)
