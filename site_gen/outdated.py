"""Which pages differ from the last build, and why: a pure comparison of what is planned with what was written."""

import hashlib
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from site_gen.model.feed import FeedItem
from site_gen.model.ledger import PageFact, SharedInputs
from site_gen.model.page import Page
from site_gen.model.post import Card

_ENCODE = msgspec.msgpack.Encoder().encode

_PARTS = {
    "info": "its title, description or feeds changed",
    "post": "the post's front matter changed",
    "body": "its text changed",
    "deck": "its summary changed, or what its text begins with",
    "social_card": "its social card was added or removed",
    "newer": "the next newer neighbour changed",
    "older": "the next older neighbour changed",
    "related": "its related posts changed",
    "posts": "a post in its list changed",
    "front": "what the front page shows of a post, or where, changed",
    "newest": "the newest post's date changed",
    "pager": "the length of its list changed",
    "terms": "its list of tags changed",
    "facts": "its facts changed",
    "dossier": "what its posts say together changed",
    "shapes": "a country's count changed",
    "countries": "a country's count changed",
    "groups": "the tags or their counts changed",
    "items": "a post in the feed changed",
    "updated": "its date moved",
    "locations": "an address in it was added, removed or moved",
    "corrections": "its corrections changed",
    "years": "the archive's counts changed",
    "months": "the archive's counts changed",
}


class Change(Struct, frozen=True, gc=False):
    """A page that has to be rendered, with every reason in plain words.

    `value` identifies its new value; None where there was nothing to compare it with, so that whoever renders the page
    works it out.
    """

    page: Page
    reasons: tuple[str, ...]
    value: "Value | None" = None


class Value(Struct, frozen=True):
    """A page's value, identified by its key; `parts` are checksums that show later which part changed."""

    key: bytes
    parts: bytes


class Fingerprints:
    """Digests of the parts of many pages; a card is on a dozen of them and is encoded once."""

    def __init__(self) -> None:
        # By identity; a reference to the card is kept, so that no other can take its place in memory.
        self._cards: dict[int, tuple[Card, bytes]] = {}

    def parts(self, page: Page) -> list[bytes]:
        """The encoded parts of a page: the page's own facts, then the fields of its view."""
        view = page.view
        part = self._part
        return [_ENCODE(page.info), *[part(getattr(view, name)) for name in view.__struct_fields__]]

    def value(self, page: Page) -> Value:
        """The key and the checksums of a page's value."""
        parts = self.parts(page)
        return Value(_key(page, parts), _checksums(parts))

    def _part(self, value: Any) -> bytes:
        if value is None:
            return b""
        kind = type(value)
        if kind is Card:
            return self._card(value)
        if kind is tuple and value:
            first = type(value[0])
            if first is Card:
                return b"".join(map(self._card, value))
            if first is FeedItem:
                return b"".join([self._card(item.post) + _ENCODE(_besides(item)) for item in value])
        return _ENCODE(value)

    def _card(self, card: Card) -> bytes:
        encoded = self._cards.get(id(card))
        if encoded is None:
            key = hashlib.blake2b(_ENCODE(card), digest_size=16).digest()
            encoded = self._cards[id(card)] = (card, key)
        return encoded[1]


def _besides(item: FeedItem) -> tuple[Any, ...]:
    """What a feed's item has besides its card; most have no identifier of an older site."""
    return (item.body, item.corrections, item.guid) if item.guid else (item.body, item.corrections)


def _key(page: Page, parts: list[bytes]) -> bytes:
    """The key of a page's value: a digest of its template and its parts, with the length of each."""
    return hashlib.blake2b(_ENCODE((page.template, parts)), digest_size=16).digest()


def _checksums(parts: Sequence[bytes]) -> bytes:
    """Four bytes for each part."""
    return struct.pack(f"<{len(parts)}I", *map(zlib.crc32, parts))


def part_names(page: Page) -> tuple[str, ...]:
    """The names of a page's parts."""
    return ("info", *page.view.__struct_fields__)


def outdated(
    pages: Iterable[Page],
    now: SharedInputs,
    previous: SharedInputs,
    facts: Mapping[str, PageFact],
    altered: frozenset[str],
) -> tuple[Change, ...]:
    """The pages to render, in the order of the plan. `altered` are paths of files that changed since the last build."""
    common = _common_reasons(now, previous)
    if not facts:
        reasons = (*common, "it is new")
        return tuple([Change(page, reasons) for page in pages])
    changes = []
    fingerprints = Fingerprints()
    for page in pages:
        parts = fingerprints.parts(page)
        key = _key(page, parts)
        fact = facts.get(page.path)
        reasons = common if fact is not None and fact.key == key else (*common, *_changed_parts(page, parts, fact))
        reasons = (*reasons, *_other_reasons(page, now, previous, fact, altered))
        if reasons:
            changes.append(Change(page, reasons, Value(key, _checksums(parts))))
    return tuple(changes)


def obsolete(pages: Iterable[Page], copies: Iterable[str], owned: Iterable[str]) -> tuple[str, ...]:
    """Files that an earlier build wrote and that no longer belong to the site."""
    wanted = {page.path for page in pages} | set(copies)
    return tuple(sorted(path for path in owned if path not in wanted))


def _common_reasons(now: SharedInputs, previous: SharedInputs) -> tuple[str, ...]:
    reasons = []
    if now.program != previous.program:
        changed = "site_gen, a library it renders with or the time zone's rules changed"
        reasons.append(changed if previous.program else "there is no earlier build")
    if now.site != previous.site and previous.site:
        reasons.append("the site's settings, menu or theme files changed")
    if now.markup != previous.markup and previous.markup:
        reasons.append("the Markdown settings changed")
    if now.phrases != previous.phrases and previous.phrases:
        reasons.append("the strings in i18n/ changed")
    return tuple(reasons)


def _changed_parts(page: Page, parts: Sequence[bytes], fact: PageFact | None) -> list[str]:
    """Which parts of a page's value differ from what was written, in plain words."""
    if fact is None:
        return ["it is new"]
    names = part_names(page)
    if len(fact.parts) != 4 * len(names):
        return ["it is of another kind now"]
    earlier = struct.iter_unpack("<I", fact.parts)
    changed = [name for name, part, (old,) in zip(names, parts, earlier, strict=True) if zlib.crc32(part) != old]
    return [_PARTS.get(name, f"its {name} changed") for name in changed] or ["its content changed"]


def _other_reasons(
    page: Page, now: SharedInputs, previous: SharedInputs, fact: PageFact | None, altered: frozenset[str]
) -> list[str]:
    """Reasons outside of a page's value."""
    reasons = []
    if fact is not None and now.templates.get(page.template) != previous.templates.get(page.template):
        reasons.append(f"the template {page.template}, or one that it uses, changed")
    if page.path in altered:
        reasons.append("its file is missing or was changed by something else")
    return reasons
