"""A theme as it lies on disk, read."""

from typing import Literal

from msgspec import Struct

OptionText = str | tuple[str, ...]  # as it is written
OptionValue = str | bool | int | tuple[str, ...]  # as templates get it


class ThemeOption(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing a site may set in a theme: what kind of value it takes, that it has when not set, and what it does.

    `choices` are the only texts that it, or each item of its list, may be; without them any will do.
    """

    type: Literal["text", "flag", "number", "list", "address"] = "text"
    default: OptionText = ""
    choices: tuple[str, ...] = ()
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
