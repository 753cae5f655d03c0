"""Typographic quotes, dashes and ellipses in rendered HTML, where they are safe."""

import re
from collections.abc import Container, Iterator, Sequence

from site_gen.text.language.quotation import ENGLISH, Marks, is_spaced, marks_of
from site_gen.text.references import unescape

_PIECES = re.compile(r"(<[^>]*>)")
_NEEDED = re.compile(r"\"|'|&quot;|&#39;|--|\.\.\.")  # a search for literals is twice as quick as one for classes
_VERBATIM = re.compile(r"<(/?)(code|pre|kbd|samp|var|script|style|math|svg|textarea|tt)\b", re.I)
_VERBATIM_STARTS = frozenset(
    f"<{start}"[:3]
    for name in ("co", "pr", "kb", "sa", "va", "sc", "st", "ma", "sv", "te", "tt")
    for start in (name, f"/{name}")
)
_BLOCK = re.compile(
    r"</?(?:p|h[1-6]|li|td|th|dd|dt|div|blockquote|br|figcaption|caption|ul|ol|table|tr|section)\b", re.I
)
_HREF = re.compile(r'href="([^"]*)"')
# Words whose beginning is left out: always, and unless the quotation that would begin there ends soon.
_SHORT = re.compile(r"(?:\d\ds?\b|n(?:[’']|&#39;)|(?:em|tis|tisn|twas|twere|twill|twould)\b)", re.I)
_PERHAPS_SHORT = re.compile(r"(?:bout|cause|cos|coz|cuz|neath|round|til|till|tween)\b", re.I)
_CLOSING = re.compile(r"[\w.,!?](?:'|&#39;|’)(?!\w)")
_QUOTATION = 200  # characters within which it ends
_QUOTE = re.compile(r"&quot;|&#39;|\"|'")
_LAST = frozenset("\"';")  # how a text that ends with a quote ends; entities are quotes too
_OPENS_AFTER = frozenset(" \t\n\xa0([{<–—-/“‘„‚«‹「『\u2009\u202f")
_DOUBLE = ('"', "&quot;")
# French: a narrow space before `; ! ?` and within quotation marks, a full one before `:`; only where there is a space.
_BEFORE = re.compile(r"(?<=[^\s])[ \xa0]([;!?»:])(?=[\s.,;:!?…)»]|\Z|<)")
_AFTER = re.compile(r"«[ \xa0]?(?=\S|\Z)")
_NEEDED_IN_FRENCH = re.compile(_NEEDED.pattern + r"|[ \xa0][;!?»:]|«")


def wants_setting(text: str, language: str = "") -> bool:
    """Whether a plain or Markdown text contains anything that `typographic` would change once it is HTML."""
    if language and is_spaced(language):
        return _NEEDED_IN_FRENCH.search(text) is not None or "&" in text
    return '"' in text or "'" in text or "&" in text or ("-" in text and "--" in text) or "..." in text


def typographic(made: str, language: str = "") -> str:
    """The same HTML with “quotes”, ‘quotes’, apostrophes, – dashes — and … in its text, never in code or attributes.

    The marks are those of the language, "" for English.
    """
    needed = _NEEDED_IN_FRENCH if language and is_spaced(language) else _NEEDED
    if not needed.search(made):
        return made
    pieces = _PIECES.split(made)  # text and tags alternate
    if not needed.search("\n".join(pieces[::2])):
        return made
    verbatim = _verbatim(pieces) | _addresses(pieces)
    _set_all(pieces, verbatim, marks_of(language) if language else ENGLISH)
    if needed is _NEEDED_IN_FRENCH:
        pieces[::2] = [piece if at * 2 in verbatim else _spaced(piece) for at, piece in enumerate(pieces[::2])]
    return "".join(pieces)


def _set_all(pieces: list[str], verbatim: Container[int], marks: Marks) -> None:
    """Set the texts among the pieces of HTML."""
    for at in range(0, len(pieces), 2):
        piece = pieces[at]
        if ("'" in piece or '"' in piece or "--" in piece or "..." in piece or "&" in piece) and at not in verbatim:
            after = _first_character(pieces, at + 1) if piece[-1] in _LAST else ""
            pieces[at] = _set(piece, _last_character(pieces, at - 1), after, marks)


def _verbatim(pieces: list[str]) -> set[int]:
    """Indexes of the pieces of text within code."""
    places: set[int] = set()
    depth = since = 0
    for at in [at for at in range(1, len(pieces), 2) if pieces[at][:3].lower() in _VERBATIM_STARTS]:
        if match := _VERBATIM.match(pieces[at]):
            if depth:
                places.update(range(since + 1, at, 2))
            depth = max(0, depth + (-1 if match[1] else 1))
            since = at
    if depth:
        places.update(range(since + 1, len(pieces), 2))
    return places


def _addresses(pieces: list[str]) -> set[int]:
    """Indexes of the pieces of text that are the address they link to."""
    links = (at for at in range(1, len(pieces) - 1, 2) if pieces[at].startswith("<a "))
    return {
        at + 1
        for at in links
        if pieces[at + 1] and (match := _HREF.search(pieces[at])) and _is_of(match[1], pieces[at + 1])
    }


def _is_of(address: str, text: str) -> bool:
    address, text = unescape(address), unescape(text)
    return address.endswith(text) and address[: -len(text)] in ("", "http://", "mailto:")


def typographic_text(text: str, language: str = "") -> str:
    """As `typographic`, for plain text such as a headline."""
    if wants_setting(text, language):
        if _NEEDED.search(text):
            text = _set(text, " ", "", marks_of(language) if language else ENGLISH)
        return _spaced(text) if language and is_spaced(language) else text
    return text


def _spaced(text: str) -> str:
    """A French text with the spaces of its marks unbreakable; those within quotation marks are added."""
    text = _BEFORE.sub(lambda match: ("\xa0" if match[1] == ":" else "\u202f") + match[1], text)
    text = _AFTER.sub("«\u202f", text)
    return re.sub(r"(?<=[^\s\u202f])»", "\u202f»", text)


def _last_character(pieces: list[str], at: int) -> str:
    """The last character before a piece, skipping inline tags; a space at a block's beginning."""
    for place in range(at, -1, -1):
        piece = pieces[place]
        if place % 2:
            if _BLOCK.match(piece):
                return " "
        elif piece:
            return piece[-1]
    return " "


def _first_character(pieces: list[str], at: int) -> str:
    """The first character after a piece, skipping inline tags; "" at a block's end."""
    for place in range(at, len(pieces)):
        piece = pieces[place]
        if place % 2:
            if _BLOCK.match(piece):
                return ""
        elif piece:
            return "…" if piece.startswith("...") else piece[0]
    return ""


def _set(text: str, before: str, after: str, marks: Marks) -> str:
    """A piece of text, set; `before` and `after` are the characters on either side of it."""
    text = text.replace("...", "…").replace("---", "—").replace("--", "–")
    pieces: list[str] = []
    at, is_open = 0, False
    for match in _QUOTE.finditer(text):
        if match.start() > at or not pieces:  # else the quote before this one is on its left
            pieces.append(text[at : match.start()])
        left = text[match.start() - 1] if match.start() > at else pieces[-1][-1:] or before
        right = _character_at(text, match.end()) or after
        quote = _quote(match[0] in _DOUBLE, left, right, text, match.end())
        if quote == '"' and is_open and not _closes_next(text, match.end()):
            quote = "”"  # "Arrow 3" systems
        is_open = quote == "“" if quote in "“”" else is_open
        pieces.append(quote)
        at = match.end()
    pieces.append(text[at:])
    return "".join(pieces if marks is ENGLISH else _in_marks(pieces, marks))


def _closes_next(text: str, at: int) -> bool:
    """Whether the next double quote of a text closes a quotation, so that one before it may be of inches."""
    following = next((match for match in _QUOTE.finditer(text, at) if match[0] in _DOUBLE), None)
    return following is not None and text[following.start() - 1] not in _OPENS_AFTER


def _in_marks(pieces: Sequence[str], marks: Marks) -> Iterator[str]:
    """The pieces with the marks of a language: what closes no quotation of its own piece is an apostrophe."""
    inner = opened = False
    for at, piece in enumerate(pieces):
        if piece in ("“", "”"):
            opened = piece == "“" if marks.opening != "「" else not opened  # no space tells which way it faces
            yield marks.opening if opened else marks.closing
        elif piece == "‘":
            inner = True
            yield marks.inner_opening
        elif piece == "’" and inner and not (at + 1 < len(pieces) and pieces[at + 1][:1].isalnum()):
            inner = False
            yield marks.inner_closing
        else:
            yield piece


def _character_at(text: str, at: int) -> str:
    """The character at a position; a quote is itself however it is encoded."""
    return (
        {"&quot;": '"', "&#39;": "'"}.get(match[0], match[0])
        if (match := _QUOTE.match(text, at))
        else text[at : at + 1]
    )


def _quote(double: bool, left: str, right: str, text: str, end: int) -> str:
    """The quote that ends at a position of a text, between two characters."""
    opens = left in _OPENS_AFTER and right not in ("", " ", "\n", ".", ",", ";", ":", "!", "?", ")")
    if double:
        if not opens and left.isdigit() and right in (" ", ",", "."):
            return '"'  # 12" barrels: inches, or the end of a quotation: left unchanged
        return "“" if opens else "”"
    return "‘" if opens and not _is_cut(text, end) else "’"


def _is_cut(text: str, end: int) -> bool:
    """Whether an apostrophe stands for the left-out beginning of a word: '90s, 'n', 'em, 'cause."""
    if _SHORT.match(text, end):
        return True
    word = _PERHAPS_SHORT.match(text, end)
    return word is not None and not _CLOSING.search(text, word.end() - 1, end + _QUOTATION)


# AL-41F-1, Su-57, GBU-39/B, Iskander-M: a capital among the first letters, then hyphens before digits or one letter.
_CAPITAL = "[A-ZА-ЯЁІЇЄҐ]"
_HYPHEN = re.compile(f"-(?:{_CAPITAL}|\\d)")  # begins with a literal, so the search is many times quicker
_HEAD = re.compile(rf"(?<![\w&#/.-])\d{{0,2}}{_CAPITAL}[\w/]{{0,9}}\Z")
_TAIL = re.compile(rf"(?:-(?:(?:{_CAPITAL}{{1,4}}-)?\d[\w/]{{0,7}}(?:\.\d{{1,2}})?|{_CAPITAL}\d{{0,4}}(?!\w))){{1,3}}")
_LONGEST_HEAD = 13
_LONGEST_DESIGNATION = 20  # characters; more would not fit into a narrow column


def unbroken(made: str) -> str:
    """The same HTML with each designation marked as unbreakable, never in code or attributes.

    A class does it: text with a non-breaking hyphen (U+2011) would not be found or copied as readers type it.
    """
    if not _HYPHEN.search(made):
        return made
    if not _VERBATIM.search(made):
        return _on_their_lines(made)
    pieces = _PIECES.split(made)
    verbatim = _verbatim(pieces)
    for at in range(0, len(pieces), 2):
        if "-" in pieces[at] and at not in verbatim:
            pieces[at] = _on_their_lines(pieces[at])
    return "".join(pieces)


def _on_their_lines(made: str) -> str:
    """The same for HTML that contains no code; hyphens within tags are skipped."""
    parts: list[str] = []
    done = seen = 0
    within_tag = False
    for hyphen in _HYPHEN.finditer(made):
        at = hyphen.start()
        opened, closed = made.rfind("<", seen, at), made.rfind(">", seen, at)
        within_tag = opened > closed if opened != closed else within_tag
        seen = at
        head = None if within_tag or at < done else _HEAD.search(made, max(done, at - _LONGEST_HEAD), at)
        tail = _TAIL.match(made, at) if head else None
        if head and tail and tail.end() - head.start() <= _LONGEST_DESIGNATION:
            parts += [made[done : head.start()], '<span class="nowrap">', made[head.start() : tail.end()], "</span>"]
            done = tail.end()
    return "".join([*parts, made[done:]]) if parts else made
