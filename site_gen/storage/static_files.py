"""Files that are published as they are, unless they are pictures: those lose their metadata, whatever their name."""

from pathlib import Path

from site_gen.images.fault import BadPicture
from site_gen.images.kinds import HEAD, is_markup, is_picture
from site_gen.images.limits import MOST_BYTES, refuse_oversized_file
from site_gen.images.strip_metadata import picture_fact, strip_metadata
from site_gen.model.picture import PictureFact
from site_gen.model.theme import StaticFile
from site_gen.storage.copies import digest_of_rest
from site_gen.storage.files import read_whole
from site_gen.storage.inside import open_regular
from site_gen.text.digest import digest


def digest_and_picture(path: Path, size: int) -> tuple[str, PictureFact | None]:
    """The digest of a file's bytes, and its facts if it is a picture; of any other file only a chunk is in memory."""
    with open(open_regular(path), "rb", buffering=0) as file:
        head = file.read(HEAD)
        if is_markup(head) and len(head) < size <= MOST_BYTES:
            head += file.read()
        fact = None
        if is_picture(path.name, head):
            try:
                refuse_oversized_file(size)
                data = head + file.read()
                return digest(data), picture_fact(data)
            except BadPicture as fault:
                fact = PictureFact(fault=fault.what, hint=fault.hint)
        file.seek(0)
        return digest_of_rest(file), fact


def published_picture(file: StaticFile) -> bytes:
    """The bytes of a theme's picture as they are published; `BadPicture` where it has become one that cannot be."""
    return strip_metadata(read_whole(file.source)).data
