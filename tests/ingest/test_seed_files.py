from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from site_gen.ingest.seed_files import SeedFolder, seed_files
from site_gen.model.ledger import NO_STAMP
from tests.support import write

SEEDS = {
    "seeds/b.txt": "b",
    "seeds/a.txt": "a",
    "seeds/a.yaml": "title: A",
    "seeds/deep/c.txt": "c",
    "seeds/notes.xyz": "n",
}


def test_seeds_are_found_in_the_order_of_their_names_each_with_its_sidecar(tmp_path: Path) -> None:
    write(tmp_path, SEEDS)
    folder = seed_files(tmp_path, ())
    files = folder.files
    assert folder.problems == ()
    assert [one.path for one in folder.ignored] == ["seeds/notes.xyz"]
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
    "seeds/page.numbers": "h",
    "seeds/deep/letter.wpd": "d",
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
NO_FORM = "seeds do not have this form."


def test_every_ignored_file_is_reported_with_the_reason_and_what_to_do(tmp_path: Path) -> None:
    folder = seed_files(write(tmp_path, OTHERS), ())
    assert [(file.name, Path(file.sidecar).name) for file in folder.files] == [
        ("seeds/LOUD.TXT", "LOUD.yaml"),
        ("seeds/Mixed.Txt", ""),
        ("seeds/both.txt", "both.yaml"),
        ("seeds/post.md", ""),
    ]
    assert {one.path: (one.why.partition(": ")[2], one.hint) for one in folder.ignored} == {
        "seeds/both.yml": ("no seed has it as its sidecar.", "Is the seed's name right?"),
        "seeds/deep/letter.wpd": (NO_FORM, "Save it as plain text (.txt)."),
        "seeds/lone.yaml": ("no seed has it as its sidecar.", "Is the seed's name right?"),
        "seeds/map.jpeg": (NO_FORM, "Pictures belong in content/images/."),
        "seeds/page.numbers": (NO_FORM, "Save it as plain text (.txt)."),
        "seeds/without_ending": (NO_FORM, "Give it a name that ends with .txt if it is a text."),
    }


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
                    "README.md",
                    "g",
                    "page.html",
                    "page_files/a.txt",
                    "feed.xml",
                ]
            ),
            st.sampled_from(["write", "remove", "link"]),
        ),
        max_size=6,
    )
)
def test_the_touched_files_are_enough_to_update_the_seeds(steps: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        root = write(Path(folder), SEEDS | {"elsewhere.txt": "e"})
        before = seed_files(root, ())
        touched = set()
        for number, (name, what) in enumerate(steps):
            path = root / "seeds" / name
            if what == "write" and not path.is_symlink():
                start = "<rss version='2.0'>" if name == "feed.xml" and number % 2 else ""
                write(root, {f"seeds/{name}": start + "x" * number})
            else:
                path.unlink(missing_ok=True)
            if what == "link":
                path.parent.mkdir(exist_ok=True)
                path.symlink_to(root / ("elsewhere.txt" if number % 2 else "none.txt"))
            touched.add(f"seeds/{name}")
        assert seed_files(root, (), before, touched) == seed_files(root)
