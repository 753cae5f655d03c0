"""Pictures within rendered HTML: which ones there are, and how they are shown.

`![what it shows](ship.jpg "A caption | Whose it is")` alone in a paragraph is a figure; several in one paragraph, and
nothing else, are a gallery; within a line a picture stands as it is.
"""

import html
import re
from collections.abc import Callable, Sequence

from site_gen.model.picture import Picture, Reference, Rendition

_PICTURE = re.compile(r"<img\b([^<>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_ALONE = re.compile(r"<p>\s*((?:<img\b[^<>]*>(?:\s|<br ?/?>)*)+)</p>")
_SIZES = "(min-width: 46rem) 42rem, 100vw"  # a column of text is about so wide in a theme that can be read
_SIZES_OF_MANY = "(min-width: 46rem) 21rem, (min-width: 29rem) 50vw, 100vw"

_SENTENCE_ENDS = tuple(".!?…。！？؟")  # after which a credit needs no sign of its own

Address = Callable[[str], str]


def pictures_in(body: str) -> tuple[Reference, ...]:
    """The pictures of a rendered body, in their order; what a title says after its last `|` is the credit."""
    return tuple(_reference(match[1]) for match in _PICTURE.finditer(body))


def _reference(tag: str) -> Reference:
    attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(tag)}
    caption, bar, credit = attributes.get("title", "").rpartition("|")
    if not bar:
        caption, credit = credit, ""
    return Reference(attributes.get("src", ""), 0, attributes.get("alt", "").strip(), caption.strip(), credit.strip())


def with_pictures(body: str, pictures: Sequence[Picture], address: Address, first: bool, bare: bool = False) -> str:
    """The body with its pictures as they are published; `address` makes an address of the site one that works there.

    The `first` picture of a page is loaded at once, all others when they are near. `bare` is for feeds, whose readers
    choose nothing.
    """
    waiting = iter(enumerate(pictures))

    def shown(sizes: str, captioned: bool) -> str:
        number, picture = next(waiting)
        tag = _shown(picture, address, sizes, first and number == 0, bare)
        upright = not bare and picture.height > picture.width
        return _figure(picture, tag, upright) if captioned else tag

    def figures(match: re.Match[str]) -> str:
        count = match[1].count("<img")
        if count == 1:
            return shown(_SIZES, True)
        made = "\n".join(shown(_SIZES_OF_MANY, True) for _ in range(count))
        return f'<div class="gallery">\n{made}\n</div>'

    def inline(_: re.Match[str]) -> str:
        return shown(_SIZES, False)

    parts = []
    end = 0
    for match in _ALONE.finditer(body):
        parts.append(_PICTURE.sub(inline, body[end : match.start()]))
        parts.append(figures(match))
        end = match.end()
    parts.append(_PICTURE.sub(inline, body[end:]))
    return "".join(parts)


def figure(picture: Picture, address: Address) -> str:
    """A picture in one format with its caption and its credit, for those who choose nothing: readers of feeds."""
    return _figure(picture, _shown(picture, address, "", first=False, bare=True))


def _figure(picture: Picture, tag: str, upright: bool = False) -> str:
    caption, credit = html.escape(picture.caption, quote=False), html.escape(picture.credit, quote=False)
    if credit:
        ends = picture.caption.endswith(_SENTENCE_ENDS)
        between = "" if not caption else " " if ends else "\u00a0· "
        caption += f"{between}<small>{'' if caption else 'Picture: '}{credit}</small>"
    words = f'\n<figcaption dir="auto">{caption}</figcaption>' if caption else ""
    start = '<figure class="upright">' if upright else "<figure>"
    return f"{start}\n{tag}{words}\n</figure>"


def _shown(picture: Picture, address: Address, sizes: str, first: bool, bare: bool) -> str:
    size = f'width="{picture.width}" height="{picture.height}"'
    tag = f'<img src="{html.escape(address(picture.src))}" alt="{html.escape(picture.alt)}" {size}'
    if bare:
        return f"{tag}>"
    tag += ' fetchpriority="high">' if first else ' loading="lazy" decoding="async">'
    if not picture.choices:
        return tag
    sources = "".join(
        f'<source type="{choice.type}" srcset="{_srcset(choice.files, address)}" sizes="{sizes}">'
        for choice in picture.choices
    )
    return f"<picture>{sources}{tag}</picture>"


def _srcset(files: Sequence[Rendition], address: Address) -> str:
    return ", ".join(f"{html.escape(address(file.url))} {file.width}w" for file in files)
