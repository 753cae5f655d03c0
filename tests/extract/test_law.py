"""The law of ingest: every word of a seed is in its post, in a field that the text gave, or in the log of cuts."""

import html
import re
from collections import Counter
from datetime import UTC, datetime
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.article import Context, derive
from site_gen.extract.clean import clean
from site_gen.extract.names import load_gazetteer
from site_gen.model.seed import Article, Seed
from tests.extract.test_escape_markdown import TEXT

WORDS = """harbour council pier boats ministry Oslo Russia brigade NATO missile ordered held sailed said the of in and
winter F-16 yards six 2027 Lind contract tender quay""".split()  # noqa: SIM905 - a paragraph is read more easily
WORD = st.sampled_from(WORDS)
PHRASE = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
SENTENCE = st.lists(WORD, min_size=6, max_size=24).map(lambda words: " ".join(words).capitalize() + ".")
CELLS = st.lists(PHRASE, min_size=3, max_size=3)


def rows(sign: str) -> st.SearchStrategy[str]:
    return st.lists(CELLS.map(sign.join), min_size=2, max_size=4).map("\n".join)


def marked(sign: str) -> st.SearchStrategy[str]:
    return st.lists(PHRASE, min_size=2, max_size=4).map(lambda items: "\n".join(sign + item for item in items))


def framed(before: str, after: str, words: st.SearchStrategy[str] = SENTENCE) -> st.SearchStrategy[str]:
    return words.map(lambda text: before + text + after)


_GARBLED = re.compile("[\x80-\x9fÂÃâÐÑðïРС]")  # what these replace is guessed line by line, and may change letters
BLOCK = st.one_of(
    SENTENCE,
    st.lists(SENTENCE, min_size=2, max_size=3).map("\n".join),
    PHRASE,
    PHRASE.map(str.upper),
    SENTENCE.map(str.upper),
    *map(marked, ("- ", "* ", "• ", "[1] ", "Q: ", "A: ", "> ")),
    *map(rows, (" | ", "\t", "    ")),
    st.lists(PHRASE, min_size=2, max_size=4).map(
        lambda all_: "\n".join(f"{n}. {one}" for n, one in enumerate(all_, 1))
    ),
    framed("# ", "", PHRASE),
    framed("## ", " ##", PHRASE),
    framed("", "\n=====", PHRASE),
    framed("<h1>", "</h1>", PHRASE),
    framed("<p>", "</p>"),
    framed("<ul><li>", "</li></ul>"),
    framed("<table><tr><td>a</td><td>", "</td></tr><tr><td>b<td>c</table>", PHRASE),
    framed("<script>", "</script>", PHRASE),
    framed("<nav>", "</nav>", PHRASE),
    framed("<blockquote>", "</blockquote>"),
    framed("**", "** [pier](https://pier.example/a)", PHRASE),
    framed("```\n", "\n```", PHRASE),
    framed("14:32 - ", ""),
    framed("OSLO, May 2 (Reuters) - ", ""),
    framed("It fell.[1] ", " [2] So it was.[3]"),
    framed("MK: ", "?"),
    st.sampled_from(
        ["By Jane Roe", "Page 3 of 12", "- 4 -", "\f", "Fleet Review 7", "###", "***", "-----", "ENDS", "| --- | --- |"]
    ),
    st.sampled_from(["Share this article", "Subscribe", "Photo: Jane Roe", "Read more", "Trump‘s", "``So,'' he said"]),
    TEXT.map(lambda raw: _GARBLED.sub("", raw.replace("\r", " "))),
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
SEED = st.lists(st.tuples(BLOCK, st.sampled_from(["\n", "\n\n"])).map("".join), max_size=12).map("".join)


@lru_cache(maxsize=1)
def context() -> Context:
    return Context(load_gazetteer())


def article(text: str) -> Article:
    return derive(Seed(path="seeds/a.txt", text=text, modified=datetime(2025, 3, 20, tzinfo=UTC)), context())


def kept(made: Article) -> str:
    """All that is left of the words: the body, the fields that the text gave, and the log."""
    given = [one.value for one in made.decisions if one.why == "the text says it"]
    body = html.unescape(_ESCAPE.sub(r"\1", made.body))
    return "\n".join((body, *given, *(cut.text for cut in made.cuts)))


def words_of(text: str) -> Counter[str]:
    """The words; marks of code, emphasis and quotation are no words and separate none: "`0`0" is one word."""
    return Counter(re.findall(r"[^\W_]+", re.sub("[`*‘’']", "", text.casefold())))


@given(SEED)
@settings(max_examples=500, deadline=None)
def test_every_word_is_kept_or_logged(text: str) -> None:
    assert words_of(clean(text)) - words_of(kept(article(text))) == Counter()


@given(st.lists(st.lists(WORD, min_size=8, max_size=14).map(" ".join), min_size=3, max_size=8), st.data())
@settings(max_examples=200, deadline=None)
def test_words_split_at_line_ends_keep_their_letters(lines: list[str], data: st.DataObject) -> None:
    cuts = [data.draw(st.integers(2, len(line) - 2)) for line in lines]
    text = "\n".join(line[:at] + "-\n" + line[at:] for line, at in zip(lines, cuts, strict=True))
    letters = Counter("".join(re.findall(r"[^\W_]", clean(text).casefold())))
    assert letters - Counter(kept(article(text)).casefold()) == Counter()
