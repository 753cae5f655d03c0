"""Directives and roles of reStructuredText that Pelican, Nikola and Sphinx add; others keep their words."""

import re
from collections.abc import Callable
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from docutils.parsers.rst.directives import images

from site_gen.importing.item import Loss

_SERVICES = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "gist": "https://gist.github.com/{}",
    "soundcloud": "https://soundcloud.com/{}",
    "soundcloud_playlist": "https://soundcloud.com/{}",
    "tweet": "https://x.com/i/status/{}",
    "media": "{}",
}
_CODE = frozenset(("code-block", "sourcecode", "highlight", "code", "prompt", "parsed-literal"))
_COMPUTED = frozenset(("contents", "post-list", "post_list", "toctree", "listing", "chart", "sectnum", "include"))
_TARGET = re.compile(r"(.*?)\s*<([^<>]+)>", re.DOTALL)


class _AnyOption(dict[str, Any]):
    """Options of any name, as they are written."""

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, name: str) -> Callable[[str | None], str]:
        return lambda value: value or ""


class _Ours(Directive):  # type: ignore[misc]
    """What all have in common: any arguments, any options."""

    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _AnyOption()
    has_content = True
    losses: list[Loss] = []  # noqa: RUF012 - replaced in the class made for each text
    first = 0
    known_as = ""

    def lost(self, what: str) -> None:
        """Note a loss at the directive's line."""
        self.losses.append(Loss(self.lineno + self.first, what))

    def inner(self) -> list[nodes.Node]:
        """The content, read as reStructuredText."""
        holder = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, holder)
        return list(holder.children)


class _Service(_Ours):
    """A link to what a service shows."""

    def run(self) -> list[nodes.Node]:
        """A paragraph with the link."""
        given = " ".join(self.arguments) or " ".join(self.content)
        word = given.split()[0] if given.split() else ""
        url = word if word.startswith("http") else _SERVICES[self.known_as].format(word)
        self.lost(f"the directive '{self.known_as}' is a link now")
        return [nodes.paragraph("", "", nodes.reference("", url, refuri=url))] if word else []


class _Code(_Ours):
    """A block of code in any spelling of its options."""

    def run(self) -> list[nodes.Node]:
        """A literal block with its language."""
        language = (self.arguments or [""])[0].split()[:1]
        text = "\n".join(self.content)
        return [nodes.literal_block(text, text, classes=["code", *language])]


class _Computed(_Ours):
    """What a program fills in: nothing is there to be kept."""

    def run(self) -> list[nodes.Node]:
        """Nothing."""
        is_file = self.known_as in ("include", "listing")
        why = f"nothing is read from {' '.join(self.arguments)}" if is_file else "a program fills it"
        self.lost(f"the directive '{self.known_as}' is left out: {why}")
        return []


class _Unknown(_Ours):
    """A directive without a meaning here: its content and its words stay."""

    def run(self) -> list[nodes.Node]:
        """A paragraph of its argument, if that has words, and the content."""
        title = " ".join(self.arguments)
        stays = "its words stay" if title or self.content else "it has no words"
        self.lost(f"the directive '{self.known_as}' is unknown; {stays}")
        head = [nodes.paragraph("", "", nodes.strong("", title))] if " " in title.strip() else []
        return [*head, *self.inner()]


class _Thumbnail(images.Figure):  # type: ignore[misc]
    """Nikola's picture that opens large: a figure."""

    option_spec = {**images.Figure.option_spec, "linktitle": directives.unchanged, "title": directives.unchanged}  # noqa: RUF012


def directive_for(name: str, lookup: Any, rest: tuple[Any, ...], losses: list[Loss], first: int) -> tuple[Any, Any]:
    """The class for a directive: ours, that of docutils, or the one for those that nobody knows."""
    word = name.lower()
    if word == "thumbnail":
        return _Thumbnail, []
    base = _Service if word in _SERVICES else _Code if word in _CODE else _Computed if word in _COMPUTED else None
    if base is None:
        found, messages = lookup(name, *rest)
        if found is not None:
            return found, messages
    made = type("Directive", (base or _Unknown,), {"losses": losses, "first": first, "known_as": word})
    return made, []


def role_for(name: str, lookup: Any, rest: tuple[Any, ...], losses: list[Loss], first: int) -> tuple[Any, Any]:
    """The function for a role: that of docutils, or one that keeps the words."""
    found, messages = lookup(name, *rest)
    if found is not None:
        return found, messages
    word = name.lower()

    def kept(role: str, raw: str, text: str, line: int, inliner: Any, *_: Any) -> tuple[list[nodes.Node], list[Any]]:
        target = _TARGET.fullmatch(text)
        words = nodes.unescape(target[1] if target and target[1] else text)
        if word == "doc":
            return [nodes.reference(raw, words, refuri=f"link://doc/{target[2] if target else text}")], []
        losses.append(Loss(line + first, f"the role '{word}' is unknown; its words stay"))
        return [nodes.inline(raw, words)], []

    return kept, []
