"""Themes as they come with the program: its tests have checked them, so that a build need not.

To parse, compile and check fifty templates takes as long as to make a thousand pages.
"""

import re
from collections.abc import Iterable

from site_gen.theming.theme import Theme

# As our own templates write it; the tests hold that nothing else in them refers to another one.
_REFERENCE = re.compile(r'\{%-? *(?:extends|from|import|include) "([^"]+)"')


def is_as_shipped(theme: Theme) -> bool:
    """Whether a theme and its parents come with the program, and the site has no template of its own."""
    return len(theme.own) == 1 and not any(one.path.startswith(theme.own) for one in theme.templates.values())


def closures_as_shipped(theme: Theme) -> dict[str, tuple[str, ...]]:
    """Of each template the names of those that it is made of, as `parsed.closures` finds them in the parsed ones."""
    references = {name: _REFERENCE.findall(template.text) for name, template in theme.templates.items()}

    def reached(names: Iterable[str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        waiting = list(names)
        while waiting:
            if (current := waiting.pop()) in references and current not in found:
                found[current] = None
                waiting += references[current]
        return tuple(sorted(found))

    return {name: reached([name]) for name in references}
