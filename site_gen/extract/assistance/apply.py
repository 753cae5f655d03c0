"""An article with an assistant's proposals: as alternatives, or in place of what the rules were unsure of."""

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from site_gen.extract.assistance.source import source_text
from site_gen.extract.assistance.verify import verified
from site_gen.model.assistance import About, Answer, Assistance
from site_gen.model.seed import Article, Doubt

Use = Literal["propose", "unsure"]


def with_assistance(article: Article, answer: Answer, use: Use) -> tuple[Article, Assistance]:
    """The article with what passes the check of an answer, and the result of the check.

    `propose`: only alternatives. `unsure`: fields that the rules are unsure of have the assistant's words; they stay a
    doubt until somebody accepts them.
    """
    passed = verified(answer, source_text(article))
    doubtful = {doubt.about for doubt in article.unsure}
    wanted: tuple[About, ...] = ("headline", "summary", "tags") if use == "unsure" else ()
    used = tuple(about for about in wanted if about in doubtful and getattr(passed, about))
    article = _with_words(article, passed, used)
    titles = (article.title, *article.other_titles)
    if passed.headline and passed.headline not in titles:
        article = replace(article, other_titles=(passed.headline, *article.other_titles))
    return article, replace(passed, used=used)


def _with_words(article: Article, passed: Assistance, used: Iterable[About]) -> Article:
    for about in used:
        doubts = tuple(doubt for doubt in article.unsure if doubt.about != about)
        article = replace(article, unsure=(*doubts, Doubt(about, f"written by the assistant {passed.model}")))
        if about == "headline":
            others = tuple(title for title in article.other_titles if title != passed.headline)
            article = replace(article, title=passed.headline, other_titles=(article.title, *others))
        elif about == "summary":
            article = replace(article, summary=passed.summary)
        else:
            article = replace(article, tags=tuple(map(article.entity, passed.tags)))
    return article
