"""What readers get of the themes that come with site_gen."""

import re
from pathlib import Path
from typing import Any

from tests.edited_site import Newsroom
from tests.support import ROOT, tree

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
