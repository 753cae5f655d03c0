"""What the converters of office documents have in common: HTML and pictures become a text with its facts."""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from site_gen.conversion.fragment import to_markdown
from site_gen.conversion.limits import too_long
from site_gen.conversion.refusal import Refusal
from site_gen.extract.clean import clean
from site_gen.model.seed import Converted, Decision, Given, SeedPicture

_MAGIC = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))
_CREDIT = re.compile(
    r"[\s(\[|/–—-]*\b(?:(?:photo|foto|picture|image|credit|bild|quelle|фото)(?: credit| by| courtesy of)?\s?[:/]"
    r"|photo by|courtesy of)\s*(.{2,150}?)[)\].]*$|[\s(\[|/–—-]*(?:©|\(c\))\s*(.{2,150}?)[)\].]*$",
    re.IGNORECASE,
)
_EMPTY = "This document has no text."


def picture_suffix(data: bytes) -> str:
    """The suffix for a picture that browsers show, by its first bytes; "" for others."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((suffix for magic, suffix in _MAGIC if data.startswith(magic)), "")


def with_caption(picture: SeedPicture, text: str) -> SeedPicture:
    """A picture with its caption, and the credit at the end of that: "A gun at Tapa. Photo: Estonian Army"."""
    text = " ".join(clean(text).split())
    found = _CREDIT.search(text)
    if found is None:
        return replace(picture, caption=text)
    return replace(picture, caption=text[: found.start()].strip(), credit=(found[1] or found[2]).strip())


def document_of(
    kind: str, html: str, pictures: Mapping[str, bytes], title: str, subtitle: str, left_out: Mapping[str, int]
) -> Converted:
    """The text of a document. `pictures` are by their addresses in the HTML; `left_out` counts what is not in it."""
    suffixes = {address: picture_suffix(data) for address, data in pictures.items()}
    names = {address: f"{address}.{suffix}" for address, suffix in suffixes.items() if suffix}
    fragment = to_markdown(html, names)
    text = fragment.text
    if fault := too_long(text):
        raise Refusal(*fault)
    if not text.strip():
        raise Refusal(_EMPTY, "Is the text in a picture, or hidden? Save the text itself as .txt.")
    notes = [Decision("form", kind, "the document as its readers see it, with its changes accepted")]
    notes += [Decision("cut", f"{what} ({count})", "not for readers") for what, count in left_out.items() if count]
    if strange := len(pictures) - len(names):
        notes.append(Decision("cut", f"pictures ({strange})", "of kinds that browsers do not show"))
    return Converted(
        text=text,
        given=Given(title=" ".join(clean(title).split()), summary=" ".join(clean(subtitle).split())),
        pictures=tuple(
            with_caption(SeedPicture(name=name, data=pictures[address]), fragment.captions.get(name, ""))
            for address, name in names.items()
        ),
        notes=tuple(notes),
    )
