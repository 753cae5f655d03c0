import itertools
from pathlib import Path

import pytest
from PIL import Image

from site_gen.build import BuildOptions, Built, build
from site_gen.images.strip_metadata import strip_metadata
from site_gen.model.problem import SiteError
from site_gen.pipeline.fill_pictures import fill_pictures
from site_gen.session import SiteSession
from tests.images.samples import SECRET, exif, jpeg, picture, saved
from tests.support import BARE, NOON, post, tree, write

SITE = {
    "site.yaml": "title: T\nbase_url: https://example.org/\ntheme: own\nimages: {credit: optional, widths: [20, 40]}\n"
    "social_cards: {newest: 0}\nsearch: none\n",
    "themes/own/theme.yaml": "name: Own\n",
    **{f"themes/own/templates/{name}": text for name, text in BARE.items()},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write(tmp_path / "site", SITE | {"content/posts/a.jpg": jpeg(6), "static/b.jpg": jpeg()})
    image = {"src": "a.jpg", "alt": "A"}
    write(root, {"content/posts/2026-01-01-a.md": post("A", image=image, body="![B](/b.jpg)\n")})
    return root


def built(root: Path, **asked: object) -> Built:
    return build(root, BuildOptions(as_of=NOON, jobs=1, **asked))  # type: ignore[arg-type]


def filled(root: Path, jobs: int = 1) -> int:
    """How many sizes were missing."""
    snapshot = SiteSession(root, BuildOptions(as_of=NOON, ingest=False)).refresh(NOON)
    return fill_pictures(root, root / ".site_gen", snapshot.plan.pages, jobs)


def from_scratch(root: Path, tmp_path: Path) -> dict[str, bytes]:
    built(root, clean=True, state=str(tmp_path / "state"), output=str(tmp_path / "clean"))
    return tree(tmp_path / "clean")


def test_a_site_is_built_at_once_and_its_pictures_follow(root: Path, tmp_path: Path) -> None:
    first = built(root, pictures_later=True)
    assert first.pending_pictures == ("content/posts/a.jpg", "static/b.jpg")
    shown = {path: data for path, data in tree(root / "output").items() if path.endswith((".jpg", ".avif", ".webp"))}
    assert sorted(shown.values()) == sorted(strip_metadata(data).data for data in (jpeg(6), jpeg(), jpeg()))
    assert not any(SECRET in data for data in tree(root / "output").values())
    missing = filled(root)
    assert missing > 10 and filled(root) == 0
    second = built(root, pictures_later=True)
    assert second.pending_pictures == ()
    assert tree(root / "output") == from_scratch(root, tmp_path)
    assert built(root).written == 0


def test_addresses_that_were_published_stay(root: Path) -> None:
    built(root, pictures_later=True)
    before = tree(root / "output")
    built(root)
    assert before.keys() <= tree(root / "output").keys()


STEPS = ("later", "now", "some", "fill", "edit")


@pytest.mark.parametrize("steps", list(itertools.permutations(STEPS, 3)), ids="-".join)
def test_whatever_came_before_a_build_makes_the_site_that_a_clean_one_makes(
    root: Path, tmp_path: Path, steps: tuple[str, ...]
) -> None:
    for step in ("later", *steps):
        if step in ("later", "now"):
            built(root, pictures_later=step == "later")
        elif step == "fill":
            filled(root)
        elif step == "some":  # a run that was killed
            filled(root)
            for path in sorted((root / ".site_gen/pictures").iterdir())[::2]:
                path.unlink()
        else:
            text = root / "content/posts/2026-01-01-a.md"
            text.write_text(text.read_text() + "\nMore words.\n")
            built(root, pictures_later=True)
    built(root)
    assert tree(root / "output") == from_scratch(root, tmp_path)


def test_one_picture_that_cannot_be_made_stops_no_other(root: Path) -> None:
    broken = bytearray(saved(picture(), "PNG", exif=exif()))
    at = broken.index(b"IDAT") + 12
    broken[at : at + 8] = bytes(8)
    write(root, {"content/posts/c.png": bytes(broken)})
    write(root, {"content/posts/2026-01-02-c.md": post("C", image={"src": "c.png", "alt": "C"})})
    with pytest.raises(SiteError) as told:
        filled(root, jobs=2)
    assert [problem.path for problem in told.value.problems] == ["content/posts/c.png"]
    whole = {path.name.partition("-")[0] for path in (root / ".site_gen/pictures").iterdir()}
    assert len(whole) == 2


def test_a_picture_in_a_gallery_of_an_original_is_upright(root: Path) -> None:
    """The orientation is kept with the original, since browsers turn it by that."""
    built(root, pictures_later=True)
    (path,) = (root / "output/pictures").glob("a-*.jpg")
    with Image.open(path) as opened:
        assert dict(opened.getexif()) == {0x0112: 6}
