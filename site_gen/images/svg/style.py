"""CSS of drawings: parsed by tinycss2 as browsers do, and written again with what is allowed.

An address other than `url(#part)` is refused wherever it occurs; anything else that is not allowed is left out.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import Any

import tinycss2
from tinycss2.ast import URLToken

from site_gen.images.svg.allowed import FUNCTIONS, PROPERTIES, REFERRING, SELECTOR_FUNCTIONS
from site_gen.images.svg.refusal import outside, too_large

Node = Any  # of tinycss2: its attributes depend on its `type`

_MOST = 250_000  # characters of CSS in one drawing that need the tokenizer
_SHORT = 10_000
_DEEPEST = 16  # nested brackets
# Values that most programs write and that need no tokenizer: without escapes, comments, or ends of declarations.
_PLAIN = re.compile(r"[-+#%.,\w\s]*", re.ASCII)
_USUAL = r"(?<![-\w])url\(\#[-\w.]+\) | (?<![-\w])rgba?\([-\d.,%\s]*\) | '[-\w.,\ ]*' | \"[-\w.,\ ]*\""
_USUAL_VALUE = re.compile(rf"(?: {_USUAL} | [-+#%.,\w\s] )*+", re.ASCII | re.VERBOSE)
_USUAL_STYLE = re.compile(rf"(?: {_USUAL} | [-+#%.,\w\s:;] )*+", re.ASCII | re.VERBOSE)
_CUSTOM = re.compile(r"--[-\w]+", re.ASCII)
_SIMPLE_ADDRESS = re.compile(r"#[-\w.:]+", re.ASCII)
_FETCHING = frozenset(
    ("url", "src", "image", "image-set", "-webkit-image-set")
)  # functions whose strings are addresses
_VALUES = frozenset(("ident", "number", "percentage", "dimension", "hash", "string", "whitespace"))
_VALUE_MARKS = frozenset(",/+-*")
_MEDIA_MARKS = frozenset(",:<>=/")
_SELECTOR_MARKS = frozenset(".>+~*,:")
_ATTRIBUTE_MARKS = frozenset(("=", "~=", "^=", "$=", "*=", "|="))
_SELECTING = frozenset(("ident", "hash", "whitespace", "number", "dimension"))
_BLOCKS = frozenset(("() block", "[] block", "{} block"))


class _Dropped(Exception):
    """A piece of CSS that is not allowed, but harmless to leave out."""


class Styles:
    """The CSS of one drawing, with a cache of what was parsed and a limit for its total length."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str, str], str] = {}
        self._declarations: dict[str, str] = {}
        self._read = 0

    def value(self, name: str, text: str, more: str = "") -> str:
        """A property's value, as in an attribute; "" if it is not allowed. `more` are further allowed delimiters."""
        if _PLAIN.fullmatch(text):
            return text.strip()
        if _refers(name) and _USUAL_VALUE.fullmatch(text):
            return text.strip().replace("'", '"')
        key = (name, text, more)
        if key not in self._values:
            nodes = tinycss2.parse_component_value_list(self._counted(text))
            refuse_addresses(nodes)
            self._values[key] = _value(name, nodes, more)
        return self._values[key]

    def declarations(self, text: str) -> str:
        """The declarations of a `style` attribute."""
        if len(text) < _SHORT and _USUAL_STYLE.fullmatch(text):
            return ";".join(filter(None, map(_usual_declaration, text.split(";"))))
        if text not in self._declarations:
            nodes = tinycss2.parse_component_value_list(self._counted(text), skip_comments=True)
            refuse_addresses(nodes)
            self._declarations[text] = _declarations(nodes)
        return self._declarations[text]

    def sheet(self, text: str) -> str:
        """A stylesheet."""
        nodes = tinycss2.parse_component_value_list(self._counted(text), skip_comments=True)
        refuse_addresses(_without_namespaces(nodes))
        return _rules(tinycss2.parse_stylesheet(nodes, skip_comments=True, skip_whitespace=True), 0)

    def media(self, text: str) -> str:
        """The media queries of a `media` attribute; "" where there is anything else."""
        try:
            return _media(tinycss2.parse_component_value_list(self._counted(text), skip_comments=True))
        except _Dropped:
            return ""

    def _counted(self, text: str) -> str:
        self._read += len(text)
        if self._read > _MOST:
            raise too_large(f"more than {_MOST:,} characters of CSS")
        return text


def _usual_declaration(text: str) -> str:
    written, _, value = text.partition(":")
    name, value = _property(written.strip()), value.strip()
    if not name or not value or ":" in value or ("url" in value and not _refers(name)):
        return ""
    return f"{name}:{value}".replace("'", '"')


def _refers(name: str) -> bool:
    return name in REFERRING or name.startswith("--")


def refuse_addresses(nodes: Sequence[Node]) -> None:
    """Raise `BadPicture` where a token, also a nested one, refers to something outside the drawing."""
    waiting: list[tuple[Node, bool]] = [(node, False) for node in nodes]
    while waiting:
        node, fetched = waiting.pop()
        if node.type == "url" or (fetched and node.type == "string"):
            address = node.value.strip()
            if address and not address.startswith("#"):
                raise outside(address)
        elif node.type == "at-keyword" and node.lower_value == "import":
            raise outside("@import")
        elif node.type == "function":
            within = fetched or node.lower_name in _FETCHING
            waiting += [(argument, within) for argument in node.arguments]
        elif node.type in _BLOCKS:
            waiting += [(inner, fetched) for inner in node.content]


def _without_namespaces(nodes: Sequence[Node]) -> list[Node]:
    """The tokens of a stylesheet without `@namespace` rules, whose addresses are names that are never loaded."""
    kept: list[Node] = []
    naming = False
    for node in nodes:
        naming = naming or (node.type == "at-keyword" and node.lower_value == "namespace")
        if not naming:
            kept.append(node)
        elif node.type == "{} block":
            kept.append(node)
            naming = False
        elif node == ";":
            naming = False
    return kept


def _value(name: str, nodes: Sequence[Node], more: str = "") -> str:
    marks = _VALUE_MARKS | set(more)
    try:
        kept = _clean(nodes, _refers(name), marks, FUNCTIONS)
    except _Dropped:
        return ""
    return _text(kept)


def _clean(
    nodes: Sequence[Node], refers: bool, marks: Set[str], functions: frozenset[str], depth: int = 0
) -> list[Node]:
    """The tokens without comments, in our spelling; `_Dropped` where one is not allowed."""
    if depth > _DEEPEST:
        raise _Dropped
    kept: list[Node] = []
    for node in nodes:
        address = _address(node)
        if address is not None:
            if not refers or len(address) < 2:
                raise _Dropped
            kept.append(_reference(node, address))
        elif node.type == "function" and node.lower_name in functions:
            node.arguments = _clean(node.arguments, refers, marks, functions, depth + 1)
            kept.append(node)
        elif node.type == "() block":
            node.content = _clean(node.content, refers, marks, functions, depth + 1)
            kept.append(node)
        elif node.type in _VALUES:
            kept.append(_spelt(node))
        elif node.type == "literal" and node.value in marks:
            kept.append(node)
        elif node.type != "comment":
            raise _Dropped
    return kept


def _text(nodes: Sequence[Node]) -> str:
    written: str = tinycss2.serialize(nodes)
    return written.strip()


def _address(node: Node) -> str | None:
    """The address in `url(...)`, quoted or not; None for any other token."""
    if node.type == "url":
        return str(node.value).strip()
    if node.type != "function" or node.lower_name != "url":
        return None
    within = [inner for inner in node.arguments if inner.type not in ("whitespace", "comment")]
    return within[0].value.strip() if len(within) == 1 and within[0].type == "string" else ""


def _reference(node: Node, address: str) -> Node:
    spelt = address if _SIMPLE_ADDRESS.fullmatch(address) else _quoted(address)
    return URLToken(node.source_line, node.source_column, address, f"url({spelt})")


def _spelt(node: Node) -> Node:
    if node.type == "string":
        node.representation = _quoted(node.value)
    return node


def _quoted(text: str) -> str:
    escaped = re.sub(r'[\x00-\x1f"\\\x7f]', lambda match: f"\\{ord(match[0]):x} ", text)
    return f'"{escaped}"'


def _declarations(nodes: Sequence[Node]) -> str:
    written = []
    for node in tinycss2.parse_blocks_contents(nodes, skip_comments=True, skip_whitespace=True):
        if node.type != "declaration":
            continue
        name = _property(node.name)
        if name and (value := _value(name, node.value)):
            written.append(f"{name}:{value}{'!important' if node.important else ''}")
    return ";".join(written)


def _property(name: str) -> str:
    """The name of an allowed property; "" for any other. Only custom properties are case-sensitive."""
    if _CUSTOM.fullmatch(name):
        return name
    return name.lower() if name.isascii() and name.lower() in PROPERTIES else ""


def _rules(nodes: Sequence[Node], depth: int) -> str:
    return "".join(text for node in nodes for text in _rule(node, depth))


def _rule(node: Node, depth: int) -> Iterator[str]:
    try:
        if node.type == "qualified-rule":
            if declarations := _declarations(node.content):
                yield f"{_selector(node.prelude)}{{{declarations}}}"
        elif node.type == "at-rule" and node.content is not None and depth < 3:
            if node.lower_at_keyword == "media":
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                if rules := _rules(inner, depth + 1):
                    yield f"@media {_media(node.prelude)}{{{rules}}}"
            elif node.lower_at_keyword in ("keyframes", "-webkit-keyframes"):
                yield f"@{node.lower_at_keyword} {_plain(node.prelude, ('ident', 'string'), '')}{{{_frames(node)}}}"
    except _Dropped:
        pass


def _frames(node: Node) -> str:
    frames = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
    return "".join(
        f"{_plain(frame.prelude, ('ident', 'percentage'), ',')}{{{_declarations(frame.content)}}}"
        for frame in frames
        if frame.type == "qualified-rule"
    )


def _media(nodes: Sequence[Node]) -> str:
    return _text(_clean(nodes, False, _MEDIA_MARKS, frozenset()))


def _plain(nodes: Sequence[Node], kinds: tuple[str, ...], mark: str) -> str:
    for node in nodes:
        if node.type not in (*kinds, "whitespace") and not (node.type == "literal" and node.value == mark):
            raise _Dropped
    text = _text([_spelt(node) for node in nodes])
    if not text:
        raise _Dropped
    return text


def _selector(nodes: Sequence[Node]) -> str:
    return _text(_selector_parts(nodes, 0))


def _selector_parts(nodes: Sequence[Node], depth: int) -> list[Node]:
    kept: list[Node] = []
    for node in nodes:
        if node.type == "[] block" and depth < 3:
            node.content = _clean(node.content, False, _ATTRIBUTE_MARKS, frozenset())
            kept.append(node)
        elif node.type == "function" and node.lower_name in SELECTOR_FUNCTIONS and depth < 3:
            node.arguments = _selector_parts(node.arguments, depth + 1)
            kept.append(node)
        elif node.type in _SELECTING or (node.type == "literal" and node.value in _SELECTOR_MARKS):
            kept.append(node)
        else:
            raise _Dropped
    return kept
