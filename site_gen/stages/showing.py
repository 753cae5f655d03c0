"""Which pictures a text shows: told by the HTML that it becomes, so that code and escaped signs are no pictures."""

from html import unescape

from msgspec.structs import replace

from site_gen.markup.pictures import pictures_in
from site_gen.model.picture import Reference
from site_gen.model.post import Said
from site_gen.model.problem import Problem
from site_gen.reading.post import body_text
from site_gen.stages.rendering import HtmlOf, Pressroom, Unreadable


class AskedFor:
    """Puts the pictures that a text asks for into what was read of it."""

    def __init__(self, room: Pressroom) -> None:
        self._room = room
        self._html_of: HtmlOf | None = None

    def __call__(self, said: Said, data: bytes) -> tuple[Said, tuple[Problem, ...]]:
        """What the file says with its pictures, and what is wrong with them; `data` are the file's bytes."""
        if b"![" not in data and not (said.body.trusted and b"<img" in data):
            return said, ()
        self._html_of = self._html_of or HtmlOf(self._room)
        try:
            html = self._html_of(said.body)
        except Unreadable:
            return said, ()  # it is told when the page is made
        asks = _placed(pictures_in(html), data)
        problems = tuple(problem for one in asks for problem in _problems(one, said.source.path))
        return replace(said, body=replace(said.body, asks=asks)), problems


def _placed(pictures: tuple[Reference, ...], data: bytes) -> tuple[Reference, ...]:
    """The same with the line on which each stands in the file, as near as its address tells."""
    text = body_text(data)
    before = data.decode("utf-8-sig").replace("\r\n", "\n").count("\n") - text.count("\n")
    lines = [unescape(line) for line in text.split("\n")]
    placed = []
    at = 0
    for picture in pictures:
        near = (number for number in range(at, len(lines)) if picture.src in lines[number])
        at = next(near, next((number for number in range(at, len(lines)) if "![" in lines[number]), at))
        placed.append(replace(picture, line=before + at + 1))
    return tuple(placed)


def _problems(one: Reference, path: str) -> list[Problem]:
    if not one.src:
        return [Problem(path, one.line, 1, "A picture has no address.", "Write ![What it shows](ship.jpg).")]
    if one.src.startswith(("//", "http:", "https:", "data:")):
        what = f"The picture '{one.src}' would be fetched from elsewhere by every reader."
        return [Problem(path, one.line, 1, what, "Put the file beside the text, or below static/.")]
    if not one.alt:
        what = f"The picture '{one.src}' has no alternative text."
        return [Problem(path, one.line, 1, what, f"Say between the brackets what it shows: ![...]({one.src}).")]
    return []
