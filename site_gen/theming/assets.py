"""The published files of a theme: each under a name with the digest of its bytes, with the hash that browsers check."""

import base64
import hashlib

from msgspec import Struct

from site_gen.model.artifact import Artifact
from site_gen.model.theme import StaticFile
from site_gen.text.digest import digest
from site_gen.theming.theme import Theme, fingerprinted, is_part


class Asset(Struct, frozen=True):
    """A theme's file in the site; `integrity` is "" unless it is a stylesheet or a script."""

    path: str
    integrity: str
    file: StaticFile | Artifact


def asset_names(theme: Theme) -> tuple[str, ...]:
    """The names that templates may use: every static file and stylesheet, except stylesheets for import only."""
    return tuple(sorted([*theme.static, *(path for path in theme.sheets if not is_part(path))]))


def assets(theme: Theme) -> dict[str, Asset]:
    """The published files of a theme, by the names that templates use."""
    copied = {
        name: Asset(fingerprinted(name, file.digest), file.integrity, file) for name, file in theme.static.items()
    }
    return copied | {name: _stylesheet(name, data) for name, data in theme.styles.items()}


def _stylesheet(name: str, data: bytes) -> Asset:
    path = fingerprinted(name, digest(data))
    return Asset(path, integrity_of(hashlib.sha384(data).digest()), Artifact(path, data))


def integrity_of(sha384: bytes) -> str:
    """A SHA-384 in the form of the attribute `integrity`."""
    return f"sha384-{base64.b64encode(sha384).decode()}"
