import tomllib

from site_gen.text.extras import DISTRIBUTION, EXTRAS, how_to_install
from tests.support import ROOT


def test_hints_install_what_the_extras_of_the_package_do() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == DISTRIBUTION
    of_users = {name: asked for name, asked in project["optional-dependencies"].items() if name not in ("test", "dev")}
    assert {name: libraries.split() for name, libraries in EXTRAS.items()} == of_users
    assert how_to_install("images") == f"pip install '{of_users['images'][0]}'"
    assert how_to_install("documents") == "pip install " + " ".join(f"'{one}'" for one in of_users["documents"])
