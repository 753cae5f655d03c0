"""The names of a text's headings: those that they have here, and those that other programs make of their words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from site_gen.markup.engine import TooMuch
from site_gen.markup.python_markdown import PythonMarkdown
from site_gen.model.settings import MarkdownSettings
from site_gen.text.references import unescape

_HEADING = re.compile(r"<h[1-6][^>]* id=\"([^\"]*)\"[^>]*>(.*?)</h[1-6]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


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
        slug = github_slug(unescape(_TAG.sub("", inner)).strip())
        names.setdefault(f"{slug}-{used[slug]}" if used[slug] else slug, unescape(here))
        used[slug] += 1
    return names | {name: name for name in names.values()}


def github_slug(text: str) -> str:
    """A name as GitHub makes it of words: small letters, hyphens for spaces, without punctuation."""
    kept = (char for char in text.lower() if char in " -_" or unicodedata.category(char)[0] in "LMN")
    return "".join(kept).replace(" ", "-")
