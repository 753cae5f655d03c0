"""Pictures that were made once stay as long as nothing would make them otherwise."""

import ast
from pathlib import Path

import pytest

from site_gen.images import derive
from site_gen.images.derive import encoder, formats
from site_gen.pipeline import pictures
from site_gen.pipeline.pictures import RECIPE
from tests.deploy.conftest import Desk
from tests.support import ROOT, png, tree, write

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


def test_a_deployment_makes_no_picture_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(base: object, width: int, height: int, form: str, focus: object) -> bytes:
        made.append(form)
        return real(base, width, height, form, focus)  # type: ignore[arg-type]

    real = derive.rendition
    monkeypatch.setattr(pictures, "rendition", counted)
    desk = Desk(tmp_path / "site", type="folder", path=str(tmp_path / "www"))
    write(desk.root, {"content/posts/ship.png": png(600, 400)})
    desk.write(1, "A ship", image={"src": "ship.png", "alt": "A ship", "credit": "Navy"})
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
