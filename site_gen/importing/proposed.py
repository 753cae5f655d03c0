"""Settings that fit an old site: its permalink style, and credits of pictures, which no export has."""

import re

from site_gen.importing.item import Export
from site_gen.importing.place import style_of
from site_gen.model.settings import Settings


def proposed_settings(export: Export, settings: Settings, written: bytes) -> tuple[str, ...]:
    """Lines for site.yaml, as far as it does not say the same or something else already."""
    lines = []
    style = style_of(export.items)
    if style and style != settings.permalink and not re.search(rb"^permalink:", written, re.MULTILINE):
        lines.append(f"permalink: {style}")
    if settings.images.credit == "required" and not re.search(rb"^images:", written, re.MULTILINE):
        lines.append("images: {credit: optional}")
    return tuple(lines)


def with_settings(written: bytes, lines: tuple[str, ...]) -> bytes:
    """site.yaml with these lines at its end."""
    return written.rstrip(b"\n") + b"\n\n# By site-gen import.\n" + "".join(f"{line}\n" for line in lines).encode()
