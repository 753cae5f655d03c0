import jinja2
import pytest

from site_gen.theming.depth import deepest_line


@pytest.mark.parametrize("inner", ["{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "{{ a" + ".b" * 3000 + " }}"])
def test_the_line_of_deep_nesting_is_reported(inner: str) -> None:
    with pytest.raises(RecursionError) as caught:
        jinja2.Environment().from_string(f"a\nb\n{inner}\nc")
    assert deepest_line(caught.value) == 3


def test_an_error_from_elsewhere_is_on_the_first_line() -> None:
    assert deepest_line(MemoryError()) == 1
