from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.commonmark import CommonMark
from site_gen.markup.footnotes import with_notes
from site_gen.model.settings import MarkdownSettings

ENGINE = CommonMark(MarkdownSettings(engine="commonmark", typography=False))
LINES = st.sampled_from(
    ["a[^1]", "b[^2] c[^1]", "[^1]: A.", "[^2]: B[^1]", "[^A b]: c", "    more", "", "", "> [^3]: q", "[^3]"]
)


def test_notes_come_in_the_order_of_their_references() -> None:
    made = ENGINE.render("a[^b] c[^a]\n\n[^a]: First.\n[^b]: Second.", False)
    assert made.index("Second.") < made.index("First.")
    assert made.index('<li id="fn-b">') < made.index('<li id="fn-a">')


def test_a_note_without_a_reference_is_shown_without_links() -> None:
    made = ENGINE.render("a\n\n[^a]: Note.", False)
    assert "<p>Note.</p>" in made
    assert "backref" not in made


def test_a_note_that_ends_with_a_list_has_its_way_back_below() -> None:
    made = ENGINE.render("a[^a]\n\n[^a]:\n    - b", False)
    assert "</ul>\n<p><a " in made


def test_divisions_of_raw_html_stay_in_their_place() -> None:
    made = ENGINE.render("<div>\n\na[^a]\n\n</div>\n\n[^a]: <div>b</div>", True)
    assert made.count("<div") == made.count("</div>") == 3
    mixed = '</div><div class="footnote-definition" id="a"><sup class="footnote-definition-label">1</sup>'
    assert with_notes(mixed) == mixed


@given(st.lists(LINES, max_size=9).map("\n".join))
def test_every_link_of_a_note_has_its_place(text: str) -> None:
    import re

    made = ENGINE.render(text, False)
    ids = re.findall(r' id="([^"]*)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', made)) <= set(ids)
    assert "footnote-definition" not in made
