"""An article that replaces an earlier post: what is kept of the post, and which doubts are new."""

from msgspec.structs import replace

from site_gen.model.lock import LockedSeed
from site_gen.model.post import Entry
from site_gen.model.seed import Article, Doubt
from site_gen.model.settings import IngestSettings
from site_gen.text.dates import day_month_year

EDITOR = "editor"
"""The `date_source` in seeds.lock for a date that an editor chose."""


def is_drafted(article: Article, settings: IngestSettings) -> bool:
    """Whether a new post is made a draft: by the settings all are, or those that ingest is unsure of."""
    return settings.draft or (settings.unsure == "draft" and bool(article.unsure))


def as_successor(article: Article, post: Entry, locked: LockedSeed, settings: IngestSettings) -> Article:
    """The article that replaces a post: with the post's address and date, and what its editor chose.

    A changed seed moves and withdraws nothing: a published post does not become a draft.
    """
    article = replace(article, title=locked.title or article.title, summary=locked.summary or article.summary)
    if locked.tags:
        article = replace(article, tags=tuple(article.entity(tag) for tag in locked.tags))
    doubts = (*article.unsure, *_other_date(article, post))
    unsure = tuple(doubt for doubt in doubts if not _is_settled(doubt, article, post, locked))
    article = replace(article, slug=post.slug, date=post.date, aliases=post.front.aliases, unsure=unsure)
    return replace(article, draft=post.front.draft and (article.drafted or is_drafted(article, settings)))


def _other_date(article: Article, post: Entry) -> tuple[Doubt, ...]:
    """A doubt where the seed now gives another day than that of the post, which is kept."""
    day = (article.date.astimezone(post.date.tzinfo) if article.timed else article.date).date()
    if article.date_source == "modified" or day == post.day:
        return ()
    why = f"the seed now says {day_month_year(day)}; the post keeps {day_month_year(post.day)}"
    return (Doubt("date", why),)


def _is_settled(doubt: Doubt, article: Article, post: Entry, locked: LockedSeed) -> bool:
    """Whether an editor chose the value in question, or accepted this doubt and the value has not changed since."""
    chosen = {
        "headline": locked.title,
        "summary": locked.summary,
        "tags": locked.tags,
        "date": locked.date_source == EDITOR,
    }
    if chosen.get(doubt.about):
        return True
    unchanged = {
        "headline": article.title == post.front.title,
        "summary": article.summary == post.front.summary,
        "tags": tuple(tag.name for tag in article.tags) == post.front.tags,
    }
    return str(doubt) in locked.accepted and unchanged.get(doubt.about, True)


def noted(article: Article, new: LockedSeed, old: LockedSeed | None, settings: IngestSettings) -> LockedSeed:
    """The entry of seeds.lock for the post that was written; an editor's decisions about it are kept."""
    previous = old if old is not None and old.post == new.post else LockedSeed("")
    source = "" if article.date_source == "header" else article.date_source
    return replace(
        new,
        date_source=EDITOR if previous.date_source == EDITOR else source,
        unsure=tuple(map(str, article.unsure)),
        accepted=previous.accepted,
        title=previous.title,
        summary=previous.summary,
        tags=previous.tags,
        held=article.draft and not settings.draft and not article.drafted,
    )
