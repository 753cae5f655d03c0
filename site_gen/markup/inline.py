"""Python-Markdown's inline pass, which skips the patterns whose characters a text does not contain.

A pattern that needs a `[` cannot match where there is none, so skipping it saves time and changes nothing else: the
pass would otherwise search each line of text once for each of fourteen patterns. The result must be the engine's own,
byte for byte, which `tests/markup/test_inline.py` checks. A pattern that is not listed here is always tried.
"""

from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import EscapeInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_NEEDS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "html": "<",
    "linebreak": "  \n",
    "entity": "&",
    "magic-mail": "@",
    "delimiter": "~",
}
_EMPHASIS = "em_strong"


class QuickInline(InlineProcessor):
    """The inline pass with its patterns in a plain list, each with the characters that it needs."""

    def __init__(self, parser: Markdown) -> None:
        super().__init__(parser)
        registry: Any = parser.inlinePatterns
        names = [item.name for item in registry._priority] if list(registry) else []  # this sorts them
        self._table: list[tuple[str, bool, Any]] = [
            (_NEEDS.get(name, ""), name == _EMPHASIS, registry[name]) for name in names
        ]
        self._escape = next((item for _, _, item in self._table if type(item) is EscapeInlineProcessor), None)

    def _escaped(self, data: str) -> str:
        """The text with all escaped characters stashed at once; one by one, each would copy the whole text."""
        stash: Any = self._InlineProcessor__stashNode  # type: ignore[attr-defined]
        escape: Any = self._escape
        pieces, at = [], 0
        for match in escape.compiled_re.finditer(data):
            node, start, end = escape.handleMatch(match, data)
            if node is not None:
                pieces += [data[at:start], stash(node, escape.type())]
                at = end
        return "".join((*pieces, data[at:]))

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """Replaces the private method of that name: the same walk over the patterns."""
        if isinstance(data, AtomicString):
            return data
        start = 0
        apply: Any = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        table = self._table
        while patternIndex < len(table):
            needed, emphasis, pattern = table[patternIndex]
            if (needed and needed not in data) or (emphasis and "*" not in data and "_" not in data):
                patternIndex += 1
                start = 0
                continue
            if pattern is self._escape:
                data, patternIndex = self._escaped(data), patternIndex + 1
                continue
            data, matched, start = apply(pattern, data, patternIndex, start)
            if not matched:
                patternIndex += 1
        return data


def make_quick(parser: Markdown) -> None:
    """Let a finished parser skip needless patterns."""
    parser.treeprocessors.register(QuickInline(parser), "inline", 20)
