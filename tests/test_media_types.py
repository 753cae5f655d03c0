"""Media types by the names of files."""

import pytest

from site_gen.hosting.headers import ENDINGS, TYPES
from site_gen.images.derive import formats
from site_gen.media_types import BY_NAME, COMPRESSIBLE, MEDIA_TYPES, ending_of, is_compressible, media_type
from site_gen.pages.feed import FORMATS


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html"),
        ("A.JPG", "image/jpeg"),
        ("a.b/c.css", "text/css"),
        ("a.b/CNAME", "application/octet-stream"),
        ("_headers", "application/octet-stream"),
        (".htaccess", "application/octet-stream"),
        ("a/.html", "application/octet-stream"),
        ("a/feed.xml", "application/xml"),
        ("a.unheard-of", "application/octet-stream"),
    ],
)
def test_by_the_end_of_a_name(path: str, kind: str) -> None:
    assert media_type(path) == kind


def test_every_picture_has_a_type() -> None:
    kinds = ("jpeg", "png", "webp", "gif", "ico", "svg")  # what is published: images/kinds.py
    assert all(MEDIA_TYPES[kind].startswith("image/") for kind in (*kinds, *formats()))


def test_who_names_a_type_names_one_of_the_table() -> None:
    assert {one.file: one.type for one in FORMATS.values()}.items() <= BY_NAME.items()
    assert {kind.partition(";")[0] for kind in TYPES.values()} == set(BY_NAME.values())
    assert {kind.partition(";")[0] for kind in ENDINGS.values()} <= set(MEDIA_TYPES.values())


def test_what_is_compressed_is_text() -> None:
    assert MEDIA_TYPES.keys() >= COMPRESSIBLE
    assert is_compressible("a.svg") and not is_compressible("a.png") and not is_compressible("a")
    assert (ending_of("a.tar.GZ"), ending_of("a"), ending_of("a.b/c")) == ("gz", "", "")
