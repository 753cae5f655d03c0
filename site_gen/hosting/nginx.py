"""Rules for nginx: a file to include within a `server` block (https://nginx.org/en/docs/)."""

from site_gen.hosting.headers import ASSETS, ENDINGS, FOREVER, PRIVATE, SHORT, TYPES
from site_gen.hosting.ruleset import Ruleset, literally, pattern_as_asked, spellings
from site_gen.model.redirect import GONE, SPLAT, Redirect

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
    for one in rules.single:
        parts += [f"location = {_quoted(source)} {{ {_answer(one)} }}\n" for source in spellings(one.source)]
    for number, one in enumerate(rules.below, 1):
        parts.append(_below(one, f"@site_gen_{number}"))
    return "".join(parts)


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
