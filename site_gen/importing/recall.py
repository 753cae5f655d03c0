"""How many words of a source's text are in the text that was made of it."""

import re
import unicodedata
from collections import Counter

from msgspec import Struct

from site_gen.importing.stray import without_stray
from site_gen.text.references import HTMLReader, unescape

_WORD = re.compile(r"\w+")
_HIDDEN = frozenset(("script", "style", "template", "svg", "noscript"))
INLINE = frozenset(
    """
    a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr
    """.split()  # noqa: SIM905 - a list of names is read more easily
)
_TARGET = re.compile(r"(?<!\\)\]\((?:<[^<>\n]*>|[^\s()]*)")
_DEFINED = re.compile(r"^( {0,3}\[(?!\^)(?:\\.|[^\[\]\\])+\]:)\s*(?:<[^<>\n]*>|\S+)", re.MULTILINE)
_LINKED = re.compile(r"(?<![!\\])\[((?:\\.|[^\[\]\\])*)\]\(\)")
_LABEL = re.compile(r"\]\[[^\[\]]*\]")
_SCRIPT = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*|\s[^<>]*)?/?>")
_BACKSLASH = re.compile(r"\\(?=[^\w\s])")


class Recall(Struct, frozen=True):
    """Words of the source, and how many of them are kept, each as often as it occurs there."""

    words: int
    kept: int
    missing: tuple[str, ...] = ()


def recall(source: str, made: str) -> Recall:
    """How much of the words of a text, HTML or plain, is in Markdown. Scripts and style sheets have no words."""
    wanted, found = _counted(text_of_html(source)), _counted(_unmarked(made))
    return _compared(wanted, found)


def _compared(wanted: Counter[str], found: Counter[str]) -> Recall:
    missing = wanted - found
    total = sum(wanted.values())
    return Recall(total, total - sum(missing.values()), tuple(sorted(missing)[:20]))


def recall_of_markdown(source: str, made: str) -> Recall:
    """As `recall`, for a source in Markdown: its tags and addresses have no words."""
    text = _SCRIPT.sub(" ", source)
    text = _TAG.sub(lambda match: "" if match[1].lower() in INLINE else " ", text)
    return _compared(_counted(_unmarked(text)), _counted(_unmarked(made)))


class _Words(HTMLReader):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0
        self._in_number = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag == "sup" and any(name == "data-fn" for name, _ in attrs):  # the number of a footnote
            self._in_number, self._hidden = True, self._hidden + 1
        self.parts.append("" if tag in INLINE else " ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append("" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        ends = tag in _HIDDEN or (tag == "sup" and self._in_number)
        self._in_number = self._in_number and tag != "sup"
        self._hidden = max(0, self._hidden - ends)
        self.parts.append("" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def text_of_html(source: str) -> str:
    """The words of HTML as a browser shows them, without markup."""
    parser = _Words()
    parser.feed(without_stray(source))
    parser.close()
    return "".join(parser.parts)


def _unmarked(made: str) -> str:
    """The words of Markdown: emphasis and links within a word do not split it, and addresses of links are none."""
    text = _DEFINED.sub("", _LABEL.sub("]", _TARGET.sub("](", made)))
    text = _BACKSLASH.sub("", _LINKED.sub(r"\1", text))
    return unescape(re.sub(r"(?<=\w)(?:\*{1,3}|~~)(?=\w)", "", text))


def _counted(text: str) -> Counter[str]:
    """The words; raised and lowered digits count as digits."""
    folded = unicodedata.normalize("NFKC", unescape(text)).casefold()
    return Counter(_WORD.findall(folded.replace("_", " ")))
