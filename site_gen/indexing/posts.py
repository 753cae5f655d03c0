"""Makes posts from entries, with their addresses, terms and pictures on the site."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from site_gen.indexing.addresses import PostAddresses
from site_gen.indexing.editions import Edition, foreign
from site_gen.indexing.pictures import Pictures
from site_gen.indexing.terms import Vocabulary
from site_gen.model.post import Card, Correction, Entry, Post
from site_gen.model.settings import Settings
from site_gen.text.dates import in_zone, midnight
from site_gen.text.escape import printable
from site_gen.text.same import is_same
from site_gen.text.typography import typographic_text

Previous = Mapping[str, tuple[Entry, Post]]


def make_posts(
    entries: tuple[Entry, ...],
    vocabulary: Vocabulary,
    pictures: Pictures,
    edition: Edition,
    addresses: PostAddresses,
    previous: Previous,
    same_terms: bool,
) -> tuple[Post, ...]:
    """A post for each entry of an edition.

    `previous` are posts that were made under the same settings, by their files, each with its entry. A post is reused
    if its entry and terms are the same, and it has no pictures or links to texts; with `same_terms` the terms need not
    be compared. If only a text was edited, the previous card is reused.
    """
    zone = ZoneInfo(edition.settings.timezone)
    made = []
    for entry in entries:
        post = None
        earlier = previous.get(entry.source.path)
        if earlier is not None and earlier[0] == entry and _is_independent(entry):
            post = earlier[1] if same_terms or vocabulary.terms_of(entry) == earlier[1].card.tags else None
        if post is None:
            post = _post(entry, addresses.of(entry), vocabulary, pictures, edition, zone)
            if earlier is not None and is_same(post.card, earlier[1].card):
                post = replace(post, card=earlier[1].card)
        made.append(post)
    return tuple(made)


def _is_independent(entry: Entry) -> bool:
    """Whether a post depends on its entry and terms alone: it has no pictures, and no links to texts."""
    return not (entry.body.asks or entry.front.image or entry.body.links)


def _post(entry: Entry, url: str, vocabulary: Vocabulary, pictures: Pictures, edition: Edition, zone: tzinfo) -> Post:
    """The post of an entry, with its moments in the site's zone, which the ledger does not store."""
    front, updated, settings = entry.front, _updated(entry), edition.settings
    language = entry.body.language
    card = Card(
        url=url,
        title=_typeset(front.title, language, settings),
        date=in_zone(entry.date, zone) if entry.timed else midnight(entry.day, zone),
        updated=in_zone(updated, zone) if updated else None,
        summary=_typeset(entry.excerpt, language, settings),
        authors=front.authors or settings.authors,
        tags=vocabulary.terms_of(entry),
        type=front.type,
        pinned=front.pinned,
        image=pictures.image(front.image, entry.source.path),
        language=foreign(entry.language, edition),
    )
    return Post(
        source=entry.source,
        card=card,
        body=pictures.body(entry.body),
        aliases=front.aliases,
        dateline=_typeset(front.dateline.strip(), language, settings),
        attribution=front.source,
        corrections=tuple(
            Correction(in_zone(one.date, zone), one.text) for one in sorted(front.corrections, key=lambda one: one.date)
        ),
        thread=_typeset(front.thread.strip(), language, settings),
        extra=front.extra,
        deck=entry.deck,
        guid=front.guid,
    )


def _typeset(text: str, language: str, settings: Settings) -> str:
    text = printable(text)
    return typographic_text(text, language) if settings.markdown.typography else text


def _updated(entry: Entry) -> datetime | None:
    """The last change that a post shows: `updated`, or its latest correction."""
    moments = [one.date for one in entry.front.corrections]
    if entry.front.updated is not None:
        moments.append(entry.front.updated)
    latest = max(moments, default=None)
    return latest if latest is not None and latest > entry.date else None
