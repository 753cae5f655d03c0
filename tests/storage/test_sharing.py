import msgspec

from site_gen.model.ledger import SourceFact, Stamp
from site_gen.storage.sharing import Sharing
from tests.support import entry


def copied(fact: SourceFact) -> SourceFact:
    return msgspec.msgpack.decode(msgspec.msgpack.encode(fact), type=SourceFact)


def test_equal_values_become_one_value_and_nothing_else_changes() -> None:
    share = Sharing()
    facts = []
    for name in ("a", "b"):
        text = entry(name, name.upper(), tags=["navy", "budget"], authors=["Ann"], summary="What it says.")
        fact = copied(SourceFact(Stamp(1, 2, 3), text.source.digest, entry=text))
        before = copied(fact)
        path = "".join(text.source.path)
        share(path, fact)
        assert fact == before
        assert fact.entry is not None
        assert fact.entry.source.path is path and fact.entry.body.path is path
        assert fact.digest is fact.entry.source.digest
        facts.append(fact)
    one, other = (fact.entry for fact in facts)
    assert one is not None and other is not None
    assert all(tag is same for tag, same in zip(one.front.tags, other.front.tags, strict=True))
    assert one.front.authors is other.front.authors
    assert one.excerpt is one.front.summary


def test_values_that_differ_are_left_alone() -> None:
    text = entry("a", "A", summary="Other words.")
    fact = copied(SourceFact(Stamp(1, 2, 3), "another digest", entry=text))
    before = copied(fact)
    Sharing()("another/path.md", fact)
    assert fact == before
