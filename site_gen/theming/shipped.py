"""Themes that come with the program, which its tests have checked, so that a build need not.

Parsing, compiling and checking fifty templates takes as long as making a thousand pages.
"""

import re
from collections.abc import Iterable

from site_gen.theming.theme import Theme

# The form of references in our templates; the tests hold that there is no other in them.
_REFERENCE = re.compile(r'\{%-? *(?:extends|from|import|include) "([^"]+)"')


def is_as_shipped(theme: Theme) -> bool:
    """Whether a theme and its parents come with the program, and the site has no templates of its own."""
    return len(theme.own) == 1 and not any(one.path.startswith(theme.own) for one in theme.templates.values())


def closures_as_shipped(theme: Theme) -> dict[str, tuple[str, ...]]:
    """For each template the names of those it is made of, as by `parsed.closures`, but without parsing."""
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
