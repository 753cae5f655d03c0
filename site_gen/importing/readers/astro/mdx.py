"""MDX as Markdown: imports, expressions and components are taken out, their words stay, and each is reported.

https://mdxjs.com/docs/what-is-mdx/ describes it. Code is left alone.
"""

import json
import re
import textwrap
from collections.abc import Iterator

from msgspec import Struct

from site_gen.importing.item import Loss
from site_gen.importing.readers.macros import Said

_CODE = re.compile(
    r"^([ \t]*)(`{3,}|~{3,})[^\n]*\n.*?^[ \t]*\2[`~]*[ \t]*$|(?<!`)(`+)(?!`)[^\n]+?(?<!`)\3(?!`)", re.M | re.S
)
_ESM = re.compile(
    r"^(?:import\s+(?:[\w{*\"']|type\s)|export\s+(?:const|let|default|function|async|\{)).*?(?=\n[ \t]*\n|\Z)",
    re.M | re.S,
)
_IMPORTED = re.compile(r"import\s+(\w+)\s+from\s+[\"']([^\"']+)[\"']")
_COMMENT = re.compile(r"\{\s*/\*.*?\*/\s*\}", re.DOTALL)
_OPENED = re.compile(r"<(/?)(?:([A-Z][\w.]*)(?=[\s/>])|(?=>))")
_STRING = re.compile(r"\{\s*([\"'`])((?:(?!\1)[^\\$\n])*)\1\s*\}")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|\{((?:[^{}]|\{[^{}]*\})*)\})")
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
_VIDEOS = {
    "youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/", "tweet": "https://x.com/i/status/",
    "gist": "https://gist.github.com/",
}  # fmt: skip
_HELD = re.compile("([ \t]*)\ue0f5(\\d+)\ue0f6")
_DEEPEST = 30


class _Tag(Struct, frozen=True):
    """A tag of a component: where it is in the text, and its attributes as they are written."""

    start: int
    end: int
    name: str
    attributes: str
    is_closing: bool
    is_alone: bool


def without_mdx(text: str) -> Said:
    """The text as Markdown."""
    reader = _Reader(text)
    made = reader.rendered(reader.text, 0)
    return Said(reader.restored(made), reader.restored("\n".join((reader.plain(), *reader.counted))), reader.losses())


class _Reader:
    def __init__(self, text: str) -> None:
        self._held: list[str] = []
        self._found: list[tuple[str, str]] = []  # what was lost, and what it is found by
        self._blanked = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        self.counted: list[str] = []
        self.images: dict[str, str] = {}
        held = _CODE.sub(self._hold, text)
        self.text = _COMMENT.sub("", _ESM.sub(self._module, held))

    def _hold(self, match: re.Match[str]) -> str:
        indent = match[1] or ""
        code = "\n".join(line.removeprefix(indent) for line in match[0].split("\n"))
        self._held.append(code)
        return f"{indent}\ue0f5{len(self._held) - 1}\ue0f6"

    def restored(self, text: str) -> str:
        """The text with its code, which is indented as its place is."""

        def one(match: re.Match[str]) -> str:
            code = self._held[int(match[2])]
            return match[1] + code.replace("\n", "\n" + match[1]) if "\n" in code else match[1] + code

        return _HELD.sub(one, text)

    def _module(self, match: re.Match[str]) -> str:
        for name, path in _IMPORTED.findall(match[0]):
            if path.lower().partition("?")[0].endswith(_IMAGES):
                self.images[name] = path
        if match[0].startswith("export"):
            self._found.append(("an export is left out", match[0].split("\n")[0]))
        return "\n" * match[0].count("\n")

    def losses(self) -> tuple[Loss, ...]:
        """What was lost, with the lines at which it is."""
        positions: dict[str, int] = {}
        found = []
        for what, needle in self._found:
            at = self._blanked.find(needle, positions.get(needle, 0))
            positions[needle] = at + 1 if at >= 0 else positions.get(needle, 0)
            found.append(Loss(self._blanked.count("\n", 0, at) + 1 if at >= 0 else 0, what))
        return tuple(sorted(found, key=lambda one: one.line))

    def plain(self) -> str:
        """The text without tags and expressions, for counting words."""
        made = ""
        at = 0
        for tag in _tags(self.text):
            made += self.text[at : tag.start] + " "
            at = tag.end
        return _without_expressions(made + self.text[at:], None)

    def rendered(self, text: str, depth: int) -> str:
        """The text without components; what they enclose is as far left as they are."""
        made: list[str] = []
        at = 0
        tags = list(_tags(text))
        number = 0
        while number < len(tags):
            tag = tags[number]
            made.append(self._expressions(text[at : tag.start]))
            last = number if tag.is_closing or tag.is_alone else _closing(tags, number)
            if last is not None and last > number and depth < _DEEPEST:
                inner = textwrap.dedent(text[tag.end : tags[last].start].expandtabs(4))
                shown = self._component(tag)
                made.append("\n\n".join(filter(None, (shown, self.rendered(inner.strip("\n"), depth + 1)))))
                number, at = last + 1, tags[last].end
                continue
            made.append("" if tag.is_closing else self._component(tag))
            number, at = number + 1, tag.end
        made.append(self._expressions(text[at:]))
        return "".join(made)

    def _expressions(self, text: str) -> str:
        return _without_expressions(text, self._found)

    def _component(self, tag: _Tag) -> str:
        """What a component shows by itself: a picture, a link to a video, or the words of its attributes."""
        values, source = _attributes(tag)
        if not tag.name:
            return ""
        if markup := _markup(tag.attributes):
            self.counted.append(markup)
            return f"\n\n{markup}\n\n"
        if src := self._source(source):
            self.counted.append(values.get("alt", ""))
            return f"![{values.get('alt', '').replace('[', '(').replace(']', ')')}]({src})"
        if url := _video(tag.name.lower(), values):
            return f"[{url}]({url})"
        words = " ".join(value for name, value in values.items() if _is_prose(name, value))
        self.counted.append(words)
        stays = "its words stay" if words or not tag.is_alone else "it has no words"
        self._found.append((f"the component '{tag.name}' is left out; {stays}", f"<{tag.name}"))
        return words

    def _source(self, src: str) -> str:
        """The path of a picture: of an import, or as it is written."""
        bare = src.removesuffix(".src")
        if bare in self.images:
            return self.images[bare]
        return src if src.lower().partition("?")[0].endswith(_IMAGES) and not re.search(r"[{}()\s]", src) else ""


def _attributes(tag: _Tag) -> tuple[dict[str, str], str]:
    """The attributes that are strings, and `src`, which may be the name of an import."""
    values: dict[str, str] = {}
    source = ""
    for name, double, single, inner in _ATTRIBUTE.findall(tag.attributes):
        values[name] = double or single or _literal(inner)
        source = values[name] or inner.strip() if name == "src" else source
    return values, source


def _markup(attributes: str) -> str:
    """The HTML that `set:html` holds as a string; "" without it."""
    found = re.search(r"\bset:html\s*=\s*\{\s*(?=\")", attributes)
    if found is None:
        return ""
    try:
        value, _ = json.JSONDecoder().raw_decode(attributes, found.end())
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""


def _video(name: str, values: dict[str, str]) -> str:
    """The address of what a service shows; "" for other components."""
    service = next((one for one in _VIDEOS if name.startswith(one)), "")
    number = values.get("id") or values.get("videoId") or values.get("url", "")
    if not service or not number:
        return ""
    return number if number.startswith("http") else _VIDEOS[service] + number


def _literal(inner: str) -> str:
    """The string that an expression is; "" for others."""
    found = _STRING.fullmatch(f"{{{inner}}}")
    return found[2] if found else ""


def _is_prose(name: str, value: str) -> bool:
    is_named = name in ("title", "label", "caption", "description", "text", "alt", "summary", "heading")
    is_code = bool(re.match(r"[{\[(]|https?://|/|\w+\(", value)) or "=>" in value
    return (
        not is_code
        and (is_named or " " in value.strip())
        and name not in ("class", "className", "style", "client:only")
    )


def _without_expressions(text: str, found: list[tuple[str, str]] | None) -> str:
    """The text without `{...}`; strings in braces stay."""
    text = _STRING.sub(lambda match: match[2], text)
    made: list[str] = []
    at = 0
    for start, end in _braces(text):
        inner = text[start:end]
        made.append(text[at:start])
        before = re.search(r"[\w:-]+=\Z", text[:start])
        if before:  # an attribute of an element: the element stays, without it
            made[-1] = made[-1].removesuffix(before[0])
        elif found is not None:
            found.append((f"the expression {' '.join(inner.split())[:60]} is left out", inner.split("\n")[0]))
        at = end
    return "".join((*made, text[at:]))


def _braces(text: str) -> Iterator[tuple[int, int]]:
    """Where expressions in braces begin and end; braces that do not close, or are escaped, are none."""
    depth = start = 0
    for found in re.finditer(r"\\[{}]|[{}]", text):
        if found[0] == "{":
            start = found.start() if depth == 0 else start
            depth += 1
        elif found[0] == "}" and depth:
            depth -= 1
            if depth == 0:
                yield start, found.end()


def _tags(text: str) -> Iterator[_Tag]:
    """The tags of components, in their order."""
    at = 0
    while found := _OPENED.search(text, at):
        end = _end_of_tag(text, found.end())
        if end < 0:
            return
        attributes = text[found.end() : end - 1]
        is_alone = attributes.rstrip().endswith("/")
        yield _Tag(found.start(), end, found[2] or "", attributes, bool(found[1]), is_alone)
        at = end


def _end_of_tag(text: str, at: int) -> int:
    """The place behind the `>` of a tag; those within strings and braces are none. -1 where it does not end."""
    depth = 0
    for found in re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^'\n]*'|[{}>]", re.DOTALL).finditer(text, at):
        if found[0] == ">" and depth == 0:
            return found.end()
        depth += (found[0] == "{") - (found[0] == "}")
    return -1


def _closing(tags: list[_Tag], number: int) -> int | None:
    """The number of the tag that closes another; None where nothing does."""
    depth = 0
    for at in range(number, len(tags)):
        tag = tags[at]
        if tag.name != tags[number].name or tag.is_alone:
            continue
        depth += -1 if tag.is_closing else 1
        if depth == 0:
            return at
    return None
