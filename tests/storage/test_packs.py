import time
from pathlib import Path

import pytest

from site_gen.storage.packs import Packs
from site_gen.storage.state_file import damaged_files


def key(number: int) -> bytes:
    return number.to_bytes(16, "big")


def test_what_was_put_can_be_had_again_by_this_process_and_the_next(tmp_path: Path) -> None:
    bodies = Packs(tmp_path, "body", "kind")
    bodies.put(key(1), "<p>é</p>".encode())
    bodies.put(key(2), b"")
    assert (bodies.get(key(1)), bodies.get(key(2)), bodies.get(key(3))) == ("<p>é</p>".encode(), b"", None)
    bodies.close()
    again = Packs(tmp_path, "body", "kind")
    assert (again.get(key(1)), again.get(key(2))) == ("<p>é</p>".encode(), b"")
    again.put(key(1), b"newer")
    assert again.get(key(1)) == b"newer"
    again.close()


def test_another_kind_of_engine_shares_nothing(tmp_path: Path) -> None:
    one = Packs(tmp_path, "body", "one")
    one.put(key(1), b"x")
    one.close()
    other = Packs(tmp_path, "body", "other")
    assert other.get(key(1)) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("suffix", "cut"), [(".pack", 1), (".pack", 3), (".index", 1), (".index", 31)])
def test_a_record_that_was_cut_short_is_not_there(tmp_path: Path, suffix: str, cut: int) -> None:
    bodies = Packs(tmp_path, "body", "kind")
    bodies.put(key(1), b"whole")
    bodies.put(key(2), b"cut")
    bodies.close()
    (file,) = tmp_path.glob(f"*{suffix}")
    file.write_bytes(file.read_bytes()[:-cut])
    again = Packs(tmp_path, "body", "kind")
    assert (again.get(key(1)), again.get(key(2))) == (b"whole", None)
    again.put(key(2), b"again")
    again.close()
    assert Packs(tmp_path, "body", "kind").get(key(2)) == b"again"


def test_bytes_that_rotted_are_not_believed(tmp_path: Path) -> None:
    bodies = Packs(tmp_path, "body", "kind")
    bodies.put(key(1), b"whole")
    bodies.close()
    (pack,) = tmp_path.glob("*.pack")
    pack.write_bytes(pack.read_bytes()[:-2] + b"zz")
    assert Packs(tmp_path, "body", "kind").get(key(1)) is None


def test_a_body_is_not_given_under_the_key_of_another(tmp_path: Path) -> None:
    bodies = Packs(tmp_path, "body", "kind")
    bodies.put(key(1), b"one")
    bodies.put(key(2), b"two")
    bodies.close()
    (index,) = tmp_path.glob("*.index")
    one, two = index.read_bytes()[:44], index.read_bytes()[44:]
    assert len(one) == len(two)
    index.write_bytes(one[:16] + two[16:] + two[:16] + one[16:])
    again = Packs(tmp_path, "body", "kind")
    assert (again.get(key(1)), again.get(key(2))) == (None, None)


@pytest.mark.parametrize("bad", [bytes(28), b"\xff" * 28], ids=["zeros", "ones"])
def test_a_record_whose_blocks_were_lost_is_not_there(tmp_path: Path, bad: bytes) -> None:
    bodies = Packs(tmp_path, "body", "kind")
    bodies.put(key(1), b"one")
    bodies.close()
    (index,) = tmp_path.glob("*.index")
    index.write_bytes(index.read_bytes()[:16] + bad)
    assert Packs(tmp_path, "body", "kind").get(key(1)) is None


def test_a_damaged_body_is_put_once_for_all(tmp_path: Path) -> None:
    bodies = Packs(tmp_path, "body", "kind")
    bodies.put(key(1), b"whole")
    bodies.close()
    (pack,) = tmp_path.glob("*.pack")
    pack.rename(tmp_path / "kind-zzz.pack")  # by name it would come last
    pack.with_suffix(".index").rename(tmp_path / "kind-zzz.index")
    (tmp_path / "kind-zzz.pack").write_bytes(b"rotten")
    damaged_files()
    again = Packs(tmp_path, "body", "kind")
    assert again.get(key(1)) is None
    assert damaged_files() == (str(tmp_path / "kind-zzz.pack"),)
    time.sleep(0.02)  # longer than a file system's clock needs to tell the two packs apart
    again.put(key(1), b"whole")
    again.close()
    assert Packs(tmp_path, "body", "kind").get(key(1)) == b"whole"
    assert damaged_files() == ()


def test_what_no_page_shows_is_dropped_when_it_has_become_much(tmp_path: Path) -> None:
    bodies = Packs(tmp_path, "body", "kind")
    for number in range(200):
        bodies.put(key(number), b"x" * 50)
    before = sum(path.stat().st_size for path in tmp_path.iterdir())
    bodies.compact(frozenset(key(number) for number in range(150)))
    assert bodies.get(key(199)) == b"x" * 50  # little is dead yet
    bodies.compact(frozenset(key(number) for number in range(10)))
    assert bodies.get(key(5)) == b"x" * 50
    assert bodies.get(key(199)) is None
    bodies.close()
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < before / 10
    again = Packs(tmp_path, "body", "kind")
    assert again.get(key(5)) == b"x" * 50
    again.close()


def test_many_small_packs_are_joined_and_the_large_one_is_left_alone(tmp_path: Path) -> None:
    large = Packs(tmp_path, "body", "kind")
    for number in range(1000):
        large.put(key(number), b"x" * 50)
    large.close()
    (pack,) = tmp_path.glob("*.pack")
    stamp = pack.stat().st_mtime_ns
    for number in range(1000, 1030):  # as a process that lives on makes one for each edit
        small = Packs(tmp_path, "body", "kind")
        small.put(key(number), str(number).encode())
        if small.is_crowded(1030):
            small.compact(frozenset(key(number) for number in range(1030)))
        small.close()
        assert len(list(tmp_path.glob("*.pack"))) <= 26
    after = Packs(tmp_path, "body", "kind")
    assert all(after.get(key(number)) == str(number).encode() for number in range(1000, 1030))
    assert after.get(key(1)) == b"x" * 50
    assert pack.stat().st_mtime_ns == stamp


@pytest.mark.parametrize("suffix", [".pack", ".index"])
def test_half_of_a_pack_that_was_lost_is_no_hindrance(tmp_path: Path, suffix: str) -> None:
    bodies = Packs(tmp_path, "body", "kind")
    bodies.put(key(1), b"x")
    bodies.close()
    (lost,) = tmp_path.glob(f"*{suffix}")
    lost.unlink()
    again = Packs(tmp_path, "body", "kind")
    assert again.get(key(1)) is None
    again.put(key(2), b"y")
    assert again.get(key(2)) == b"y"
    again.close()
    assert Packs(tmp_path, "body", "kind").get(key(2)) == b"y"


def test_a_few_keys_are_found_as_many_are(tmp_path: Path) -> None:
    for turn in range(3):
        packs = Packs(tmp_path, "body", "kind")
        for number in range(40):
            packs.put(key(number), b"%d in %d" % (number, turn)) if number % 3 <= 2 - turn else None
        packs.close()
        time.sleep(0.02)  # longer than a file system's clock needs to tell two packs apart
    one_by_one = [Packs(tmp_path, "body", "kind").get(key(number)) for number in range(41)]
    packs = Packs(tmp_path, "body", "kind")
    assert [packs.get(key(number)) for number in range(41)] == one_by_one  # the last ones by all of the index
    assert one_by_one[:4] == [b"0 in 2", b"1 in 1", b"2 in 0", b"3 in 2"] and one_by_one[40] is None


def test_without_knowing_what_is_used_small_packs_are_joined(tmp_path: Path) -> None:
    for number in range(30):
        small = Packs(tmp_path, "body", "kind")
        small.put(key(number), b"%d" % number)
        small.close()
    packs = Packs(tmp_path, "body", "kind")
    assert packs.is_crowded()
    packs.compact()
    packs.close()
    after = Packs(tmp_path, "body", "kind")
    assert not after.is_crowded() and len(list(tmp_path.glob("*.pack"))) < 4
    assert all(after.get(key(number)) == b"%d" % number for number in range(30))


def joined_elsewhere(folder: Path) -> None:
    """The packs of a folder become one, as by a build while a preview runs."""
    for number in range(100, 125):
        small = Packs(folder, "body", "kind")
        small.put(key(number), b"x")
        small.close()
    other = Packs(folder, "body", "kind")
    other.compact()
    other.close()


@pytest.mark.parametrize("has_read", [True, False])
def test_what_is_put_after_another_process_joined_the_packs_is_kept(tmp_path: Path, has_read: bool) -> None:
    damaged_files()
    packs = Packs(tmp_path, "body", "kind")
    for turn in range(2):
        packs.put(key(1), b"first of %d" % turn)
        if has_read:
            assert packs.get(key(1)) == b"first of %d" % turn
        joined_elsewhere(tmp_path)
        packs.put(key(2), b"second")
        packs.put(key(3), b"third")
        assert (packs.get(key(2)), packs.get(key(3))) == (b"second", b"third")
        assert packs.get(key(1)) in (None, b"first of %d" % turn)
    packs.put(key(1), b"again")
    assert packs.get(key(1)) == b"again"
    packs.close()
    after = Packs(tmp_path, "body", "kind")
    assert [after.get(key(number)) for number in range(1, 4)] == [b"again", b"second", b"third"]
    assert damaged_files() == ()


def test_a_pack_that_another_process_joined_to_others_is_not_damaged(tmp_path: Path) -> None:
    first = Packs(tmp_path, "body", "kind")
    first.put(key(1), b"x")
    first.close()
    packs = Packs(tmp_path, "body", "kind")
    assert packs.get(key(9)) is None  # what there is has been looked up
    joined_elsewhere(tmp_path)
    damaged_files()
    assert packs.get(key(1)) is None and damaged_files() == ()
    packs.put(key(1), b"x")
    assert packs.get(key(1)) == b"x"
