from datetime import UTC, datetime
from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.extract.article import Context, derive
from site_gen.extract.names import load_gazetteer
from site_gen.model.seed import Article, Given, Seed

TEXT = """By Sgt. Jane Roe
OSLO, May 1, 2020 – The harbour council approved a second pier for patrol boats on Friday, officials said.
The pier will give the boats a berth of their own from 2027. Work begins in the autumn.
1. A list that is none
Subscribe to get the latest posts sent to your email."""


@lru_cache(maxsize=1)
def _context() -> Context:
    return Context(load_gazetteer())


def _made(text: str, header_lines: int = 0, facts: Given | None = None) -> Article:
    changed = datetime(2025, 3, 20, tzinfo=UTC)
    return derive(
        Seed(path="seeds/a.txt", text=text, modified=changed, header_lines=header_lines, given=facts or Given()),
        _context(),
    )


def test_the_story_of_a_seed() -> None:
    made = _made(TEXT)
    assert made.title == "Harbour council approves second pier for patrol boats, officials say"
    assert made.slug == "harbour-council-approves-second-pier-for-patrol-boats"
    assert made.summary.startswith("The pier will give")
    assert (made.date.isoformat(), made.date_source) == ("2020-05-01T00:00:00+00:00", "dateline")
    assert made.authors == ("Jane Roe",)
    assert made.body.startswith("The harbour council approved")
    assert [cut.rule for cut in made.cuts[:2]] == ["byline", "dateline"]
    assert made.cuts[-1].line == 5
    assert {"headline", "summary", "date", "slug", "tags", "authors", "dateline"} <= {
        decision.what for decision in made.decisions
    }


def test_what_is_given_wins_and_its_lines_are_cut() -> None:
    facts = Given(
        title="A title of one's own",
        summary="Short.",
        slug="own",
        tags=("Harbours",),
        authors=("R. Doe",),
        type="analysis",
    )
    made = _made("Title: A title of one's own\n" + TEXT, header_lines=1, facts=facts)
    assert (made.title, made.summary, made.slug, made.type) == ("A title of one's own", "Short.", "own", "analysis")
    assert made.authors == ("R. Doe",)
    assert [tag.name for tag in made.tags] == ["Harbours"]
    assert (made.cuts[0].line, made.cuts[0].rule) == (1, "header")


def test_a_header_s_title_has_no_marks_of_direction() -> None:
    facts = Given(title="\u200f\u202bوزارة النقل می\u200cخواهد\u202c\u200e", summary="\u2067ملخص\u2069")
    made = _made("Title: x\n" + TEXT, header_lines=1, facts=facts)
    assert (made.title, made.summary) == ("وزارة النقل می\u200cخواهد", "ملخص")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_seed_gives_an_article_the_same_each_time(lines: list[str]) -> None:
    text = "\n".join(line.replace("\r", " ") for line in lines)
    made = _made(text)
    assert made == _made(text)
    assert made.title
    assert made.slug
    assert list(made.cuts) == sorted(made.cuts, key=lambda cut: cut.line)
