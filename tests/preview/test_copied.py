from pathlib import Path

import pytest

from site_gen.model.problem import SiteError
from site_gen.model.theme import StaticFile
from site_gen.preview.copied import FileChanged, copied_bytes
from site_gen.text.digest import digest
from tests.support import write


def test_a_file_is_served_as_the_site_was_prepared_with_it(tmp_path: Path) -> None:
    write(tmp_path, {"static/a.txt": "one"})
    file = StaticFile("a.txt", str(tmp_path / "static/a.txt"), digest(b"one"))
    assert copied_bytes(tmp_path, "a.txt", file) == b"one"
    write(tmp_path, {"static/a.txt": ""})  # as editors do that write in place
    with pytest.raises(FileChanged):
        copied_bytes(tmp_path, "a.txt", file)
    assert copied_bytes(tmp_path, "a.txt", file, as_it_is=True) == b""
    (tmp_path / "static/a.txt").unlink()
    with pytest.raises(FileChanged):
        copied_bytes(tmp_path, "a.txt", file, as_it_is=True)


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret": "TOP SECRET", "site/static/x": ""})
    (tmp_path / "site/static/leak").symlink_to(tmp_path / "secret")
    file = StaticFile("leak", str(tmp_path / "site/static/leak"), digest(b"TOP SECRET"))
    with pytest.raises(SiteError, match="leads out of the site"):
        copied_bytes(tmp_path / "site", "leak", file)
