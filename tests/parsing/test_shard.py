import pytest

from site_gen.model.shard import Shard
from site_gen.parsing.shard import shard_named


@pytest.mark.parametrize(("text", "shard"), [("3/8", Shard(3, 8)), (" 1/1 ", Shard(1, 1)), ("10/12", Shard(10, 12))])
def test_a_shard_is_named_by_its_number_and_how_many_there_are(text: str, shard: Shard) -> None:
    assert shard_named(text) == shard
    assert str(shard) == text.strip()


@pytest.mark.parametrize("text", ["", "3", "0/8", "9/8", "3/0", "03/8", "3 / 8", "-1/8", "3/8/2", "1/99999", "٣/٨"])
def test_nothing_else_is_a_shard(text: str) -> None:
    assert shard_named(text) is None
