import time

import pytest

from site_gen.markup.commonmark import CommonMark
from site_gen.markup.engine import Engine
from site_gen.markup.languages import with_languages
from site_gen.markup.python_markdown import PythonMarkdown
from site_gen.model.settings import MarkdownSettings

ENGINES: list[Engine] = [PythonMarkdown(MarkdownSettings()), CommonMark(MarkdownSettings())]
CASES = {
    "on a line of its own": (
        '> "Так".\n> {lang=uk}\n',
        '<blockquote lang="uk" dir="ltr">\n<p>«Так».</p>\n</blockquote>',
    ),
    "below the quotation": (
        '> "Так".\n{: lang=uk }\n',
        '<blockquote lang="uk" dir="ltr">\n<p>«Так».</p>\n</blockquote>',
    ),
    "after a blank line": ("> Так.\n\n{lang=uk}\n", '<blockquote lang="uk" dir="ltr">\n<p>Так.</p>\n</blockquote>'),
    "at the end": ("> نعم. {lang=ar}\n", '<blockquote lang="ar" dir="rtl">\n<p>نعم.</p>\n</blockquote>'),
    "after several paragraphs": (
        "> Так.\n>\n> Ні. {lang='uk'}\n",
        '<blockquote lang="uk" dir="ltr">\n<p>Так.</p>\n<p>Ні.</p>\n</blockquote>',
    ),
    "of a paragraph": ('"Ja." {lang=de}\n', '<p lang="de" dir="ltr">„Ja.“</p>'),
    "within another": (
        "> One.\n>\n> > Так. {lang=uk}\n>\n> Two.\n",
        '<blockquote>\n<p>One.</p>\n<blockquote lang="uk" dir="ltr">\n<p>Так.</p>\n</blockquote>\n'
        "<p>Two.</p>\n</blockquote>",
    ),
    "of no language": ("> Так. {lang=ua}\n", "<blockquote>\n<p>Так. {lang=ua}</p>\n</blockquote>"),
    "in code": ("`{lang=uk}`\n", "<p><code>{lang=uk}</code></p>"),
}


@pytest.mark.parametrize("engine", ENGINES, ids=["python-markdown", "commonmark"])
@pytest.mark.parametrize("trusted", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_a_part_names_its_language(case: str, trusted: bool, engine: Engine) -> None:
    written, shown = CASES[case]
    assert engine.render(written, trusted) == shown


@pytest.mark.parametrize("engine", ENGINES, ids=["python-markdown", "commonmark"])
def test_what_follows_a_part_is_in_the_language_of_the_text(engine: Engine) -> None:
    made = engine.render('"Oui" !\n\n> "Yes!" {lang=en}\n\n"Non" !\n', False, language="fr")
    assert made.count("«\u202f") == 2 and "“Yes!”" in made


def test_raw_html_gets_its_direction() -> None:
    made = ENGINES[0].render('<p lang="he">שלום</p>\n\n<p lang="he" dir="ltr">a</p>\n', True)
    assert '<p lang="he" dir="rtl">' in made and '<p lang="he" dir="ltr">' in made


def test_many_parts_take_as_long_as_they_are() -> None:
    html = "<blockquote>\n<p>Так. {lang=uk}</p>\n</blockquote>\n" * 20_000
    began = time.perf_counter()
    assert with_languages(html).count('<blockquote lang="uk" dir="ltr">') == 20_000
    assert time.perf_counter() - began < 5
