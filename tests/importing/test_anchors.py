"""Footnotes and links to headings, in the markup of several programs, survive as Markdown."""

import pytest

from site_gen.importing.html_body import markdown_of


class Nowhere:
    def link(self, href: str) -> str | None:
        return None if href.startswith("#") else href

    def picture(self, src: str) -> str | None:
        return None


NOTES = {
    "kramdown": '<p>Text<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>.</p>'
    '<div class="footnotes"><ol><li id="fn:1"><p>The note. <a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li></ol></div>',
    "goldmark": '<p>Text<sup id="fnref1:1"><a href="#fn1:1">1</a></sup>.</p><ol><li id="fn1:1"><p>The note.&#160;<a href="#fnref1:1">↩︎</a></p></li></ol>',
    "pandoc": '<p>Text<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>.</p><section><ol><li id="fn1"><p>The note.<a href="#fnref1">↩</a></p></li></ol></section>',
    "docutils": '<p>Text<sup><a id="id1" href="#id2">1</a></sup>.</p><ol><li id="id2"><p>The note. <a href="#id1">back</a></p></li></ol>',
}


@pytest.mark.parametrize("form", NOTES)
def test_footnotes_are_footnotes(form: str) -> None:
    made = markdown_of(NOTES[form], Nowhere())
    assert made.text.replace("\xa0", " ").replace(" \n", "\n").rstrip() == "Text[^1].\n\n[^1]: The note."
    assert made.losses == ()


def test_a_footnote_may_be_referred_to_twice() -> None:
    source = (
        '<p>One<sup id="fnref:a"><a href="#fn:a">1</a></sup> and two<sup id="fnref:a:1"><a href="#fn:a">1</a></sup>.</p>'
        '<ol><li id="fn:a"><p>The note. <a href="#fnref:a">↩</a> <a href="#fnref:a:1">↩<sup>2</sup></a></p></li></ol>'
    )
    made = markdown_of(source, Nowhere())
    assert made.text.startswith("One[^1] and two[^1].") and made.losses == ()


def test_links_to_headings_lead_to_them_and_others_are_named() -> None:
    source = (
        '<ul><li><a href="#s-1">One</a></li><li><a href="#s-2">Two</a></li><li><a href="#gone">Gone</a></li></ul>'
        '<h2 id="s-1">Ships at sea</h2><h2><a name="s-2"></a>Ships: C++ &amp; more</h2>'
    )
    made = markdown_of(source, Nowhere())
    assert "[One](#ships-at-sea)" in made.text
    assert [loss.what for loss in made.losses] == [
        "the link to #s-2 is removed; its words stay",
        "the link to #gone is removed; its words stay",
    ]


def test_a_list_that_links_to_its_own_items_is_no_footnote() -> None:
    made = markdown_of(
        '<p><a href="#a">See a</a></p><ul><li id="a">An item with <a href="#b">more</a></li></ul>', Nowhere()
    )
    assert "[^" not in made.text and len(made.losses) == 2


def test_of_two_headings_with_the_same_words_no_link_is_guessed() -> None:
    made = markdown_of('<a href="#x">X</a><h2 id="x">Same</h2><h2 id="y">Same</h2>', Nowhere())
    assert "](#" not in made.text
