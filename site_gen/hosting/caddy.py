"""Rules for Caddy 2: a file to import within a site block (https://caddyserver.com/docs/caddyfile)."""

import re
from collections.abc import Container, Iterator

from site_gen.hosting.headers import ASSETS, ENDINGS, FOREVER, PRIVATE, SHORT, TYPES
from site_gen.hosting.ruleset import Ruleset, pattern, pattern_as_asked, spellings
from site_gen.model.redirect import GONE, SPLAT, Queried, Redirect

_HEAD = """\
# Made by `site-gen rules caddy`: import it within a site block that names `root`.
handle_errors {{
	rewrite * {root}/404.html
	file_server
}}
file_server {{
	hide .ht* .site_gen* {private}
}}
@site_gen_assets path {root}{assets}*
@site_gen_pages not path {root}{assets}*
header @site_gen_assets Cache-Control "{forever}"
header @site_gen_pages Cache-Control "{short}"
"""
_PLAIN = re.compile(r"[A-Za-z0-9/_.~-]+")


def site_rules(rules: Ruleset) -> str:
    """The file's text."""
    private = " ".join(PRIVATE)
    parts = [_HEAD.format(root=rules.root, private=private, assets=ASSETS, forever=FOREVER, short=SHORT)]
    parts += [f"header {name} `{value}`\n" for name, value in rules.headers]
    kinds = {f"*/{name}": kind for name, kind in TYPES.items()} | {f"*.{name}": kind for name, kind in ENDINGS.items()}
    for number, (path, kind) in enumerate(kinds.items(), 1):
        parts.append(f"@site_gen_type_{number} path {path}\n")
        parts.append(f'header @site_gen_type_{number} Content-Type "{kind}"\n')
    parts += _queried(rules)
    asked = frozenset(one.path for one, _ in rules.queried)
    for number, one in enumerate(rules.single, 1):
        parts.append(_single(one, f"site_gen_{number}", asked))
    for number, one in enumerate(rules.below, 1):
        parts.append(_below(one, f"site_gen_below_{number}"))
    return "".join(parts)


def _queried(rules: Ruleset) -> Iterator[str]:
    """Addresses that a query decides: a table for each parameter and status, which Caddy looks up once a request."""
    tables: dict[tuple[str, int], list[tuple[Queried, Redirect]]] = {}
    for asked, one in rules.queried:
        tables.setdefault((asked.name, one.status), []).append((asked, one))
    for number, ((parameter, status), found) in enumerate(tables.items(), 1):
        name = f"site_gen_query_{number}"
        rows = "".join(f"\t`{asked.path}?{parameter}={asked.value}` `{one.target or 'gone'}`\n" for asked, one in found)
        yield f'map {{path}}?{parameter}={{query.{parameter}}} {{{name}}} {{\n{rows}\tdefault ""\n}}\n'
        yield f'@{name} not vars {{{name}}} ""\n'
        yield f"error @{name} 410\n" if status == GONE else f"redir @{name} {{{name}}} {status}\n"


def _single(one: Redirect, name: str, asked: Container[str]) -> str:
    """The rule of a single address. Caddy puts one with a path first, but where a query decides that must be first."""
    if _PLAIN.fullmatch(one.source) and not any(path in asked for path in spellings(one.source)):
        return f"@{name} path {' '.join(spellings(one.source))}\n{_answer(one, name, one.target)}"
    return f"@{name} path_regexp {name} `{pattern(one.source)}`\n{_answer(one, name, one.target)}"


def _below(one: Redirect, name: str) -> str:
    matcher = (
        f"@{name} {{\n\tvars_regexp {name} {{http.request.uri}} `^{pattern_as_asked(one.prefix)}([^?]*)`\n"
        f"\tnot file {{path}} {{path}}/index.html\n}}\n"
    )
    return matcher + _answer(one, name, one.target.replace(SPLAT, f"{{re.{name}.1}}"))


def _answer(one: Redirect, name: str, target: str) -> str:
    return f"error @{name} 410\n" if one.status == GONE else f"redir @{name} `{target}` {one.status}\n"
