"""Reads the texts in a seed's file: what its probe and its article are both made from."""

from datetime import datetime, tzinfo
from functools import lru_cache
from pathlib import PurePath
from zoneinfo import ZoneInfo

from msgspec import Struct

from site_gen.conversion import PLAIN, ZONELESS, form_of
from site_gen.conversion.limits import over_limit
from site_gen.ingest.confined import convert_file
from site_gen.ingest.seed_files import SeedFile
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted, Given, Seed
from site_gen.storage.files import read_whole
from site_gen.text.digest import digest

_UTC = ZoneInfo("UTC")


class PlainText(Struct, frozen=True):
    """A file of plain text: its bytes, and the text decoded from them."""

    data: bytes
    text: str
    digest: str


class Texts(Struct, frozen=True):
    """The converted texts of a file, and the digest of each, with that of its sidecar."""

    texts: tuple[Converted, ...]
    digests: tuple[str, ...]


def read_texts(file: SeedFile, zone: tzinfo) -> Result[PlainText | Texts]:
    """The text of a file of plain text, or those that a file of another form holds."""
    if fault := over_limit(PLAIN if file.suffix == PLAIN else file.suffix, file.stamp.size):
        return Result(None, (Problem(file.name, 0, 0, *fault),))
    data = read_whole(file.path)
    form = form_of(file.path, data)
    if form == PLAIN:
        from site_gen.extract.decode import decode

        return Result(PlainText(data, decode(data).text, _digest(data, file)))
    found = _converted(form, file, _UTC if form in ZONELESS else zone)
    if found.value is None:
        return Result(None, found.problems)
    digests = tuple(
        _digest(one.source.encode("utf-8", "surrogatepass") if one.part else data, file) for one in found.value
    )
    return Result(Texts(found.value, digests), found.problems)


@lru_cache(maxsize=2)
def _converted(form: str, file: SeedFile, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The converted texts; the last ones are kept, since a new seed's article is made right after its probe."""
    return convert_file(form, file.name, read_whole(file.path), zone)


def _digest(data: bytes, file: SeedFile) -> str:
    return digest(data + b"\0" + read_whole(file.sidecar)) if file.sidecar else digest(data)


def sidecar_of(file: SeedFile, zone: tzinfo) -> Result[Given]:
    """What the sidecar of a file gives; nothing where it has none."""
    if not file.sidecar:
        return Result(Given())
    from site_gen.extract.decode import decode
    from site_gen.parsing.header import read_sidecar

    name = file.name.rpartition(".")[0] + PurePath(file.sidecar).suffix
    return read_sidecar(name, decode(read_whole(file.sidecar)).text, zone)


def plain_seed(file: SeedFile, plain: PlainText, zone: tzinfo) -> Result[Seed]:
    """The seed of a plain text: its header, or its sidecar, is read apart from it."""
    from site_gen.extract.forms.trouble import trouble_in
    from site_gen.parsing.header import merge, read_header

    if trouble := trouble_in(plain.data, plain.text):
        return Result(None, (Problem(file.name, 1, 1, trouble.what, trouble.hint),))
    header = read_header(file.name, plain.text, zone)
    sidecar = sidecar_of(file, zone)
    problems = header.problems + sidecar.problems
    if problems or sidecar.value is None:
        return Result(None, problems)
    given = merge(sidecar.value, header.given)
    modified = datetime.fromtimestamp(file.stamp.modified // 10**9, zone)
    return Result(Seed(path=file.name, text=plain.text, modified=modified, header_lines=header.lines, given=given))


def converted_seed(file: SeedFile, converted: Converted, zone: tzinfo) -> Result[Seed]:
    """The seed of a converted text; the sidecar wins over what the file says."""
    from site_gen.parsing.header import merge

    sidecar = sidecar_of(file, zone)
    if sidecar.value is None:
        return Result(None, sidecar.problems)
    return Result(
        Seed(
            path=file.named(converted.part),
            text=converted.text,
            markup="markdown",
            modified=datetime.fromtimestamp(file.stamp.modified // 10**9, zone),
            given=merge(sidecar.value, converted.given),
            pictures=converted.pictures,
            notes=converted.notes,
        )
    )
