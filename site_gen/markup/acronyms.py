"""Marks the first use of each acronym in a text with its meaning (`<abbr title="...">`)."""

import html
import re
from collections.abc import Mapping
from functools import lru_cache

from site_gen.markup.engine import Engine
from site_gen.text.references import unescape

_CAPITALS = re.compile("[A-Z][A-Z0-9]+")
# What is skipped: comments, elements whose text is not prose or is explained already, and any other tag.
_SKIPPED = (
    r"<(?:!--.*?-->"
    r"|(abbr|code|h[1-6]|kbd|math|pre|samp|script|style|svg|textarea)\b.*?</\1\s*>"
    r"|(?:\"[^\"]*\"|'[^']*'|[^'\">])*>)"
)


class AcronymMarker:
    """An engine whose results have their acronyms marked; see `Engine`. Acronyms without a meaning are left alone."""

    def __init__(self, inner: Engine, meanings: Mapping[str, str]) -> None:
        self._inner = inner
        self._meanings = {name: words for name, words in meanings.items() if words}

    def render(self, text: str, trusted: bool, bare_links: bool = True, language: str = "") -> str:
        """The HTML of a Markdown text."""
        return with_acronyms(self._inner.render(text, trusted, bare_links, language), self._meanings)


def with_acronyms(made: str, meanings: Mapping[str, str]) -> str:
    """The HTML with the first use of each known acronym marked, unless the text itself explains it.

    A text does so where it holds the meaning, or where the first use is in brackets or before them: `the treaty
    (TNW)`, `TNW (the treaty)`.
    """
    found = meanings.keys() & _CAPITALS.findall(made)
    found.update([name for name in _others(tuple(meanings)) if html.escape(name) in made])
    # The first letter of a meaning may be a capital in the text.
    wanted = {name for name in found if html.escape(meanings[name])[1:] not in made}
    if not wanted:
        return made
    pieces, at = [], 0
    for match in _pattern(tuple(sorted(wanted, key=lambda name: (-len(name), name)))).finditer(made):
        name = unescape(match[2] or "")
        if name in wanted and _is_whole(made, match):
            wanted.remove(name)
            if not _is_explained(made, match):
                pieces += [made[at : match.start()], f'<abbr title="{html.escape(meanings[name])}">{match[2]}</abbr>']
                at = match.end()
            if not wanted:
                break
    return "".join((*pieces, made[at:]))


@lru_cache(maxsize=4)
def _others(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that are not of capitals and digits alone, which have to be searched for one by one."""
    return tuple(name for name in names if not _CAPITALS.fullmatch(name))


@lru_cache(maxsize=1024)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """What is skipped, and the names; each alternative begins with its own character, which keeps the search fast."""
    return re.compile(rf"{_SKIPPED}|({'|'.join(re.escape(html.escape(name)) for name in names)})", re.DOTALL)


def _is_whole(made: str, match: re.Match[str]) -> bool:
    """Whether a name is a word, or the first part of one (`NATO-led`), and not part of an entity or an address."""
    before, after = made[match.start() - 1 : match.start()], made[match.end() : match.end() + 2]
    if after[:1] == "s":  # a plural
        after = after[1:]
    return not (before.isalnum() or before in ("&", "/", "-", "_") or after[:1].isalnum() or after[:1] in ("/", "_"))


def _is_explained(made: str, match: re.Match[str]) -> bool:
    in_brackets = made[match.start() - 1 : match.start()] == "(" and made.startswith(")", match.end())
    return in_brackets or made.startswith((" (", "s ("), match.end())
