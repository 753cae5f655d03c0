import pytest

from site_gen.preview.addresses import NOWHERE, Destination, destination_of

FILES = {"index.html", "tags/index.html", "feed.xml", "about.html", "a b/index.html", "x/..y"}


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"/", Destination("index.html")),
        (b"/tags/", Destination("tags/index.html")),
        (b"/tags", Destination(redirect="/tags/")),
        (b"/tags/index.html", Destination("tags/index.html")),
        (b"/about", Destination("about.html")),
        (b"/feed.xml", Destination("feed.xml")),
        (b"/feed.xml/", NOWHERE),
        (b"/a%20b", Destination(redirect="/a%20b/")),
        (b"/x/..y", Destination("x/..y")),
        (b"/tags/../index.html", NOWHERE),
        (b"/tags/%2e%2e/index.html", NOWHERE),
        (b"/tags%2findex.html", NOWHERE),
        (b"//index.html", NOWHERE),
        (b"/index.html%00", NOWHERE),
        (b"/%ff", NOWHERE),
        (b"", NOWHERE),
    ],
)
def test_where_an_address_leads(raw: bytes, place: Destination) -> None:
    assert destination_of(raw, "", FILES) == place


def test_a_site_below_a_path() -> None:
    assert destination_of(b"/", "/news", FILES) == Destination(redirect="/news/")
    assert destination_of(b"/news", "/news", FILES) == Destination(redirect="/news/")
    assert destination_of(b"/news/tags", "/news", FILES) == Destination(redirect="/news/tags/")
    assert destination_of(b"/news/tags/", "/news", FILES) == Destination("tags/index.html")
    assert destination_of(b"/newsletter/", "/news", FILES) == NOWHERE


@pytest.mark.parametrize("root", ["/n%C3%A9ws", "/néws"])
def test_below_a_path_with_other_letters_as_settings_may_spell_it(root: str) -> None:
    assert destination_of(b"/", root, FILES) == Destination(redirect="/n%C3%A9ws/")
    assert destination_of(b"/n%C3%A9ws/tags", root, FILES) == Destination(redirect="/n%C3%A9ws/tags/")
    assert destination_of(b"/n%C3%A9ws/tags/", root, FILES) == Destination("tags/index.html")
