"""The index: makes one complete `Site` value from all entries of a site.

Parts of an earlier index of the same process are reused where they were made from the same values; the result is the
same.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from operator import is_
from typing import TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen.indexing.addresses import NOT_FOUND_PAGE, PostAddresses
from site_gen.indexing.archive import archive
from site_gen.indexing.by_term import by_term
from site_gen.indexing.editions import Edition, by_edition, edition_tag, editions_of, prefix_of
from site_gen.indexing.pictures import IsMade, Pictures
from site_gen.indexing.posts import make_posts
from site_gen.indexing.published import Include, is_shown, newest_first, withheld_reason
from site_gen.indexing.related import related
from site_gen.indexing.terms import Vocabulary, vocabulary
from site_gen.indexing.text_links import TextLinks, why_unpublished
from site_gen.indexing.threads import threads
from site_gen.indexing.translations import translations_by_file
from site_gen.model.language import Phrases
from site_gen.model.picture import PictureSource
from site_gen.model.post import Card, Entry, PageEntry, Post, TagEntry, Translation, Withheld
from site_gen.model.problem import Problem, ValueProblem
from site_gen.model.redirect import Redirect
from site_gen.model.settings import Settings
from site_gen.model.site import NOTHING_RELATED, Neighbours, RelatedIndex, Site, Term
from site_gen.text.dates import in_zone
from site_gen.urls import closed_source

_Text = TypeVar("_Text", Post, PageEntry)
_NEVER = datetime.min.replace(tzinfo=UTC)


class Indexed(Struct, frozen=True):
    """The site, the posts that are held back from it, and its problems.

    `published` are the entries of its posts, in order, and `vocabulary` their terms. `notices` are warnings of links
    that are not shown, since their texts are not published. `pending_pictures` are the paths of those that are shown as
    they came, until their sizes are made. `others` are the site's editions in other languages, of
    which each has posts, terms and related posts of its own; what is held back and wrong is told once.
    """

    site: Site
    withheld: tuple[Withheld, ...]
    problems: tuple[Problem | ValueProblem, ...]
    beside: RelatedIndex
    published: tuple[Entry, ...]
    vocabulary: Vocabulary
    notices: tuple[Problem, ...] = ()
    pending_pictures: tuple[str, ...] = ()
    others: tuple["Indexed", ...] = ()

    @property
    def every_edition(self) -> tuple["Indexed", ...]:
        """The index of the site's own language and those of all others."""
        return (self, *self.others)


class _Part(Struct, frozen=True):
    """An edition while it is made: its entries, their terms and posts, and its previous index."""

    edition: Edition
    published: tuple[Entry, ...]
    vocabulary: Vocabulary
    posts: tuple[Post, ...]
    previous: Indexed | None


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
    is_made: IsMade | None = None,
) -> Indexed:
    """The site as it is at `as_of`; `last_related` are the related posts that the last build found.

    `files` are the picture files of the site, by path, and `forms` the formats in which pictures can be written;
    `maker` is the program that draws social cards, "" for none. `previous` is an earlier index, whose parts are reused
    where this one would make the same. `phrases` are strings of the interface that the site says itself. With
    `is_made`, pictures of which files would have to be made are shown as they came.
    """
    editions = editions_of(settings)
    if previous is not None and (previous.problems or _settings_of(previous) != [one.settings for one in editions]):
        previous = None
    pictures = Pictures(files, settings.images, forms, is_made)
    published, withheld = part(posts, settings, as_of, include)
    parts, problems = _parts(published, editions, settings, pictures, previous)
    standing = tuple(_addressed(page, settings) for page in pages if _is_standing(page, include))
    translated, mistranslated = translations_by_file((*posts, *pages), _published(parts, standing), settings)
    parts = tuple(replace(one, posts=tuple([_translated(post, translated) for post in one.posts])) for one in parts)
    standing = tuple(_translated(page, translated) for page in standing)
    links = _links(parts, withheld, standing, pages, tags, settings)
    zone = ZoneInfo(settings.timezone)
    standing = tuple(links.page(_standing(page, pictures, zone)) for page in standing)
    pages_of, texts_of = by_edition(standing, settings), by_edition(tags, settings)
    own, *others = [_indexed(one, pages_of, texts_of, pictures, links, last_related) for one in parts]
    site = replace(
        own.site,
        as_of=as_of,
        pictures=pictures.files,
        maker=maker,
        redirects=redirects,
        phrases=phrases,
        expired=() if include.expired else _expired(posts, withheld),
        editions=tuple(replace(other.site, as_of=as_of, maker=maker, phrases=phrases) for other in others),
    )
    return replace(
        own,
        site=site,
        withheld=withheld,
        problems=(*problems, *mistranslated, *pictures.problems, *links.problems),
        notices=tuple(links.notices),
        pending_pictures=tuple(sorted(pictures.pending)),
        others=tuple(replace(other, site=made) for other, made in zip(others, site.editions, strict=True)),
    )


def _expired(posts: tuple[Entry, ...], withheld: tuple[Withheld, ...]) -> tuple[str, ...]:
    """The addresses of posts that have expired, and their aliases."""
    urls = {one.path: one.url for one in withheld if one.reason == "expired"}
    aliases = (closed_source(alias) for post in posts if post.source.path in urls for alias in post.front.aliases)
    return tuple(dict.fromkeys((*urls.values(), *aliases))) if urls else ()


def _settings_of(indexed: Indexed) -> list[Settings]:
    return [one.site.settings for one in indexed.every_edition]


def _parts(
    published: tuple[Entry, ...],
    editions: tuple[Edition, ...],
    settings: Settings,
    pictures: Pictures,
    previous: Indexed | None,
) -> tuple[tuple[_Part, ...], tuple[ValueProblem, ...]]:
    """The posts of each edition with their terms, and problems of tags."""
    of_edition = by_edition(published, settings) if len(editions) > 1 else {"": published}
    addresses = PostAddresses(settings)
    parts: list[_Part] = []
    problems: list[ValueProblem] = []
    for at, edition in enumerate(editions):
        entries = of_edition.get(edition.language, ())
        before = previous.every_edition[at] if previous else None
        vocab, faults = _vocabulary(entries, edition, before, settings.language)
        pairs = zip(before.published, before.site.posts, strict=True) if before else ()
        previous_posts = {entry.source.path: (entry, post) for entry, post in pairs}
        same_terms = before is not None and vocab.holds(before.vocabulary)
        made = make_posts(entries, vocab, pictures, edition, addresses, previous_posts, same_terms)
        parts.append(_Part(edition, entries, vocab, made, before))
        problems += faults
    return tuple(parts), tuple(problems)


def _indexed(
    one: _Part,
    pages_of: Mapping[str, tuple[PageEntry, ...]],
    texts_of: Mapping[str, tuple[TagEntry, ...]],
    pictures: Pictures,
    links: TextLinks,
    last_related: RelatedIndex,
) -> Indexed:
    """One edition, without what belongs to the site as a whole; pages and texts are by edition."""
    edition, settings, prefix = one.edition, one.edition.settings, one.edition.prefix
    posts = tuple([links.post(post) for post in one.posts])
    cards = tuple(post.card for post in posts)
    terms = _terms(one, cards, texts_of.get(edition.language, ()), pictures)
    pages = pages_of.get(edition.language, ())
    related_index = _related(one, cards, NOTHING_RELATED if edition.language else last_related)
    not_found = prefix + NOT_FOUND_PAGE
    site = Site(
        settings=settings,
        posts=posts,
        neighbours=_neighbours(cards, related_index, one.previous),
        terms=tuple([links.term(term) for term in terms]),
        threads=threads(posts, settings.language, prefix),
        years=archive(cards, prefix),
        standing=tuple(page for page in pages if page.url != not_found),
        as_of=_NEVER,
        newest=max([card.updated or card.date for card in cards], default=None),
        page_404=next((page for page in pages if page.url == not_found), None),
        edition=edition.language,
        prefix=prefix,
    )
    return Indexed(site, (), (), related_index, one.published, one.vocabulary)


def _terms(one: _Part, cards: tuple[Card, ...], texts: tuple[TagEntry, ...], pictures: Pictures) -> tuple[Term, ...]:
    page_size, prefix = one.edition.settings.page_size, one.edition.prefix
    if one.previous is None:
        return by_term(cards, texts, pictures, page_size, prefix=prefix)
    old = one.previous.site
    same_cards = len(old.cards) == len(cards) and all(map(is_, cards, old.cards))
    return by_term(cards, texts, pictures, page_size, old.terms, same_cards, prefix)


def _related(one: _Part, cards: tuple[Card, ...], last_related: RelatedIndex) -> RelatedIndex:
    previous, count = one.previous, one.edition.settings.related
    if previous is None:
        return related(cards, count, last_related)
    if one.vocabulary is previous.vocabulary:  # every post has the same terms, in its place
        return previous.beside
    return related(cards, count, last_related, previous.site.cards if previous.beside is last_related else None)


def _is_standing(page: PageEntry, include: Include) -> bool:
    return include.drafts or not page.front.draft


def _addressed(page: PageEntry, settings: Settings) -> PageEntry:
    """A page with its address below the folder of its language."""
    return replace(page, url=prefix_of(page.language, settings) + page.url) if page.language else page


def _published(parts: tuple[_Part, ...], pages: tuple[PageEntry, ...]) -> dict[str, tuple[str, str]]:
    """Address and title of each published text by its file."""
    found = {post.source.path: (post.card.url, post.card.title) for one in parts for post in one.posts}
    return found | {page.source.path: (page.url, page.front.title) for page in pages}


def _translated(text: _Text, translated: Mapping[str, tuple[Translation, ...]]) -> _Text:
    found = translated.get(text.source.path, ())
    return text if text.translations == found else replace(text, translations=found)


def _links(
    parts: tuple[_Part, ...],
    withheld: tuple[Withheld, ...],
    standing: tuple[PageEntry, ...],
    pages: tuple[PageEntry, ...],
    tags: tuple[TagEntry, ...],
    settings: Settings,
) -> TextLinks:
    """The texts that texts may link to; nothing if there are no such links."""
    posts = tuple(post for one in parts for post in one.posts)
    bodies = (one.body for group in (posts, pages, tags) for one in group)
    if not any(body.links for body in bodies):
        return TextLinks({}, {})
    urls = {post.source.path: post.card.url for post in posts}
    urls |= {page.source.path: page.url for page in standing}
    used = {(one.edition.language, ref.slug): ref.url for one in parts for post in one.posts for ref in post.card.tags}
    of_tags = {tag.source.path: used.get((edition_tag(tag.language, settings), tag.slug)) for tag in tags}
    urls |= {path: url for path, url in of_tags.items() if url is not None}
    idle = (path for path, url in of_tags.items() if url is None)
    return TextLinks(urls, why_unpublished((one for one in withheld if one.path not in urls), pages, idle))


def _vocabulary(
    published: tuple[Entry, ...], edition: Edition, previous: Indexed | None, site_language: str
) -> tuple[Vocabulary, tuple[ValueProblem, ...]]:
    """The vocabulary; the previous one if every post has the same tags in the same place."""
    if (
        previous is not None
        and len(previous.published) == len(published)
        and all(map(_same_tags, previous.published, published))
    ):
        return previous.vocabulary, ()
    return vocabulary(published, edition.settings, edition.prefix, site_language)


def _same_tags(one: Entry, other: Entry) -> bool:
    return one is other or (
        one.source.path == other.source.path
        and one.language == other.language
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
