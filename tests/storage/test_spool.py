from hypothesis import given
from hypothesis import strategies as st

from site_gen.storage.spool import Spool


@given(st.lists(st.binary(max_size=50) | st.just(bytes(300_000)), max_size=8), st.data())
def test_what_was_put_is_got_in_any_order(pieces: list[bytes], data: st.DataObject) -> None:
    spool = Spool()
    first = spool.put(b"first")
    places = [(spool.put(piece), piece) for piece in pieces]
    for place, piece in data.draw(st.permutations(places)):
        assert spool.get(place) == piece
    assert spool.get(first) == b"first"
    assert spool.get(spool.put(b"last")) == b"last"
