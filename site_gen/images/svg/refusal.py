"""The errors for refused drawings; the reader of the file adds the line."""

from site_gen.images.fault import BadPicture

PLAIN = "Export it as plain SVG, or as PNG."
_SHOWN = 60  # characters of an address in a message


def active(what: str) -> BadPicture:
    """The drawing contains something that would run, or embed another kind of document."""
    return BadPicture(f"The drawing contains {what}, which could do more than be shown.", PLAIN)


def outside(address: str) -> BadPicture:
    """The drawing refers to something outside itself."""
    shown = " ".join(address[: 2 * _SHOWN].split())
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 3] + "..."
    what = f"The drawing refers to '{shown}', which is not a part of it."
    return BadPicture(what, "Only references such as '#part' are published. Embed what it shows, or export it as PNG.")


def too_large(what: str) -> BadPicture:
    """The drawing is too large for us, or a browser, to read in reasonable time."""
    return BadPicture(f"The drawing has {what}.", "Simplify it, or export it as PNG.")
