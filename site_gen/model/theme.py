"""A theme as it lies on disk, read."""

from msgspec import Struct


class ThemeOption(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing a site may set in a theme: its value when it does not, and what it does."""

    default: str = ""
    about: str = ""


class ThemeMatter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What theme.yaml says."""

    name: str = ""
    parent: str = ""
    description: str = ""
    options: dict[str, ThemeOption] = {}


class Template(Struct, frozen=True):
    """A template's name, its text, and the file it was read from, for messages."""

    name: str
    text: str
    path: str


class Stylesheet(Struct, frozen=True):
    """A theme's stylesheet: its path below static/, its text, and the file it was read from, for messages."""

    path: str
    text: str
    shown: str


class StaticFile(Struct, frozen=True):
    """A file that is copied as it is: its path in the site, where it lies, and the digest of its bytes.

    `integrity` is known of a theme's scripts, whose pages may ask for it.
    """

    path: str
    source: str
    digest: str
    integrity: str = ""


class ThemeFolder(Struct, frozen=True):
    """One theme of a chain of inheritance."""

    name: str
    path: str
    matter: ThemeMatter
    templates: tuple[Template, ...]
    static: tuple[StaticFile, ...]
    sheets: tuple[Stylesheet, ...] = ()
