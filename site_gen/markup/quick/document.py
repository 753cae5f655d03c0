"""A text divided into what is rendered here and what is left to the engine, and the two put together again."""

import html
import re

import msgspec

from site_gen.markup.headings import heading_id, levels
from site_gen.markup.quick.blocks import html_of, piece
from site_gen.markup.quick.definitions import Definitions, definitions
from site_gen.markup.quick.inlines import Inlines, mark_id
from site_gen.markup.quick.piece import Piece

_TOKEN = "Xproseset"
_PLACE = re.compile(rf"<p>{_TOKEN}(\d+)</p>")
_TAG = re.compile(r"<[^>]*>")
_BLANK_LINE = re.compile(r"(?<=\n) +\n")

# What reaches beyond its own block, so that no block of such a text can be rendered alone.
_ABBREVIATION = re.compile(r"^ {0,3}\*\[", re.M)
_FORGOTTEN = ("klzzwxh", "wzxhzdk")  # the engine's own words for what it set aside

# What the engine's own blocks can do to those beside them.
_LISTED = re.compile(r"^ {0,3}(?:[-*+]|\d+\.) ", re.M)
_QUOTED = re.compile(r"^ {0,3}>", re.M)
_DEFINING = re.compile(r"^ {0,3}:", re.M)
_HEADED = re.compile(r"^[ >*+\d.-]*#|^[ >]*(?:=+|-+) *$|<h", re.M | re.I)
_HEADING = re.compile(r"<h[1-6]", re.I)

_HEADING_LINE = re.compile(r"\n*(?:#[^\\\n]*\n|[A-Za-z0-9*_\[][^\n#]*\n(?:=+|-+) *(?:\n|$))(?=.)")
_TABLED = re.compile(r"\n*[^\n]*\|[^\n]*\n[ :|-]+(?:\n|$)")

# fenced_code's own expression, without attributes and with no more than a language.
_FENCE = re.compile(
    r"^(?P<fence>~{3,}|`{3,}) *(?:\{(?P<attrs>[^\n]*)\}|\.?(?P<lang>[\w#.+-]*) *"
    r"(?P<lines>hl_lines=(?P<quot>[\"']).*?(?P=quot) *)?)\n(?P<code>.*?)(?<=\n)(?P=fence) *$",
    re.M | re.S,
)


class Divided(msgspec.Struct, frozen=True):
    """A text for the engine, in which words stand for what was rendered here; "" if nothing is left to it."""

    text: str
    runs: tuple[str, ...]
    ids: frozenset[str]


def normal(text: str) -> str:
    """The text as the engine's first step makes it: tabs and the ends of lines."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = text.expandtabs(4)
    return _BLANK_LINE.sub("\n", text) if " \n" in text else text


def divide(text: str, trusted: bool) -> Divided | None:
    """A text without control characters, divided; None if it is the engine's as a whole."""
    text = normal(text).strip("\n")
    if _TOKEN in text or ("[" in text and _reaches_far(text)) or "///Footnotes" in text:
        return None
    blocks = _blocks(text, trusted)
    if blocks is None:
        return None
    sources = [source for source, _ in blocks]
    known = definitions(text, sources, trusted)
    inlines = Inlines(text, trusted, known)
    pieces = [made or _read(source.lstrip("\n"), inlines, known) for source, made in blocks]
    if None in pieces:
        _leave_neighbours(sources, pieces, known)
    if not any(pieces):
        return None
    return _assembled(sources, pieces, known, _notes(inlines, known, pieces, trusted))


def _reaches_far(text: str) -> bool:
    return "[TOC]" in text or ("*[" in text and _ABBREVIATION.search(text) is not None)


def put_back(made: str, divided: Divided) -> str | None:
    """The engine's HTML with our own in its places; None if a place was lost on the way, or an id is there twice.

    Where the engine forgets marks of its own in its HTML, their numbers tell how much it was given: None again.
    """
    parts = _PLACE.split(made)
    if [int(number) for number in parts[1::2]] != list(range(len(divided.runs))):
        return None
    rest = "".join(parts[::2])
    if (
        _TOKEN in rest
        or any(mark in rest for mark in _FORGOTTEN)
        or (divided.ids and not _goes_with(rest, divided.ids))
    ):
        return None
    parts[1::2] = divided.runs
    return "".join(parts)


def _goes_with(made: str, ids: frozenset[str]) -> bool:
    """Whether our headings would have the same ids and levels beside what the engine made."""
    return not _HEADING.search(made) and not any(f'id="{name}"' in made for name in ids)


def _blocks(text: str, trusted: bool) -> list[tuple[str, Piece | None]] | None:
    """The text's blocks, fenced code already rendered; None if a fence has attributes."""
    if not ("`" in text and "```" in text) and not ("~" in text and "~~~" in text):
        return _split(text)
    blocks: list[tuple[str, Piece | None]] = []
    at = 0
    for match in _FENCE.finditer(text):
        if match["attrs"] is not None or match["lines"]:
            return None
        blocks += _split(text[at : match.start()].strip("\n"))
        blocks.append((match[0], _fence(match["lang"], match["code"], trusted)))
        at = match.end()
    return blocks + _split(text[at:].strip("\n"))


def _split(text: str) -> list[tuple[str, Piece | None]]:
    """Blocks; further empty lines stay before the block that they stand before, as they count within indented code."""
    blocks: list[tuple[str, Piece | None]] = []
    before = ""
    for block in text.split("\n\n"):
        if block:
            if "\n" in block or before:
                blocks += _parted(before + block)
            else:
                blocks.append((block, None))
            before = ""
        else:
            before += "\n\n"
    return blocks


def _parted(block: str) -> list[tuple[str, Piece | None]]:
    """A heading and the lines below it are two blocks."""
    if (match := _HEADING_LINE.match(block)) and not _TABLED.match(block):
        return [(match[0].rstrip("\n"), None), *_parted(block[match.end() :])]
    return [(block, None)]


def _fence(language: str, code: str, trusted: bool) -> Piece:
    """Code, spelled for strangers' texts as what makes those harmless spells it."""
    mark = f' class="language-{language}"' if language else ""
    shown = html.escape(code, quote=False)
    if trusted:
        shown = shown.replace('"', "&quot;")
    return Piece("fence", f"<pre><code{mark}>{shown}</code></pre>")


def _read(source: str, inlines: Inlines, known: Definitions) -> Piece | None:
    if source not in known.blocks:
        made = piece(source, inlines)
        return None if known.repeated and "[^" in source and made and made.kind != "prose" else made
    if not source.startswith("[^"):
        return Piece("definition")
    made = piece(source.partition("]:")[2].strip(), inlines)
    return Piece("note", made.html[:-4]) if made and made.kind == "prose" else None


def _leave_neighbours(sources: list[str], pieces: list[Piece | None], known: Definitions) -> None:
    """Leave to the engine, in a text that it has a part in, what its own blocks can reach."""
    for at, (source, made) in enumerate(zip(sources, pieces, strict=True)):
        if source.lstrip("\n") in known.blocks or (known.notes and "[^" in source):
            pieces[at] = None
        elif made is None and at and _DEFINING.search(source):
            pieces[at - 1] = None
    if any(made is None and _HEADED.search(source) for source, made in zip(sources, pieces, strict=True)):
        _leave_headings(pieces)
    for order in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        for at in order:
            if _reached(at, sources, pieces):
                pieces[at] = None


def _leave_headings(pieces: list[Piece | None]) -> None:
    for at, made in enumerate(pieces):
        if made is not None and made.kind == "heading":
            pieces[at] = None


def _reached(at: int, sources: list[str], pieces: list[Piece | None]) -> bool:
    """Whether a list or quotation stands beside one of the engine's that could be the same."""
    made = pieces[at]
    if made is None or made.kind not in ("ul", "ol", "quote"):
        return False
    sign = _QUOTED if made.kind == "quote" else _LISTED
    for beside in (at - 1, at + 1):
        if 0 <= beside < len(pieces) and pieces[beside] is None:
            source = sources[beside].lstrip("\n")
            if sign.search(source) or "]:" in source or source.startswith("    "):
                return True
    return False


def _headed(pieces: list[Piece | None], known: Definitions) -> frozenset[str] | None:
    """Give headings their level and id in place; the ids, None if two are alike."""
    new_levels = levels(made.level for made in pieces if made is not None and made.kind == "heading")
    ids: set[str] = set()
    for at, made in enumerate(pieces):
        if made is None or made.kind != "heading":
            continue
        name = heading_id(html.unescape(" ".join(_TAG.sub("", made.html).split())))
        if known.notes and name.startswith("fn"):
            return None
        name = _unlike(name, ids)
        ids.add(name)
        level = next(new_levels)
        pieces[at] = Piece("headed", f'<h{level} id="{name}">{made.html}</h{level}>')
    return frozenset(ids)


def _unlike(name: str, ids: set[str]) -> str:
    number = 0
    base = name
    while name in ids:
        number += 1
        name = f"{base}_{number}"
    return name


def _assembled(sources: list[str], pieces: list[Piece | None], known: Definitions, notes: str) -> Divided | None:
    ids = _headed(pieces, known)
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


def _notes(inlines: Inlines, known: Definitions, pieces: list[Piece | None], trusted: bool) -> str:
    """The notes at a text's end, spelled for strangers' texts as what makes those harmless spells them."""
    if not known.notes or None in pieces:
        return ""
    space, arrow = ("&#160;", "&#8617;") if trusted else ("&nbsp;", "↩")
    lines = ["", '<div class="footnote">', "<hr>", "<ol>"]
    texts = [made.html for made in pieces if made is not None and made.kind == "note"]
    for number, (name, text) in enumerate(zip(known.notes, texts, strict=True), 1):
        back = "".join(
            f'<a class="footnote-backref" href="#{mark_id(name, mark)}" '
            f'title="Jump back to footnote {number} in the text">{arrow}</a>'
            for mark in range(1, max(inlines.marks[name], 1) + 1)
        )
        lines += [f'<li id="fn-{name}">', f"{text}{space}{back}</p>", "</li>"]
    return "\n".join([*lines, "</ol>", "</div>"])
