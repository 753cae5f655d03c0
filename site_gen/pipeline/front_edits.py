"""Edits of a post's front matter by the places of its values; every other byte stays as it is."""

from collections.abc import Iterator, Mapping
from datetime import UTC
from typing import NamedTuple

import yaml

from site_gen.extract.yaml_scalar import yaml_item, yaml_scalar
from site_gen.parsing.document import Reading
from site_gen.parsing.front_matter import split
from site_gen.text.slug import fold


class _Cut(NamedTuple):
    """Where a part of a text begins and ends, and what takes its place."""

    start: int
    end: int
    new: str


class _Front:
    """The front matter of a file, as nodes with their places in the file's own text."""

    def __init__(self, path: str, data: bytes) -> None:
        self.mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        self.text = data.decode("utf-8-sig")
        parts = split(path, self.text).or_raise()
        lines = self.text.split("\n")[: parts.matter_line - 1]
        self.start = sum(len(line) + 1 for line in lines)
        self.matter = parts.matter
        self.end_of_line = "\r\n" if "\r\n" in parts.matter else "\n"
        root = Reading(path, parts.matter, UTC).root
        self.pairs = root.value if isinstance(root, yaml.MappingNode) else []

    def value(self, key: str) -> yaml.Node | None:
        """The node of a key's value."""
        return next((value for name, value in self.pairs if name.value == key), None)

    def with_cuts(self, cuts: list[_Cut]) -> bytes:
        """The whole file with parts of its front matter replaced."""
        matter = self.matter
        for cut in sorted(set(cuts), reverse=True):
            matter = matter[: cut.start] + cut.new + matter[cut.end :]
        text = self.text[: self.start] + matter + self.text[self.start + len(self.matter) :]
        return self.mark + text.encode()


def with_tags(path: str, data: bytes, renamed: Mapping[str, str]) -> bytes:
    """A post whose tags, and their kinds in `entities`, are renamed by their folded names; each tag is there once."""
    front = _Front(path, data)
    lists = [front.value("tags")]
    entities = front.value("entities")
    lists += [node for _, node in entities.value] if isinstance(entities, yaml.MappingNode) else []
    cuts: list[_Cut] = []
    for node in lists:
        if isinstance(node, yaml.SequenceNode):
            cuts += _renamed(front.matter, node, renamed)
    return front.with_cuts(cuts) if cuts else data


def _renamed(matter: str, node: yaml.SequenceNode, renamed: Mapping[str, str]) -> Iterator[_Cut]:
    """The items of a list that are replaced, or left out where the list has the new name already."""
    items = [item for item in node.value if isinstance(item, yaml.ScalarNode)]
    names = [renamed.get(fold(item.value), item.value) for item in items]
    kept = {fold(item.value) for item, name in zip(items, names, strict=True) if name == item.value}
    for at, (item, name) in enumerate(zip(items, names, strict=True)):
        if name == item.value:
            continue
        if fold(name) in kept:
            yield _without(matter, node, items, at)
        else:
            kept.add(fold(name))
            yield _Cut(*_place(matter, item), yaml_item(name) if node.flow_style else yaml_scalar(name))


def _without(matter: str, node: yaml.SequenceNode, items: list[yaml.ScalarNode], at: int) -> _Cut:
    """The removal of an item with its comma, or with its line. Another item is kept, so the list is never empty."""
    start, end = _place(matter, items[at])
    if not node.flow_style:
        after = matter.find("\n", end)
        return _Cut(matter.rfind("\n", 0, start) + 1, len(matter) if after < 0 else after + 1, "")
    if at:
        return _Cut(_place(matter, items[at - 1])[1], end, "")
    return _Cut(start, items[at + 1].start_mark.index, "")


def _place(matter: str, node: yaml.Node) -> tuple[int, int]:
    """Where a value begins and ends, without the blanks after it."""
    start: int = node.start_mark.index
    end: int = node.end_mark.index
    return start, start + len(matter[start:end].rstrip())


def with_slug(path: str, data: bytes, slug: str) -> bytes:
    """A post with another slug, where its front matter has one."""
    front = _Front(path, data)
    node = front.value("slug")
    if node is None or not node.value:
        return data
    return front.with_cuts([_Cut(*_place(front.matter, node), yaml_scalar(slug))])


def with_alias(path: str, data: bytes, alias: str) -> bytes:
    """A post with one more alias: at the end of its list, else on a line of its own after the title's."""
    front = _Front(path, data)
    node = front.value("aliases")
    if isinstance(node, yaml.SequenceNode) and node.value:
        last = _place(front.matter, node.value[-1])[1]
        if node.flow_style:
            return front.with_cuts([_Cut(last, last, f", {yaml_item(alias)}")])
        begin = front.matter.rfind("\n", 0, node.value[-1].start_mark.index) + 1
        lead = front.matter[begin : node.value[-1].start_mark.index]
        return front.with_cuts([_Cut(last, last, f"{front.end_of_line}{lead}{yaml_scalar(alias)}")])
    line = f"aliases: [{yaml_item(alias)}]"
    if node is not None:  # an empty list, or nothing
        key = next(name for name, _ in front.pairs if name.value == "aliases")
        start: int = key.start_mark.index
        return front.with_cuts([_Cut(start, max(_place(front.matter, node)[1], start + len("aliases:")), line)])
    title = front.value("title")
    after = front.matter.find("\n", _place(front.matter, title)[1]) + 1 if title is not None else 0
    if not after:
        return front.with_cuts([_Cut(0, 0, line + front.end_of_line)])
    return front.with_cuts([_Cut(after, after, line + front.end_of_line)])
