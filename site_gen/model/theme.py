"""A theme as it is on disk."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from site_gen.model.language import Phrases

OptionText = str | tuple[str, ...]  # as it is written
OptionValue = str | bool | int | tuple[str, ...]  # as templates get it


class ThemeOption(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing a site may set in a theme."""

    type: Annotated[
        Literal["text", "flag", "number", "list", "address"], Meta(description="What kind of value it takes.")
    ] = "text"
    default: Annotated[OptionText, Meta(description="Its value where the site sets none.")] = ""
    choices: Annotated[
        tuple[str, ...], Meta(description="The only texts it, or each item of its list, may be; any where empty.")
    ] = ()
    about: Annotated[str, Meta(description="What it does.")] = ""


class ThemeMatter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What theme.yaml says.

    `languages` are those of the texts in its templates, as tags like `de` or `pt-BR`; none where all are strings that
    are looked up, `_("...")`.
    """

    name: str = ""
    parent: str = ""
    description: str = ""
    languages: tuple[Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")], ...] = ()
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
    """A file that is copied: its path in the site, its source, and the digest of the bytes that are published.

    `integrity` is set for a theme's scripts, for templates to use. A `stripped` picture is published without the
    metadata that its file has.
    """

    path: str
    source: str
    digest: str
    integrity: str = ""
    stripped: bool = False


class ThemeFolder(Struct, frozen=True):
    """One theme of a chain of inheritance; `is_shipped` if it comes with the program."""

    name: str
    path: str
    matter: ThemeMatter
    templates: tuple[Template, ...]
    static: tuple[StaticFile, ...]
    sheets: tuple[Stylesheet, ...] = ()
    is_shipped: bool = False
    phrases: tuple[Phrases, ...] = ()
