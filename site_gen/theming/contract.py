"""What each template is given, and whether a theme asks for anything else: checked before the first page is made."""

import difflib
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
from site_gen.theming.theme import REQUIRED, Theme


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
        Problem(f"theme {theme.name}", 0, 0, f"The template '{name}' is missing.", "Add it, or name a parent theme.")
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
                _problem(template.path, template.text, error.lineno, str(error.message), _advice(str(error)))
            )
    for name, tree in trees.items():
        problems.extend(_check_references(theme, name, tree))
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
                _problem(template.path, template.text, node.lineno, what, _near(target.value, theme.templates))
            )
    return problems


def _check_names(
    theme: Theme, env: jinja2.Environment, name: str, given: dict[str, Any], trees: dict[str, nodes.Template]
) -> list[Problem]:
    problems = []
    pages_of_its_own = set(VIEWS)
    for part in closure(name, trees):
        if part != name and part in pages_of_its_own:
            continue
        template, tree = theme.templates[part], trees[part]
        unknown = meta.find_undeclared_variables(tree) - set(given) - set(env.globals)
        if part.startswith("_") and part != name:
            unknown = {missing for missing in unknown if not any(missing in names_of(view) for view in VIEWS.values())}
        for missing in sorted(unknown):
            line = next((n.lineno for n in tree.find_all(nodes.Name) if n.name == missing and n.ctx == "load"), 1)
            what = f"'{missing}' is not given to {name}."
            problems.append(_problem(template.path, template.text, line, what, _near(missing, given)))
        for node in tree.find_all(nodes.Getattr):
            problems.extend(_check_attribute(node, given, template.path, template.text, tree))
    return problems


def _check_attribute(
    node: nodes.Getattr, given: dict[str, Any], path: str, text: str, tree: nodes.Template
) -> list[Problem]:
    """A misspelt attribute of a name that the view gives: `post.titel`."""
    if not isinstance(node.node, nodes.Name) or _is_local(node.node.name, tree):
        return []
    kind = _struct_of(given.get(node.node.name))
    if kind is None or node.attr in kind.__struct_fields__ or hasattr(kind, node.attr):
        return []
    what = f"'{node.node.name}' has no '{node.attr}'."
    return [_problem(path, text, node.lineno, what, _near(node.attr, kind.__struct_fields__))]


def _is_local(name: str, tree: nodes.Template) -> bool:
    """Whether a template sets the name itself: by a loop, `set`, a macro's argument or an import."""
    return any(other.name == name and other.ctx in ("store", "param") for other in tree.find_all(nodes.Name))


def _struct_of(hint: Any) -> type[Struct] | None:
    if isinstance(hint, types.UnionType):
        structs = [one for one in typing.get_args(hint) if one is not type(None)]
        hint = structs[0] if len(structs) == 1 else None
    return hint if isinstance(hint, type) and issubclass(hint, Struct) else None


def _problem(path: str, text: str, line: int, what: str, hint: str) -> Problem:
    lines = text.split("\n")
    excerpt = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    return Problem(path, line, 1, what[0].upper() + what[1:] if what[:1] != "'" else what, hint, excerpt)


def _near(name: str, known: Any) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(sorted(known))}."


def _advice(message: str) -> str:
    if "No filter named" in message:
        return "The filters of the contract stand in docs/themes.md."
    return "Mend the template's syntax."
