import time

import pytest

from site_gen.picturing.svg.sniff import is_svg

ROOT = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize(
    "text",
    [
        ROOT,
        "<svg>",
        '<s:svg xmlns:s="x">',
        f"\n \t{ROOT}",
        f'<?xml version="1.0"?>\n<!-- > < --><!DOCTYPE svg PUBLIC "a" "b">\n{ROOT}',
        f'<!DOCTYPE svg [<!ENTITY a "]"> ]>{ROOT}',
        f"<!--{'x' * 9000}-->{' ' * 9000}{ROOT}",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_drawing_is_known_by_its_root(text: str, encoding: str) -> None:
    assert is_svg(text.encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<",
        "svg",
        f"<html><body>{ROOT}</body></html>",
        f"<!DOCTYPE html>\n<p>{ROOT}",
        "<svgs/>",
        f"<!-- {ROOT} -->",
        "GIF89a<svg>",
    ],
)
def test_what_only_holds_a_drawing_is_none(text: str) -> None:
    assert not is_svg(text.encode())


def test_the_beginning_is_read_in_linear_time() -> None:
    began = time.perf_counter()
    for piece in (b"<!---->", b"<??>", b"<!DOCTYPE x>", b"<!DOCTYPE x[]>", b"<!DOCTYPE [", b"<!--", b" ", b"<?"):
        assert not is_svg(piece * (2_000_000 // len(piece)))
    assert time.perf_counter() - began < 5
