import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.build import BuildOptions, build
from site_gen.deploy.links import broken_links
from site_gen.indexing.picture_names import FOLDERS, PictureNames
from site_gen.storage.sources import scan_content
from tests.support import NOON, picture_source, png, post, tree, write

POST = "content/posts/2026/a.md"
PNG = png()
NAMES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="/"), min_size=1, max_size=8).map(
    lambda name: f"{name} b.PNG"
)


def names(*paths: str) -> PictureNames:
    return PictureNames({path: picture_source(path, PNG) for path in paths})


@given(NAMES, st.sampled_from(["NFC", "NFD"]), st.sampled_from(["NFC", "NFD"]))
def test_a_file_is_found_by_its_name_as_it_is_and_as_an_address_however_either_is_composed(
    name: str, on_disk: str, in_text: str
) -> None:
    path = f"content/posts/2026/{unicodedata.normalize(on_disk, name)}"  # type: ignore[arg-type]
    asked = unicodedata.normalize(in_text, name)  # type: ignore[arg-type]
    there = names(path)
    for src in (asked, quote(asked), f"./{asked}", f"{quote(asked)}#part", f"{quote(asked)}?v=2"):
        found = there.find(src, POST)
        assert found is not None and found.path == path, src


def test_of_two_that_look_alike_each_has_its_own_name() -> None:
    composed, parted = "static/\u00e9.png", "static/e\u0301.png"
    both = names(composed, parted)
    assert [both.find(path.removeprefix("static"), POST) for path in (composed, parted)] == [
        picture_source(composed, PNG),
        picture_source(parted, PNG),
    ]


def test_an_address_is_read_as_one_before_it_is_read_as_a_name() -> None:
    found = names("static/a b.png", "static/a%20b.png").find("/a%20b.png", POST)
    assert found is not None and found.path == "static/a b.png"


@pytest.mark.parametrize(
    ("there", "src", "what", "hint"),
    [
        (
            "content/posts/2026/ship.JPG",
            "ship.jpg",
            "There is no picture",
            "Did you mean 'ship.JPG'? Capital and small",
        ),
        ("static/Fotos/S.png", "/fotos/s.png", "There is no picture", "Did you mean '/Fotos/S.png'? Capital and small"),
        ("content/images/ship.png", "../../images/shipp.png", "There is no", "Did you mean '../../images/ship.png'?"),
        ("content/images/a.png", "..\\..\\images\\a.png", "There is no", "Write '../../images/a.png': folders are"),
        ("static/ship.png", "../../../map.png", "There is no picture", "Pictures are beside the texts, in content/"),
        ("static/ship.png", "notes.txt", "'notes.txt' is not named like a picture", "Its name should end in .jpg"),
        ("static/ship.png", "../../maps/map.png", "There is no picture", "Pictures are beside the texts, in content/"),
        ("static/ship.png", ".map.png", "There is no picture", "Files whose names begin with '.'"),
        ("static/ship.png", "map.bmp", "There is no picture", "Put it there: content/posts/2026/map.bmp."),
    ],
)
def test_a_missing_picture_is_reported_with_a_suggestion(there: str, src: str, what: str, hint: str) -> None:
    said, told = names(there).missing(src, POST)
    assert names(there).find(src, POST) is None
    assert said.startswith(what) and told.startswith(hint)


@pytest.mark.parametrize("folder", [*FOLDERS, "content/", "content/maps/", "themes/"])
def test_pictures_are_found_where_messages_say(tmp_path: Path, folder: str) -> None:
    write(tmp_path, {f"{folder}a.png": PNG})
    found = [file.path for file in scan_content(tmp_path).found["pictures"]] + [
        f"static/{name}" for name in tree(tmp_path / "static")
    ]
    assert found == ([f"{folder}a.png"] if folder in FOLDERS else [])


HARD = (
    "l#m.png",
    "who?.png",
    "50%.png",
    "50%20.png",
    "my ship.PNG",
    "a&b.png",
    "'q\".png",
    "E\u0301lyse\u0301e.png",
    "(1).png",
)


@pytest.mark.parametrize("engine", ["python-markdown", "commonmark"])
def test_a_built_page_leads_to_each_file_whatever_its_name(tmp_path: Path, engine: str) -> None:
    settings = "title: T\nbase_url: https://example.org/news/\nimages: {credit: optional}\n"
    files: dict[str, str | bytes] = {"site.yaml": f"{settings}markdown: {{engine: {engine}}}\n"}
    for number, name in enumerate(HARD):
        written = unicodedata.normalize("NFC", name)
        image = {"src": f"/p/{written}", "alt": "A ship"}
        body = f"![A](/p/{quote(written)})\n\n![B]({quote(written)})\n\nAs ![C](<{written}>) is.\n"
        files |= {f"static/p/{name}": PNG, f"content/posts/{name}": PNG}
        files[f"content/posts/2026-01-05-{number}.md"] = post("A", image=image, body=body)
    build(write(tmp_path, files), BuildOptions(as_of=NOON))
    output = tmp_path / "output"
    made = tree(output)
    pages = [path for path in made if path.endswith(".html")]
    assert broken_links(pages, made.__getitem__, made, "https://example.org/news/") == ()
    for number in range(len(HARD)):
        assert made[f"2026/01/{number}/index.html"].count(b"<img") == 4
