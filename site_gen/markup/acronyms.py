"""The first use of an acronym in a text is marked with what it stands for (`<abbr title="...">`)."""

import html
import re
from collections.abc import Mapping
from functools import lru_cache

from site_gen.markup.engine import Engine

_CAPITALS = re.compile("[A-Z][A-Z0-9]+")
# What is passed over whole: comments, elements whose text is not prose or is explained already, and any other tag.
_OTHER = (
    r"<(?:!--.*?-->"
    r"|(abbr|code|h[1-6]|kbd|math|pre|samp|script|style|svg|textarea)\b.*?</\1\s*>"
    r"|(?:\"[^\"]*\"|'[^']*'|[^'\">])*>)"
)


class Explaining:
    """An engine whose results have their acronyms marked; see `Engine`. What stands for nothing is left alone."""

    def __init__(self, inner: Engine, known: Mapping[str, str]) -> None:
        self._inner = inner
        self._known = {name: words for name, words in known.items() if words}

    def render(self, text: str, trusted: bool, bare_links: bool = True) -> str:
        """The HTML of a Markdown text."""
        return with_acronyms(self._inner.render(text, trusted, bare_links), self._known)


def with_acronyms(made: str, known: Mapping[str, str]) -> str:
    """The HTML with the first use of each known acronym marked, unless the text says itself what it stands for.

    A text does so where it holds the words, or where the first use stands in brackets or before them: `the treaty
    (TNW)`, `TNW (the treaty)`.
    """
    found = known.keys() & _CAPITALS.findall(made)
    found.update([name for name in _others(tuple(known)) if html.escape(name) in made])
    wanted = {name for name in found if html.escape(known[name])[1:] not in made}  # its first letter may be a capital
    if not wanted:
        return made
    pieces, at = [], 0
    for match in _pattern(tuple(sorted(wanted, key=lambda name: (-len(name), name)))).finditer(made):
        name = html.unescape(match[2] or "")
        if name in wanted and _is_whole(made, match):
            wanted.remove(name)
            if not _is_explained(made, match):
                pieces += [made[at : match.start()], f'<abbr title="{html.escape(known[name])}">{match[2]}</abbr>']
                at = match.end()
            if not wanted:
                break
    return "".join((*pieces, made[at:]))


@lru_cache(maxsize=4)
def _others(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that are not of capitals and digits alone, which have to be looked for one by one."""
    return tuple(name for name in names if not _CAPITALS.fullmatch(name))


@lru_cache(maxsize=1024)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """What is passed over, and the names. Each way begins with a sign of its own, so that all else is skipped fast."""
    return re.compile(rf"{_OTHER}|({'|'.join(re.escape(html.escape(name)) for name in names)})", re.DOTALL)


def _is_whole(made: str, match: re.Match[str]) -> bool:
    """Whether a name is a word of its own, or the first part of one (`NATO-led`), and not part of another sign."""
    before, after = made[match.start() - 1 : match.start()], made[match.end() : match.end() + 2]
    if after[:1] == "s":  # a plural
        after = after[1:]
    return not (before.isalnum() or before in ("&", "/", "-", "_") or after[:1].isalnum() or after[:1] in ("/", "_"))


def _is_explained(made: str, match: re.Match[str]) -> bool:
    in_brackets = made[match.start() - 1 : match.start()] == "(" and made.startswith(")", match.end())
    return in_brackets or made.startswith((" (", "s ("), match.end())
