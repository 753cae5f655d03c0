"""The common path: paragraphs of prose, plain headings, quotes and lists, rendered without the reference engine.

Most of a news text holds nothing that a Markdown engine would find. `plain_html` renders a text all of whose blocks are
of the simple kinds below, and gives up on any other; `set_aside` takes prose out of a text that has other blocks too,
so that the engine sees a word in its place. Both give the bytes that Python-Markdown gives: that is their law, and
`tests/markup/test_plain.py` holds them to it over generated, fuzzed and real texts.

A simple line begins with a letter, a digit that no list begins with, or a quotation mark, ends without a blank, and
holds no sign that any inline rule looks for, but for whole links, emphasis and code of the plainest form.
"""

import re

from site_gen.markup.headings import heading_id, levels

_TEXT = r"[^\\`*_\[\]<>&{}|\n]"
_ADDRESS = r"(?:https?://|/)[A-Za-z0-9/:.?=#%,~+@_-]*"
_INLINE = "|".join(
    (
        rf"(?<!!)\[(?:{_TEXT})+\]\({_ADDRESS}\)",
        rf"\*\*(?! ){_TEXT}+(?<! )\*\*",
        rf"(?<![\w*])\*(?! ){_TEXT}+(?<! )\*(?![\w*])",
        rf"`(?! ){_TEXT}+(?<! )`",
    )
)
_HEAD = r"(?:[^\W\d_]|\d+(?![\d.)])|[“”‘’\"'($€£])"
_PROSE_LINE = re.compile(rf"{_HEAD}{_TEXT}*")
_RICH_LINE = re.compile(rf"(?=[^\W_]|[“”‘’\"'($€£\[*`])(?!\d+[.)])(?:{_TEXT}|{_INLINE})+")
_HEADING = re.compile(rf"(#{{1,6}}) ([^\W\d_](?:(?!#){_TEXT})*)")
_ITEM = re.compile(rf"[-*+] ({_HEAD}{_TEXT}*)")
_SPECIAL = re.compile(r"[\[*`]")
_LINK = re.compile(rf"(?<!!)\[((?:{_TEXT})+)\]\(({_ADDRESS})\)")
_STRONG = re.compile(rf"\*\*({_TEXT}+)\*\*")
_EMPHASIS = re.compile(rf"\*({_TEXT}+)\*")
_CODE = re.compile(rf"`({_TEXT}+)`")
_CODE_SPAN = re.compile(r"(<code>[^<]*</code>)")

# What reaches beyond its own block, and may not stand beside prose that is set aside.
_CHANGING = re.compile(r"^[ ]{0,3}(?:\*\[|:)|[\x02\x03\t\r]|^ +$", re.M)
_CONTROLS = "\x02\x03\t\r"
_SIGNS = "\\`*_[]<>&{}|"  # all that any inline rule looks for
_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~)", re.M)


def plain_html(text: str) -> str | None:
    """The HTML of a text that is simple throughout; None for any other."""
    text = text.strip("\n")
    if any(sign in text for sign in _CONTROLS):
        return None
    bare = not any(sign in text for sign in _SIGNS)
    pieces: list[tuple[str, str]] = []
    for block in text.split("\n\n"):
        piece = ("prose", f"<p>{block}</p>") if bare and _is_line_of_prose(block) else _piece(block)
        if piece is None or (pieces and piece[0] == pieces[-1][0] and piece[0] in ("quote", "list")):
            return None
        pieces.append(piece)
    new_levels = levels(piece[1].index(" ") for piece in pieces if piece[0] == "heading")
    seen: set[str] = set()
    html = []
    for kind, content in pieces:
        if kind != "heading":
            html.append(content)
            continue
        words = content.partition(" ")[2].strip()
        name = heading_id(words)
        if name in seen:
            return None
        seen.add(name)
        level = next(new_levels)
        html.append(f'<h{level} id="{name}">{words}</h{level}>')
    return "\n".join(html)


def set_aside(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The text with each run of simple paragraphs replaced by a word, and the HTML of each run; None if none may be."""
    if _TOKEN in text or _CHANGING.search(text):
        return None
    blocks: list[str] = []
    runs: list[list[str]] = []
    last_was_prose = False
    within_fence = False
    for block in text.strip("\n").split("\n\n"):
        html = None if within_fence else _paragraph(block)
        within_fence ^= len(_FENCE.findall(block)) % 2 == 1
        if html is None:
            blocks.append(block)
        elif last_was_prose:
            runs[-1].append(html)
        else:
            blocks.append(f"{_TOKEN}{len(runs)}")
            runs.append([html])
        last_was_prose = html is not None
    return ("\n\n".join(blocks), tuple("\n".join(run) for run in runs)) if runs else None


def put_back(html: str, runs: tuple[str, ...]) -> str | None:
    """The engine's HTML with the prose in its places; None if a place was lost on the way."""
    parts = _PLACE.split(html)
    if [int(number) for number in parts[1::2]] != list(range(len(runs))) or _TOKEN in "".join(parts[::2]):
        return None
    parts[1::2] = runs
    return "".join(parts)


_TOKEN = "Xproseset"
_PLACE = re.compile(rf"<p>{_TOKEN}(\d+)</p>")


def _is_line_of_prose(block: str) -> bool:
    """Whether a block without signs is one line that begins with a letter and does not end with a blank."""
    return block[:1].isalpha() and "\n" not in block and not block[-1].isspace()


def _piece(block: str) -> tuple[str, str] | None:
    """A block's kind and its HTML (a heading's own line), or None."""
    if (html := _paragraph(block)) is not None:
        return "prose", html
    if _HEADING.fullmatch(block) and not block.endswith(" "):
        return "heading", block
    if block.startswith("> ") and "\n" not in block:
        html = _paragraph(block[2:])
        return None if html is None else ("quote", f"<blockquote>\n{html}\n</blockquote>")
    return _list(block)


def _list(block: str) -> tuple[str, str] | None:
    if block[:2] not in ("- ", "* ", "+ "):
        return None
    items = []
    for line in block.split("\n"):
        match = _ITEM.fullmatch(line)
        if match is None or line[-1].isspace():
            return None
        items.append(f"<li>{match[1]}</li>")
    return "list", "<ul>\n" + "\n".join(items) + "\n</ul>"


def _paragraph(block: str) -> str | None:
    """A block of simple lines as a paragraph."""
    lines = block.split("\n")
    for line in lines:
        if not line or line[-1].isspace():
            return None
        if not _PROSE_LINE.fullmatch(line) and not _RICH_LINE.fullmatch(line):
            return None
    content = "\n".join(map(_inline, lines)) if _SPECIAL.search(block) else block
    return f"<p>{content}</p>"


def _inline(line: str) -> str:
    """Links, emphasis and code of a line that has them only whole and side by side."""
    parts = _CODE_SPAN.split(_CODE.sub(r"<code>\1</code>", line))
    for at in range(0, len(parts), 2):
        text = _LINK.sub(r'<a href="\2">\1</a>', parts[at])
        parts[at] = _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", text))
    return "".join(parts)
