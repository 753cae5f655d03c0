"""Words that WordNet relates, and words that it does not."""

import pytest

from site_gen.extract.claims.wordnet import are_kin


@pytest.mark.parametrize(
    ("word", "tag", "other", "other_tag"),
    [
        ("alternative", "NN", "option", "NN"),  # one meaning
        ("direct", "VB", "orchestrate", "VB"),
        ("acquisition", "NN", "acquire", "VB"),  # derived
        ("weapon", "NN", "gun", "NN"),  # more general than the source
    ],
)
def test_kin(word: str, tag: str, other: str, other_tag: str) -> None:
    assert are_kin(word, tag, other, other_tag)


@pytest.mark.parametrize(
    ("word", "tag", "other", "other_tag"),
    [
        ("gun", "NN", "weapon", "NN"),  # a claim must not be more special than its source
        ("rise", "VB", "fall", "VB"),
        ("frigate", "NN", "parliament", "NN"),
        ("qwertz", "NN", "qwertz", "NN"),
        ("the", "DT", "the", "DT"),
    ],
)
def test_no_kin(word: str, tag: str, other: str, other_tag: str) -> None:
    assert not are_kin(word, tag, other, other_tag)
