"""Pictures: as texts refer to them, as files are, and as pages show them."""

from msgspec import Struct

_SUFFIXES = """
    jpg jpeg jpe jfif jif pjpeg pjp png apng webp gif svg svgz ico cur avif avifs heic heif hif jxl jp2 j2k jpf jpx jpm
    jxr wdp tif tiff bmp dib psd dng cr2 cr3 nef arw orf raf rw2 pef srw
"""
SUFFIXES = tuple(f".{suffix}" for suffix in _SUFFIXES.split())  # what names of pictures end in, in whatever case


class Focus(Struct, frozen=True):
    """The point of a picture that stays in sight where parts are cut off, in percent of its width and its height.

    As `object-position` in CSS: what lies there lies at the same place, in percent, of the part that is left.
    """

    across: int
    down: int


class PictureFact(Struct, frozen=True):
    """A picture file as it was read: its kind and size in pixels, and whether it holds what must not be published.

    A file that is no picture has a `fault` instead, and a `hint` at what to do.
    """

    kind: str = ""
    width: int = 0
    height: int = 0
    tells: bool = False
    fault: str = ""
    hint: str = ""


class PictureSource(Struct, frozen=True):
    """A picture file of the site: its path from the root, the digest of its bytes, what it is."""

    path: str
    digest: str
    fact: PictureFact


class Reference(Struct, frozen=True):
    """A picture that a text shows: its address as it is written, its place in the file, and what is said of it.

    The line of one that front matter asks for is 0.
    """

    src: str
    line: int
    alt: str
    caption: str = ""
    credit: str = ""
    column: int = 1


class Rendition(Struct, frozen=True):
    """One file of a picture: its address, and its size in pixels."""

    url: str
    width: int
    height: int


class Choice(Struct, frozen=True):
    """Files of one media type, the narrowest first, of which a browser takes the one that fits."""

    type: str
    files: tuple[Rendition, ...]


class Picture(Struct, frozen=True, kw_only=True):
    """A picture as pages show it: `src`, a file of the media type `type`, for every browser, `choices` for others.

    `crops` are in 16:9, 4:3 and 1:1 for search engines, `social` for those who share the page; there are none without
    Pillow, of drawings, and within texts. `focus` is the point about which they are cut, and themes may cut.
    """

    src: str
    alt: str
    width: int
    height: int
    type: str = ""
    caption: str = ""
    credit: str = ""
    focus: Focus = Focus(50, 50)
    choices: tuple[Choice, ...] = ()
    crops: tuple[Rendition, ...] = ()
    social: Rendition | None = None


class PictureView(Struct, frozen=True, kw_only=True):
    """A picture file that is published: from which file, in which size and format; `form` is "" for the file as it is.

    `focus` is the point about which parts are cut off, None where none are. Whatever its form, it holds nothing besides
    the picture.
    """

    source: str
    digest: str
    width: int = 0
    height: int = 0
    form: str = ""
    focus: Focus | None = None


class DrawnIconView(Struct, frozen=True, kw_only=True):
    """The site's icon in pixels: its letters ("" for a sign without any) and its sizes, several of them in an .ico."""

    letters: str
    sizes: tuple[int, ...]


class SocialView(Struct, frozen=True, kw_only=True):
    """A post's social card: what is drawn, in which colours (`#rrggbb`), and what draws it (its bytes differ)."""

    headline: str
    kicker: str
    masthead: str
    paper: str
    ink: str
    accent: str
    maker: str
