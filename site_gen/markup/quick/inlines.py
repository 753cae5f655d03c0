"""Links, pictures, code, emphasis and escapes within a line or paragraph.

Like the engine, it first takes out spans with a beginning and an end of their own, then reads emphasis in the rest.
"""

import html
import re
from collections import Counter

from site_gen.markup.quick.definitions import ADDRESS, ADDRESS_CHARACTERS, Definitions

_MARKERS = ("[", "`", "*", "_", "<", "&", "]", "  \n", ">", "\\", "{", "~~")  # all that any inline rule looks for
_LINK_MARKERS = ("://", "@", "www.")  # and, where addresses become links, what those hold
_BARE_CHARACTERS = "[A-Za-z0-9/.?=#%,:+@$-]"
# Each alternative begins with its own character, which keeps the search fast; except the last, for bare addresses.
_ALTERNATIVES = (
    r"`(?<!``)[^`\n]+`(?!`)|\[\^\w+\]|\[[^\[\]]*+\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])"
    r"|!\[[^\[\]]*+\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])"
    r"|<[a-z]+://[^<>\n]*>|&(?:[A-Za-z0-9]+|#\d+|#x[0-9A-Fa-f]+);|\\."
)
_BARE = rf"(?<![^\s(])https?://(?=[A-Za-z0-9]){_BARE_CHARACTERS}*[A-Za-z0-9/=#%+$-](?=[.,:!?]*(?:\s|\Z))"
_SPAN, _SPAN_OR_BARE = re.compile(f"({_ALTERNATIVES})"), re.compile(f"({_ALTERNATIVES}|{_BARE})")
_INLINE = re.compile(
    rf'\(({ADDRESS}(?:\([A-Za-z0-9_-]*\){ADDRESS_CHARACTERS}*)?)(?: "([^"\'&<>()\\`\[\]{{}}*_!]+)")?\)', re.A
)
_AUTOLINK = re.compile(r"<(https?://[A-Za-z0-9/:.?=#%,~+@_;$-]+)>")
_LINKED = re.compile(r"[hf]tt?ps?://|www\.|[-+\w]@[-\w]+\.", re.I)  # anything else that may become a link
_PLAIN_ALT = re.compile(r"[^\\`*_\[\]<>&{}\"]*")
_STRONG = re.compile(r"\*\*(?![\s*_])([^*]*[^\s*])\*\*(?!\*)|__(?<!\w__)(?![\s*])([^*]*?[^\s*_])__(?!\w)")
_EMPHASIS = re.compile(r"\*(?![\s*])([^*]*[^\s*])\*(?!\*)|_(?<!\w_)(?![\s_])([^*]*?[^\s_*])_(?!\w)")
_WITHIN_WORD = re.compile(r"_(?<=[^\W_]_)_*(?=[^\W_])")
_FREE = re.compile(r"\*(?<!\S\*)\**(?!\S)|_(?<!\S_)_*(?!\S)")
_MOST_MARKS = 400  # each of them is searched for its end
_ESCAPED = frozenset("*_#.!+()-[]>~")
_ATTRIBUTES = re.compile(r"[\n\x02*_] *\{")
_AUTOMATIC = re.compile(r"<(?:[^<> !]+@|[A-Za-z][A-Za-z0-9+.-]*://)")
_PLACE, _LOW, _STAR, _BREAK = "\x02", "\x03", "\x04", "\x05"  # printable text holds none


class Inlines:
    """Renders the contents of a text's blocks, with its definitions; HTML of a `trusted` text is left to the engine."""

    def __init__(self, text: str, trusted: bool, definitions: Definitions, bare_links: bool = True) -> None:
        # Searching for one character is many times faster than for two, and most texts have few of these.
        self._markers = [marker for marker in _MARKERS if marker[0] in text and marker in text]
        link_markers = (
            [marker for marker in _LINK_MARKERS if marker[0] in text and marker in text] if bare_links else []
        )
        self._markers += link_markers
        self._may_link = bool(link_markers)
        self._spans = _SPAN_OR_BARE if link_markers else _SPAN
        self._trusted = trusted
        self._definitions = definitions
        self.references: Counter[str] = Counter()
        self._numbers = {name: number for number, name in enumerate(definitions.notes, 1)}

    def render(self, text: str, linked: bool = False) -> str | None:
        """The HTML of a part of a text (the words of a link, where `linked`); None if it is not plain enough."""
        for marker in self._markers:
            if marker in text:
                return self._with_spans(text, linked)
        return text

    def _with_spans(self, text: str, linked: bool) -> str | None:
        parts = self._spans.split(text)
        spans: list[str] = []
        for source in parts[1::2]:
            made = self._span(source, linked)
            if made is None:
                return None
            spans.append(made)
        rest = self._rest(_PLACE.join(parts[::2]), linked)
        if rest is None or not spans:
            return rest
        parts[::2] = rest.split(_PLACE)
        parts[1::2] = spans
        return "".join(parts)

    def _rest(self, text: str, linked: bool) -> str | None:
        """The HTML of the text between the spans."""
        if "`" in text or "\\" in text or ("{" in text and _ATTRIBUTES.search(text)):
            return None
        if ("[" in text or "]" in text) and (linked or "](" in text or "][" in text or not self._definitions.empty):
            return None
        if "<" in text and (self._trusted or _AUTOMATIC.search(text)):
            return None
        if "~~" in text or (self._may_link and not linked and _LINKED.search(text)):
            return None
        if "&" in text:
            text = text.replace("&", "&amp;")
        text = text.replace("<", "&lt;").replace(">", "&gt;")
        if "  \n " in text:
            return None
        text = text.replace("  \n", _BREAK)
        emphasised = _emphasised(text) if "*" in text or "_" in text else text
        return emphasised and emphasised.replace(_BREAK, "<br>\n")

    def _span(self, source: str, linked: bool) -> str | None:
        first = source[0]
        if first == "`":
            return _code(source)
        if first == "&":
            return source
        if first == "\\":
            return _escaped(source[1])
        if linked:
            return None
        if first == "h":
            return f'<a href="{source}">{source}</a>'
        if first == "<":
            match = _AUTOLINK.fullmatch(source)
            return f'<a href="{match[1]}">{match[1]}</a>' if match else None
        if source.startswith("[^"):
            return self._reference(source[2:-1])
        return self._picture(source) if first == "!" else self._link(source)

    def _reference(self, name: str) -> str | None:
        number = self._numbers.get(name)
        if number is None:
            return None
        self.references[name] += 1
        own = reference_id(name, self.references[name])
        return f'<sup id="{own}"><a class="footnote-ref" href="#fn-{name}">{number}</a></sup>'

    def _link(self, source: str) -> str | None:
        words, _, address = source[1:].partition("]")
        attributes = self._attributes(address, "href")
        inner = None if attributes is None else self.render(words, linked=True)
        return None if inner is None else f"<a {attributes}>{inner}</a>"

    def _picture(self, source: str) -> str | None:
        alt, _, address = source[2:].partition("]")
        attributes = self._attributes(address, "src") if _PLAIN_ALT.fullmatch(alt) else None
        return None if attributes is None else f'<img alt="{alt}" {attributes}>'

    def _attributes(self, address: str, name: str) -> str | None:
        if address[0] == "[":
            target = self._definitions.links.get(address[1:-1].lower())
            return None if target is None else f'{name}="{target}"'
        match = _INLINE.fullmatch(address)
        if match is None:
            return None
        return f'{name}="{match[1]}"' + (f' title="{match[2].strip()}"' if match[2] else "")


def reference_id(name: str, number: int) -> str:
    """The id of the nth reference to a note."""
    return f"fnref{number if number > 1 else ''}-{name}"


def _escaped(character: str) -> str | None:
    """A character after a backslash, which is kept unless the character is one of Markdown's own."""
    if character in _ESCAPED:
        return "&gt;" if character == ">" else character
    return f"\\{character}" if character in "$%,/:;'\"?@^=" else None  # a letter or space affects emphasis next to it


def _code(source: str) -> str:
    return f"<code>{html.escape(source[1:-1].strip(), quote=False)}</code>"


def _emphasised(text: str) -> str | None:
    """The text with emphasis rendered; None where emphasis is nested or unclear."""
    if text.count("*") + text.count("_") > _MOST_MARKS:
        return None
    words = _WITHIN_WORD.sub(lambda match: _LOW * len(match[0]), text) if "_" in text else text
    words = _FREE.sub(lambda match: (_STAR if match[0][0] == "*" else _LOW) * len(match[0]), words)
    words = _STRONG.sub(_strong, words)
    words = _EMPHASIS.sub(_slanted, words)
    return None if "*" in words or "_" in words else words.replace(_LOW, "_").replace(_STAR, "*")


def _strong(match: re.Match[str]) -> str:
    return f"<strong>{match[1] or match[2]}</strong>"


def _slanted(match: re.Match[str]) -> str:
    return f"<em>{match[1] or match[2]}</em>"
