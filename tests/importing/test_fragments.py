"""Links to headings of other texts lead to the name that the heading has here."""

from site_gen.importing.fragments import Fragments
from site_gen.importing.item import Item

HTML = '<h2 id="h-1">Ships at sea</h2><h2><a name="old"></a>Crews</h2><h3 id="x">Same</h3><h3 id="y">Same</h3>'
FRAGMENTS = Fragments(
    {
        "a.md": Item(key="a", kind="post", place="a", html=HTML),
        "b.md": Item(key="b", kind="post", place="b", markdown="## Ships at sea\n\n## Crews {#who}\n"),
    }
)


def test_the_heading_of_a_page_has_the_name_made_of_its_words() -> None:
    assert FRAGMENTS.here("a.md", "h-1") == "ships-at-sea"
    assert FRAGMENTS.here("a.md", "old") == "crews"


def test_the_heading_of_a_text_keeps_its_name() -> None:
    assert FRAGMENTS.here("b.md", "ships-at-sea") == "ships-at-sea"
    assert FRAGMENTS.here("b.md", "who") == "who"


def test_what_is_not_certain_or_not_there_has_none() -> None:
    assert not any(FRAGMENTS.here("a.md", name) for name in ("x", "y", "gone"))
    assert FRAGMENTS.here("c.md", "ships-at-sea") == ""
