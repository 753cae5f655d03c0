from pathlib import Path

from site_gen.preview.heartbeat import NAME, Heartbeat


def test_a_write_that_is_not_reported_in_time_is_missed(tmp_path: Path) -> None:
    heart = Heartbeat(tmp_path / ".site_gen")
    assert not heart.is_missed(1000.0)
    heart.beat(1000.0)
    first = (tmp_path / ".site_gen" / NAME).read_bytes()
    assert not heart.is_missed(1001.0) and heart.is_missed(1010.0)
    heart.beat(1010.0)  # the first is still waited for
    assert heart.is_missed(1010.0)
    heart.confirm()
    assert not heart.is_missed(1020.0)
    heart.beat(1020.0)
    assert (tmp_path / ".site_gen" / NAME).read_bytes() != first


def test_what_cannot_be_written_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / ".site_gen").write_text("a file where the folder should be")
    heart = Heartbeat(tmp_path / ".site_gen")
    heart.beat(1000.0)
    assert not heart.is_missed(2000.0)


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("precious")
    (tmp_path / ".site_gen").mkdir()
    (tmp_path / ".site_gen" / NAME).symlink_to(tmp_path / "victim")
    Heartbeat(tmp_path / ".site_gen").beat(1000.0)
    assert (tmp_path / "victim").read_text() == "precious"
