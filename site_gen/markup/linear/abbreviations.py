"""Abbreviations, with a limit to what they add to a text."""

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions.abbr import AbbrTreeprocessor

from site_gen.markup.linear.budget import Budget


class Abbreviations(AbbrTreeprocessor):
    """As in Python-Markdown, with the limit."""

    def __init__(self, md: Markdown, abbrs: dict[str, str], budget: Budget) -> None:
        super().__init__(md, abbrs)
        self._budget = budget

    def create_element(self, title: str, text: str, tail: str) -> etree.Element:
        """An abbreviation with its meaning."""
        self._budget.spend(len(title))
        return super().create_element(title, text, tail)
