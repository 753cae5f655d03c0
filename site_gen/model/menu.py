"""The menu as templates see it."""

from msgspec import Struct


class MenuLink(Struct, frozen=True):
    """A named address of the menu, with the links below it, which have none of their own."""

    title: str
    url: str
    children: tuple["MenuLink", ...] = ()
