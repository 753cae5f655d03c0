from pathlib import Path

import pytest

from site_gen.fetching import client
from tests.conversion.test_page import PAGES
from tests.fetching.conftest import Web, web  # noqa: F401 - a fixture
from tests.support import run, run_json, tree, write


@pytest.fixture
def site(tmp_path: Path, web: Web, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: F811
    """A site, and a web of which this machine is a public part."""
    made = client.Client.__init__
    monkeypatch.setattr(
        client.Client, "__init__", lambda self, limits: made(self, limits, web.resolve, lambda ip: ip == "127.0.0.1")
    )
    return write(tmp_path, {"site.yaml": "title: T\n"})


def test_what_is_fetched_is_said_and_what_is_not_is_a_problem(site: Path, web: Web) -> None:  # noqa: F811
    good = web.page("/a", (PAGES / "hugo.html").read_bytes())
    done = run("fetch", good, f"http://{web.host}/none", "http://10.0.0.1/", root=site)
    assert done.returncode == 3
    name = "seeds/ruritania-orders-ten-frigates-from-strelsau-yards.html"
    assert f"{name} (Ruritania orders ten frigates from Strelsau Yards)" in done.stdout
    assert "1 saved. Make posts of them: site-gen ingest" in done.stdout
    assert f"http://{web.host}/none: The site answers 404. Is the address right?" in done.stderr
    assert "http://10.0.0.1/: '10.0.0.1' is in a private network." in done.stderr
    assert list(tree(site / "seeds")) == [name.removeprefix("seeds/")]
    assert run("fetch", good, root=site).stdout.startswith(f"  {name} (")


def test_as_json_and_with_other_codes(site: Path) -> None:
    said = run_json("fetch", "http://10.0.0.1/", root=site, code=1)
    assert (said["saved"], said["problems"][0]["path"]) == ([], "http://10.0.0.1/")
    assert run("fetch", root=site).returncode == 2
    assert run("fetch", "http://10.0.0.1/", root=site / "none").returncode == 1
