"""Values of pages that show a text, kept by their keys: with another body in it, such a page is that of an edited text.

A value that is not here, or is damaged, only means that the plan has to be made.
"""

from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_gen.model.feed import FeedView
from site_gen.model.listing import Listing
from site_gen.model.page import Page, PageInfo, PostView, StandingView, TermView, TextView
from site_gen.model.site_files import NotFoundView
from site_gen.storage.handles import remove_tree
from site_gen.storage.packs import Packs
from site_gen.storage.program import program_digest
from site_gen.text.dates import in_zone

_FOLDER = "pages"
_VIEWS: dict[str, type[Struct]] = {
    kind.__name__: kind for kind in (PostView, FeedView, TermView, StandingView, NotFoundView, TextView)
}


class _Kept(Struct, array_like=True):
    """A page as it is kept, in JSON, which has the offsets of moments; `kind` is the name of its view's type."""

    path: str
    template: str
    info: PageInfo
    source: str
    listing: Listing
    kind: str
    view: msgspec.Raw


class _OtherOffset(Exception):
    """A moment that is not as the site's zone writes it."""


class KeptPages:
    """The kept values of pages below a folder of state."""

    def __init__(self, state: Path) -> None:
        self._packs = Packs(state / _FOLDER, "page", program_digest()[:16])
        self._encode = msgspec.json.Encoder().encode

    @property
    def exist(self) -> bool:
        """Whether there are any of this version of the program."""
        return self._packs.exist

    def put(self, key: bytes, page: Page) -> None:
        """Keep the value of a page that shows a text."""
        kind, view = type(page.view).__name__, msgspec.Raw(self._encode(page.view))
        kept = _Kept(page.path, page.template, page.info, page.source, page.listing, kind, view)
        self._packs.put(key, self._encode(kept))

    def get(self, key: bytes, zone: tzinfo) -> Page | None:
        """The page under a key, its moments in the site's zone; None where it is not here, or is not readable."""
        data = self._packs.get(key)
        if data is None:
            return None
        try:
            kept = msgspec.json.decode(data, type=_Kept)
            view: Any = msgspec.json.decode(kept.view, type=_VIEWS[kept.kind])
            page: Page = _in_zone(Page(kept.path, kept.template, kept.info, view, kept.source, kept.listing), zone)
        except (msgspec.MsgspecError, KeyError, _OtherOffset):
            return None
        return page

    def is_crowded(self, live: int | None = None) -> bool:
        """Whether `tidy` may be worth it, if so many values are used; None: all of them."""
        return self._packs.is_crowded(live)

    def tidy(self, live: frozenset[bytes] | None = None) -> None:
        """Drop values that are not used, or join small files; without `live`, all are taken for used."""
        self._packs.compact(live)
        self._packs.close()


def drop_kept_pages(state: Path) -> None:
    """Delete all of them."""
    remove_tree(state, _FOLDER)


def _in_zone(value: Any, zone: tzinfo) -> Any:
    """A value whose moments have the zone's names, which JSON does not keep."""
    if isinstance(value, datetime):
        moment = in_zone(value, zone)
        if moment != value or moment.utcoffset() != value.utcoffset():
            raise _OtherOffset
        return moment
    if isinstance(value, tuple):
        return tuple([_in_zone(one, zone) for one in value])
    if isinstance(value, Struct):
        fields = ((name, getattr(value, name)) for name in value.__struct_fields__)
        changed = {name: moved for name, old in fields if (moved := _in_zone(old, zone)) is not old}
        return replace(value, **changed) if changed else value
    return value  # what a post says in its own keys ('extra') is as it was read
