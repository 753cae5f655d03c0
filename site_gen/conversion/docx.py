"""Word documents (.docx): read by mammoth, after all that is not for readers has been taken out."""

import io
from datetime import tzinfo
from typing import Any

from site_gen.conversion.archive import Archive
from site_gen.conversion.document import document_of
from site_gen.conversion.docx_package import Package, make_package
from site_gen.conversion.missing import MissingExtra
from site_gen.conversion.refusal import Refusal
from site_gen.model.problem import Problem, Result
from site_gen.model.seed import Converted

_STYLES = """
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
"""


def convert(name: str, data: bytes, zone: tzinfo) -> Result[tuple[Converted, ...]]:
    """The text of a document; title and subtitle by their styles, else the heading above the text."""
    try:
        import mammoth  # noqa: F401 - whether it is there
    except ImportError as error:
        raise MissingExtra("documents", ".docx") from error
    try:
        package = make_package(Archive(data))
        html, pictures = _html_of(package)
        found = document_of("Word", html, pictures, package.title, package.subtitle, package.left_out)
    except Refusal as refusal:
        return Result(None, (Problem(name, 0, 0, refusal.what, refusal.hint),))
    return Result((found,))


def _html_of(package: Package) -> tuple[str, dict[str, bytes]]:
    """The HTML of a document, and its pictures by the addresses that it has for them."""
    import mammoth

    pictures: dict[str, bytes] = {}

    def address(image: Any) -> dict[str, str]:
        with image.open() as file:
            content = file.read()
        name = f"picture-{len(pictures) + 1}"
        pictures[name] = content
        return {"src": name}

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(package.data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(address),
        )
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError) as error:
        what = "This document has a structure that Word would not write."
        raise Refusal(what, "Open it and save it again as .docx, or save its text as .txt.") from error
    return str(result.value), pictures
