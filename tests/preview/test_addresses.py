import pytest

from site_gen.preview.addresses import NOWHERE, Place, place_of

FILES = {"index.html", "tags/index.html", "feed.xml", "about.html", "a b/index.html", "x/..y"}


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"/", Place("index.html")),
        (b"/tags/", Place("tags/index.html")),
        (b"/tags", Place(redirect="/tags/")),
        (b"/tags/index.html", Place("tags/index.html")),
        (b"/about", Place("about.html")),
        (b"/feed.xml", Place("feed.xml")),
        (b"/feed.xml/", NOWHERE),
        (b"/a%20b", Place(redirect="/a%20b/")),
        (b"/x/..y", Place("x/..y")),
        (b"/tags/../index.html", NOWHERE),
        (b"/tags/%2e%2e/index.html", NOWHERE),
        (b"/tags%2findex.html", NOWHERE),
        (b"//index.html", NOWHERE),
        (b"/index.html%00", NOWHERE),
        (b"/%ff", NOWHERE),
        (b"", NOWHERE),
    ],
)
def test_where_an_address_leads(raw: bytes, place: Place) -> None:
    assert place_of(raw, "", FILES) == place


def test_a_site_below_a_path() -> None:
    assert place_of(b"/", "/news", FILES) == Place(redirect="/news/")
    assert place_of(b"/news", "/news", FILES) == Place(redirect="/news/")
    assert place_of(b"/news/tags", "/news", FILES) == Place(redirect="/news/tags/")
    assert place_of(b"/news/tags/", "/news", FILES) == Place("tags/index.html")
    assert place_of(b"/newsletter/", "/news", FILES) == NOWHERE


@pytest.mark.parametrize("root", ["/n%C3%A9ws", "/néws"])
def test_below_a_path_with_other_letters_as_settings_may_spell_it(root: str) -> None:
    assert place_of(b"/", root, FILES) == Place(redirect="/n%C3%A9ws/")
    assert place_of(b"/n%C3%A9ws/tags", root, FILES) == Place(redirect="/n%C3%A9ws/tags/")
    assert place_of(b"/n%C3%A9ws/tags/", root, FILES) == Place("tags/index.html")
