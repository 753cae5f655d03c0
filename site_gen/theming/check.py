"""Checks of a theme before its first page, and the dependencies of its templates."""

import re
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import jinja2
from jinja2 import meta, nodes
from msgspec import Struct

from site_gen.model.problem import Problem
from site_gen.model.theme import Template
from site_gen.text.did_you_mean import did_you_mean
from site_gen.theming.assets import Asset, asset_names, assets
from site_gen.theming.blocks import BlockFault, Family, block_faults
from site_gen.theming.contract import VIEWS, names_of
from site_gen.theming.depth import deepest_line
from site_gen.theming.environment import environment
from site_gen.theming.parsed import Parsed, Part, closure, parsed
from site_gen.theming.theme import REQUIRED, Theme, closure_digests, is_part
from site_gen.theming.unused import unused_templates

_NO_FILTER = re.compile(r"No filter named '([^']*)'")
_TOO_DEEP = ("the template is nested too deep.", "Nest fewer parentheses, lists or blocks.")
Templates = Mapping[str, Parsed]
_walked: dict[Template, Parsed] = {}  # those of the last check: after an edit all but one are the same


class Checked(NamedTuple):
    """The theme's problems; the digest of each template with everything it refers to, by name; and warnings."""

    problems: tuple[Problem, ...]
    closures: dict[str, str]
    warnings: tuple[Problem, ...]


def checked(theme: Theme, base_url: str) -> Checked:
    """The problems of a theme, or the digests of its templates with their dependencies."""
    env = environment(theme, base_url)
    problems, templates = _read(theme, env)
    if missing := [name for name in REQUIRED if name not in theme.templates]:
        return Checked((*problems, _incomplete(theme, missing)), {}, ())
    blocks = block_faults(_families(theme, templates), frozenset(VIEWS))
    problems += _check(theme, env, templates)
    problems += [_of_block(fault, theme) for fault in blocks if not fault.is_warning]
    odd = [_of_block(fault, theme) for fault in blocks if fault.is_warning]
    odd += [Problem(theme.templates[name].path, 0, 0, *words) for name, *words in unused_templates(theme, templates)]
    closures = {} if problems else {name: closure(name, templates) for name in templates}
    return Checked(tuple(dict.fromkeys(problems)), closure_digests(theme, closures), tuple(odd))


def _incomplete(theme: Theme, missing: list[str]) -> Problem:
    """One problem for all templates that a theme lacks, since their common cause is a missing parent."""
    named = f"The template '{missing[0]}' is" if len(missing) == 1 else f"{len(missing)} templates are"
    which = "" if len(missing) == 1 else f": {', '.join(missing)}"
    hint = f"Write 'parent: broadsheet' in themes/{theme.name}/theme.yaml to inherit what is not there."
    return Problem(f"themes/{theme.name}", 0, 0, f"{named} missing{which}.", hint)


def _families(theme: Theme, templates: Templates) -> dict[str, Family]:
    """The blocks of the templates; templates whose parent is only known at run time are left out."""
    return {
        name: Family(one.parent[0] if one.parent else "", one.blocks, theme.layer_of(one.template))
        for name, one in templates.items()
        if one.parent or not any(isinstance(node, nodes.Extends) for node in one.tree.body)
    }


def _of_block(fault: BlockFault, theme: Theme) -> Problem:
    return _problem(theme.templates[fault.template], fault.line, fault.what, fault.hint, fault.word)


def _read(theme: Theme, env: jinja2.Environment) -> tuple[list[Problem], Templates]:
    """Every template parsed and compiled; the environment keeps the compiled ones."""
    problems: list[Problem] = []
    templates: dict[str, Parsed] = {}
    for name, template in theme.templates.items():
        try:
            templates[name] = _walked.get(template) or parsed(template, env)
            env.get_template(name)
        except jinja2.TemplateSyntaxError as error:
            templates.pop(name, None)
            problems.append(_problem(template, error.lineno, str(error.message), _advice(str(error), env)))
        except (RecursionError, MemoryError, SyntaxError) as error:  # from the parser, or from Python's compiler
            templates.pop(name, None)
            problems.append(_problem(template, deepest_line(error), *_TOO_DEEP))
    _walked.clear()
    _walked.update((one.template, one) for one in templates.values())
    return problems, templates


def _check(theme: Theme, env: jinja2.Environment, templates: Templates) -> list[Problem]:
    problems: list[Problem] = []
    names, published = asset_names(theme), assets(theme)
    for one in templates.values():
        problems += [
            *_check_references(theme, one),
            *_check_ancestry(one, templates),
            *_check_assets(theme, one, names, published),
            *_check_once(env, one, templates),
        ]
    for name, view in VIEWS.items():
        if name in templates:
            problems += _check_names(env, name, names_of(view), templates)
    return problems


def _check_references(theme: Theme, one: Parsed) -> Iterator[Problem]:
    for name, line, may_be_missing in one.references:
        if name is not None and name not in theme.templates and not may_be_missing:
            what = f"The template '{name}' does not exist."
            yield _problem(one.template, line, what, _suggestion(name, theme.templates), name)


def _check_ancestry(one: Parsed, templates: Templates) -> Iterator[Problem]:
    """A problem for a template that extends itself, directly or through others."""
    name = one.template.name
    seen, current = [name], name
    while current in templates and (parent := templates[current].parent) is not None:
        current = parent[0]
        if current == name and one.parent is not None:
            way = f" by way of {', '.join(seen[1:])}" if seen[1:] else ""
            what = f"The template '{name}' extends itself{way}."
            yield _problem(one.template, one.parent[1], what, "Extend another one.", "extends")
        if current in seen:
            return
        seen.append(current)


def _check_assets(theme: Theme, one: Parsed, names: tuple[str, ...], files: Mapping[str, Asset]) -> Iterator[Problem]:
    """Problems for `asset('...')` of a file that the theme lacks, and `integrity('...')` of one without a hash."""
    for function, wanted, line in one.assets:
        if wanted in theme.sheets and is_part(wanted):
            what = f"The stylesheet '{wanted}' is part of others and not published by itself."
            yield _problem(one.template, line, what, "Give it a name that does not begin with '_'.", wanted)
        elif wanted not in names:
            what = f"The theme has no static file '{wanted}'."
            yield _problem(one.template, line, what, _suggestion(wanted, names), wanted)
        elif function == "integrity" and wanted in files and not files[wanted].integrity:
            what = f"'{wanted}' has no integrity hash."
            yield _problem(one.template, line, what, "Only stylesheets and scripts have one.", wanted)


def _check_names(env: jinja2.Environment, name: str, given: dict[str, Any], templates: Templates) -> Iterator[Problem]:
    """Problems for names that the template's view does not have, also in everything that it refers to."""
    parts = [part for part in closure(name, templates) if part == name or part not in VIEWS]
    at_top = {found for part in closure(name, templates) for found in templates[part].at_top}
    for part in parts:
        one = templates[part]
        unknown = set(one.undeclared) - given.keys() - set(env.globals) - at_top
        if part.startswith("_") and part != name:
            unknown = {missing for missing in unknown if not any(missing in names_of(view) for view in VIEWS.values())}
        for missing in sorted(unknown):
            what = f"'{missing}' is not given to {name}."
            yield _problem(one.template, one.loads.get(missing, 1), what, _suggestion(missing, given), missing)
        yield from _check_attributes(one, given)


def _check_attributes(one: Parsed, given: dict[str, Any]) -> Iterator[Problem]:
    """Problems for misspelt attributes of the view's names, such as `post.titel`."""
    for owner, attribute, line in one.reads:
        kind = _struct_of(given.get(owner))
        if kind is None or owner in one.own or attribute in kind.__struct_fields__ or hasattr(kind, attribute):
            continue
        what = f"'{owner}' has no '{attribute}'."
        yield _problem(one.template, line, what, _suggestion(attribute, kind.__struct_fields__), attribute)


def _check_once(env: jinja2.Environment, one: Parsed, templates: Templates) -> Iterator[Problem]:
    """Problems for parts that are rendered once but use, besides their keys, what differs between pages."""
    for part in one.parts:
        allowed = {"site", *env.globals, *_names_in(part.keys), *one.macros, *one.borrowed}
        for odd in sorted(_used(part, env, one, templates) - allowed):
            what = f"'{odd}' differs between pages, and this part is rendered once."
            yield _problem(one.template, part.line, what, f"Write {{% once {odd} %}}.")


def _used(part: Part, env: jinja2.Environment, one: Parsed, templates: Templates) -> set[str]:
    """The names that a part uses, including those of the macros that it calls."""
    used = _undeclared(part.body, env)
    for called in sorted(used & (one.macros.keys() | one.borrowed.keys())):
        if called in one.macros:
            used |= _undeclared([one.macros[called]], env) - one.macros.keys()
        elif one.borrowed[called] in templates:
            used |= templates[one.borrowed[called]].undeclared
    return used


def _undeclared(body: list[nodes.Node], env: jinja2.Environment) -> set[str]:
    return set(meta.find_undeclared_variables(nodes.Template(body, lineno=1, environment=env)))


def _names_in(keys: Iterable[nodes.Expr]) -> set[str]:
    inner = {found.name for key in keys for found in key.find_all(nodes.Name)}
    return inner | {key.name for key in keys if isinstance(key, nodes.Name)}


def _struct_of(hint: Any) -> type[Struct] | None:
    if isinstance(hint, types.UnionType):
        structs = [one for one in typing.get_args(hint) if one is not type(None)]
        hint = structs[0] if len(structs) == 1 else None
    return hint if isinstance(hint, type) and issubclass(hint, Struct) else None


def _problem(template: Template, line: int, what: str, hint: str, needle: str = "") -> Problem:
    """A problem in a template; `needle` is the word it is about, which gives the column."""
    lines = template.text.split("\n")
    excerpt = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(needle)}(?!\w)", excerpt) if needle else None
    column = found.start() + 1 if found else 1
    worded = what if what.startswith("'") else what[0].upper() + what[1:]
    return Problem(template.path, line, column, worded, hint, excerpt)


def _suggestion(name: str, names: Iterable[str]) -> str:
    names = sorted(names)
    return did_you_mean(name, names, f"Known: {', '.join(names)}.")


def _advice(message: str, env: jinja2.Environment) -> str:
    if match := _NO_FILTER.match(message):
        others = "Those of site_gen are described in docs/themes.md; Jinja2 has others."
        return did_you_mean(match[1], sorted(env.filters), others)
    return "Fix the template's syntax."
