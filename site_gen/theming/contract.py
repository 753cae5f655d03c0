"""What each template is given, and whether a theme asks for anything else: checked before the first page is made."""

import difflib
import re
import types
import typing
from typing import Any

import jinja2
from jinja2 import meta, nodes
from markupsafe import Markup
from msgspec import Struct

from site_gen.model import page as views
from site_gen.model.page import PageInfo, SiteView
from site_gen.model.post import Card
from site_gen.model.problem import Problem
from site_gen.theming.once import keys_of
from site_gen.theming.theme import REQUIRED, Theme

_NO_FILTER = re.compile(r"No filter named '([^']*)'")
_MISSING_HINT = "Add it to templates/, or inherit it: write 'parent: broadsheet' in theme.yaml."


class Content(Struct, frozen=True):
    """A rendered body as templates see it: `html` ready to print, its words, and minutes of reading."""

    html: Markup
    words: int
    minutes: int


class RenderedItem(Struct, frozen=True):
    """A post in a feed as templates see it; `content` is None where feeds hold summaries alone."""

    post: Card
    content: Content | None


VIEWS: dict[str, type[Struct]] = {
    "post.html": views.PostView,
    "home.html": views.HomeView,
    "tag.html": views.TermView,
    "tags.html": views.TermsView,
    "archive.html": views.ArchiveView,
    "year.html": views.YearView,
    "month.html": views.MonthView,
    "page.html": views.StandingView,
    "404.html": views.BareView,
    "robots.txt": views.BareView,
    "redirect.html": views.RedirectView,
    "rss.xml": views.FeedView,
    "atom.xml": views.FeedView,
    "sitemap.xml": views.SitemapView,
    "sitemapindex.xml": views.SitemapIndexView,
}


def names_of(view: type[Struct]) -> dict[str, Any]:
    """The names that a view gives its template, with their types."""
    hints = typing.get_type_hints(view)
    names: dict[str, Any] = {"site": SiteView, "page": PageInfo}
    for name in view.__struct_fields__:
        if name == "body":
            names["content"] = Content | None
        elif name == "items":
            names["items"] = tuple[RenderedItem, ...]
        else:
            names[name] = hints[name]
    return names


def check(theme: Theme, env: jinja2.Environment) -> tuple[Problem, ...]:
    """Every required template that is missing, every template that does not parse, every name that no view provides."""
    problems = [
        Problem(f"themes/{theme.name}", 0, 0, f"The template '{name}' is missing.", _MISSING_HINT)
        for name in REQUIRED
        if name not in theme.templates
    ]
    trees: dict[str, nodes.Template] = {}
    for name, template in theme.templates.items():
        try:
            env.compile(tree := env.parse(template.text, name, template.path), name, template.path)
            trees[name] = tree
        except jinja2.TemplateSyntaxError as error:
            problems.append(
                _problem(template.path, template.text, error.lineno, str(error.message), _advice(str(error), env))
            )
    for name, tree in trees.items():
        problems.extend(_check_references(theme, name, tree))
        problems.extend(_check_ancestry(theme, name, trees))
        problems.extend(_check_once(theme, env, name, trees))
    for name, view in VIEWS.items():
        if name in trees:
            problems.extend(_check_names(theme, env, name, names_of(view), trees))
    return tuple(dict.fromkeys(problems))


def closure(name: str, trees: dict[str, nodes.Template]) -> tuple[str, ...]:
    """A template and all that it extends, includes or imports; all of them where a name is only known at run time."""
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in found or current not in trees:
            continue
        found[current] = None
        for reference in meta.find_referenced_templates(trees[current]):
            if reference is None:
                return tuple(sorted(trees))
            waiting.append(reference)
    return tuple(sorted(found))


def _check_references(theme: Theme, name: str, tree: nodes.Template) -> list[Problem]:
    problems = []
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        target = getattr(node, "template", None)
        if not isinstance(target, nodes.Const) or not isinstance(target.value, str):
            continue
        if target.value not in theme.templates and not getattr(node, "ignore_missing", False):
            template = theme.templates[name]
            what = f"The template '{target.value}' does not exist."
            problems.append(
                _problem(
                    template.path, template.text, node.lineno, what, _near(target.value, theme.templates), target.value
                )
            )
    return problems


def _check_ancestry(theme: Theme, name: str, trees: dict[str, nodes.Template]) -> list[Problem]:
    """A template that extends itself, at once or by way of others."""
    seen, current = [name], name
    while True:
        node = next(trees[current].find_all(nodes.Extends), None) if current in trees else None
        target = getattr(node, "template", None)
        if node is None or not isinstance(target, nodes.Const):
            return []
        current = str(target.value)
        if current == name:
            template = theme.templates[name]
            line = next(trees[name].find_all(nodes.Extends)).lineno
            what = f"The template '{name}' extends itself{' by way of ' + ', '.join(seen[1:]) if seen[1:] else ''}."
            return [_problem(template.path, template.text, line, what, "Extend another one.", "extends")]
        if current in seen:
            return []
        seen.append(current)


def _check_names(
    theme: Theme, env: jinja2.Environment, name: str, given: dict[str, Any], trees: dict[str, nodes.Template]
) -> list[Problem]:
    problems = []
    pages_of_its_own = set(VIEWS)
    parts = closure(name, trees)
    at_top = {found for part in parts for found in _set_at_top(trees[part])}
    for part in parts:
        if part != name and part in pages_of_its_own:
            continue
        template, tree = theme.templates[part], trees[part]
        unknown = meta.find_undeclared_variables(tree) - set(given) - set(env.globals) - at_top
        if part.startswith("_") and part != name:
            unknown = {missing for missing in unknown if not any(missing in names_of(view) for view in VIEWS.values())}
        for missing in sorted(unknown):
            line = next((n.lineno for n in tree.find_all(nodes.Name) if n.name == missing and n.ctx == "load"), 1)
            what = f"'{missing}' is not given to {name}."
            problems.append(_problem(template.path, template.text, line, what, _near(missing, given), missing))
        problems.extend(_check_assets(theme, template.path, template.text, tree))
        for node in tree.find_all(nodes.Getattr):
            problems.extend(_check_attribute(node, given, template.path, template.text, tree))
    return problems


def _set_at_top(tree: nodes.Template) -> set[str]:
    """What a template sets, imports or defines outside its blocks: its blocks, and those of its children, see it."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, nodes.FromImport):
            names.update(alias[1] if isinstance(alias, tuple) else alias for alias in node.names)
        elif isinstance(node, nodes.Import):
            names.add(node.target)
        elif isinstance(node, nodes.Macro):
            names.add(node.name)
        elif isinstance(node, (nodes.Assign, nodes.AssignBlock)):
            names.update(found.name for found in node.target.find_all(nodes.Name))
            if isinstance(node.target, nodes.Name):
                names.add(node.target.name)
    return names


def _check_assets(theme: Theme, path: str, text: str, tree: nodes.Template) -> list[Problem]:
    """`asset('...')` of a static file that the theme does not have."""
    problems = []
    for call in tree.find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name) or call.node.name != "asset" or len(call.args) != 1:
            continue
        wanted = call.args[0]
        if isinstance(wanted, nodes.Const) and wanted.value not in theme.static:
            what = f"The theme has no static file '{wanted.value}'."
            problems.append(
                _problem(path, text, call.lineno, what, _near(str(wanted.value), theme.static), str(wanted.value))
            )
    return problems


def _check_once(theme: Theme, env: jinja2.Environment, name: str, trees: dict[str, nodes.Template]) -> list[Problem]:
    """A part that is rendered once may use nothing that differs between pages, but for its keys."""
    problems = []
    template, tree = theme.templates[name], trees[name]
    macros = {macro.name: macro for macro in tree.find_all(nodes.Macro)}
    borrowed = {
        (alias[1] if isinstance(alias, tuple) else alias): node.template.value
        for node in tree.find_all(nodes.FromImport)
        if isinstance(node.template, nodes.Const)
        for alias in node.names
    } | {
        node.target: node.template.value
        for node in tree.find_all(nodes.Import)
        if isinstance(node.template, nodes.Const)
    }
    for block in tree.find_all(nodes.CallBlock):
        if (keys := keys_of(block)) is None:
            continue
        allowed = {"site", *env.globals} | {found.name for key in keys for found in key.find_all(nodes.Name)}
        allowed |= {key.name for key in keys if isinstance(key, nodes.Name)}
        used = meta.find_undeclared_variables(nodes.Template(block.body, lineno=block.lineno, environment=env))
        for called in sorted(used & (macros.keys() | borrowed.keys())):
            body = (
                nodes.Template([macros[called]], lineno=1, environment=env)
                if called in macros
                else trees.get(borrowed[called])
            )
            used |= meta.find_undeclared_variables(body) - macros.keys() if body is not None else set()
        for odd in sorted(used - allowed - macros.keys() - borrowed.keys()):
            what = f"'{odd}' differs between pages, and this part is rendered once."
            problems.append(_problem(template.path, template.text, block.lineno, what, f"Write {{% once {odd} %}}."))
    return problems


def _check_attribute(
    node: nodes.Getattr, given: dict[str, Any], path: str, text: str, tree: nodes.Template
) -> list[Problem]:
    """A misspelt attribute of a name that the view gives: `post.titel`."""
    owner = node.node
    if not isinstance(owner, nodes.Name):
        return []
    kind = _struct_of(given.get(owner.name))
    if kind is None or node.attr in kind.__struct_fields__ or hasattr(kind, node.attr) or _is_local(owner.name, tree):
        return []
    what = f"'{owner.name}' has no '{node.attr}'."
    return [_problem(path, text, node.lineno, what, _near(node.attr, kind.__struct_fields__), node.attr)]


def _is_local(name: str, tree: nodes.Template) -> bool:
    """Whether a template sets the name itself: by a loop, `set`, a macro's argument or an import."""
    return any(other.name == name and other.ctx in ("store", "param") for other in tree.find_all(nodes.Name))


def _struct_of(hint: Any) -> type[Struct] | None:
    if isinstance(hint, types.UnionType):
        structs = [one for one in typing.get_args(hint) if one is not type(None)]
        hint = structs[0] if len(structs) == 1 else None
    return hint if isinstance(hint, type) and issubclass(hint, Struct) else None


def _problem(path: str, text: str, line: int, what: str, hint: str, needle: str = "") -> Problem:
    """A problem in a template; `needle` is the word it is about, for the column."""
    lines = text.split("\n")
    excerpt = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(needle)}(?!\w)", excerpt) if needle else None
    return Problem(
        path,
        line,
        found.start() + 1 if found else 1,
        what[0].upper() + what[1:] if what[:1] != "'" else what,
        hint,
        excerpt,
    )


def _near(name: str, known: Any) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(sorted(known))}."


def _advice(message: str, env: jinja2.Environment) -> str:
    if match := _NO_FILTER.match(message):
        near = difflib.get_close_matches(match[1], sorted(env.filters), n=1)
        return f"Did you mean '{near[0]}'?" if near else "Site_gen's own are told in docs/themes.md; Jinja2 has others."
    return "Mend the template's syntax."
