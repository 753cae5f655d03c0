"""What readers get of the themes that come with site_gen."""

import json
import re
import shutil
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from site_gen.build import BuildOptions, build
from tests.edited_site import Newsroom
from tests.support import NOON, ROOT, png, post, tree, write

LINK = re.compile(r'<a href="(/20[^"]+)"')


def pages(root: Path, theme: Any, **settings: Any) -> dict[str, str]:
    """A site of forty posts of two tags, by path."""
    room = Newsroom(root)
    room.settings |= {"theme": theme, **settings}
    for number in range(4, 40):
        room.add(number, 0)
    for number in range(40):
        room.change(number, tags=["Naval", "Army"][: 1 + number % 2], summary="In short.", authors=["A. Writer"])
    room.write_settings()
    room.build()
    return {path: data.decode() for path, data in tree(room.root / "output").items() if path.endswith(".html")}


def test_a_story_stands_once_on_a_front_page_with_sections(tmp_path: Path) -> None:
    home = pages(tmp_path, "broadsheet", sections=["Army", "Naval"])["index.html"]
    stories = LINK.findall(home)
    assert home.count('class="band"') == 2
    assert FORM not in home  # which has no search of all texts
    assert len(stories) == len(set(stories)) >= 20


def test_the_wire_is_light(tmp_path: Path) -> None:
    # The article is what stands between the line of dates and the tags.
    article = re.compile(r'(<p class="meta">By .*?</p>\n)(.*?)(<p class="meta">|</article>)', re.S)
    posts = {path: text for path, text in pages(tmp_path, "wire").items() if re.match(r"20\d\d/\d\d/[^/]+/", path)}
    sizes = {}
    for path, text in posts.items():
        if (found := article.search(text)) is not None:
            sizes[path] = len(text.replace(found[2], "").encode())
    assert len(sizes) >= 40
    assert max(sizes.values()) < 5000


def test_options_are_seen(tmp_path: Path) -> None:
    options = {"accent": "navy", "paper": "mist", "sidebar": False, "scheme": "light", "share": ["reddit"]}
    made = pages(tmp_path, {"name": "broadsheet", "options": options})
    post = next(text for path, text in made.items() if re.match(r"20\d\d/\d\d/[^/]+/", path))
    (classes,) = re.findall(r'<html [^>]*class="([^"]*)"', post)
    assert {"accent-navy", "paper-mist", "scheme-light", "one-column"} <= set(classes.split())
    assert '<meta name="color-scheme" content="light">' in post
    assert re.findall(r'<p class="share">Share: <a href="(.{30})', post) == ["https://www.reddit.com/submit?"]


def test_every_choice_of_the_broadsheet_has_a_style() -> None:
    theme = (ROOT / "themes/broadsheet/theme.yaml").read_text(encoding="utf-8")
    styles = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "themes/broadsheet/static").glob("*.css"))
    for option in ("accent", "paper", "face"):
        default, choices = re.findall(rf"  {option}:\n    default: (\w+)\n    choices: \[(.*?)\]", theme)[0]
        for choice in set(choices.split(", ")) - {default}:
            assert f".{option}-{choice} {{" in styles


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [
        int(part, 16) / 255 for part in re.findall("..", colour if len(colour) == 6 else "".join(c * 2 for c in colour))
    ]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_colour_can_be_read_on_every_paper() -> None:
    text = (ROOT / "themes/broadsheet/static/_colours.css").read_text(encoding="utf-8")
    for scheme in text.split("@media"):
        colours = {
            name: set(re.findall(rf"--{name}: #(\w+)", scheme)) for name in ("paper", "wash", "ink", "soft", "accent")
        }
        for paper in colours["paper"] | colours["wash"]:
            for ink in colours["ink"] | colours["soft"] | colours["accent"]:
                assert contrast(paper, ink) >= 4.5, (paper, ink)


HOSTILE = "The “frigate” <5> & its crew: " + "a headline of many words " * 7
THEMES = ("broadsheet", "wire", "plain")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """The same site in every theme: a hostile headline, a picture, a thread, a correction."""
    made = {}
    for theme in THEMES:
        image = {"src": "/ship.png", "alt": "A grey ship", "credit": "Navy & co"}
        front: dict[str, Any] = {"tags": ["Norway", "Naval"], "thread": "Talks", "authors": ["Ann Writer", "Bo"]}
        righted = [{"date": "2026-01-07T10:00:00+00:00", "text": "It was <not>."}]
        settings = {
            "title": "The Desk",
            "base_url": "https://example.org/news/",
            "language": "en-GB",
            "theme": theme,
            "tags": {"Norway": {"kind": "country"}},
            "images": {"formats": [], "widths": [400]},
            "social_cards": {"newest": 0},
            "publisher": {"name": "House", "profiles": ["https://social.example/@desk"]},
        }
        root = write(
            tmp_path_factory.mktemp(theme),
            {
                "site.yaml": json.dumps(settings),
                "static/ship.png": png(1280, 720),
                "content/posts/a.md": post(HOSTILE.strip(), image=image, corrections=righted, slug="long", **front),
                "content/posts/b.md": post("Short", "2026-01-06T09:00:00+00:00", **front),
            },
        )
        build(root, BuildOptions(as_of=NOON, jobs=1))
        made[theme] = tree(root / "output")
    return made


def nodes(page: str) -> dict[str, Any]:
    found = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)]
    return {node["@type"]: node for node in found}


@pytest.mark.parametrize("theme", THEMES)
def test_a_headline_is_never_cut_in_a_title(theme: str, built: dict[str, dict[str, bytes]]) -> None:
    files = {path: data.decode() for path, data in built[theme].items() if path.endswith(".html")}
    titles = {path: unescape(re.findall("<title>(.*?)</title>", page)[0]) for path, page in files.items()}
    assert titles["2026/01/long/index.html"] == HOSTILE.strip()
    assert titles["2026/01/b/index.html"] == "Short | The Desk"
    assert titles["index.html"] == "The Desk"


@pytest.mark.parametrize("theme", THEMES)
def test_search_engines_get_the_same_of_every_theme(theme: str, built: dict[str, dict[str, bytes]]) -> None:
    def of(path: str, other: str = "broadsheet") -> Any:
        found = nodes(built[other][path].decode())
        return {kind: node for kind, node in found.items() if kind != "BreadcrumbList"}

    for path in (
        "2026/01/long/index.html",
        "2026/01/b/index.html",
        "tags/norway/index.html",
        "threads/talks/index.html",
    ):
        assert len(of(path)) == 1
        there, here = of(path), of(path, theme)
        for node in (*there.values(), *here.values()):
            if isinstance(node.get("image"), list) and isinstance(node["image"][0], str):
                node["image"] = [re.sub(r"\.[0-9a-f]{10}\.", ".", one) for one in node["image"]]
        assert there == here
    article = of("2026/01/long/index.html", theme)["NewsArticle"]
    assert [picture["creditText"] for picture in article["image"]] == ["Navy & co"] * 3
    assert of("tags/norway/index.html", theme)["CollectionPage"]["about"] == {"@type": "Country", "name": "Norway"}
    assert len(of("threads/talks/index.html", theme)["LiveBlogPosting"]["liveBlogUpdate"]) == 2


@pytest.mark.parametrize("theme", THEMES)
def test_icons_colours_and_profiles_are_named_and_are_there(theme: str, built: dict[str, dict[str, bytes]]) -> None:
    page = built[theme]["index.html"].decode()
    icons = re.findall(r'<link rel="(?:icon|apple-touch-icon)" href="/news/([^"]*)"', page)
    assert icons == ["favicon.ico", "favicon.svg", "apple-touch-icon.png"]
    assert set(icons) <= built[theme].keys()
    assert '<link rel="me" href="https://social.example/@desk">' in page
    manifest = json.loads(built[theme]["site.webmanifest"])
    assert {icon["src"].removeprefix("/news/") for icon in manifest["icons"]} <= built[theme].keys()
    styles = (
        ROOT / "themes" / theme / "static" / ("_colours.css" if theme == "broadsheet" else "style.css")
    ).read_text()
    papers = re.findall(r"--paper: (#\w+)", styles)
    day, night = re.findall(
        r'<meta name="theme-color" content="(#\w+)" media="\(prefers-color-scheme: (?:light|dark)\)">', page
    )
    assert (day, night) == (papers[0], papers[-1])


def test_the_colour_of_every_paper_is_that_of_its_style() -> None:
    styles = (ROOT / "themes/broadsheet/static/_colours.css").read_text(encoding="utf-8")
    base = (ROOT / "themes/broadsheet/templates/base.html").read_text(encoding="utf-8")
    papers = dict(re.findall(r"\.paper-(\w+) { --paper: (#\w+)", styles))
    assert dict(re.findall(r"'(\w+)': '(#\w+)'", base)) == {
        "ivory": re.findall(r"--paper: (#\w+)", styles)[0],
        **papers,
    }


def picture_of(files: dict[str, bytes]) -> str:
    """The address of the picture as feeds have it."""
    return str(re.findall(r'<media:content url="([^"]*)"', files["feed.xml"].decode())[0])


@pytest.mark.parametrize("theme", THEMES)
def test_a_post_says_by_classes_what_its_parts_are(theme: str, built: dict[str, dict[str, bytes]]) -> None:
    page = built[theme]["2026/01/long/index.html"].decode()
    entry = page[page.index('<article class="') : page.index("</article>")]
    assert re.match(r'<article class="[^"]*\bh-entry"', entry)
    assert unescape(re.findall(r'<h1 class="p-name[^>]*>(.*?)</h1>', entry)[0]) == HOSTILE.strip()
    assert re.search(r'<div class="[^"]*\be-content\b', entry)
    data = re.findall(r'<data class="([^"]*)" value="([^"]*)"></data>', entry)
    assert data.pop() == ("u-featured", picture_of(built[theme]))
    assert data == [
        ("u-url u-uid", "https://example.org/news/2026/01/long/"),
        ("dt-published", "2026-01-05T09:00:00+00:00"),
        ("dt-updated", "2026-01-07T10:00:00+00:00"),
        ("p-author", "Ann Writer"),
        ("p-author", "Bo"),
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_those_who_share_a_post_find_its_picture_and_its_section(
    theme: str, built: dict[str, dict[str, bytes]]
) -> None:
    page = built[theme]["2026/01/long/index.html"].decode()
    found = dict(re.findall(r'<meta (?:property|name)="([^"]*)" content="([^"]*)">', page))
    assert found["og:image:width"] == "1200" and found["og:image:height"] == "630"
    assert found["og:image:alt"] == "A grey ship" == found["twitter:image:alt"]
    assert found["og:locale"] == "en_GB"
    assert found["article:section"] == "Norway"
    assert found["article:author"] == "https://example.org/news/"
    assert (found["article:published_time"], found["article:modified_time"]) == (
        "2026-01-05T09:00:00+00:00",
        "2026-01-07T10:00:00+00:00",
    )
    assert unescape(found["twitter:title"]) == HOSTILE.strip()


RUN_TOGETHER = re.compile(r"\w</(?:a|b|em|small|span|strong|time)>(?:<(?!/)[^>]*>)+\w")
# A text browser begins a line with each of these.
LINES = re.compile(r"<(?:t[dhr]|li|p|div|h\d|d[dt]|option|ul|ol|dl|rect)\b[^>]*>")
FORM = '<form class="find" role="search" action="/search/" method="get">'


@pytest.mark.parametrize("theme", THEMES)
def test_a_post_shows_its_picture_once_with_whose_it_is(theme: str, built: dict[str, dict[str, bytes]]) -> None:
    entry = built[theme]["2026/01/long/index.html"].decode().partition("<article")[2].partition("</article>")[0]
    (figure,) = re.findall("<figure>(.*?)</figure>", entry, re.S)
    assert re.findall("<img [^>]*>", entry) == re.findall("<img [^>]*>", figure)
    assert re.search('alt="A grey ship"[^>]*fetchpriority="high">', figure)
    assert "<small>Picture: Navy &amp; co</small>" in figure


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a site with sections, search, pictures and the coverage page."""
    root = tmp_path_factory.mktemp("shown")
    settings = {"title": "Notes", "timezone": "Europe/Berlin", "sections": ["Army"], "search": "pagefind"}
    room = Newsroom(root)
    room.settings |= {"theme": "broadsheet", "images": {"credit": "optional", "formats": []}, **settings}
    write(root, {"static/chart.png": png(900, 600)})
    for number in range(4, 30):
        room.add(number, 0)
    for number in range(30):
        image = {"src": "/chart.png", "alt": "A chart"} if number % 4 < 2 else None
        kind = "news" if number % 3 else "analysis"
        room.change(number, tags=["Naval", "Army"][number % 2 :], authors=["A. Writer"], image=image, type=kind)
    room.write_settings()
    room.build()
    return {path: data.decode() for path, data in tree(room.root / "output").items() if path.endswith(".html")}


def test_words_of_two_elements_are_never_one_word(shown: dict[str, str]) -> None:
    """A text browser shows what stands between elements, and not the room that a stylesheet makes."""
    for path, text in shown.items():
        assert RUN_TOGETHER.findall(LINES.sub("\n", text.partition("<body>")[2])) == [], path


def test_a_page_has_one_headline_of_its_own(shown: dict[str, str]) -> None:
    headlines = {path: re.findall(r"<h1[^>]*>(.*?)</h1>", text) for path, text in shown.items()}
    assert {path: found for path, found in headlines.items() if len(found) != 1} == {}
    assert [path for path, (found,) in headlines.items() if found.endswith(">Notes</a>")] == ["index.html"]
    assert headlines["page/2/index.html"] == ["Earlier stories"]


def test_the_front_page_says_its_day_and_dates_in_short(shown: dict[str, str]) -> None:
    day, lead, *others = re.findall(r"<time [^>]*>(.*?)</time>", shown["index.html"])
    assert re.fullmatch(r"[A-Z][a-z]+day \d+ \w+ 20\d\d", day)
    assert re.fullmatch(r"\d+ \w+ 20\d\d, \d\d:\d\d\sCES?T", lead)
    assert all(re.fullmatch(r"\d\d:\d\d|\d+ \w+( 20\d\d)?", other) for other in others)
    assert any(re.fullmatch(r"\d+ [A-Z]\w+", other) for other in others)


def test_pictures_of_cards_wait_until_they_are_near(shown: dict[str, str]) -> None:
    for path, at_once in (("index.html", 1), ("tags/naval/index.html", 0)):
        pictures = re.findall(r"<img [^>]*>", shown[path])
        assert len(pictures) > 2
        assert sum('loading="lazy"' not in one for one in pictures) <= at_once, path
        assert all('width="900" height="600"' in one and 'alt="A chart"' in one for one in pictures)


def test_a_months_number_on_the_coverage_page_is_named_by_what_is_seen(shown: dict[str, str]) -> None:
    cell = r'<a href="/20\d\d/\d\d/"([^>]*)>\d+<span class="unseen"> stor(?:y|ies) in [A-Z]\w+ 20\d\d</span></a>'
    found = re.findall(cell, shown["coverage/index.html"])
    assert len(found) > 5 and not any(found)


def test_search_is_in_the_header_and_where_readers_are_lost(shown: dict[str, str]) -> None:
    assert {path: text.count(FORM) for path, text in shown.items()} == {
        path: int(path != "search/index.html") for path in shown
    }


def test_months_without_a_story_keep_their_place_in_the_archive(tmp_path: Path) -> None:
    dates = {"a": "2025-06-03", "b": "2025-08-01", "c": "2026-01-09"}
    write(tmp_path, {f"content/posts/{name}.md": post(name, f"{day}T09:00:00+00:00") for name, day in dates.items()})
    write(tmp_path, {"site.yaml": "title: Notes\nbase_url: https://example.org/\ntheme: broadsheet\n"})
    build(tmp_path, BuildOptions(as_of=NOON, jobs=1))
    page = (tmp_path / "output/archive/index.html").read_text(encoding="utf-8")
    places = [re.findall(r"<li( class=\"none\")?>(?:<a [^>]*><b>)?(\w+)", part) for part in page.split("</h2>")[1:]]
    assert places == [
        [("", "January")],
        [(' class="none"', name) for name in ("January", "February", "March", "April", "May")]
        + [("", "June"), (' class="none"', "July"), ("", "August")],
    ]


@pytest.mark.parametrize("theme", ["broadsheet", "wire", "plain"])
def test_no_template_of_a_theme_is_said_to_be_unused_in_a_clone(tmp_path: Path, theme: str) -> None:
    """The repository is itself a site with the three themes in its folder; others use parts of broadsheet."""
    write(tmp_path, {"site.yaml": f"title: Desk\nbase_url: https://desk.example/\ntheme: {theme}\n"})
    write(tmp_path, {"content/posts/a.md": post("A", "2026-01-01")})
    shutil.copytree(ROOT / "themes", tmp_path / "themes")
    assert [str(notice) for notice in build(tmp_path, BuildOptions(as_of=NOON)).notices] == []
