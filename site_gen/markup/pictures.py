"""Pictures within rendered HTML: finds them, and puts in the HTML that shows them.

`![what it shows](ship.jpg "A caption | Whose it is")` alone in a paragraph is a figure; several in one paragraph, and
nothing else, are a gallery; a picture within a line gets no caption.
"""

import html
import re
from collections.abc import Callable, Sequence

from site_gen.model.picture import Picture, Reference, Rendition
from site_gen.text.language.catalog import ENGLISH, Catalog, filled
from site_gen.text.references import unescape

_PICTURE = re.compile(r"<img\b([^<>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_ALONE = re.compile(r"<p>\s*((?:<img\b[^<>]*>(?:\s|<br ?/?>)*)+)</p>")
_SIZES = "(min-width: 46rem) 42rem, 100vw"  # about the width of a readable column of text
_SIZES_OF_MANY = "(min-width: 46rem) 21rem, (min-width: 29rem) 50vw, 100vw"

_SENTENCE_ENDS = tuple(".!?…。！？؟")  # after which a credit needs no separator

Address = Callable[[str], str]


def pictures_in(body: str) -> tuple[Reference, ...]:
    """The pictures of a rendered body, in order; the part of a title after its last `|` is the credit."""
    return tuple(_reference(match[1]) for match in _PICTURE.finditer(body))


def _reference(tag: str) -> Reference:
    attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag)}
    caption, bar, credit = attributes.get("title", "").rpartition("|")
    if not bar:
        caption, credit = credit, ""
    return Reference(attributes.get("src", ""), 0, attributes.get("alt", "").strip(), caption.strip(), credit.strip())


def with_pictures(
    body: str,
    pictures: Sequence[Picture],
    address: Address,
    first: bool,
    bare: bool = False,
    catalog: Catalog = ENGLISH,
) -> str:
    """The body with its pictures as they are published; `address` makes the addresses in which the HTML refers to them.

    The `first` picture of a page is loaded at once, all others when they are near. `bare` is for feeds, whose readers
    do not choose between formats. What is said of a picture is in the language of the `catalog`.
    """
    remaining = iter(enumerate(pictures))

    def shown(sizes: str, captioned: bool) -> str:
        number, picture = next(remaining)
        tag = _img(picture, address, sizes, first and number == 0, bare)
        upright = not bare and picture.height > picture.width
        return _figure(picture, tag, upright, catalog) if captioned else tag

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


def figure(picture: Picture, address: Address, catalog: Catalog = ENGLISH) -> str:
    """A picture in one format with its caption and credit, for feed readers, which do not choose between formats."""
    return _figure(picture, _img(picture, address, "", first=False, bare=True), False, catalog)


def _figure(picture: Picture, tag: str, upright: bool, catalog: Catalog) -> str:
    caption, credit = html.escape(picture.caption, quote=False), html.escape(picture.credit, quote=False)
    if credit:
        ends = picture.caption.endswith(_SENTENCE_ENDS)
        between = "" if not caption else " " if ends else "\u00a0· "
        said = credit if caption else filled(html.escape(catalog.gettext("Picture: %(credit)s")), {"credit": credit})
        caption += f"{between}<small>{said}</small>"
    words = f'\n<figcaption dir="auto">{caption}</figcaption>' if caption else ""
    start = '<figure class="upright">' if upright else "<figure>"
    return f"{start}\n{tag}{words}\n</figure>"


def _img(picture: Picture, address: Address, sizes: str, first: bool, bare: bool) -> str:
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
