"""What a feed reader gets of the feeds of a whole site whose every word wants to break them."""

import json
import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from site_gen.text.escape import printable
from tests.hostile import write_hostile
from tests.support import run, write
from tools.judging.feeds import faults_of_json_feed, faults_of_xml_feed

BASE = "https://hostile.example.org"
POSTS = 16
ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"


@pytest.fixture(scope="module", params=["full", "summary"])
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_hostile(tmp_path_factory.mktemp("site"), POSTS)
    settings = (root / "site.yaml").read_text(encoding="utf-8")
    quick = settings.replace(
        'images: {"credit": "optional"}', 'images: {"credit": "optional", "formats": [], "widths": [1280]}'
    )
    write(root, {"site.yaml": f'{quick}feeds: {{"content": "{request.param}"}}\nsocial_cards: {{"newest": 0}}\n'})
    done = run("build", "--as-of", "2026-06-02", root=root)
    assert done.returncode == 0, done.stderr
    return root / "output"


def entries(output: Path, name: str) -> list[Any]:
    read = feedparser.parse((output / name).read_bytes())
    assert not read.bozo and len(read.entries) == POSTS
    return list(read.entries)


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_a_post_has_its_picture_with_size_words_and_credit(output: Path, name: str) -> None:
    shown = 0
    for entry in entries(output, name):
        if "media_content" not in entry:
            continue
        shown += 1
        (media,) = entry.media_content
        assert media["url"] == f"{BASE}/chart.png"
        assert (media["type"], media["medium"]) == ("image/png", "image")
        assert (media["width"], media["height"]) == ("1280", "720")
        assert entry.media_credit[0]["content"]
        assert "Picture: " not in entry.summary
    assert shown == len(range(0, POSTS, 3))


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_the_words_of_a_picture_are_those_of_its_page_and_not_taken_for_the_posts(output: Path, name: str) -> None:
    for entry in entries(output, name):
        # rss2email prefers plain text to the post's own, so that there must be none.
        assert {part.type for part in (*entry.get("content", ()), entry.summary_detail)} == {"text/html"}
    root = ElementTree.parse(output / name).getroot()
    said = 0
    for item in (*root.iter("item"), *root.iter(f"{ATOM}entry")):
        link = item.findtext("link") or item.find(f"{ATOM}link").get("href")  # type: ignore[union-attr]
        assert link is not None
        for media in item.iter(f"{MEDIA}content"):
            source = (output / link.removeprefix(f"{BASE}/") / "index.html").read_text(encoding="utf-8")
            (alt,) = re.findall(r'<meta property="og:image:alt" content="([^"]*)">', source)
            assert unescape(media.findtext(f"{MEDIA}description") or "") == printable(unescape(alt))
            said += 1
    assert said == len(range(0, POSTS, 3))


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_full_texts_begin_with_the_picture_and_end_with_what_was_corrected(output: Path, name: str) -> None:
    full = (output / "feed.xml").read_text(encoding="utf-8").count("<content:encoded>") == POSTS
    found = entries(output, name)
    for entry in found:
        text = entry.content[0]["value"] if "content" in entry else entry.summary
        assert full == ("went on" in text)
        assert text.startswith("<figure>") == ("media_content" in entry)
        assert full or unescape(entry.summary.partition(" Correction, ")[0]) in unescape(text)
        assert ("It said" in text) == ("Correction" in text)
    assert sum("It said" in str(entry) for entry in found) == len(range(0, POSTS, 4))


def test_a_feed_has_an_icon_a_logo_and_rights(output: Path) -> None:
    rss, atom = (feedparser.parse((output / name).read_bytes()).feed for name in ("feed.xml", "atom.xml"))
    assert rss.image.href == atom.icon == f"{BASE}/icon-144.png"
    assert (rss.image.title, rss.image.link) == (rss.title, rss.link)
    assert atom.logo == f"{BASE}/icon-512.png"
    assert rss.rights == atom.rights and rss.rights.startswith("© The")
    feed = json.loads((output / "feed.json").read_bytes())
    for address in (rss.image.href, atom.logo, feed["icon"], feed["favicon"]):
        assert (output / address.removeprefix(f"{BASE}/")).is_file()


def test_no_two_entries_changed_at_one_moment_and_no_judge_has_a_word_to_say(output: Path) -> None:
    feeds = sorted(output.rglob("atom.xml"))
    assert len(feeds) > 8
    for path in feeds:
        moments = re.findall("<updated>(.*?)</updated>", path.read_text(encoding="utf-8"))[1:]
        assert len(set(moments)) == len(moments)
        assert all(datetime.fromisoformat(moment) < datetime(2026, 6, 2, tzinfo=UTC) for moment in moments)
    for name, faults in (
        ("feed.xml", faults_of_xml_feed),
        ("atom.xml", faults_of_xml_feed),
        ("feed.json", faults_of_json_feed),
    ):
        for path in output.rglob(name):
            address = f"{BASE}/{path.relative_to(output).as_posix()}"
            assert list(faults(path.read_text(encoding="utf-8"), address)) == [], path
