import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.markup.acronyms import AcronymMarker, with_acronyms
from site_gen.markup.engine import engine
from site_gen.model.settings import AcronymSettings, MarkdownSettings

KNOWN = {"SAM": "surface-to-air missile", "NATO": "the Alliance", "R&D": "research & <development>", "DoD": "Defence"}
SAM = '<abbr title="surface-to-air missile">SAM</abbr>'
NATO = '<abbr title="the Alliance">NATO</abbr>'


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ("<p>A SAM and a SAM.</p>", f"<p>A {SAM} and a SAM.</p>"),
        ("<p>SAMs of NATO-led forces.</p>", f"<p>{SAM}s of {NATO}-led forces.</p>"),
        ("<p>SAMOA, XSAM, anti-SAM, SAM/2, a_SAM, Sam.</p>", "<p>SAMOA, XSAM, anti-SAM, SAM/2, a_SAM, Sam.</p>"),
        ("<p>A Surface-to-air missile, or SAM.</p>", "<p>A Surface-to-air missile, or SAM.</p>"),
        ("<p>An alliance (NATO) of NATO.</p>", "<p>An alliance (NATO) of NATO.</p>"),
        ("<p>NATO (a pact), NATO.</p>", "<p>NATO (a pact), NATO.</p>"),
        ('<h2 id="x">NATO</h2><p>NATO</p>', f'<h2 id="x">NATO</h2><p>{NATO}</p>'),
        ("<p><code>NATO</code> NATO</p>", f"<p><code>NATO</code> {NATO}</p>"),
        ("<pre><code>NATO\n</code></pre><p>NATO</p>", f"<pre><code>NATO\n</code></pre><p>{NATO}</p>"),
        ('<p><a href="/NATO" title="a > NATO">NATO</a></p>', f'<p><a href="/NATO" title="a > NATO">{NATO}</a></p>'),
        ('<p><img alt="NATO" src="NATO.png"> NATO</p>', f'<p><img alt="NATO" src="NATO.png"> {NATO}</p>'),
        ('<p><abbr title="North">NATO</abbr> NATO</p>', f'<p><abbr title="North">NATO</abbr> {NATO}</p>'),
        ("<!-- NATO --><p>NATO</p>", f"<!-- NATO --><p>{NATO}</p>"),
        ("<p>R&amp;D</p>", '<p><abbr title="research &amp; &lt;development&gt;">R&amp;D</abbr></p>'),
        ("<p>The DoD</p>", '<p>The <abbr title="Defence">DoD</abbr></p>'),
        ("<p>nothing</p>", "<p>nothing</p>"),
        ("NATO", NATO),
    ],
)
def test_the_first_use_in_prose_is_marked(made: str, expected: str) -> None:
    assert with_acronyms(made, KNOWN) == expected


@given(st.text(st.sampled_from("NATOSM& <>h2/a\"'=-()s\n"), max_size=60))
def test_only_marks_are_added_and_each_name_once(made: str) -> None:
    marked = with_acronyms(made, KNOWN)
    assert re.sub(r'<abbr title="[^"]*">(NATO|SAM)</abbr>', r"\1", marked) == made
    assert max(marked.count(f'">{name}</abbr>') for name in KNOWN) <= 1


@pytest.mark.parametrize("name", ["python-markdown", "commonmark"])
def test_both_engines_mark_them_when_asked(name: str) -> None:
    if name == "commonmark":
        pytest.importorskip("pyromark")
    names = {"NATO": "", "QRA": "quick reaction alert"}
    asked = MarkdownSettings(engine=name, acronyms=AcronymSettings(explain=True, names=names))  # type: ignore[arg-type]
    text = "## SAM\n\nNATO, QRA and *SAM*, `SAM`.\n"
    html = engine(asked).render(text, False)
    assert isinstance(engine(asked), AcronymMarker)
    assert '<p>NATO, <abbr title="quick reaction alert">QRA</abbr> and' in html
    assert f"<em>{SAM}</em>" in html
    assert html.count("<abbr") == 2
    assert "<abbr" not in engine(MarkdownSettings(engine=name)).render(text, False)  # type: ignore[arg-type]
