import time
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from site_gen.model.ledger import SourceFact
from site_gen.storage.files import source_stamp
from site_gen.storage.sources import scan_content, scan_static
from site_gen.text.digest import digest
from tests.support import write


def test_the_files_of_a_room_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "content/posts/b.md": "b",
            "content/posts/2025/a.md": "a",
            "content/posts/x.txt": "",
            "content/pages/c.md": "c",
        },
    )
    found = scan_content(tmp_path).found["posts"]
    assert [(file.path, file.name) for file in found] == [
        ("content/posts/2025/a.md", "2025/a.md"),
        ("content/posts/b.md", "b.md"),
    ]
    assert found[1].stamp == source_stamp(tmp_path / "content/posts/b.md")
    assert scan_content(tmp_path).found["tags"] == ()


def test_pictures_of_all_rooms_are_one_room(tmp_path: Path) -> None:
    write(tmp_path, {"content/posts/a.jpg": "a", "content/images/deep/b.PNG": "", "content/images/c.webp": "c"})
    found = scan_content(tmp_path).found
    assert [file.path for file in found["pictures"]] == [
        "content/posts/a.jpg",
        "content/images/c.webp",
        "content/images/deep/b.PNG",
    ]
    assert found["posts"] == ()


def test_a_picture_is_known_by_its_suffix_in_any_case_and_kind_so_that_what_is_refused_can_be_named(
    tmp_path: Path,
) -> None:
    names = ["a.JPG", "b.Png", "c.bmp", "d.TIFF", "e.jxl", "f.jfif", "g.CR2"]
    write(tmp_path, {f"content/posts/{name}": "x" for name in [*names, "h.MD.png", "i.mp4"]})
    assert [file.name for file in scan_content(tmp_path).found["pictures"]] == [*names, "h.MD.png"]


NAMES = st.sampled_from(
    ["posts/a.md", "posts/b.md", "posts/2026/a.md", "posts/.a.md", "posts/a.md~", "posts/a.txt", "posts/2026/b.JPG",
     "posts/c.Bmp", "posts/a.md.bak", "pages/a.md", "tags/a.md",
     "images/a.jpg", "images/a.md", "images/deep/b.png", "other/a.md", "linked/a.md",
     "posts/linked/a.md"]
)  # fmt: skip


@given(st.lists(st.tuples(NAMES, st.booleans()), max_size=12), st.lists(st.tuples(NAMES, st.booleans()), max_size=12))
def test_to_look_again_at_what_was_touched_is_to_look_at_everything(
    first: list[tuple[str, bool]], then: list[tuple[str, bool]]
) -> None:
    with TemporaryDirectory() as folder:
        root = write(Path(folder), {"elsewhere/a.md": "a", "content/posts/there.md": ""})
        (root / "content/posts/linked").symlink_to(root / "elsewhere")
        for name, there in first:
            _put(root / "content" / name, there)
        before = scan_content(root)
        for name, there in then:
            _put(root / "content" / name, there)
        touched = {f"content/{name}" for name, _ in then}
        now, again = scan_content(root), scan_content(root, before, touched)
        assert (again.found, again.passed) == (now.found, now.passed)


def _put(path: Path, there: bool) -> None:
    if there:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{time.time_ns()}")
    else:
        path.unlink(missing_ok=True)


def test_static_files_are_read_only_where_their_stamp_has_moved(tmp_path: Path) -> None:
    write(tmp_path, {"static/a.css": "a", "static/img/b.png": "b"})
    previous = {"static/a.css": SourceFact(source_stamp(tmp_path / "static/a.css"), "as it was")}
    (a, _), (b, fact) = scan_static(tmp_path, previous)
    assert (a.path, a.digest) == ("a.css", "as it was")
    stamp = source_stamp(tmp_path / "static/img/b.png")
    assert (b.path, b.digest, fact.digest, fact.stamp) == ("img/b.png", digest(b"b"), digest(b"b"), stamp)
    assert fact.picture is not None and fact.picture.fault
