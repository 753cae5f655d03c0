"""Templates of the site that no page uses and no other template refers to: misspelt, or left over."""

import re
from collections.abc import Iterable, Mapping

from site_gen.text.did_you_mean import did_you_mean
from site_gen.theming.contract import VIEWS
from site_gen.theming.parsed import Parsed
from site_gen.theming.theme import BUILT_IN, PARTS, REQUIRED, Theme

_KNOWN = frozenset((*REQUIRED, *BUILT_IN, *PARTS, *VIEWS))


def unused_templates(theme: Theme, templates: Mapping[str, Parsed]) -> tuple[tuple[str, str, str], ...]:
    """The name of each unused template in the site's own folders, what is wrong with it, and what to do."""
    used = {reference for one in templates.values() for reference, _, _ in one.references}
    at_run_time = None in used
    found = []
    for name, template in theme.templates.items():
        if name in _KNOWN or name in used or not template.path.startswith(theme.own) or _is_named(name, theme):
            continue
        near = suggested_template(name, _KNOWN)
        if near or not at_run_time:
            hint = f"Did you mean '{near}'?" if near else "Include it from another one, or delete it."
            found.append((name, "No page is made with this template, and no other template refers to it.", hint))
    return tuple(found)


def suggested_template(name: str, names: Iterable[str]) -> str:
    """The template that a name is a misspelling of: `psot.html`, `post.htm` or `post.html.j2`; "" for none."""
    stems = {one.partition(".")[0]: one for one in sorted(names, reverse=True)}
    stem = name.rpartition("/")[2].partition(".")[0].lower()
    near = re.fullmatch(r"Did you mean '(.+)'\?", did_you_mean(stem, sorted(stems), ""))
    return stems.get(stem) or (stems[near[1]] if near else "")


def _is_named(name: str, theme: Theme) -> bool:
    """Whether a replaced template refers to it, so that it belongs to that one."""
    return any(f'"{name}"' in one.text or f"'{name}'" in one.text for one in theme.replaced)
