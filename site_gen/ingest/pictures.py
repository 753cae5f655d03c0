"""The pictures of seeds: freed of metadata, and written to a folder of their post in content/images/.

What a person changed there is left alone.
"""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.marked.write import address
from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import plain
from site_gen.model.seed import Article, Decision, Doubt, Seed, SeedPicture
from site_gen.storage.files import read_source, write_source
from site_gen.text.digest import digest
from site_gen.text.slug import slugify

IMAGES = "content/images"
_SUFFIXES = {"jpeg": ".jpg", "png": ".png", "webp": ".webp", "gif": ".gif", "svg": ".svg"}


def with_plain_pictures(seed: Seed) -> tuple[Seed, tuple[Doubt, ...]]:
    """The seed with its pictures freed of metadata, and a doubt for each that cannot be published."""
    pictures, doubts = [], []
    for picture in seed.pictures:
        try:
            found = plain(picture.data)
        except BadPicture as fault:
            doubts.append(Doubt("pictures", f"{picture.name} is left out: {fault.what}"))
            continue
        suffix = _SUFFIXES.get(found.kind)
        if suffix is None:
            doubts.append(Doubt("pictures", f"{picture.name} is left out: it is an icon."))
            continue
        pictures.append(replace(picture, data=found.data))
    return replace(seed, pictures=tuple(pictures)), tuple(doubts)


class Placed(Struct, frozen=True):
    """An article whose body names the files of its pictures; the files to write, and the digests of all of them."""

    article: Article
    files: tuple[tuple[str, bytes], ...] = ()
    digests: dict[str, str] = {}


class PictureWriter:
    """Gives the pictures of articles their files."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def place(self, article: Article, written: Mapping[str, str]) -> Placed:
        """The article with its pictures' files; `written` are those of its post so far, with the digests then."""
        if not article.pictures:
            return Placed(article, digests=dict(written))
        folder = next((str(PurePosixPath(path).parent) for path in written), f"{IMAGES}/{article.slug}")
        files: list[tuple[str, bytes]] = []
        digests: dict[str, str] = {}
        body, notes = article.body, list[Decision]()
        for picture in article.pictures:
            path = self._free_path(folder, picture, written, digests)
            was = written.get(path)
            own = was is None or self._digest(path) in ("", was, digest(picture.data))  # a killed run wrote the last
            if own:
                files.append((path, picture.data))
            digests[path] = digest(picture.data) if own else was or ""
            notes.append(Decision("picture", path, "came with the seed" if own else "changed by hand, so it stays"))
            body = body.replace(f"](seed:{address(picture.name)}", f"](../{path.removeprefix('content/')}")
        return Placed(replace(article, body=body, decisions=(*article.decisions, *notes)), tuple(files), digests)

    def write(self, placed: Placed) -> None:
        """Write the files that do not have these bytes already."""
        for path, data in placed.files:
            if not self._has(path, data):
                write_source(self._root, path, data)

    def _digest(self, path: str) -> str:
        return digest(read_source(self._root, path)) if (self._root / path).exists() else ""

    def _has(self, path: str, data: bytes) -> bool:
        return (self._root / path).is_file() and read_source(self._root, path) == data

    def _free_path(
        self, folder: str, picture: SeedPicture, written: Mapping[str, str], taken: Mapping[str, str]
    ) -> str:
        """The path of a picture's file: one that it had before, or that no other file has."""
        from site_gen.images.kinds import kind_of

        name = picture.name.replace("\\", "/").rpartition("/")[2]
        stem = slugify(name.rpartition(".")[0] or name)[:60].strip("-") or "picture"
        suffix = _SUFFIXES[kind_of(picture.data)]
        path, number = f"{folder}/{stem}{suffix}", 1
        while path in taken or not (
            path in written or not (self._root / path).exists() or self._has(path, picture.data)
        ):
            number += 1
            path = f"{folder}/{stem}-{number}{suffix}"
        return path
