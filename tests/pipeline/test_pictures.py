import threading
from pathlib import Path

import pytest

from site_gen.images import derive
from site_gen.model.picture import PictureView
from site_gen.pipeline import pictures
from site_gen.pipeline.pictures import PictureRenderer
from site_gen.storage.lock import turn
from site_gen.text.digest import digest
from tests.images.samples import jpeg
from tests.support import write


def view(data: bytes, width: int, form: str) -> PictureView:
    return PictureView(source="ship.jpg", digest=digest(data), width=width, height=width * 2 // 3, form=form)


def test_a_picture_is_decoded_once_for_all_its_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[int] = []

    def counted(data: bytes, by: int = 1) -> derive.Base:
        decoded.append(by)
        return derive.base(data, by)

    monkeypatch.setattr(pictures, "base", counted)
    data = jpeg()
    write(tmp_path, {"ship.jpg": data})
    bytes_of = PictureRenderer(tmp_path, tmp_path / "state")
    made = {(width, form): bytes_of(view(data, width, form)) for width in (30, 45) for form in ("avif", "webp")}
    assert decoded == [1]
    alone = PictureRenderer(tmp_path, tmp_path / "another")
    assert made[45, "webp"] == alone(view(data, 45, "webp"))


def test_of_large_pictures_one_is_decoded_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = jpeg()
    write(tmp_path, {"ship.jpg": data})
    made: list[bytes] = []

    def make() -> None:
        made.append(PictureRenderer(tmp_path, tmp_path / "state")(view(data, 30, "jpeg")))

    small, large = threading.Thread(target=make), threading.Thread(target=make)
    with turn(tmp_path / "state/lock-large-picture"):
        small.start()
        small.join(20)
        assert len(made) == 1
        for path in (tmp_path / "state/pictures").iterdir():
            path.unlink()
        monkeypatch.setattr(pictures, "_LARGE", 1000)
        large.start()
        large.join(0.3)
        assert len(made) == 1
    large.join(20)
    assert made[0] == made[1]
