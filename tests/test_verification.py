from pathlib import Path

from site_gen.build import BuildOptions, build
from site_gen.verification import verify
from tests.edited_site import Newsroom


def test_verify_finds_what_something_else_changed(tmp_path: Path) -> None:
    room = Newsroom(tmp_path / "site")
    options = BuildOptions(as_of=room.now, jobs=1)
    built = build(room.root, options)
    assert verify(room.root, options, built, tmp_path / "one") == ()
    (room.root / "output" / "index.html").write_text("another hand")
    (room.root / "output" / "robots.txt").unlink()
    found = verify(room.root, options, built, tmp_path / "two")
    assert sorted(Path(problem.path).name for problem in found) == ["index.html", "robots.txt"]
