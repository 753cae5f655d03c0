"""The file by which a worker shows that it sees a site."""

from pathlib import Path

import pytest

from site_gen.cluster.announced import announced
from site_gen.cluster.task import introduce


def test_the_file_is_there_while_a_site_is_announced_and_then_gone(root: Path) -> None:
    with pytest.raises(OSError, match="full"), announced(root, 9) as asked:
        assert Path(asked.token).read_text() == asked.text
        assert introduce(asked).sees
        assert asked.limit == 9
        with announced(root) as other:
            assert (other.token, other.text) != (asked.token, asked.text)
        assert introduce(asked).sees
        raise OSError("full")
    assert not introduce(asked).sees
    assert list((root / ".site_gen").iterdir()) == []


def test_where_files_travel_there_is_none(root: Path) -> None:
    with announced(root, shared=False) as asked:
        assert (asked.token, asked.root) == ("", str(root))
        assert list((root / ".site_gen").iterdir()) == []
    (root / ".site_gen").rmdir()
    with announced(root) as asked:
        assert not introduce(asked).sees
