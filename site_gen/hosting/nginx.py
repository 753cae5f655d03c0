"""Rules for nginx: a file to include within a `server` block (https://nginx.org/en/docs/)."""

from collections.abc import Iterator, Mapping

from site_gen.hosting.headers import ASSETS, ENDINGS, FOREVER, PRIVATE, SHORT, TYPES
from site_gen.hosting.ruleset import Ruleset, literally, pattern_as_asked, spellings
from site_gen.model.redirect import GONE, SPLAT, Queried, Redirect

_HEAD = """\
# Made by `site-gen rules nginx`: include it within a server block that names `root`.
index index.html;
charset utf-8;
charset_types text/xml text/plain text/css text/markdown application/javascript application/json application/xml;
error_page 403 =404 {root}/404.html;
error_page 404 410 {root}/404.html;
set $site_gen_cache "{short}";
add_header Cache-Control $site_gen_cache always;
"""
_INNER = "/.site_gen-query/"
_MOST_IN_BLOCK = 100
_MOST_STEPS = 7  # from one parameter to the next: nginx refuses a request after ten


def server_rules(rules: Ruleset) -> str:
    """The file's text; exact locations win over everything, those of folders only over missing pages."""
    parts = [_HEAD.format(root=rules.root, short=SHORT)]
    parts += [f"add_header {name} {_quoted(value)} always;\n" for name, value in rules.headers]
    parts.append(f'location ^~ {rules.root}{ASSETS} {{\n    set $site_gen_cache "{FOREVER}";\n}}\n')
    hidden = "|".join(PRIVATE)
    parts.append(f'location ~ "/(?:\\.(?!well-known/)|(?:{hidden})$)" {{\n    return 404;\n}}\n')
    for name, kind in TYPES.items():
        parts.append(f'location ~ "/{literally(name)}$" {{\n    types {{ }}\n    default_type "{kind}";\n}}\n')
    for ending, kind in ENDINGS.items():
        parts.append(f'location ~ "\\.{ending}$" {{\n    types {{ }}\n    default_type "{kind}";\n}}\n')
    singles = {source: one for one in rules.single for source in spellings(one.source)}
    parts += _queried(rules, singles)
    asked = frozenset(one.path for one, _ in rules.queried)
    parts += [
        f"location = {_quoted(path)} {{ {_answer(singles[path])} }}\n"
        for path in sorted(singles, key=_in_order)
        if path not in asked
    ]
    for number, one in enumerate(rules.below, 1):
        parts.append(_below(one, f"@site_gen_{number}"))
    return "".join(parts)


def _in_order(path: str) -> bytes:
    """The key by which nginx sorts locations: its sort by insertion is quick only where they are in order already."""
    return path.encode().replace(b"/", b"\0")


def _queried(rules: Ruleset, singles: Mapping[str, Redirect]) -> Iterator[str]:
    """Addresses that a query decides: each is an exact location that only the server asks for.

    Where a value is not known, the next parameter decides.
    """
    paths: dict[str, list[tuple[Queried, Redirect]]] = {}
    for asked, one in rules.queried:
        paths.setdefault(asked.path, []).append((asked, one))
    for number, (path, found) in enumerate(paths.items(), 1):
        inner = f"{rules.root}{_INNER}{number}/"
        answers: dict[str, dict[str, str]] = {}
        for asked, one in found:
            answers.setdefault(asked.name, {})[f"{inner}{asked.name}/{asked.value}"] = _answer(one)
        tests = [
            f'    if ($arg_{name} ~ "^[\\w.-]+$") {{\n        rewrite "^" "{inner}{name}/$arg_{name}" last;\n    }}\n'
            for name in answers
        ]
        otherwise = _otherwise(path, rules, singles)
        yield f"location = {_quoted(path)} {{\n{''.join(tests)}    {otherwise}\n}}\n"
        for at, (name, known) in enumerate(answers.items(), 1):
            others = "".join(tests[at:]) if at < _MOST_STEPS else ""
            yield from _nested(f"{inner}{name}/", known, f"{others}    {otherwise}")


def _nested(start: str, answers: Mapping[str, str], otherwise: str) -> Iterator[str]:
    """Exact locations below a path, few in each block: nginx sorts those of one by comparing each with all."""
    yield f'location ^~ "{start}" {{\ninternal; {otherwise}\n'
    parts: dict[str, dict[str, str]] = {}
    for path, answer in answers.items():
        if path == start or len(answers) <= _MOST_IN_BLOCK:
            yield f'location = "{path}" {{ internal; {answer} }}\n'
        else:
            parts.setdefault(path[: len(start) + 1], {})[path] = answer
    for part, inner in parts.items():
        yield from _nested(part, inner, otherwise)
    yield "}\n"


def _otherwise(path: str, rules: Ruleset, singles: Mapping[str, Redirect]) -> str:
    """What answers an address without a query that is known."""
    if path in singles:
        return _answer(singles[path])
    numbers = (number for number, one in enumerate(rules.below, 1) if path.startswith(one.prefix))
    number = next(numbers, 0)
    files = f'"{path}index.html"' if path.endswith("/") else f'"{path}" "{path}/index.html"'
    return f"try_files {files} {f'@site_gen_{number}' if number else '=404'};"


def _answer(one: Redirect) -> str:
    return "return 410;" if one.status == GONE else f'return {one.status} "{_escaped(one.target)}";'


def _below(one: Redirect, name: str) -> str:
    tries = f"location ^~ {_quoted(one.prefix)} {{\n    try_files $uri $uri/index.html {name};\n}}\n"
    if one.status == GONE or SPLAT not in one.target:
        return f"{tries}location {name} {{\n    {_answer(one)}\n}}\n"
    target = _escaped(one.target).replace(SPLAT, "$1")
    asked = pattern_as_asked(one.prefix)
    redirect = f'if ($request_uri ~ "^{asked}([^?]*)") {{\n        return {one.status} "{target}";\n    }}'
    return f"{tries}location {name} {{\n    {redirect}\n    return 404;\n}}\n"


def _escaped(target: str) -> str:
    """An address without references to variables."""
    return target.replace("$", "%24")


def _quoted(text: str) -> str:
    """A text as a quoted word of the file; paths contain neither backslashes nor control characters."""
    return '"' + text.replace('"', '\\"') + '"'
