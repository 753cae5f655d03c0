"""Drawings of the programs that people use look in Chromium as they did, and say nothing of who made them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_gen.images.strip_metadata import plain
from tests.images.samples import pixels
from tools.judging.served import served

PROGRAMS = sorted((Path(__file__).parent / "programs").iterdir())  # each in the manner of one program
Photograph = Callable[[bytes, bool], bytes]


@pytest.fixture(scope="module")
def photograph(running: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Photograph]:
    """A screenshot of a drawing that is opened itself, or is shown by a page."""
    folder = tmp_path_factory.mktemp("looks")
    context = running.new_context(viewport={"width": 320, "height": 240})
    page = context.new_page()

    with served(folder) as address:

        def take(data: bytes, in_page: bool) -> bytes:
            number = len(list(folder.iterdir()))
            (folder / f"{number}.svg").write_bytes(data)
            if in_page:
                (folder / f"{number}.html").write_text(f'<body style="background:#888"><img src="{number}.svg">')
            page.goto(f"{address}{number}.{'html' if in_page else 'svg'}", wait_until="load")
            return page.screenshot()

        yield take
        context.close()


@pytest.mark.parametrize("file", PROGRAMS, ids=lambda file: file.stem)
def test_a_drawing_looks_as_before_and_has_no_metadata(file: Path, photograph: Photograph) -> None:
    data = file.read_bytes()
    made = plain(data)
    assert b"SECRET" not in made.data and b"<!--" not in made.data and b"Exif" not in made.data
    assert plain(made.data).data == made.data
    for in_page in (False, True):
        (before,), (after,) = pixels(photograph(data, in_page)), pixels(photograph(made.data, in_page))
        assert len(set(zip(before[::4], before[1::4], before[2::4], strict=True))) > 2, "nothing is seen"
        assert before == after, f"in a page: {in_page}"
