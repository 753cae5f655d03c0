from pathlib import Path

import pytest

from site_gen.fetching.client import Answer
from site_gen.fetching.refusal import Refusal
from site_gen.fetching.save import save
from site_gen.ingest import IngestOptions, ingest
from site_gen.pipeline.settings import load_settings
from tests.conversion.test_feed import ATOM_HTML, JSON, RSS
from tests.conversion.test_page import PAGES
from tests.support import tree, write

PAGE = (PAGES / "hugo.html").read_bytes()
NAME = "seeds/ruritania-orders-ten-frigates-from-strelsau-yards"


def answer(
    data: bytes, media_type: str = "text/html", url: str = "https://notes.example/a", charset: str = ""
) -> Answer:
    return Answer(url, media_type, charset, data)


def test_a_page_is_named_by_its_headline_and_says_where_it_is_from(tmp_path: Path) -> None:
    saved = save(tmp_path, answer(PAGE, url="https://notes.example/a--b?c=1"))
    assert (saved.path, saved.texts, saved.is_new) == (f"{NAME}.html", 1, True)
    assert saved.title == "Ruritania orders ten frigates from Strelsau Yards"
    data = (tmp_path / saved.path).read_bytes()
    assert data == b"<!-- saved from url=(0034)https://notes.example/a%2D%2Db?c=1 -->\n" + PAGE


def test_nothing_is_overwritten_and_nothing_is_saved_twice(tmp_path: Path) -> None:
    write(tmp_path, {f"{NAME}.html": "mine"})
    first, again = save(tmp_path, answer(PAGE)), save(tmp_path, answer(PAGE))
    assert (first.path, first.is_new) == (f"{NAME}-2.html", True)
    assert (again.path, again.is_new) == (f"{NAME}-2.html", False)
    assert save(tmp_path, answer(PAGE.replace(b"crowns", b"pounds"))).path == f"{NAME}-3.html"
    assert (tmp_path / f"{NAME}.html").read_text() == "mine"
    (tmp_path / f"{NAME}-4.html").symlink_to("/nowhere")
    assert save(tmp_path, answer(PAGE.replace(b"crowns", b"francs"))).path == f"{NAME}-5.html"


@pytest.mark.parametrize(
    ("source", "media_type", "suffix"),
    [
        (RSS, "application/rss+xml", ".xml"),
        (ATOM_HTML, "text/xml", ".xml"),
        (RSS, "text/html", ".xml"),
        (JSON, "application/json", ".json"),
    ],
)
def test_a_feed_is_named_by_its_address(source: str, media_type: str, suffix: str, tmp_path: Path) -> None:
    saved = save(tmp_path, answer(source.encode(), media_type, "https://www.post.example/news/feed.xml"))
    assert (saved.path, saved.title) == (f"seeds/post-example-feed{suffix}", "")
    assert (tmp_path / saved.path).read_bytes() == source.encode()


def test_what_is_neither_page_feed_nor_document_is_refused(tmp_path: Path) -> None:
    for data, media_type in ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\0\1\2", ""), (b'{"a": 1}', "application/json")):
        with pytest.raises(Refusal, match="neither a page, a feed nor a document"):
            save(tmp_path, answer(data, media_type))
    with pytest.raises(Refusal, match="empty"):
        save(tmp_path, answer(b" \n", "text/plain"))
    assert tree(tmp_path) == {}


def test_the_encoding_that_only_the_host_names_is_kept(tmp_path: Path) -> None:
    text = "<html><title>Гармати</title><p>Міністерство оборони повідомило, що бригада перемістила гармати.</p></html>"
    saved = save(tmp_path, answer(text.encode("cp1251"), charset="windows-1251"))
    assert "Міністерство оборони" in (tmp_path / saved.path).read_text(encoding="utf-8")


def test_what_is_saved_becomes_a_post(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": "title: T\n"})
    paths = [
        save(tmp_path, answer(data, "", url)).path
        for data, url in ((PAGE, "https://a.example/x"), (RSS.encode(), "https://b.example/"))
    ]
    done = ingest(tmp_path, load_settings(tmp_path), IngestOptions(jobs=1))
    assert (done.problems, done.notices) == ((), ())
    assert sorted(name.partition("#")[0] for name in done.made) == sorted(paths)
    made = next(path for seed, path in done.made.items() if seed.startswith(NAME))
    assert "\n  url: https://notes.example/posts/ten-frigates/\n" in (tmp_path / made).read_text()
