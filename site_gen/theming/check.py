"""A theme before its first page: what is wrong with it, and what each of its templates depends on."""

import hashlib

from site_gen.model.problem import Problem
from site_gen.theming.contract import check, closure
from site_gen.theming.environment import environment
from site_gen.theming.theme import Theme


def checked(theme: Theme, base_url: str) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """The theme's problems; and, by name, the digest of each template with all that it refers to."""
    env = environment(theme, base_url)
    problems = check(theme, env)
    if problems:
        return problems, {}
    trees = {name: env.parse(template.text) for name, template in theme.templates.items()}
    digests = {}
    for name in trees:
        state = hashlib.blake2b(digest_size=16)
        for part in closure(name, trees):
            state.update(f"{part}\0{theme.templates[part].text}\0".encode())
        digests[name] = state.hexdigest()
    return (), digests
