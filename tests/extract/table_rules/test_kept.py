"""Paragraphs that begin with a word of a table's boilerplate, and are none."""

import re
from pathlib import Path

import pytest

from site_gen.extract.languages import language_called
from site_gen.extract.languages.sentences import sentences_of
from site_gen.extract.table_rules.boilerplate import cut_boilerplate
from site_gen.extract.text import Line
from tests.extract.languages.measure import LANGUAGES, labelled

FEWEST = 12
"""Characters of a sentence; a shorter piece may be a sign of the end in brackets."""
KEPT = [
    tuple(line.split("\t")) for line in (Path(__file__).parent / "kept.txt").read_text(encoding="utf-8").splitlines()
]


_STOPS = re.compile(r"[.!?…。！？؟۔][\"'”’»)\]“」』）]*\Z")
OTHER = "1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567 1234567."


def _cut_somewhere(code: str, line: str) -> bool:
    """Whether a line is cut as the first, the second or the last paragraph of a story."""
    table = language_called(code).table
    assert table is not None
    orders = ((line, OTHER, OTHER), (OTHER, line, OTHER), (OTHER, OTHER, line))
    lines = (tuple(Line(at, text) for at, text in enumerate(texts, 1)) for texts in orders)
    return any(cut_boilerplate(one, frozenset(), table)[1] for one in lines)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_sentence_of_a_labelled_story_is_cut_wherever_it_is(code: str) -> None:
    found: list[str] = []
    count = 0
    for label in (*labelled("dev", code), *labelled("held", code)):
        story = [line.strip() for line in label.text[label.text.find(label.lead) :].split("\n")]
        for line in (one for one in story if one and one not in label.tail):
            sentences = {line, *sentences_of(line, language_called(code))}
            whole = sorted(one for one in sentences if _STOPS.search(one) and len(one) > FEWEST)
            count += len(whole)
            found += [f"{label.id}: {one}" for one in whole if _cut_somewhere(code, one)]
    assert found == []
    assert count > 70


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("uk", "Ми використовуємо файли cookie, щоб сайт працював краще."),
        ("ru", "Этот сайт использует файлы cookie для вашего удобства."),
        ("pl", "Używamy plików cookie, aby strona działała lepiej."),
        ("de", "Wir verwenden Cookies, um Ihnen die Seite zu zeigen."),
        ("fr", "Ce site utilise des cookies pour mesurer son audience."),
        ("es", "Utilizamos cookies propias y de terceros."),
        ("it", "Questo sito utilizza cookie tecnici e di profilazione."),
        ("zh", "本网站使用 Cookie 以改善您的体验。"),
        ("ja", "プライバシーポリシー"),
    ],
)
def test_a_notice_about_cookies_is_cut(code: str, line: str) -> None:
    assert _cut_somewhere(code, line)


@pytest.mark.parametrize(("code", "line"), KEPT)
def test_a_sentence_of_the_story_is_kept_wherever_it_is(code: str, line: str) -> None:
    table = language_called(code).table
    assert table is not None
    for texts in ((line, OTHER, OTHER), (OTHER, line, OTHER), (OTHER, OTHER, line)):
        kept, cuts = cut_boilerplate(tuple(Line(at, text) for at, text in enumerate(texts, 1)), frozenset(), table)
        assert cuts == ()
        assert tuple(one.text for one in kept) == texts
