"""Pictures: references in texts, picture files, and what pages show."""

from msgspec import Struct

_SUFFIXES = """
    jpg jpeg jpe jfif jif pjpeg pjp png apng webp gif svg svgz ico cur avif avifs heic heif hif jxl jp2 j2k jpf jpx jpm
    jxr wdp tif tiff bmp dib psd dng cr2 cr3 nef arw orf raf rw2 pef srw
"""
SUFFIXES = tuple(f".{suffix}" for suffix in _SUFFIXES.split())  # of names of pictures, in any case


class Focus(Struct, frozen=True):
    """The point of a picture that stays visible when it is cropped, in percent of its width and height.

    As `object-position` in CSS: the point is at the same place, in percent, in the part that is left.
    """

    across: int
    down: int


class PictureFact(Struct, frozen=True):
    """A picture file as it was read: its kind and size in pixels, and whether metadata has to be stripped.

    A file that is not a picture has a `fault` instead, and a `hint` at what to do.
    """

    kind: str = ""
    width: int = 0
    height: int = 0
    tells: bool = False
    fault: str = ""
    hint: str = ""


class PictureSource(Struct, frozen=True):
    """A picture file of the site: its path from the root, the digest of its bytes, its properties."""

    path: str
    digest: str
    fact: PictureFact


class Reference(Struct, frozen=True):
    """A picture in a text: its address as it is written, its place in the file, and its alt text, caption and credit.

    The line is 0 for a picture of the front matter.
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
    """Files of one media type, the narrowest first, from which a browser chooses."""

    type: str
    files: tuple[Rendition, ...]


class Picture(Struct, frozen=True, kw_only=True):
    """A picture as pages show it: `src`, a file of the media type `type`, for every browser, `choices` for others.

    `crops` are in 16:9, 4:3 and 1:1 for search engines, `social` is for sharing the page; there are none without
    Pillow, of drawings, and within texts. `focus` is the point around which they, and themes, crop.
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
    """A picture file that is published: its source, size and format; `form` is "" for the unchanged format.

    `focus` is the point around which it is cropped, None where it is not. In any format, it has no metadata.
    """

    source: str
    digest: str
    width: int = 0
    height: int = 0
    form: str = ""
    focus: Focus | None = None


class DrawnIconView(Struct, frozen=True, kw_only=True):
    """The site's icon in pixels: its letters ("" for an icon without any) and its sizes, several of them in an .ico."""

    letters: str
    sizes: tuple[int, ...]


class SocialView(Struct, frozen=True, kw_only=True):
    """A post's social card: texts, colours (`#rrggbb`), and the program that draws it, on which its bytes depend."""

    headline: str
    kicker: str
    masthead: str
    paper: str
    ink: str
    accent: str
    maker: str
