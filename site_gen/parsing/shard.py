"""The name of a shard: `3/8` is the third of eight."""

import re

from site_gen.model.shard import Shard

MOST = 10_000  # each plans the whole site; more than that many are a slip
_NAME = re.compile(r"([1-9][0-9]{0,4})/([1-9][0-9]{0,4})")


def shard_named(text: str) -> Shard | None:
    """The shard of a name; None where there is no such."""
    named = _NAME.fullmatch(text.strip())
    shard = Shard(int(named[1]), int(named[2])) if named else None
    return shard if shard is not None and shard.number <= shard.of <= MOST else None
