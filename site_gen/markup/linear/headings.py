"""Takes underlined headings off a block without splitting the rest of it."""

import xml.etree.ElementTree as etree

from markdown.blockprocessors import SetextHeaderProcessor


class SetextHeadings(SetextHeaderProcessor):
    """As in Python-Markdown, with another `run`."""

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Make a heading of the first two lines; the others are a block of their own."""
        title, _, rest = blocks.pop(0).partition("\n")
        rule, end, rest = rest.partition("\n")
        heading = etree.SubElement(parent, "h1" if rule.startswith("=") else "h2")
        heading.text = title.strip()
        if end:
            blocks.insert(0, rest)
