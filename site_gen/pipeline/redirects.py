"""redirects.yaml from disk. Its bytes are part of what a build is asked for, as are those of site.yaml."""

from pathlib import Path

from site_gen.model.redirect import Redirect
from site_gen.parsing.redirects import REDIRECTS, read_redirects
from site_gen.storage.files import read_source


def redirects_text(root: Path) -> bytes:
    """What the file says; nothing where there is none."""
    try:
        return read_source(root, REDIRECTS)
    except FileNotFoundError:
        return b""


def redirects_of(data: bytes) -> tuple[Redirect, ...]:
    """The redirects in these bytes; `SiteError` carries all that is wrong with them."""
    if not data:
        return ()
    return read_redirects(data).or_raise()
