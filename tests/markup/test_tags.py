import pytest

from site_gen.markup.engine import TooMuch
from site_gen.markup.tags import refuse_unclosed_tags


@pytest.mark.parametrize("tag", ["<a href='", "<http://a", "<b c=d "])
def test_many_unclosed_tags_are_refused_at_the_first_that_is_too_many(tag: str) -> None:
    refuse_unclosed_tags(tag * 200)
    with pytest.raises(TooMuch, match="'>'") as caught:
        refuse_unclosed_tags("é\n" + tag * 300)
    assert caught.value.at == 2 + 200 * len(tag)


def test_closed_tags_and_comparisons_are_not() -> None:
    refuse_unclosed_tags("<b>a</b> <i class='c'> 1 < 2 " * 1000)
