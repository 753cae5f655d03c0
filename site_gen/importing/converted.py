"""An item as the bytes of its file, with what was lost and how many of its words are kept."""

from pathlib import Path

from msgspec import Struct

from site_gen.importing.html_body import Links, markdown_of
from site_gen.importing.item import Loss
from site_gen.importing.markdown_body import rewritten
from site_gen.importing.place import Placed
from site_gen.importing.post_text import page_text, post_text
from site_gen.importing.recall import Recall, recall, recall_of_markdown
from site_gen.importing.tag_map import Tags
from site_gen.storage.spool import Place, Spool
from site_gen.text.digest import digest
from site_gen.urls import full_address

_LONGEST_GUID = 1000


class Converted(Struct, frozen=True):
    """The file of an item."""

    data: bytes
    losses: tuple[Loss, ...]
    recall: Recall


class Text(Struct, frozen=True):
    """What is known of the file of an item without its bytes; `written` is the digest of these."""

    place: Place
    written: str
    losses: tuple[Loss, ...]
    recall: Recall


class Texts:
    """The files of all items by the keys of these; their bytes are not in memory, but in a `folder` if it is there."""

    def __init__(self, folder: Path) -> None:
        self._spool = Spool(folder)
        self._of: dict[str, Text] = {}

    def keep(self, key: str, made: Converted) -> None:
        """Keep the file of an item."""
        self._of[key] = Text(self._spool.put(made.data), digest(made.data), made.losses, made.recall)

    def __getitem__(self, key: str) -> Text:
        return self._of[key]

    def data(self, key: str) -> bytes:
        """The bytes of the file of an item."""
        return self._spool.get(self._of[key].place)


def convert(placed: Placed, tags: Tags, links: Links, base_url: str) -> Converted:
    """The file of an item in its place."""
    item = placed.item.whole()
    if item.html is not None:
        made = markdown_of(item.html, links, item.body)
        kept = recall(item.words or item.body, made.text)
    else:
        made = rewritten(item.markdown, links, item.body)
        kept = recall_of_markdown(item.words, made.text)
    losses = [*item.losses, *made.losses]
    if item.kind == "page":
        if item.terms or item.picture:
            losses.append(Loss(0, "a standing page has no tags and no picture of its own"))
        data = page_text(placed, made.text)
    else:
        image = links.picture(item.picture) if item.picture else None
        if item.picture and image is None:
            losses.append(Loss(0, f"its picture {item.picture} is missing"))
        guid = item.guid if item.guid != full_address(base_url, placed.address) else ""
        if not guid.isprintable() or " " in guid or len(guid) > _LONGEST_GUID:
            losses.append(Loss(0, "its identifier in feeds has characters that none may have, and is left out"))
            guid = ""
        data = post_text(placed, tags.tags_of(item), image or "", guid, made.text)
    return Converted(data, tuple(losses), kept)
