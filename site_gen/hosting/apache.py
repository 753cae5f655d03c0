"""`.htaccess` for Apache 2.4 (https://httpd.apache.org/docs/2.4/), a file in the site's own folder."""

from collections.abc import Iterator

from site_gen.hosting.headers import ASSETS, ENDINGS, FOREVER, PRIVATE, SHORT, TYPES
from site_gen.hosting.ruleset import Ruleset, literally, pattern, pattern_as_asked
from site_gen.model.redirect import GONE, SPLAT, Redirect

_HEAD = """\
# Made by site_gen. It needs `AllowOverride All` and the modules dir, headers, mime and rewrite.
DirectoryIndex index.html
Options -Indexes
AddDefaultCharset utf-8
AddCharset utf-8 .css .js .json .svg .xml .txt
ErrorDocument 403 {root}/404.html
ErrorDocument 404 {root}/404.html
ErrorDocument 410 {root}/404.html
<FilesMatch "^(?:{private}|\\.ht.*|\\.site_gen.*)$">
    Require all denied
</FilesMatch>
Header always set Cache-Control "{short}"
Header always set Cache-Control "{forever}" "expr=%{{REQUEST_URI}} =~ m#^{root}{assets}#"
"""


def htaccess(rules: Ruleset) -> str:
    """The file's text."""
    names = {"short": SHORT, "forever": FOREVER, "assets": ASSETS, "private": "|".join(PRIVATE)}
    parts = [_HEAD.format(root=rules.root, **names)]
    parts += [f'Header always set {name} "{value}"\n' for name, value in rules.headers]
    for name, kind in TYPES.items():
        parts.append(f'<Files "{name}">\n    ForceType "{kind}"\n</Files>\n')
    parts += [f'AddType "{kind}" .{ending}\n' for ending, kind in ENDINGS.items()]
    if rules.redirects:
        parts.append("RewriteEngine On\n")
    parts += _queried(rules)
    parts += [_single(one, rules.root) for one in rules.single]
    parts += [_below(one, rules.root) for one in rules.below]
    return "".join(parts)


def _queried(rules: Ruleset) -> Iterator[str]:
    """The rules of addresses that a query decides; requests without one of their parameters pass over all of them."""
    if not rules.queried:
        return
    names = "|".join(dict.fromkeys(asked.name for asked, _ in rules.queried))
    yield f'RewriteCond %{{QUERY_STRING}} "!(?:^|&)(?:{names})="\nRewriteRule "^" - [S={len(rules.queried)}]\n'
    for asked, one in rules.queried:
        answer = "- [G,L]" if one.status == GONE else f'"{_escaped(one.target)}" [R={one.status},NE,QSD,L]'
        condition = f'"(?:^|&){asked.name}={literally(asked.value)}(?:&|$)"'
        path = literally(asked.path[len(rules.root) + 1 :])
        yield f'RewriteCond %{{QUERY_STRING}} {condition}\nRewriteRule "^{path}$" {answer}\n'


def _single(one: Redirect, root: str) -> str:
    """The rule of a single address; patterns are relative to the file's folder."""
    source = one.source[len(root) + 1 :]
    if one.status == GONE:
        return f'RewriteRule "{pattern(source)}" - [G,L]\n'
    return f'RewriteRule "{pattern(source)}" "{_escaped(one.target)}" [R={one.status},NE,L]\n'


def _below(one: Redirect, root: str) -> str:
    """The rule of a folder; what `*` stands for is taken from the request's first line."""
    target = "%1".join(_escaped(part) for part in one.target.split(SPLAT))
    answer = "- [G,L]" if one.status == GONE else f'"{target}" [R={one.status},NE,L]'
    return (
        "RewriteCond %{REQUEST_FILENAME} !-f\n"
        "RewriteCond %{REQUEST_FILENAME}/index.html !-f\n"
        f'RewriteCond %{{THE_REQUEST}} "^[A-Z]+ {pattern_as_asked(one.prefix)}([^? ]*)"\n'
        f'RewriteRule "^{literally(one.prefix[len(root) + 1 :])}" {answer}\n'
    )


def _escaped(target: str) -> str:
    """An address without references to captured groups."""
    return target.replace("%", "\\%").replace("$", "\\$")
