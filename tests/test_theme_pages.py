"""What every theme that comes with site_gen shows of a story, of lists and of the site, and what machines are told."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.edited_site import Newsroom
from tests.support import ROOT, tree

THEMES = ("broadsheet", "wire", "plain")
TITLE = "The Evening Post"
OPINION = "We should talk"


class Words(HTMLParser):
    """The texts of a page's body that run into one another: nothing but the borders of inline elements is between."""

    INLINE = frozenset(("a", "b", "bdi", "em", "small", "span", "strong", "time"))

    def __init__(self) -> None:
        super().__init__()
        self.joined: list[str] = []
        self.last, self.crossed, self.hidden = "", False, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._cross(tag)
        self.hidden += tag in ("script", "style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._cross(tag)
        self.hidden -= tag in ("script", "style", "title")

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if self.crossed and self.last[-1:].isalnum() and data[:1].isalnum():
            self.joined.append(f"{self.last[-20:]}{data[:20]}")
        self.last, self.crossed = data, False

    def _cross(self, tag: str) -> None:
        self.crossed = True
        if tag not in self.INLINE:
            self.last = ""


@pytest.fixture(scope="module", params=THEMES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a small site in each theme, by path, and its stylesheets."""
    room = Newsroom(tmp_path_factory.mktemp(request.param))
    room.settings |= {"theme": request.param, "title": TITLE, "page_size": 10, "tag_minimum": 3}
    for number in range(4, 70):
        room.add(number % 7, number)
        date = f"2026-02-{1 + number % 28:02}T{number % 24:02}:05:00+00:00"
        room.posts[f"story-{number}"] = {
            "title": f"Story {number}",
            "date": date,
            "body": "Text.\n",
            "tags": ["Estonia", "eFP", f"rare {number}"],
            "entities": {"country": ["Estonia"]},
            "authors": ["A. Farquharson"],
            "summary": "In short.",
        }
        room.write_post(f"story-{number}")
    room.posts["talk"] = {
        "title": OPINION,
        "date": "2026-02-28T23:30:00+00:00",
        "body": "Text.\n",
        "type": "opinion",
        "tags": ["Estonia"],
        "authors": ["A. Farquharson", "B. Writer"],
        "corrections": [{"date": "2026-03-01T08:00:00+00:00", "text": f"Correction {n}."} for n in (1, 2)],
    }
    room.write_post("talk")
    room.write_settings()
    built = room.build()
    assert not isinstance(built, tuple), built
    return {path: data.decode() for path, data in tree(room.output).items() if path.endswith((".html", ".css"))}


def main_of(text: str) -> str:
    return text[text.index("<main") : text.index("</main>")]


def story(site: dict[str, str]) -> str:
    return site["2026/02/talk/index.html"]


def test_opinion_is_labelled_on_its_page_and_in_lists(site: dict[str, str]) -> None:
    label = re.compile(r">Opinion<")
    assert label.search(main_of(story(site)))
    for path in ("index.html", "tags/estonia/index.html", "2026/02/index.html"):
        assert OPINION in site[path] and label.search(main_of(site[path])), path


def test_corrections_have_places_that_links_lead_to(site: dict[str, str]) -> None:
    links = re.findall(r'href="[^"]*/talk/#([^"]+)"', site["corrections/index.html"])
    assert len(links) == 2
    assert all(f'id="{link}"' in story(site) for link in links)


def test_every_page_has_an_icon(site: dict[str, str]) -> None:
    assert [path for path, text in site.items() if path.endswith(".html") and '<link rel="icon"' not in text] == []


def test_machines_are_told_who_wrote_a_story_what_it_shows_and_who_published_it(site: dict[str, str]) -> None:
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', story(site), re.S)
    said: dict[str, Any] = next(one for one in map(json.loads, scripts) if one["@type"] == "OpinionNewsArticle")
    assert [author["name"] for author in said["author"]] == ["A. Farquharson", "B. Writer"]
    assert all(author["url"].startswith("https://") for author in said["author"])
    assert said["publisher"]["name"] == TITLE and said["publisher"]["logo"]["url"].startswith("https://")
    assert said["image"] and said["headline"] == OPINION and len(said["correction"]) == 2
    shared = re.findall(
        r'<meta (?:property|name)="(og:image|og:image:alt|twitter:image)" content="([^"]+)">', story(site)
    )
    assert sorted(name for name, _ in shared) == ["og:image", "og:image:alt", "twitter:image"]


def test_the_front_page_says_the_sites_name_once_above_its_stories(site: dict[str, str]) -> None:
    body = site["index.html"][site["index.html"].index("<body>") :]
    above = re.sub(r"<[^>]*>", "", body[: body.index(OPINION)])
    assert above.count(TITLE) == 1
    assert len(re.findall("<h1", body)) == 1


def test_no_two_words_run_into_one_another_without_style(site: dict[str, str]) -> None:
    joined = {}
    for path, text in site.items():
        if path.endswith(".html"):
            words = Words()
            words.feed(text[text.index("<body>") :])
            joined[path] = words.joined
    assert {path: found[:3] for path, found in joined.items() if found} == {}


def test_the_map_has_a_legend(site: dict[str, str]) -> None:
    text = site["coverage/index.html"]
    shades = set(re.findall(r'<path class="(heat-\d)"', text))
    legends = set(re.findall(r'<rect class="(heat-\d)"', text))
    assert {"heat-0", "heat-5"} <= shades <= legends


def test_every_colour_of_the_map_is_known_in_every_theme(site: dict[str, str]) -> None:
    """A variable that a theme does not define makes a whole declaration void: the map was black on black."""
    styles = "".join(text for path, text in site.items() if path.endswith(".css"))
    sheet = next(text for path, text in site.items() if path.startswith("assets/coverage."))
    defined = set(re.findall(r"(--[\w-]+):", styles))
    bare = set(re.findall(r"var\((--[\w-]+)\)", sheet))
    assert bare and bare <= defined


def test_long_lists_are_folded_and_everything_is_still_there(site: dict[str, str]) -> None:
    month, tags, feeds = site["2026/02/index.html"], site["tags/index.html"], site["feeds/index.html"]
    assert all(f">Story {number}<" in month for number in range(4, 70))
    assert all(f">Rare {number}<" in tags for number in range(4, 70))
    for page in (month, tags):
        assert page.count("<details") == page.count("<summary>") > 1
        assert page.count("<details") > len(re.findall(r"<details[^>]* open", page))
    assert "/tags/estonia/feed.xml" in feeds and "rare" not in feeds.lower()
    assert ">eFP<" in tags


def test_the_shipped_themes_are_these() -> None:
    assert {path.parent.name for path in Path(ROOT, "themes").glob("*/theme.yaml")} == set(THEMES)
