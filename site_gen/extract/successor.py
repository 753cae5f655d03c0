"""An article that takes the place of a post made earlier: what stays of the post, and which doubts are new."""

from msgspec.structs import replace

from site_gen.model.lock import LockedSeed
from site_gen.model.post import Entry
from site_gen.model.seed import Article, Doubt
from site_gen.model.settings import IngestSettings
from site_gen.text.dates import day_month_year

EDITOR = "editor"
"""The `date_source` in seeds.lock of a date that an editor chose."""


def is_drafted(article: Article, settings: IngestSettings) -> bool:
    """Whether a new post is made a draft: all are, or those that ingest is unsure of."""
    return settings.draft or (settings.unsure == "draft" and bool(article.unsure))


def as_successor(article: Article, post: Entry, locked: LockedSeed, settings: IngestSettings) -> Article:
    """The article in place of a post: at its address and date, under the headline that its editor chose.

    A seed that changes moves nothing and withdraws nothing: a post that is published does not become a draft.
    """
    article = replace(article, title=locked.title or article.title)
    doubts = (*article.unsure, *_other_date(article, post))
    unsure = tuple(doubt for doubt in doubts if not _is_settled(doubt, article, post, locked))
    article = replace(article, slug=post.slug, date=post.date, aliases=post.front.aliases, unsure=unsure)
    return replace(article, draft=post.front.draft and is_drafted(article, settings))


def _other_date(article: Article, post: Entry) -> tuple[Doubt, ...]:
    """A doubt where the seed now says another day than that of the post, which stays where it is."""
    day = (article.date.astimezone(post.date.tzinfo) if article.timed else article.date).date()
    if article.date_source == "modified" or day == post.day:
        return ()
    why = f"the seed now says {day_month_year(day)}; the post keeps {day_month_year(post.day)}"
    return (Doubt("date", why),)


def _is_settled(doubt: Doubt, article: Article, post: Entry, locked: LockedSeed) -> bool:
    """Whether an editor chose the value in question, or accepted this doubt about the value that it still has."""
    if doubt.about == "headline" and locked.title:
        return True
    if doubt.about == "date" and locked.date_source == EDITOR:
        return True
    unchanged = {
        "headline": article.title == post.front.title,
        "summary": article.summary == post.front.summary,
        "tags": tuple(tag.name for tag in article.tags) == post.front.tags,
    }
    return str(doubt) in locked.accepted and unchanged.get(doubt.about, True)


def noted(article: Article, new: LockedSeed, old: LockedSeed | None, settings: IngestSettings) -> LockedSeed:
    """What seeds.lock says of the post that was written; what an editor once decided about it stays."""
    decided = old if old is not None and old.post == new.post else LockedSeed("")
    source = "" if article.date_source == "header" else article.date_source
    return replace(
        new,
        date_source=EDITOR if decided.date_source == EDITOR else source,
        unsure=tuple(map(str, article.unsure)),
        accepted=decided.accepted,
        title=decided.title,
        held=article.draft and not settings.draft,
    )
