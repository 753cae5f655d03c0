"""The index: all entries of a site to one `Site` value, whole, every time.

What an earlier index of the same process made is taken again where it was made from the same values; the result is
the same.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from operator import is_
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen.indexing.addresses import NOT_FOUND_PAGE, PostAddresses
from site_gen.indexing.archive import archive
from site_gen.indexing.by_term import by_term
from site_gen.indexing.pictures import Pictures
from site_gen.indexing.posts import made_posts
from site_gen.indexing.published import Include, is_shown, newest_first, withheld_reason
from site_gen.indexing.related import related
from site_gen.indexing.terms import Vocabulary, vocabulary
from site_gen.indexing.text_links import TextLinks, why_unpublished
from site_gen.indexing.threads import threads
from site_gen.model.picture import PictureSource
from site_gen.model.post import Card, Entry, PageEntry, Post, TagEntry, Withheld
from site_gen.model.problem import Problem, ValueProblem
from site_gen.model.redirect import Redirect
from site_gen.model.settings import Settings
from site_gen.model.site import NOTHING_RELATED, Neighbours, RelatedIndex, Site
from site_gen.text.dates import in_zone


class Indexed(Struct, frozen=True):
    """The site, the posts that are held back from it, and what stands against it.

    `published` are the entries of its posts, in their order, and `vocabulary` their terms. `notices` are links that
    are not shown, since their texts are not published.
    """

    site: Site
    withheld: tuple[Withheld, ...]
    problems: tuple[Problem | ValueProblem, ...]
    beside: RelatedIndex
    published: tuple[Entry, ...]
    vocabulary: Vocabulary
    notices: tuple[Problem, ...] = ()


def index(
    posts: tuple[Entry, ...],
    pages: tuple[PageEntry, ...],
    tags: tuple[TagEntry, ...],
    settings: Settings,
    as_of: datetime,
    include: Include,
    found: RelatedIndex = NOTHING_RELATED,
    files: Mapping[str, PictureSource] = {},
    forms: tuple[str, ...] = (),
    maker: str = "",
    redirects: tuple[Redirect, ...] = (),
    previous: Indexed | None = None,
) -> Indexed:
    """The site as it is at `as_of`; `found` are the related posts of the last index.

    `files` are the pictures that there are, by path, and `forms` the formats in which others can be made of them;
    `maker` is what draws social cards, "" for nothing. `previous` is an earlier index, whose parts are taken where
    they are what this one would make.
    """
    past = previous
    if past is not None and (past.problems or past.site.settings != settings):
        past = None
    pictures = Pictures(files, settings.images, forms)
    published, withheld = part(posts, settings, as_of, include)
    words, problems = _words(published, settings, past)
    before = zip(past.published, past.site.posts, strict=True) if past else ()
    known = {entry.source.path: (entry, post) for entry, post in before}
    steady = past is not None and words.holds(past.vocabulary)
    made = made_posts(published, words, pictures, settings, known, steady)
    links = _links(made, withheld, pages, tags, include)
    made = tuple([links.post(post) for post in made])
    cards = tuple(post.card for post in made)
    cards_before = past.site.cards if past else None
    same_cards = cards_before is not None and len(cards_before) == len(cards) and all(map(is_, cards, cards_before))
    terms = by_term(cards, tags, pictures, settings.page_size, past.site.terms if past else (), same_cards)
    if past is not None and words is past.vocabulary:  # every post has the terms that it had, in the same place
        beside = past.beside
    else:
        beside = related(cards, settings.related, found, cards_before if past and past.beside is found else None)
    terms = tuple([links.term(term) for term in terms])
    zone = ZoneInfo(settings.timezone)
    shown = tuple(links.page(_standing(page, pictures, zone)) for page in pages if _is_standing(page, include))
    site = Site(
        settings=settings,
        posts=made,
        neighbours=_neighbours(cards, beside, past),
        terms=terms,
        threads=threads(made, settings.language),
        years=archive(cards),
        standing=tuple(page for page in shown if page.url != NOT_FOUND_PAGE),
        as_of=as_of,
        pictures=pictures.files,
        maker=maker,
        redirects=redirects,
        newest=max([card.updated or card.date for card in cards], default=None),
        page_404=next((page for page in shown if page.url == NOT_FOUND_PAGE), None),
    )
    found_wrong = (*problems, *pictures.problems, *links.problems)
    return Indexed(site, withheld, found_wrong, beside, published, words, tuple(links.notices))


def _is_standing(page: PageEntry, include: Include) -> bool:
    return include.drafts or not page.front.draft


def _links(
    posts: tuple[Post, ...],
    withheld: tuple[Withheld, ...],
    pages: tuple[PageEntry, ...],
    tags: tuple[TagEntry, ...],
    include: Include,
) -> TextLinks:
    """What texts may link to; nothing where none does."""
    bodies = (one.body for group in (posts, pages, tags) for one in group)
    if not any(body.links for body in bodies):
        return TextLinks({}, {})
    urls = {post.source.path: post.card.url for post in posts}
    urls |= {page.source.path: page.url for page in pages if _is_standing(page, include)}
    used = {ref.slug: ref.url for post in posts for ref in post.card.tags}
    urls |= {tag.source.path: used[tag.slug] for tag in tags if tag.slug in used}
    idle = (tag.source.path for tag in tags if tag.slug not in used)
    return TextLinks(urls, why_unpublished((one for one in withheld if one.path not in urls), pages, idle))


def _words(
    published: tuple[Entry, ...], settings: Settings, past: Indexed | None
) -> tuple[Vocabulary, tuple[ValueProblem, ...]]:
    """The vocabulary; that of the past where every post says the same of its tags in the same place."""
    if past is not None and len(past.published) == len(published) and all(map(_same_tags, past.published, published)):
        return past.vocabulary, ()
    return vocabulary(published, settings)


def _same_tags(one: Entry, other: Entry) -> bool:
    return one is other or (
        one.source.path == other.source.path
        and one.front.tags == other.front.tags
        and one.front.entities == other.front.entities
    )


def part(
    posts: tuple[Entry, ...], settings: Settings, as_of: datetime, include: Include
) -> tuple[tuple[Entry, ...], tuple[Withheld, ...]]:
    """The posts that are shown, newest first, and those held back, by path."""
    zone = ZoneInfo(settings.timezone)
    shown: list[Entry] = []
    withheld: list[Withheld] = []
    for entry in posts:
        reason = withheld_reason(entry, as_of)
        if reason is None or is_shown(reason[0], include):
            shown.append(entry)
        if reason is not None:
            why, until = reason
            until = in_zone(until, zone) if until else None
            withheld.append(Withheld(entry.source.path, entry.front.title, why, until, url_of(entry, settings)))
    return newest_first(tuple(shown)), tuple(sorted(withheld, key=lambda one: one.path))


def url_of(entry: Entry, settings: Settings) -> str:
    """The address of a post."""
    return PostAddresses(settings).of(entry)


def _standing(page: PageEntry, pictures: Pictures, zone: tzinfo) -> PageEntry:
    moment = page.front.updated
    if page.body.asks:
        page = replace(page, body=pictures.body(page.body))
    return replace(page, front=replace(page.front, updated=in_zone(moment, zone))) if moment else page


def _neighbours(cards: Sequence[Card], beside: RelatedIndex, past: Indexed | None) -> tuple[Neighbours, ...]:
    """What stands beside each post; where the order is that of the past, its values hold but beside what changed."""
    if past is None or beside is not past.beside:
        return tuple([_beside(cards, number, others) for number, others in enumerate(beside.numbers)])
    if all(map(is_, cards, past.site.cards)):
        return past.site.neighbours
    changed = {number for number, same in enumerate(map(is_, cards, past.site.cards)) if not same}
    near = {number + step for number in changed for step in (-1, 1)}
    return tuple(
        [
            known if number not in near and changed.isdisjoint(others) else _beside(cards, number, others)
            for number, (known, others) in enumerate(zip(past.site.neighbours, beside.numbers, strict=True))
        ]
    )


def _beside(cards: Sequence[Card], number: int, others: tuple[int, ...]) -> Neighbours:
    return Neighbours(
        newer=cards[number - 1] if number else None,
        older=cards[number + 1] if number + 1 < len(cards) else None,
        related=tuple([cards[other] for other in others]),
    )
