import pytest

from site_gen.deploying.said import last_line


@pytest.mark.parametrize(
    ("said", "last"),
    [
        (b"warning: a\nfatal: b \n\n", "fatal: b"),
        ("one", "one"),
        (b"caf\xe9\n", "caf\ufffd"),
        (b"", "it said nothing"),
        (" \n", "it said nothing"),
    ],
)
def test_the_last_line_that_says_anything(said: str | bytes, last: str) -> None:
    assert last_line(said) == last
