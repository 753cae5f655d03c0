"""Settings that fit an old site: its name, language and zone, its permalink style, and no credits of pictures."""

import json
import re
from collections.abc import Iterator
from zoneinfo import available_timezones

from site_gen.importing.item import Export, OldSite
from site_gen.importing.place import style_of
from site_gen.model.settings import Settings
from site_gen.parsing.settings import read_settings

STARTED = {
    "title": "My newsroom",
    "tagline": "Defence and security, reported daily",
    "language": "en",
    "timezone": "UTC",
}
"""What `site-gen init` writes, which nobody has chosen."""
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2})(?:\.[\w-]+)?)?")
_LONGEST = 300


def proposed_settings(export: Export, settings: Settings, written: bytes) -> tuple[str, ...]:
    """Lines for site.yaml, as far as it does not say the same or something else already."""
    lines = [
        f"{key}: {value}"
        for key, value in _said(export.site)
        if value != STARTED[key] and _is_as_started(key, written) and _is_valid(f"{key}: {value}")
    ]
    style = style_of(export.items)
    if style and style != settings.permalink and not re.search(rb"^permalink:", written, re.MULTILINE):
        lines.append(f"permalink: {style}")
    if settings.images.credit == "required" and not re.search(rb"^images:", written, re.MULTILINE):
        lines.append("images: {credit: optional}")
    return tuple(lines)


def with_settings(written: bytes, lines: tuple[str, ...]) -> bytes:
    """site.yaml with these lines: in the place of those that `site-gen init` wrote, the others at its end."""
    text, added = written.decode(), list[str]()
    for line in lines:
        key = line.partition(":")[0]
        place = re.search(rf"^{key}:.*$", text, re.MULTILINE)
        if place:
            text = text[: place.start()] + line + text[place.end() :]
        else:
            added.append(line)
    more = "\n\n# By site-gen import.\n" + "\n".join(added) if added else ""
    return f"{text.rstrip()}{more}\n".encode()


def _said(site: OldSite) -> Iterator[tuple[str, str]]:
    """The settings that the old site has, as YAML."""
    for key, words in (("title", site.title), ("tagline", site.tagline)):
        plain = " ".join(words.split())
        if plain and plain.isprintable() and len(plain) <= _LONGEST:
            yield key, json.dumps(plain, ensure_ascii=False)
    if language := _LANGUAGE.fullmatch(site.language):
        yield "language", language[1].lower() + (f"-{language[2].upper()}" if language[2] else "")
    if site.timezone in available_timezones():
        yield "timezone", site.timezone


def _is_as_started(key: str, written: bytes) -> bool:
    """Whether site.yaml has what a new site has."""
    line = re.search(rf"^{key}:[ ]*([^#\n]*?)[ ]*(?:#.*)?$", written.decode("utf-8", "replace"), re.MULTILINE)
    return line is not None and line[1] == STARTED[key]


def _is_valid(line: str) -> bool:
    return not read_settings("site.yaml", f"{line}\n".encode()).problems
