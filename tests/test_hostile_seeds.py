"""A whole site made of hostile seeds: no page, feed or address of it holds anything that a seed's author could use."""

import json
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from site_gen.build import BuildOptions, build
from site_gen.parsing.post import read_post
from tests.support import write

SEEDS = sorted((Path(__file__).parent / "extract" / "hostile").glob("*.seed"))
OWN_ADDRESS = re.compile(
    r"/(?!/)|#|https://example\.org/|mailto:desk@example\.org$"
    # Links to pass a story on, whose every sign is escaped.
    r"|(?:mailto:\?subject=|https://bsky\.app/intent/compose\?text=|https://share\.joinmastodon\.org/#text=)[\w%.~&=-]*$"
)
FOREIGN = {"iframe", "object", "embed", "form", "base", "svg", "math", "video", "audio"}
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
STORY = "The navy said on Monday that the {n} frigates would sail to Norway for the exercise with allied crews.\n"


class Page(HTMLParser):
    """What a browser would act on: scripts, handlers, addresses; and the text of titles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []
        self.scripts: list[str | None] = []
        self.handlers: list[str] = []
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        found = dict(attrs)
        if tag == "script":
            self.scripts.append(found.get("type"))
        self.handlers += [name for name in found if name.startswith("on") or name in ("style", "srcdoc", "formaction")]
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "data", "srcset")]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    settings = "title: T\nbase_url: https://example.org/\npublisher: {email: desk@example.org}\n"
    write(root, {"site.yaml": settings})
    (root / "seeds").mkdir()
    for number, seed in enumerate(SEEDS):
        # Each with a story of its own before it too, so that none is dropped as empty or as a copy.
        data = seed.read_bytes()
        (root / "seeds" / f"{number:03d}-{seed.stem}.txt").write_bytes(data)
        (root / "seeds" / f"{number:03d}-{seed.stem}-story.txt").write_bytes(STORY.format(n=number).encode() * 3 + data)
    built = build(root, BuildOptions(as_of=datetime(2100, 1, 1, tzinfo=UTC)))
    assert len(built.ingested.new) > len(SEEDS)
    return root / "output"


def test_pages_hold_no_script_handler_or_address_of_a_stranger(output: Path) -> None:
    pages = sorted(output.rglob("*.html"))
    assert len(pages) > len(SEEDS)
    for path in pages:
        page = Page(path.read_text(encoding="utf-8"))
        where = str(path.relative_to(output))
        assert set(page.scripts) <= {"application/ld+json"}, where
        assert page.handlers == [], where
        assert [one for one in page.addresses if not OWN_ADDRESS.match(one)] == [], where
        drawn = {"svg"} if where.startswith(("tags/", "coverage/")) else set()
        assert (page.names - drawn).isdisjoint(
            {"iframe", "object", "embed", "form", "base", "svg", "math", "video", "audio"}
        ), where


def test_structured_data_and_feeds_are_whole(output: Path) -> None:
    for path in sorted(output.rglob("*.html")):
        for text in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', path.read_text(encoding="utf-8"), re.S
        ):
            json.loads(text)
    for path in sorted(output.rglob("*.xml")):
        ElementTree.fromstring(path.read_bytes())
    for path in sorted(output.rglob("*.json")):
        feed: dict[str, Any] = json.loads(path.read_bytes())
        for item in feed["items"]:
            inner = Page(item["content_html"])
            assert (inner.scripts, inner.handlers) == ([], [])
            assert inner.names <= {
                "p",
                "ul",
                "ol",
                "li",
                "h2",
                "h3",
                "blockquote",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
            }


def test_tags_are_names(output: Path) -> None:
    for path in sorted((output.parent / "content" / "posts").glob("*.md")):
        entry = read_post(path.name, path.read_bytes(), UTC, raw_html=False).or_raise()
        for tag in entry.front.tags:
            assert len(tag) <= 60, tag
            assert not re.search(r"[<>\[\]{}()|*`\\:/\x00-\x1f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", tag), tag
