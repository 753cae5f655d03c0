"""Pictures that were made once stay as long as nothing would make them otherwise."""

import ast
import shutil
from pathlib import Path
from typing import Any

import pytest

from site_gen.build import BuildOptions, build
from site_gen.images import derive
from site_gen.images.derive import encoder, formats
from site_gen.pipeline import made_pictures, pictures
from site_gen.pipeline.made_pictures import RECIPE, forget_pictures
from tests.deploy.conftest import Desk
from tests.support import NOON, ROOT, png, tree, write

# Modules that find out, refuse or publish, and have no part in what a size of a picture shows.
NO_PART = {"fault", "ico", "kinds", "limits"}


def imported(name: str) -> set[str]:
    """The modules of images/ that one imports, drawings' left out: they have no sizes."""
    parsed = ast.parse((ROOT / f"site_gen/images/{name}.py").read_text(encoding="utf-8"))
    found = [node.module or "" for node in ast.walk(parsed) if isinstance(node, ast.ImportFrom)]
    return {module.split(".")[2] for module in found if module.startswith("site_gen.images.")} - NO_PART - {"svg"}


def test_the_recipe_is_all_the_code_that_makes_pictures() -> None:
    modules: set[str] = set()
    waiting = {"derive", "strip_metadata"}
    while waiting:
        modules |= waiting
        waiting = {one for name in waiting for one in imported(name)} - modules
    assert set(RECIPE) == modules


@pytest.mark.parametrize("form", formats())
def test_an_encoder_is_known_by_its_versions_and_settings(form: str) -> None:
    said = encoder(form)
    assert said.startswith("Pillow ") and "littlecms2" in said
    assert len({encoder(one) for one in formats()}) == len(formats())


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The formats of sizes that were made since the list was cleared."""
    made: list[str] = []

    def counted(base: object, width: int, height: int, form: str, focus: object) -> bytes:
        made.append(form)
        return real(base, width, height, form, focus)  # type: ignore[arg-type]

    real = derive.rendition
    monkeypatch.setattr(pictures, "rendition", counted)
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "site", type="folder", path=str(tmp_path / "www"))
    write(desk.root, {"content/posts/ship.png": png(600, 400)})
    desk.write(1, "A ship", image={"src": "ship.png", "alt": "A ship", "credit": "Navy"})
    return desk


def built(desk: Desk, **asked: Any) -> dict[str, bytes]:
    """The site after a build."""
    build(desk.root, BuildOptions(as_of=NOON, jobs=1, **asked))
    return tree(desk.root / "output")


def kept(desk: Desk) -> set[str]:
    return {path.name for path in (desk.root / ".site_gen/pictures").iterdir()}


def test_a_deployment_makes_no_picture_again(desk: Desk, tmp_path: Path, made: list[str]) -> None:
    desk.deploy()
    assert "avif" in made
    first = {path: data for path, data in tree(tmp_path / "www/current").items() if path.startswith("pictures/")}
    made.clear()
    desk.deploy(dry_run=True)
    desk.write(2, "Another title")
    desk.deploy()
    assert made == []
    after = tree(tmp_path / "www/current")
    assert {path: after[path] for path in first} == first
    write(desk.root, {"content/posts/ship.png": png(600, 401)})
    desk.deploy()
    assert "avif" in made


def test_a_clean_build_makes_no_picture_again(desk: Desk, made: list[str]) -> None:
    first = built(desk)
    assert "avif" in made
    made.clear()
    assert built(desk, clean=True) == first
    assert made == []


def test_pictures_made_in_another_checkout_are_not_made_again(desk: Desk, tmp_path: Path, made: list[str]) -> None:
    """With the same key: docs/scale.md shows how to share them by way of a bucket."""
    first = built(desk)
    shutil.copytree(desk.root, tmp_path / "other", ignore=shutil.ignore_patterns("output", ".site_gen"))
    shutil.copytree(desk.root / ".site_gen/pictures", tmp_path / "other/.site_gen/pictures")
    made.clear()
    build(tmp_path / "other", BuildOptions(as_of=NOON, jobs=1))
    assert made == []
    assert tree(tmp_path / "other/output") == first


def test_a_picture_that_a_draft_shows_is_not_made_again_after_a_deployment(desk: Desk, made: list[str]) -> None:
    write(desk.root, {"content/posts/plane.png": png(500, 400)})
    desk.write(2, "A plane", draft=True, image={"src": "plane.png", "alt": "A plane", "credit": "Navy"})
    first = built(desk, drafts=True)
    desk.deploy()
    built(desk)
    made.clear()
    assert built(desk, drafts=True) == first
    assert made == []


def test_what_was_made_of_a_picture_goes_with_it(desk: Desk) -> None:
    built(desk)
    assert len(kept(desk)) > 5
    (desk.root / "content/posts/ship.png").unlink()
    desk.write(1, "A ship")
    built(desk)
    assert kept(desk) == set()


def test_what_would_be_made_otherwise_now_is_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    built(desk)
    before = kept(desk)
    made_pictures._recipe_mark.cache_clear()
    monkeypatch.setattr(made_pictures, "recipe", lambda: "another")
    built(desk, clean=True)
    made_pictures._recipe_mark.cache_clear()
    assert len(kept(desk)) == len(before) and not kept(desk) & before


def test_without_an_encoder_nothing_is_forgotten(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    built(desk)
    before = kept(desk)
    monkeypatch.setattr(made_pictures, "formats", tuple)
    forget_pictures(desk.root / ".site_gen", ())
    assert kept(desk) == before
