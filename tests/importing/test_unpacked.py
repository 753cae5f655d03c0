"""Zipped sources: unpacked for as long as they are read, and refused where they are hostile."""

import stat
import zipfile
from pathlib import Path

import pytest

from site_gen.importing import unpacked as module
from site_gen.importing.unpacked import unpacked
from site_gen.model.problem import SiteError
from tests.support import run


def zipped(tmp_path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return path


def refused(path: Path) -> str:
    with pytest.raises(SiteError) as found, unpacked(path):
        pass
    assert all(one.hint for one in found.value.problems)
    return "\n".join(one.what for one in found.value.problems)


def link(name: str, kind: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (kind | 0o777) << 16
    return info


def test_a_zip_is_a_folder_while_it_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("a/posts/one.html", b"One"), ("a/.DS_Store", b"x"), ("__MACOSX/a/._one.html", b"x"))
    with unpacked(path) as folder:
        files = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
        assert (files, folder.name) == ({"posts/one.html"}, "a")
        assert (folder / "posts/one.html").read_bytes() == b"One"
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert not folder.exists()


def test_what_is_no_zip_stays_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "export.json").write_text("{}", encoding="utf-8")
    for path in (tmp_path, tmp_path / "export.json", tmp_path / "none"):
        with unpacked(path) as folder:
            assert folder == path


def test_lists_of_subscribers_are_not_unpacked(tmp_path: Path) -> None:
    names = ("email_list.harbour.csv", "posts/1.one.delivers.csv", "posts/1.one.opens.csv")
    path = zipped(tmp_path, ("posts.csv", b"post_id\n"), *((name, b"reader@example.org") for name in names))
    with unpacked(path) as folder:
        assert [(folder / name).read_bytes() for name in names] == [b"", b"", b""]
        assert (folder / "posts.csv").read_bytes() == b"post_id\n"


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("../evil.html", "leads elsewhere"),
        ("posts/../../evil.html", "leads elsewhere"),
        ("/etc/cron.d/evil", "has an absolute path"),
        ("C:/evil.html", "has an absolute path"),
        ("posts\\..\\evil.html", "contains a character"),
        ("a\x01b.html", "contains a character"),
        ("x" * 300 + ".html", "more than 250 bytes"),
        (link("posts", stat.S_IFLNK), "is a link"),
        (link("pipe", stat.S_IFIFO), "is no regular file"),
    ],
)
def test_entries_that_would_be_written_elsewhere_are_refused(
    tmp_path: Path, entry: str | zipfile.ZipInfo, fault: str
) -> None:
    (tmp_path / "in").mkdir()
    assert fault in refused(zipped(tmp_path / "in", ("posts/good.html", b"Good"), (entry, b"/etc/passwd")))
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["export.zip", "in"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a.html", "a.html"), ("a", "A"), ("a", "a/b.html"), ("a/b.html", "a"), ("a", "a/")])
def test_entries_over_each_other_are_refused(tmp_path: Path, names: tuple[str, str]) -> None:
    assert "is in it twice" in refused(zipped(tmp_path, *((name, b"") for name in names)))


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path, *((f"{number}.html", bytes(2_000_000)) for number in range(3)))
    monkeypatch.setattr(module, "_SMALL", 5_000_000)
    assert "times its size" in refused(path)
    monkeypatch.setattr(module, "_SMALL", 100_000_000)
    monkeypatch.setattr(module, "LARGEST_ENTRY", 1_000_000)
    assert "6 MB when unpacked" in refused(path)
    monkeypatch.setattr(module, "MOST_ENTRIES", 2)
    assert "has 3 entries" in refused(path)


def test_an_entry_never_becomes_larger_than_it_says(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("a.html", b"y" * 5000))
    data = path.read_bytes()
    at = data.rindex(b"PK\x01\x02")
    path.write_bytes(data[:at] + data[at:].replace((5000).to_bytes(4, "little"), (7).to_bytes(4, "little")))
    assert "is damaged" in refused(path)


def test_damaged_and_locked_zips_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path, ("a.html", b"One"))
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[6], data[at + 8] = 1, 1
    path.write_bytes(data)
    assert "protected by a password" in refused(path)
    path.write_bytes(b"PK\x03\x04 junk")
    assert "is damaged" in refused(path)


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "site")).returncode == 0
    done = run("import", str(zipped(tmp_path, ("../evil.html", b"Evil"))), root=tmp_path / "site")
    assert done.returncode == 1 and "export.zip: '../evil.html' in this zip file has the part '..'" in done.stderr
