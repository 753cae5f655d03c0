"""The index: makes one complete `Site` value from all entries of a site.

Parts of an earlier index of the same process are reused where they were made from the same values; the result is the
same.
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
from site_gen.indexing.posts import make_posts
from site_gen.indexing.published import Include, is_shown, newest_first, withheld_reason
from site_gen.indexing.related import related
from site_gen.indexing.terms import Vocabulary, vocabulary
from site_gen.indexing.text_links import TextLinks, why_unpublished
from site_gen.indexing.threads import threads
from site_gen.model.language import Phrases
from site_gen.model.picture import PictureSource
from site_gen.model.post import Card, Entry, PageEntry, Post, TagEntry, Withheld
from site_gen.model.problem import Problem, ValueProblem
from site_gen.model.redirect import Redirect
from site_gen.model.settings import Settings
from site_gen.model.site import NOTHING_RELATED, Neighbours, RelatedIndex, Site
from site_gen.text.dates import in_zone


class Indexed(Struct, frozen=True):
    """The site, the posts that are held back from it, and its problems.

    `published` are the entries of its posts, in order, and `vocabulary` their terms. `notices` are warnings of links
    that are not shown, since their texts are not published.
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
    last_related: RelatedIndex = NOTHING_RELATED,
    files: Mapping[str, PictureSource] = {},
    forms: tuple[str, ...] = (),
    maker: str = "",
    redirects: tuple[Redirect, ...] = (),
    previous: Indexed | None = None,
    phrases: tuple[Phrases, ...] = (),
) -> Indexed:
    """The site as it is at `as_of`; `last_related` are the related posts that the last build found.

    `files` are the picture files of the site, by path, and `forms` the formats in which pictures can be written;
    `maker` is the program that draws social cards, "" for none. `previous` is an earlier index, whose parts are reused
    where this one would make the same. `phrases` are strings of the interface that the site says itself.
    """
    if previous is not None and (previous.problems or previous.site.settings != settings):
        previous = None
    pictures = Pictures(files, settings.images, forms)
    published, withheld = part(posts, settings, as_of, include)
    vocab, problems = _vocabulary(published, settings, previous)
    pairs = zip(previous.published, previous.site.posts, strict=True) if previous else ()
    previous_posts = {entry.source.path: (entry, post) for entry, post in pairs}
    same_terms = previous is not None and vocab.holds(previous.vocabulary)
    made = make_posts(published, vocab, pictures, settings, previous_posts, same_terms)
    links = _links(made, withheld, pages, tags, include)
    made = tuple([links.post(post) for post in made])
    cards = tuple(post.card for post in made)
    old_cards = previous.site.cards if previous else None
    same_cards = old_cards is not None and len(old_cards) == len(cards) and all(map(is_, cards, old_cards))
    terms = by_term(cards, tags, pictures, settings.page_size, previous.site.terms if previous else (), same_cards)
    if previous is not None and vocab is previous.vocabulary:  # every post has the same terms, in the same place
        related_index = previous.beside
    else:
        related_index = related(
            cards, settings.related, last_related, old_cards if previous and previous.beside is last_related else None
        )
    terms = tuple([links.term(term) for term in terms])
    zone = ZoneInfo(settings.timezone)
    standing_pages = tuple(links.page(_standing(page, pictures, zone)) for page in pages if _is_standing(page, include))
    site = Site(
        settings=settings,
        posts=made,
        neighbours=_neighbours(cards, related_index, previous),
        terms=terms,
        threads=threads(made, settings.language),
        years=archive(cards),
        standing=tuple(page for page in standing_pages if page.url != NOT_FOUND_PAGE),
        as_of=as_of,
        pictures=pictures.files,
        maker=maker,
        redirects=redirects,
        phrases=phrases,
        newest=max([card.updated or card.date for card in cards], default=None),
        page_404=next((page for page in standing_pages if page.url == NOT_FOUND_PAGE), None),
    )
    all_problems = (*problems, *pictures.problems, *links.problems)
    return Indexed(site, withheld, all_problems, related_index, published, vocab, tuple(links.notices))


def _is_standing(page: PageEntry, include: Include) -> bool:
    return include.drafts or not page.front.draft


def _links(
    posts: tuple[Post, ...],
    withheld: tuple[Withheld, ...],
    pages: tuple[PageEntry, ...],
    tags: tuple[TagEntry, ...],
    include: Include,
) -> TextLinks:
    """The texts that texts may link to; nothing if there are no such links."""
    bodies = (one.body for group in (posts, pages, tags) for one in group)
    if not any(body.links for body in bodies):
        return TextLinks({}, {})
    urls = {post.source.path: post.card.url for post in posts}
    urls |= {page.source.path: page.url for page in pages if _is_standing(page, include)}
    used = {ref.slug: ref.url for post in posts for ref in post.card.tags}
    urls |= {tag.source.path: used[tag.slug] for tag in tags if tag.slug in used}
    idle = (tag.source.path for tag in tags if tag.slug not in used)
    return TextLinks(urls, why_unpublished((one for one in withheld if one.path not in urls), pages, idle))


def _vocabulary(
    published: tuple[Entry, ...], settings: Settings, previous: Indexed | None
) -> tuple[Vocabulary, tuple[ValueProblem, ...]]:
    """The vocabulary; the previous one if every post has the same tags in the same place."""
    if (
        previous is not None
        and len(previous.published) == len(published)
        and all(map(_same_tags, previous.published, published))
    ):
        return previous.vocabulary, ()
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


def _neighbours(cards: Sequence[Card], related_index: RelatedIndex, previous: Indexed | None) -> tuple[Neighbours, ...]:
    """The neighbours of each post; previous ones are reused where order and neighbours are unchanged."""
    if previous is None or related_index is not previous.beside:
        return tuple([_neighbours_of(cards, number, others) for number, others in enumerate(related_index.numbers)])
    if all(map(is_, cards, previous.site.cards)):
        return previous.site.neighbours
    changed = {number for number, same in enumerate(map(is_, cards, previous.site.cards)) if not same}
    near = {number + step for number in changed for step in (-1, 1)}
    return tuple(
        [
            same if number not in near and changed.isdisjoint(others) else _neighbours_of(cards, number, others)
            for number, (same, others) in enumerate(zip(previous.site.neighbours, related_index.numbers, strict=True))
        ]
    )


def _neighbours_of(cards: Sequence[Card], number: int, others: tuple[int, ...]) -> Neighbours:
    return Neighbours(
        newer=cards[number - 1] if number else None,
        older=cards[number + 1] if number + 1 < len(cards) else None,
        related=tuple([cards[other] for other in others]),
    )
