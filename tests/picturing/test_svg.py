import pytest

from site_gen.picturing.fault import BadPicture
from site_gen.picturing.svg import measured_svg


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('<svg width="40" height="30">', (40, 30)),
        ("<svg width='40px' height='30.4'>", (40, 30)),
        ('<svg viewBox="0 0 400 300">', (400, 300)),
        ('<svg width="100%" height="100%" viewBox="0,0,400,300">', (400, 300)),
        ('<?xml version="1.0"?>\n<!-- drawn --><svg\n viewBox="-10 -10 20 1e1">', (20, 10)),
    ],
)
def test_how_large_a_drawing_is(head: str, size: tuple[int, int]) -> None:
    assert measured_svg(f"{head}<path d='M0 0'/></svg>".encode()) == size


@pytest.mark.parametrize(
    "part",
    [
        "<script>x</script>",
        "<SCRIPT/>",
        "<svg:script/>",
        '<a onclick="x"/>',
        "<g\nonload='x'/>",
        '<a href="javascript:x"/>',
        "<foreignObject/>",
        '<image href="https://elsewhere.example/x.png"/>',
        '<use xlink:href="//elsewhere.example/x#y"/>',
        "<style>@import 'x'</style>",
        '<rect fill="url(https://elsewhere.example/x)"/>',
        '<!ENTITY x "y">',
    ],
)
def test_a_drawing_that_could_act_or_fetch_is_refused(part: str) -> None:
    with pytest.raises(BadPicture, match="could do more"):
        measured_svg(f'<svg width="4" height="3">{part}</svg>'.encode())


def test_a_drawing_that_is_no_text_or_has_no_size_is_refused() -> None:
    for data in (
        b'<svg width="4" height="3">\xff</svg>',
        b"<svg></svg>",
        b'<svg viewBox="a b c d"/>',
        b"<svg viewBox=''/>",
    ):
        with pytest.raises(BadPicture):
            measured_svg(data)
