"""SVG: a drawing in XML, which is published only when it is nothing else."""

import re

from site_gen.picturing.fault import BadPicture

_ROOT = re.compile(r"<svg\b[^>]*>", re.IGNORECASE)
_NUMBER = r"\s*([0-9]+(?:\.[0-9]+)?)(?:px)?\s*"
_ACTS = re.compile(
    r"<\s*(?:\w+:)?(?:script|foreignObject|iframe|embed|object|handler)\b|\son\w+\s*=|javascript:|<!ENTITY|<\?xml-stylesheet"
    r"|(?:href|src)\s*=\s*[\"']\s*(?:https?:)?//|@import|url\(\s*[\"']?\s*(?:https?:)?//",
    re.IGNORECASE,
)


def measured_svg(data: bytes) -> tuple[int, int]:
    """Width and height of a drawing; `BadPicture` where it could act, or would fetch something."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadPicture("The drawing is not UTF-8 text.") from None
    if found := _ACTS.search(text):
        shown = found[0].strip()
        what = f"The drawing holds '{shown}': it could do more than be looked at."
        raise BadPicture(what, "Export it as plain SVG, or as PNG.")
    found = _ROOT.search(text)
    root = found[0] if found else ""
    width, height = _attribute(root, "width"), _attribute(root, "height")
    if width and height:
        return round(width), round(height)
    box = re.search(r"\sviewBox=[\"']([^\"']*)[\"']", root)
    numbers = box[1].replace(",", " ").split() if box else []
    if len(numbers) == 4 and all(re.fullmatch(r"-?[0-9.]+(?:e-?[0-9]+)?", number) for number in numbers):
        return round(float(numbers[2])), round(float(numbers[3]))
    raise BadPicture("The drawing does not say how large it is.", "Give its <svg> a width and a height, or a viewBox.")


def _attribute(tag: str, name: str) -> float:
    found = re.search(rf"\s{name}=[\"']{_NUMBER}[\"']", tag)
    return float(found[1]) if found else 0
