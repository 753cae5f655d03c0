"""Replaces parts of Python-Markdown whose time is quadratic in the length of a text by linear ones.

Text of 60 kB that repeats a single opener took the library minutes. Each part gives the library's own result
(`tests/markup/linear` compares them); where a limit was needed, it is far beyond what a person writes.
"""

from typing import Any

from markdown import Markdown

from site_gen.markup.linear.abbreviations import Abbreviations
from site_gen.markup.linear.budget import Budget
from site_gen.markup.linear.fences import FencedBlocks
from site_gen.markup.linear.footnotes import number_uses
from site_gen.markup.linear.headings import SetextHeadings
from site_gen.markup.linear.links import replace_links
from site_gen.markup.linear.searches import remember_searches
from site_gen.markup.linear.tables import Tables


def make_linear(parser: Markdown) -> None:
    """Replace the parts of a finished parser that are quadratic in the length of a text."""
    blocks: Any = parser.parser.blockprocessors
    blocks.register(Tables(parser.parser, blocks["table"].config), "table", 75)
    blocks.register(SetextHeadings(parser.parser), "setextheader", 60)
    remember_searches(blocks)
    fences: Any = parser.preprocessors["fenced_code_block"]
    parser.preprocessors.register(FencedBlocks(parser, fences.config), "fenced_code_block", 25)
    budget = Budget(parser)
    replace_links(parser, budget)
    number_uses(parser)
    trees: Any = parser.treeprocessors
    trees.register(Abbreviations(parser, trees["abbr"].abbrs, budget), "abbr", 7)
