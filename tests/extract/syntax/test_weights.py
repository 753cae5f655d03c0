"""Tables of weights: read from their stored form, added up lane by lane."""

from msgspec import msgpack

from site_gen.extract.syntax.features import distance, plain, shape, unknown
from site_gen.extract.syntax.weights import BIAS, StoredTable, StoredWeights, best, unpacked

# Three lanes; slots 2 and 9 have row 1, slot 4 has row 2.
ROWS = ((5, -3, 0), (-6, 100, -127))
STORED = StoredTable(
    slots=11,
    lanes=3,
    gaps=b"".join(gap.to_bytes(2, "little") for gap in (2, 2, 5)),
    numbers=bytes((1, 2, 1)) + bytes(3),
    rows=bytes(weight + BIAS for row in ROWS for weight in row),
)
KNOWN = b"".join(gap.to_bytes(4, "little") for gap in (7, 1_000_000))
HELD = unpacked(msgpack.encode(StoredWeights(KNOWN, bytes((9, 250)), STORED, STORED, STORED)))


def test_known_words_and_their_clusters() -> None:
    assert HELD.known == {7: 9, 1_000_007: 250}


def test_slots_have_their_rows_and_all_others_nothing() -> None:
    table = HELD.tagger
    assert list(table.index) == [0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 0]
    assert table.rows[0] == 0


def test_sums_go_lane_by_lane_whatever_their_signs() -> None:
    table = HELD.parser
    first, second = table.rows[1], table.rows[2]
    assert best(first, table) == 0
    assert best(first + second, table) == 1
    assert best(-first, table) == 1
    assert best(-(second * 100), table) == 2


def test_the_first_of_equals_is_best() -> None:
    assert best(0, HELD.labeller) == 0
    table = HELD.labeller
    assert best(6 * table.rows[1] + 5 * table.rows[2], table) == 1
    assert best(-table.rows[1] + table.rows[1], table) == 0


def test_classes_of_words() -> None:
    assert plain("McKay’s") == "mckay's"
    assert plain("S-400") == "s-000"
    assert shape("F-35A") == "A-00A"
    assert shape("Headquarters") == "Aaa"
    assert unknown("Zorblatting") == "?Aaang"
    assert [distance(words) for words in (1, 4, 6, 10, 11, 300)] == [2, 5, 6, 7, 8, 8]
