"""Entries become posts: with the addresses, terms and pictures that the site gives them."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from site_gen.indexing.addresses import PostAddresses
from site_gen.indexing.pictures import Pictures
from site_gen.indexing.terms import Vocabulary
from site_gen.model.post import Card, Correction, Entry, Post
from site_gen.model.settings import Settings
from site_gen.text.dates import in_zone, midnight
from site_gen.text.escape import printable
from site_gen.text.same import is_same
from site_gen.text.typography import typographic_text

Previous = Mapping[str, tuple[Entry, Post]]


def made_posts(
    entries: tuple[Entry, ...],
    vocabulary: Vocabulary,
    pictures: Pictures,
    settings: Settings,
    previous: Previous,
    steady: bool,
) -> tuple[Post, ...]:
    """A post of each entry.

    `previous` are posts that were made under the same settings, by their files, each with its entry. They are taken
    again where the entry is the same, no picture or link has a part in it, and it has the same terms; with `steady`
    they all have. Where a text alone was edited, the card is that of before.
    """
    zone, addresses = ZoneInfo(settings.timezone), PostAddresses(settings)
    made = []
    for entry in entries:
        post = None
        before = previous.get(entry.source.path)
        if before is not None and before[0] == entry and _stands_alone(entry):
            post = before[1] if steady or vocabulary.terms_of(entry) == before[1].card.tags else None
        if post is None:
            post = _post(entry, addresses.of(entry), vocabulary, pictures, settings, zone)
            if before is not None and is_same(post.card, before[1].card):
                post = replace(post, card=before[1].card)
        made.append(post)
    return tuple(made)


def _stands_alone(entry: Entry) -> bool:
    """Whether a post is made of its entry and terms alone: it shows no picture, and links to no text by its name."""
    return not (entry.body.asks or entry.front.image or entry.body.links)


def _post(entry: Entry, url: str, vocabulary: Vocabulary, pictures: Pictures, settings: Settings, zone: tzinfo) -> Post:
    """A post with its moments in the site's zone, which the ledger does not keep."""
    front, updated = entry.front, _updated(entry)
    card = Card(
        url=url,
        title=_set(front.title, settings),
        date=in_zone(entry.date, zone) if entry.timed else midnight(entry.day, zone),
        updated=in_zone(updated, zone) if updated else None,
        summary=_set(entry.excerpt, settings),
        authors=front.authors or settings.authors,
        tags=vocabulary.terms_of(entry),
        type=front.type,
        pinned=front.pinned,
        image=pictures.image(front.image, entry.source.path),
    )
    return Post(
        source=entry.source,
        card=card,
        body=pictures.body(entry.body),
        aliases=front.aliases,
        dateline=_set(front.dateline.strip(), settings),
        attribution=front.source,
        corrections=tuple(
            Correction(in_zone(one.date, zone), one.text) for one in sorted(front.corrections, key=lambda one: one.date)
        ),
        thread=_set(front.thread.strip(), settings),
        extra=front.extra,
        deck=entry.deck,
    )


def _set(text: str, settings: Settings) -> str:
    text = printable(text)
    return typographic_text(text) if settings.markdown.typography else text


def _updated(entry: Entry) -> datetime | None:
    """The last change a post owns up to: `updated`, or its latest correction."""
    moments = [one.date for one in entry.front.corrections]
    if entry.front.updated is not None:
        moments.append(entry.front.updated)
    latest = max(moments, default=None)
    return latest if latest is not None and latest > entry.date else None
