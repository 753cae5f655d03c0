"""Divides a text into what is rendered here and what is left to the engine, and puts the two together again."""

import re

import msgspec

from site_gen.markup.headings import heading_id, levels, unique_ids
from site_gen.markup.lists import with_plain_lists
from site_gen.markup.quick.blocks import html_of, piece
from site_gen.markup.quick.definitions import Definitions, definitions, may_hold_raw
from site_gen.markup.quick.division import blocks_of
from site_gen.markup.quick.footnotes import notes_html
from site_gen.markup.quick.inlines import Inlines
from site_gen.markup.quick.neighbours import leave_neighbours
from site_gen.markup.quick.piece import Piece
from site_gen.text.references import unescape

_TOKEN = "Xproseset"
_PLACE = re.compile(rf"<p>{_TOKEN}(\d+)</p>")
_TAG = re.compile(r"<[^>]*>")
_BLANK_LINE = re.compile(r"(?<=\n) +\n")

# What has effects beyond its own block, so that no block of such a text can be rendered alone.
_ABBREVIATION = re.compile(r"^ {0,3}\*\[", re.M)
_ENGINE_PLACEHOLDERS = ("klzzwxh", "wzxhzdk")  # the engine's own placeholders for what it stashed

_HEADING = re.compile(r"<h[1-6]", re.I)
_ID = re.compile(r'id="(?=([^"]*)")')


class Divided(msgspec.Struct, frozen=True):
    """A text for the engine, with placeholders for what was rendered here; "" if nothing is left to it."""

    text: str
    runs: tuple[str, ...]
    ids: frozenset[str]


def normal(text: str) -> str:
    """The text after the engine's first step, which normalises tabs and line ends."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = text.expandtabs(4)
    return _BLANK_LINE.sub("\n", text) if "\n " in text else text


def divide(text: str, trusted: bool, bare_links: bool = True) -> Divided | None:
    """The divided text, which has no control characters; None if all of it is left to the engine."""
    text = normal(text).strip("\n")
    if _TOKEN in text or ("[" in text and _has_far_effects(text)) or "///Footnotes" in text:
        return None
    if trusted and "&#" in text:  # the engine's HTML parser may close unclosed entities, in code too
        return None
    if trusted and may_hold_raw(text) and ("\n#" in text or with_plain_lists(text) != text):
        # What looks like a heading or a list may be within HTML.
        return None
    blocks = blocks_of(text, trusted)
    if blocks is None:
        return None
    sources = [source for source, _ in blocks]
    defined = definitions(text, sources, trusted)
    inlines = Inlines("\n".join(sources), trusted, defined, bare_links)
    pieces = [made or _read(source.lstrip("\n"), inlines, defined) for source, made in blocks]
    if None in pieces:
        leave_neighbours(sources, pieces, defined)
    if not any(pieces):
        return None
    return _assembled(sources, pieces, defined, notes_html(inlines, defined, pieces, trusted))


def _has_far_effects(text: str) -> bool:
    return "[TOC]" in text or ("*[" in text and _ABBREVIATION.search(text) is not None)


def put_back(made: str, divided: Divided) -> str | None:
    """The engine's HTML with our own in place of the placeholders; None if one was lost, or an id is there twice.

    None also where the engine left placeholders of its own, whose numbers depend on how much text it was given.
    """
    parts = _PLACE.split(made)
    if [int(number) for number in parts[1::2]] != list(range(len(divided.runs))):
        return None
    rest = "".join(parts[::2])
    if (
        _TOKEN in rest
        or any(placeholder in rest for placeholder in _ENGINE_PLACEHOLDERS)
        or (divided.ids and not _is_compatible(rest, divided.ids))
    ):
        return None
    parts[1::2] = divided.runs
    return "".join(parts)


def _is_compatible(made: str, ids: frozenset[str]) -> bool:
    """Whether our headings keep their ids and levels together with the HTML of the engine."""
    return not _HEADING.search(made) and ids.isdisjoint(_ID.findall(made))


def _read(source: str, inlines: Inlines, defined: Definitions) -> Piece | None:
    if source not in defined.blocks:
        made = piece(source, inlines)
        return None if defined.repeated and "[^" in source and made and made.kind != "prose" else made
    if not source.startswith("[^"):
        return Piece("definition")
    made = piece(source.partition("]:")[2].strip(), inlines)
    return Piece("note", made.html[:-4]) if made and made.kind == "prose" else None


def _headed(pieces: list[Piece | None], defined: Definitions) -> frozenset[str] | None:
    """Give the headings in `pieces` their level and id; returns the ids, None if one could be a note's."""
    headings = [(at, made) for at, made in enumerate(pieces) if made is not None and made.kind == "heading"]
    names = [heading_id(unescape(" ".join(_TAG.sub("", made.html).split()))) for _, made in headings]
    if defined.notes and any(name.startswith("fn") for name in names):
        return None
    names = list(unique_ids(names))
    new_levels = levels(made.level for _, made in headings)
    for (at, made), name, level in zip(headings, names, new_levels, strict=True):
        pieces[at] = Piece("headed", f'<h{level} id="{name}">{made.html}</h{level}>')
    return frozenset(names)


def _assembled(sources: list[str], pieces: list[Piece | None], defined: Definitions, notes: str) -> Divided | None:
    ids = _headed(pieces, defined)
    if ids is None:
        return None
    shown = [made for made in pieces if made is not None and made.kind not in ("definition", "note")]
    if None not in pieces:
        return Divided("", ((html_of(shown) + notes).lstrip("\n"),), ids)
    blocks: list[str] = []
    runs: list[list[Piece]] = []
    for at, (source, made) in enumerate(zip(sources, pieces, strict=True)):
        if made is None:
            blocks.append(source)
        elif at and pieces[at - 1] is not None:
            runs[-1].append(made)
        else:
            blocks.append(f"{_TOKEN}{len(runs)}")
            runs.append([made])
    return Divided("\n\n".join(blocks), tuple(html_of(run) for run in runs), ids)
