"""The names of a text's headings: those that they have here, and those that other programs make of their words."""

import re
from collections import Counter
from collections.abc import Mapping

from site_gen.markup.engine import TooMuch
from site_gen.markup.python_markdown import PythonMarkdown
from site_gen.model.settings import MarkdownSettings
from site_gen.text.references import unescape

_HEADING = re.compile(r"<h[1-6][^>]* id=\"([^\"]*)\"[^>]*>(.*?)</h[1-6]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LEFT_OUT = re.compile(r"[^\w\- ]")


def names_in_markdown(text: str) -> Mapping[str, str]:
    """The names of a Markdown text's headings here, by these and by those that GitHub's rules would make.

    Hugo, Astro, Eleventy's usual plugin and kramdown follow these rules but for a few signs
    (https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links).
    """
    try:
        html = PythonMarkdown(MarkdownSettings(typography=False)).render(text, trusted=False)
    except TooMuch:
        return {}
    names: dict[str, str] = {}
    used: Counter[str] = Counter()
    for here, inner in _HEADING.findall(html):
        slug = _slug(unescape(_TAG.sub("", inner)))
        names.setdefault(f"{slug}-{used[slug]}" if used[slug] else slug, unescape(here))
        used[slug] += 1
    return names | {name: name for name in names.values()}


def _slug(words: str) -> str:
    return _LEFT_OUT.sub("", words.strip().lower()).replace(" ", "-")
