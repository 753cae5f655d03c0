import base64
import hashlib

from msgspec.structs import replace

from site_gen.model.artifact import Artifact
from site_gen.text.digest import digest
from site_gen.theming.assets import asset_names, assets
from tests.support import theme_of


def test_the_name_and_the_integrity_of_a_stylesheet_are_those_of_its_published_bytes() -> None:
    theme = theme_of({}, {}, static={"mark.png": b"x"}, sheets=({"css/style.css": "a { }", "_part.css": ""},))
    assert asset_names(theme) == ("css/style.css", "mark.png")
    known = assets(replace(theme, styles={"css/style.css": b"a{}"}))
    path = f"assets/css/style.{digest(b'a{}')[:10]}.css"
    assert known["css/style.css"].path == path
    assert known["css/style.css"].file == Artifact(path, b"a{}")
    assert base64.b64decode(known["css/style.css"].integrity.removeprefix("sha384-")) == hashlib.sha384(b"a{}").digest()
    assert known["mark.png"].path == f"assets/mark.{digest(b'x')[:10]}.png"
    assert known["mark.png"].integrity == ""
