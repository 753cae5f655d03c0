"""Hostile drawings: each is refused, or what is published of it runs nothing and asks nobody in real Chromium."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from site_gen.build import BuildOptions, build
from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import plain
from site_gen.model.problem import SiteError
from tests.attack.svgs import hostile
from tests.images.svg.drawn import unsound
from tests.support import BARE, NOON, ROOT, post, tree, write
from tools.judging.served import served

# What did harm before drawings were read by a parser; the judge must see that each of them would.
HARMFUL = (
    "script with a prefix",
    "ATTLIST onload",
    "link by xlink in references",
    "animate href values",
    "set href to",
    "animate href from",
    "ISO-2022-JP",
    "iframe of XHTML",
    "image in references",
    "style: address with an escape",
    "image with backslashes",
    "style: import split by CDATA",
    "style: import split by a comment of XML",
)


class Judge:
    """A page in which files are opened one after the other; it sees scripts run and requests go out."""

    def __init__(self, browser: Browser, folder: Path, address: str) -> None:
        self._folder, self._address, self._number = folder, address, 0
        self._context = browser.new_context(viewport={"width": 200, "height": 160})
        self._seen: list[str] = []
        self._page = self._new_page()

    def _new_page(self) -> Page:
        page = self._context.new_page()
        page.on("dialog", self._dialog)
        self._context.on("request", lambda request: self._seen.append(request.url))
        return page

    def _dialog(self, dialog: Any) -> None:
        self._seen.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def harm(self, data: bytes) -> list[str]:
        """What a file does besides being seen: it is opened, pointed at, clicked, and reached by keyboard."""
        self._number += 1
        (self._folder / f"{self._number}.svg").write_bytes(data)
        own = f"{self._address}{self._number}.svg"
        self._seen.clear()
        page = self._page
        try:
            page.goto(own, wait_until="load")
            page.mouse.move(5, 5)
            page.mouse.click(20, 20)
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.wait_for_timeout(40)
        except Exception as fault:  # the file took the page elsewhere
            self._seen.append(f"{type(fault).__name__}: {fault}")
        found = [one for one in self._seen if not self._is_own(one, own)]
        for more in self._context.pages:
            if more is not page:
                more.close()
        return found

    def _is_own(self, url: str, own: str) -> bool:
        return url.partition("#")[0] == own or url == f"{self._address}favicon.ico" or url.startswith("data:image/")


@pytest.fixture(scope="module")
def judge(running: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    folder = tmp_path_factory.mktemp("drawings")
    with served(folder) as address:
        yield Judge(running, folder, address)


@pytest.fixture(scope="module")
def beacon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of another server, which stands for the outside."""
    with served(tmp_path_factory.mktemp("outside")) as address:
        yield address


def test_there_are_many_and_the_judge_sees_harm(judge: Judge, beacon: str) -> None:
    drawings = hostile(beacon)
    assert len(drawings) >= 60
    assert [name for name in HARMFUL if not judge.harm(drawings[name])] == []


def test_no_hostile_drawing_does_harm(judge: Judge, beacon: str) -> None:
    harmed, refused = {}, 0
    for name, data in hostile(beacon).items():
        try:
            cleaned = plain(data).data
        except BadPicture as fault:
            refused += 1
            assert fault.what and fault.hint, name
            continue
        if found := judge.harm(cleaned):
            harmed[name] = found
        assert unsound(cleaned) == [], name
        assert b"alert" not in cleaned, name
        assert beacon.encode() not in cleaned, name
    assert harmed == {}
    assert refused >= 60


PROGRAMS = ROOT / "tests/images/svg/programs"
SITE = {
    "site.yaml": "title: Desk\nbase_url: https://example.org/\ntheme: own\nimages: {credit: optional}\n",
    "themes/own/theme.yaml": "name: Own\n",
    **{f"themes/own/templates/{name}": text for name, text in BARE.items()},
    "content/posts/a.md": post("A", body="![A plan](plan.svg)\n"),
}


def test_drawings_beside_a_text_and_below_static_are_published_clean(tmp_path: Path) -> None:
    drawings = {f"static/{file.name}": file.read_bytes() for file in sorted(PROGRAMS.iterdir())}
    write(tmp_path, SITE | drawings | {"content/posts/plan.svg": (PROGRAMS / "inkscape.svg").read_bytes()})
    build(tmp_path, BuildOptions(as_of=NOON))
    made = {path: data for path, data in tree(tmp_path / "output").items() if path.endswith(".svg")}
    assert len(made) == len(drawings) + 2  # that of the post, and the site's icon
    for path, data in made.items():
        assert b"SECRET" not in data and b"<!--" not in data and b"metadata" not in data, path
        assert b"sodipodi" not in data and b"inkscape" not in data and b"adobe" not in data, path


def test_a_hostile_drawing_beside_a_text_ends_the_build_with_its_line(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3">\n<a-b:script xmlns:a-b="http://www.w3.org/2000/svg"/></svg>'
    write(tmp_path, SITE | {"content/posts/plan.svg": drawing})
    with pytest.raises(SiteError) as told:
        build(tmp_path, BuildOptions(as_of=NOON))
    (problem,) = told.value.problems
    assert "'plan.svg': The drawing contains <script>" in problem.what and "(line 2)" in problem.what
    assert list((tmp_path / "output").rglob("*.svg")) == []
