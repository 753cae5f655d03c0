"""A template's syntax tree, walked once: what it refers to, what it uses, and what it sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import jinja2
from jinja2 import meta, nodes

from site_gen.model.theme import Template
from site_gen.theming.blocks import Block, blocks_of
from site_gen.theming.once import keys_of

_KINDS = (
    nodes.Name, nodes.Getattr, nodes.Call, nodes.CallBlock, nodes.Macro,
    nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport,
)  # fmt: skip
_OF_FILES = ("asset", "integrity")  # functions whose argument is a file of the theme


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is rendered once: its line, its keys and its statements."""

    line: int
    keys: tuple[nodes.Expr, ...]
    body: list[nodes.Node]


@dataclass(frozen=True, slots=True)
class Parsed:
    """One template. `undeclared` are names that it expects from its view, `reads` attributes that it reads of them."""

    template: Template
    tree: nodes.Template
    undeclared: frozenset[str]
    references: tuple[tuple[str | None, int, bool], ...]  # name (None: known at run time), line, may be missing
    parent: tuple[str, int] | None
    borrowed: Mapping[str, str]  # imported name -> the template it comes from
    at_top: frozenset[str]
    own: frozenset[str]  # every name that it assigns anywhere
    loads: Mapping[str, int]  # name -> line of its first use
    reads: tuple[tuple[str, str, int], ...]  # name, attribute, line
    assets: tuple[tuple[str, str, int], ...]  # function, its argument, line
    macros: Mapping[str, nodes.Macro]
    parts: tuple[Part, ...]
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class _Walk:
    """The results of a walk through a tree."""

    references: list[tuple[str | None, int, bool]] = field(default_factory=list)
    parent: tuple[str, int] | None = None
    borrowed: dict[str, str] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    loads: dict[str, int] = field(default_factory=dict)
    reads: list[tuple[str, str, int]] = field(default_factory=list)
    assets: list[tuple[str, str, int]] = field(default_factory=list)
    macros: dict[str, nodes.Macro] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def take(self, node: nodes.Node) -> None:
        """Record what one node refers to, uses or sets."""
        if isinstance(node, nodes.Name):
            if node.ctx == "load":
                self.loads.setdefault(node.name, node.lineno)
            else:
                self.own.add(node.name)
        elif isinstance(node, nodes.Getattr):
            if isinstance(node.node, nodes.Name):
                self.reads.append((node.node.name, node.attr, node.lineno))
        elif isinstance(node, nodes.CallBlock):
            if (keys := keys_of(node)) is not None:
                self.parts.append(Part(node.lineno, keys, node.body))
        elif isinstance(node, nodes.Call):
            self._call(node)
        elif isinstance(node, nodes.Macro):
            self.macros[node.name] = node
        else:
            self._reference(node)

    def _call(self, node: nodes.Call) -> None:
        if isinstance(node.node, nodes.Name) and node.node.name in _OF_FILES and len(node.args) == 1:
            wanted = node.args[0]
            if isinstance(wanted, nodes.Const):
                self.assets.append((node.node.name, str(wanted.value), node.lineno))

    def _reference(self, node: nodes.Node) -> None:
        target = getattr(node, "template", None)
        name = target.value if isinstance(target, nodes.Const) and isinstance(target.value, str) else None
        self.references.append((name, node.lineno, bool(getattr(node, "ignore_missing", False))))
        if name is None:
            return
        if isinstance(node, nodes.Extends) and self.parent is None:
            self.parent = (name, node.lineno)
        elif isinstance(node, nodes.Import):
            self.borrowed[node.target] = name
        elif isinstance(node, nodes.FromImport):
            self.borrowed.update((alias[1] if isinstance(alias, tuple) else alias, name) for alias in node.names)


def parsed(template: Template, env: jinja2.Environment) -> Parsed:
    """A template, parsed and walked; `jinja2.TemplateSyntaxError` where it cannot be parsed."""
    tree = env.parse(template.text, template.name, template.path)
    walk = _Walk()
    for node in tree.find_all(_KINDS):
        walk.take(node)
    return Parsed(
        template=template,
        tree=tree,
        undeclared=frozenset(meta.find_undeclared_variables(tree)),
        references=tuple(walk.references),
        parent=walk.parent,
        borrowed=walk.borrowed,
        at_top=frozenset(_set_at_top(tree)),
        own=frozenset(walk.own | walk.borrowed.keys()),
        loads=walk.loads,
        reads=tuple(walk.reads),
        assets=tuple(walk.assets),
        macros=walk.macros,
        parts=tuple(walk.parts),
        blocks=blocks_of(tree),
    )


def closure(name: str, templates: Mapping[str, Parsed]) -> tuple[str, ...]:
    """A template and all that it extends, includes or imports; all templates where a name is only known at run time."""
    found: dict[str, None] = {}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in found or current not in templates:
            continue
        found[current] = None
        for reference, _, _ in templates[current].references:
            if reference is None:
                return tuple(sorted(templates))
            waiting.append(reference)
    return tuple(sorted(found))


def closures(templates: Mapping[str, Template], env: jinja2.Environment) -> dict[str, tuple[str, ...]]:
    """For each template the names of those it is made of, including itself; all must be valid templates."""
    walked = {name: parsed(template, env) for name, template in templates.items()}
    return {name: closure(name, walked) for name in walked}


def _set_at_top(tree: nodes.Template) -> set[str]:
    """Names that a template sets, imports or defines outside its blocks: its and its children's blocks see them."""
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
