"""Write an editor's decision about a doubtful post: one line of the post, and one of the lock."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.amend import with_line, without_draft, without_line
from site_gen.extract.successor import EDITOR
from site_gen.extract.yaml_scalar import yaml_item, yaml_scalar
from site_gen.indexing.index import url_of
from site_gen.ingest.lock_file import LockFile
from site_gen.model.post import Entry
from site_gen.model.settings import Settings
from site_gen.parsing.post import read_post
from site_gen.storage.files import read_source, write_source
from site_gen.text.dates import iso
from site_gen.text.digest import digest
from site_gen.text.language.site_languages import site_languages


class Choice(Struct, frozen=True, kw_only=True):
    """An editor's decision: another headline, summary, tags or date (`timed`: with a time of day), or `accept` all."""

    title: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    date: datetime | None = None
    timed: bool = False
    accept: bool = False

    def settles(self, doubt: str) -> bool:
        """Whether this decision settles a doubt."""
        chosen = {"headline": self.title, "summary": self.summary, "tags": self.tags, "date": self.date}
        return self.accept or bool(chosen.get(doubt.partition(":")[0]))

    @property
    def changes(self) -> bool:
        """Whether the post itself is changed."""
        return bool(self.title or self.summary or self.tags or self.date)


class Settled(Struct, frozen=True, kw_only=True):
    """The result for a post: the doubts settled and left; `released` if it was a draft; the `alias` added to it.

    A post that was `edited` has no doubts left.
    """

    post: str
    settled: tuple[str, ...]
    left: tuple[str, ...]
    released: bool
    edited: bool
    alias: str = ""


class ReviewRefused(Exception):
    """A review that cannot be done; the message says why, and what to do."""


def settle(root: Path, settings: Settings, lock: LockFile, seed: str, choice: Choice) -> Settled:
    """Write an editor's decision to the post and to the lock, which keeps it when the seed changes."""
    post = lock.seeds[seed].post
    if lock.post_digest(seed) is None:
        raise ReviewRefused(f"{post} is gone. To make it again: site-gen ingest {seed}")
    locked, post = lock.seeds[seed], lock.seeds[seed].post
    before = read_source(root, post)
    edited = digest(before) != locked.generated
    if edited and choice.changes:
        raise ReviewRefused(f"{post} was edited by hand. Make the change there.")
    doubts = () if edited else locked.unsure
    left = tuple(doubt for doubt in doubts if not choice.settles(doubt))
    data, alias = _with_date(post, _with_words(before, choice), choice, settings)
    released = locked.held and not left and without_draft(data) != data
    data = without_draft(data) if released else data
    if data != before:
        write_source(root, post, data)
    settled = tuple(doubt for doubt in doubts if doubt not in left)
    lock.seeds[seed] = replace(
        locked,
        generated=locked.generated if edited else digest(data),
        unsure=left,
        accepted=tuple(sorted({*locked.accepted, *settled})),
        title=choice.title or locked.title,
        summary=choice.summary or locked.summary,
        tags=choice.tags or locked.tags,
        date_source=EDITOR if choice.date else locked.date_source,
        held=locked.held and bool(left),
    )
    return Settled(post=post, settled=settled, left=left, released=released, edited=edited, alias=alias)


def entry_of(post: str, data: bytes, settings: Settings) -> Entry | None:
    """A post as read for review; None where it cannot be read."""
    return read_post(post, data, ZoneInfo(settings.timezone), False, site_languages(settings)).value


def _with_words(data: bytes, choice: Choice) -> bytes:
    if choice.title:
        data = with_line(data, "title", yaml_scalar(choice.title))
    if choice.summary:
        data = with_line(data, "summary", yaml_scalar(choice.summary), after="slug")
    if choice.tags:
        tags = f"[{', '.join(map(yaml_item, choice.tags))}]"
        data = with_line(data, "tags", tags, after="summary" if b"\nsummary:" in data else "slug")
    return data


def _with_date(post: str, data: bytes, choice: Choice, settings: Settings) -> tuple[bytes, str]:
    """The post with the chosen date, and the alias for its old address where the date changes the address.

    A draft needs no alias: its address was never published.
    """
    if choice.date is None:
        return data, ""
    old = entry_of(post, data, settings)
    data = with_line(data, "date", iso(choice.date) if choice.timed else f"{choice.date:%Y-%m-%d}")
    new = entry_of(post, data, settings)
    if old is None or new is None or old.front.draft:
        return data, ""
    before, after = url_of(old, settings), url_of(new, settings)
    aliases = tuple(alias for alias in dict.fromkeys((*old.front.aliases, before)) if alias != after)
    if aliases:
        data = with_line(data, "aliases", f"[{', '.join(map(yaml_item, aliases))}]", after="slug")
    else:
        data = without_line(data, "aliases")
    return data, before if before != after else ""
