from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.disk.seeds import (
    Ignored,
    SeedFolder,
    ignored_notices,
    load_cache,
    load_lock,
    save_cache,
    save_lock,
    seed_files,
    seed_files_again,
)
from site_gen.model.ledger import NO_STAMP, Stamp
from site_gen.model.lock import LockedSeed, SeedLock
from site_gen.model.problem import Problem
from tests.support import write

SEEDS = {
    "seeds/b.txt": "b",
    "seeds/a.txt": "a",
    "seeds/a.yaml": "title: A",
    "seeds/deep/c.txt": "c",
    "seeds/notes.md": "n",
}


def test_seeds_are_found_in_the_order_of_their_names_each_with_its_sidecar(tmp_path: Path) -> None:
    write(tmp_path, SEEDS)
    folder = seed_files(tmp_path, ())
    files = folder.files
    assert folder.problems == ()
    assert [one.path for one in folder.ignored] == ["seeds/notes.md"]
    assert [(file.name, Path(file.sidecar).name) for file in files] == [
        ("seeds/a.txt", "a.yaml"),
        ("seeds/b.txt", ""),
        ("seeds/deep/c.txt", ""),
    ]
    assert files[1].sidecar_stamp == NO_STAMP != files[0].sidecar_stamp


def test_seeds_that_are_named(tmp_path: Path) -> None:
    write(tmp_path, SEEDS)
    named = ("seeds/b.txt", "seeds/deep", str(tmp_path / "seeds" / "a.txt"))
    folder = seed_files(tmp_path, named)
    assert [file.name for file in folder.files] == ["seeds/a.txt", "seeds/b.txt", "seeds/deep/c.txt"]
    assert folder.problems == ()
    folder = seed_files(tmp_path, ("seeds/none.txt", "seeds/b.txt"))
    assert [problem.path for problem in folder.problems] == ["seeds/none.txt"]
    assert seed_files(tmp_path / "empty", ()) == SeedFolder()


OTHERS = {
    "seeds/LOUD.TXT": "text",
    "seeds/Mixed.Txt": "text",
    "seeds/LOUD.yaml": "title: Loud",
    "seeds/post.md": "m",
    "seeds/page.HTML": "h",
    "seeds/deep/letter.docx": "d",
    "seeds/map.jpeg": "j",
    "seeds/lone.yaml": "title: Lone",
    "seeds/both.txt": "b",
    "seeds/both.yaml": "title: B",
    "seeds/both.yml": "title: C",
    "seeds/without_ending": "w",
    "seeds/.hidden.txt": "h",
    "seeds/draft.txt~": "d",
    "seeds/README.md": "r",
    "seeds/Thumbs.db": "t",
}


def test_every_file_that_is_not_taken_in_is_named_with_the_reason_and_what_to_do(tmp_path: Path) -> None:
    folder = seed_files(write(tmp_path, OTHERS), ())
    assert [(file.name, Path(file.sidecar).name) for file in folder.files] == [
        ("seeds/LOUD.TXT", "LOUD.yaml"),
        ("seeds/Mixed.Txt", ""),
        ("seeds/both.txt", "both.yaml"),
    ]
    assert {one.path: (one.why.partition(": ")[2], one.hint) for one in folder.ignored} == {
        "seeds/both.yml": ("no seed has it as its sidecar.", "Is the seed's name right?"),
        "seeds/deep/letter.docx": ("only .txt files are.", "Save it as plain text (.txt)."),
        "seeds/lone.yaml": ("no seed has it as its sidecar.", "Is the seed's name right?"),
        "seeds/map.jpeg": ("only .txt files are.", "Pictures belong in content/images/."),
        "seeds/page.HTML": (
            "only .txt files are.",
            "Rename it to .txt, and its tags are read; or save it as plain text.",
        ),
        "seeds/post.md": ("only .txt files are.", "Move a finished post to content/posts/, or rename it to .txt."),
        "seeds/without_ending": ("only .txt files are.", "Give it a name that ends with .txt if it is a text."),
    }


def test_many_ignored_files_of_a_kind_share_a_warning() -> None:
    few = tuple(Ignored(f"seeds/{number}.pdf", "No.", "Do.") for number in range(3))
    assert [str(notice) for notice in ignored_notices(few)] == [f"seeds/{n}.pdf: No. Do." for n in range(3)]
    many = (*few, Ignored("seeds/3.pdf", "No.", "Do."), Ignored("seeds/a.md", "Not so.", "Else."))
    assert [str(notice) for notice in ignored_notices(many)] == [
        "seeds: 4 files are not taken in (0.pdf, 1.pdf, 2.pdf and 1 more). Do.",
        "seeds/a.md: Not so. Else.",
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "a.txt",
                    "a.TXT",
                    "a.yaml",
                    "a.yml",
                    "b.txt",
                    "deep/c.txt",
                    "deep/c.yaml",
                    ".d.txt",
                    "e.txt~",
                    "f.md",
                    "g",
                ]
            ),
            st.sampled_from(["write", "remove", "link"]),
        ),
        max_size=6,
    )
)
def test_what_was_touched_is_enough_to_know_the_seeds(steps: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = write(Path(folder), SEEDS | {"elsewhere.txt": "e"})
        before = seed_files(root, ())
        touched = set()
        for number, (name, what) in enumerate(steps):
            path = root / "seeds" / name
            if what == "write" and not path.is_symlink():
                write(root, {f"seeds/{name}": "x" * number})
            else:
                path.unlink(missing_ok=True)
            if what == "link":
                path.parent.mkdir(exist_ok=True)
                path.symlink_to(root / ("elsewhere.txt" if number % 2 else "none.txt"))
            touched.add(f"seeds/{name}")
        assert seed_files_again(root, before, touched) == seed_files(root, ())


LOCK = SeedLock(
    {
        "seeds/b.txt": LockedSeed("1", duplicate_of="seeds/a.txt"),
        'seeds/ä ".txt': LockedSeed("2", "content/posts/p.md", "3", "text"),
    }
)


def test_the_lock_has_a_line_for_each_seed(tmp_path: Path) -> None:
    path = tmp_path / "seeds.lock"
    save_lock(path, LOCK)
    assert load_lock(path) == LOCK
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4 and lines[1].startswith('  "seeds/b.txt": {') and lines[2].startswith('  "seeds/ä')
    save_lock(path, SeedLock())
    assert load_lock(path) == SeedLock()


def test_no_lock_is_an_empty_one(tmp_path: Path) -> None:
    assert load_lock(tmp_path / "seeds.lock") == SeedLock()
    (tmp_path / "seeds.lock").write_text(" \n")
    assert load_lock(tmp_path / "seeds.lock") == SeedLock()


@pytest.mark.parametrize(("mark", "line"), [("<<<<<<< ours\n", 2), ("nonsense", 1)])
def test_a_lock_that_cannot_be_read_is_never_guessed(tmp_path: Path, mark: str, line: int) -> None:
    save_lock(tmp_path / "seeds.lock", LOCK)
    lines = (tmp_path / "seeds.lock").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "seeds.lock").write_text(lines[0] + mark + "".join(lines[1:]), encoding="utf-8")
    problem = load_lock(tmp_path / "seeds.lock")
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line) == ("seeds.lock", line)


def test_the_cache_is_disposable(tmp_path: Path) -> None:
    path = tmp_path / "state" / "cache"
    save_cache(path, {"a": Stamp(1, 2, 3)})
    assert load_cache(path, Stamp) == {"a": Stamp(1, 2, 3)}
    path.write_bytes(b"\xff")
    assert load_cache(path, Stamp) == load_cache(tmp_path / "none", Stamp) == {}
