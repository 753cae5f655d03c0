from site_gen.images.gif import plain_gif
from tests.images.samples import gif, pixels


def test_a_film_goes_on_moving_without_its_comment() -> None:
    _, _, bare = plain_gif(gif())
    assert b"NETSCAPE2.0" in bare
    assert len(pixels(bare)) == 2
    assert len(bare) < len(gif())
