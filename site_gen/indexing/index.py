"""The index: all entries of a site to one `Site` value, whole, every time."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen.indexing.addresses import post_url
from site_gen.indexing.archive import archive
from site_gen.indexing.pictures import Pictures
from site_gen.indexing.published import Include, held_reason, is_shown, newest_first
from site_gen.indexing.related import related
from site_gen.indexing.terms import Vocabulary, vocabulary
from site_gen.indexing.threads import threads
from site_gen.model.picture import PictureSource
from site_gen.model.post import Card, Correction, Entry, Held, PageEntry, Post, TagEntry
from site_gen.model.problem import Problem
from site_gen.model.redirect import Redirect
from site_gen.model.settings import Settings
from site_gen.model.site import NOT_FOUND, Beside, Neighbours, Site, Term
from site_gen.wording.dates import in_zone
from site_gen.wording.escape import printable
from site_gen.wording.typography import typographic_text


class Indexed(Struct, frozen=True):
    """The site, the posts that are held back from it, and what stands against it."""

    site: Site
    held: tuple[Held, ...]
    problems: tuple[Problem, ...]
    beside: Beside


Known = Mapping[str, tuple[Entry, Post]]


def index(
    posts: tuple[Entry, ...],
    pages: tuple[PageEntry, ...],
    tags: tuple[TagEntry, ...],
    settings: Settings,
    as_of: datetime,
    include: Include,
    past: Beside = NOT_FOUND,
    files: Mapping[str, PictureSource] = {},
    forms: tuple[str, ...] = (),
    maker: str = "",
    redirects: tuple[Redirect, ...] = (),
    known: Mapping[str, tuple[Entry, Post]] = {},
) -> Indexed:
    """The site as it is at `as_of`; `past` are the related posts of the last index.

    `files` are the pictures that there are, by path, and `forms` the formats in which others can be made of them;
    `maker` is what draws social cards, "" for nothing. `known` are posts, by their files, that were made
    of these entries under the same settings.
    """
    pictures = Pictures(files, settings.images, forms)
    published, held = part(posts, settings, as_of, include)
    terms, problems = vocabulary(published, settings)
    zone = ZoneInfo(settings.timezone)
    made = tuple([_known(entry, terms, known) or _post(entry, terms, pictures, settings, zone) for entry in published])
    cards = tuple(post.card for post in made)
    beside = related(cards, settings.related, past)
    site = Site(
        settings=settings,
        posts=made,
        neighbours=_neighbours(cards, beside),
        terms=_terms(cards, tags, pictures),
        threads=threads(made),
        years=archive(cards),
        standing=tuple(_standing(page, pictures, zone) for page in pages if not page.front.draft or include.drafts),
        as_of=as_of,
        pictures=pictures.files,
        maker=maker,
        redirects=redirects,
    )
    return Indexed(site, held, problems + tuple(pictures.problems), beside)


def part(
    posts: tuple[Entry, ...], settings: Settings, as_of: datetime, include: Include
) -> tuple[tuple[Entry, ...], tuple[Held, ...]]:
    """The posts that are shown, newest first, and those held back, by path."""
    zone = ZoneInfo(settings.timezone)
    shown: list[Entry] = []
    held: list[Held] = []
    for entry in posts:
        reason = held_reason(entry, as_of)
        if reason is None or is_shown(reason[0], include):
            shown.append(entry)
        if reason is not None:
            why, until = reason
            until = in_zone(until, zone) if until else None
            held.append(Held(entry.source.path, entry.front.title, why, until, url_of(entry, settings)))
    return newest_first(tuple(shown)), tuple(sorted(held, key=lambda one: one.path))


def url_of(entry: Entry, settings: Settings) -> str:
    """The address of a post."""
    date = in_zone(entry.date, ZoneInfo(settings.timezone))
    return post_url(settings.permalink, date, entry.slug, entry.front.type)


def _known(entry: Entry, terms: Vocabulary, known: Known) -> Post | None:
    """The post as it was made before, where the entry is that one, no picture has a part in it, and its terms stand."""
    before = known.get(entry.source.path)
    if before is None or before[0] != entry or entry.body.asks or entry.front.image:
        return None
    return before[1] if terms.terms_of(entry) == before[1].card.tags else None


def _post(entry: Entry, terms: Vocabulary, pictures: Pictures, settings: Settings, zone: tzinfo) -> Post:
    """A post with its moments in the site's zone, which the ledger does not keep."""
    front, date, updated = entry.front, in_zone(entry.date, zone), _updated(entry)
    card = Card(
        url=post_url(settings.permalink, date, entry.slug, front.type),
        title=_set(front.title, settings),
        date=date,
        updated=in_zone(updated, zone) if updated else None,
        summary=_set(entry.excerpt, settings),
        authors=front.authors or settings.authors,
        tags=terms.terms_of(entry),
        type=front.type,
        pinned=front.pinned,
        image=pictures.image(front.image, entry.source.path, entry.lines.get("image", 1)),
    )
    return Post(
        source=entry.source,
        card=card,
        body=pictures.body(entry.body),
        aliases=front.aliases,
        attribution=front.source,
        corrections=tuple(
            Correction(in_zone(one.date, zone), one.text) for one in sorted(front.corrections, key=lambda one: one.date)
        ),
        thread=_set(front.thread.strip(), settings),
        extra=front.extra,
    )


def _standing(page: PageEntry, pictures: Pictures, zone: tzinfo) -> PageEntry:
    moment = page.front.updated
    if page.body.asks:
        page = replace(page, body=pictures.body(page.body))
    return replace(page, front=replace(page.front, updated=in_zone(moment, zone))) if moment else page


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


def _neighbours(cards: Sequence[Card], beside: Beside) -> tuple[Neighbours, ...]:
    last = len(cards) - 1
    return tuple(
        Neighbours(
            newer=cards[number - 1] if number else None,
            older=cards[number + 1] if number < last else None,
            related=tuple([cards[other] for other in others]),
        )
        for number, others in enumerate(beside.numbers)
    )


def _terms(cards: Sequence[Card], tags: tuple[TagEntry, ...], pictures: Pictures) -> tuple[Term, ...]:
    by_slug: dict[str, list[Card]] = {}
    refs = {}
    for card in cards:
        for ref in card.tags:
            refs[ref.slug] = ref
            by_slug.setdefault(ref.slug, []).append(card)
    texts = {tag.slug: _tag_text(tag, pictures) for tag in tags if tag.slug in refs}
    return tuple(Term(refs[slug], tuple(by_slug[slug]), texts.get(slug)) for slug in sorted(by_slug))


def _tag_text(tag: TagEntry, pictures: Pictures) -> TagEntry:
    return replace(tag, body=pictures.body(tag.body)) if tag.body.asks else tag
