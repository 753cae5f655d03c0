"""The menu as templates see it."""

from msgspec import Struct


class MenuLink(Struct, frozen=True):
    """A named address of the menu, with those that open below it, which have none themselves."""

    title: str
    url: str
    children: tuple["MenuLink", ...] = ()
