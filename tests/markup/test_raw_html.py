import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.engine import engine
from site_gen.markup.raw_html import raw_html_in
from site_gen.model.settings import MarkdownSettings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See <b>this</b>.", (1, "<b>")),
        ('One\n\n<div class="a"\n  id="b">\nx\n</div>\n', (3, '<div class="a"\n  id="b">')),
        ("Text.\n\n<!-- more -->\n", (3, "<!-- more -->")),
        ("`<b>` is bold, <i>this</i> too", (1, "<i>")),
        ("```\n<br>\n```\n\nEnd <br/>\n", (5, "<br/>")),
        ("    code <br>\n\nEnd <BR>\n", (3, "<BR>")),
        ("Use `<b>` or ``<i> ` `` here", None),
        ("```html\n<br>\n```\n", None),
        ("~~~\n<br>\n```\n<br>\n~~~\n", None),
        ("Text.\n\n    <br>\n    <br>\n", None),
        ("\\<b> stays", None),
        ("<https://example.org/> and <a@example.org> and 3 <5> and <Kilo> <name>", None),
        ("a < b > c", None),
    ],
)
def test_tags_outside_of_code(text: str, found: tuple[int, str] | None) -> None:
    assert raw_html_in(text) == found


@pytest.mark.parametrize("text", ["See <b>this</b>.", "Text.\n\n<!-- more -->\n", "<div>\nx\n</div>\n"])
def test_readers_really_see_them(text: str) -> None:
    found = raw_html_in(text)
    assert found is not None
    assert "&lt;" in engine(MarkdownSettings()).render(text, trusted=False)


@given(st.text(alphabet="<>b/`~\n !-\\a", max_size=60))
def test_it_never_fails_and_names_a_line_that_has_it(text: str) -> None:
    found = raw_html_in(text)
    if found is not None:
        assert found[1].split("\n")[0] in text.split("\n")[found[0] - 1]
