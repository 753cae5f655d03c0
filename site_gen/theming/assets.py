"""How the files of a theme are published: each under an address of its own bytes, with the hash that browsers check."""

import base64
import hashlib

from msgspec import Struct

from site_gen.model.artifact import Artifact
from site_gen.model.theme import StaticFile
from site_gen.text.digest import digest
from site_gen.theming.theme import Theme, fingerprinted, is_part


class Asset(Struct, frozen=True):
    """A theme's file in the site; `integrity` is "" for what is neither a stylesheet nor a script."""

    path: str
    integrity: str
    file: StaticFile | Artifact


def asset_names(theme: Theme) -> tuple[str, ...]:
    """What templates may ask for: every static file and stylesheet, but for stylesheets that are parts of others."""
    return tuple(sorted([*theme.static, *(path for path in theme.sheets if not is_part(path))]))


def assets(theme: Theme) -> dict[str, Asset]:
    """The files of a theme as they are published, by the names that templates ask for."""
    copied = {
        name: Asset(fingerprinted(name, file.digest), file.integrity, file) for name, file in theme.static.items()
    }
    return copied | {name: _stylesheet(name, data) for name, data in theme.styles.items()}


def _stylesheet(name: str, data: bytes) -> Asset:
    path = fingerprinted(name, digest(data))
    return Asset(path, integrity_of(hashlib.sha384(data).digest()), Artifact(path, data))


def integrity_of(sha384: bytes) -> str:
    """A SHA-384 as the attribute `integrity` wants it."""
    return f"sha384-{base64.b64encode(sha384).decode()}"
