"""Strings of the interface in templates: `_("Archive")`, `_("By %(names)s", names=...)`, `ngettext(one, many, number)`.

An environment belongs to one language. A string whose English text is written in the template is looked up when the
template is compiled, so that it costs as much as text, in any language.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from site_gen.text.language.catalog import Catalog, filled, pieces

_CALL = re.compile(r"""\b(?:_|n?gettext|forms)\(\s*(["'])(.+?)\1""")
_MOST = 10_000  # counts kept in one process: most pages say one of a few
NAMES = ("_", "gettext")  # functions whose argument is a string without plural forms


def string_functions(catalog: Catalog) -> Mapping[str, Any]:
    """The functions and names of a language that templates may use."""

    def gettext(message: str, **values: object) -> str:
        return _filled(catalog.gettext(message), values)

    counted: dict[tuple[str, str, int], str] = {}

    def ngettext(one: str, many: str, num: int, **values: object) -> str:
        if values:
            return _filled(catalog.ngettext(one, many, num), {"num": catalog.written.number(num), **values})
        key = one, many, num
        if key not in counted:
            if len(counted) >= _MOST:
                counted.clear()
            counted[key] = catalog.counted(one, many, num)
        return counted[key]

    functions: dict[str, Callable[..., str]] = {"_": gettext, "gettext": gettext, "ngettext": ngettext}
    facts = catalog.facts
    words = {"language": catalog.language, "direction": catalog.direction, "locale": catalog.locale}
    return {**functions, **words, "forms": catalog.forms, "comma": facts.comma, "conjunction": facts.pair}


def _filled(message: str, values: Mapping[str, object]) -> str:
    """A message with its values; it is markup where one of them is."""
    if not values:
        return message
    if not any(isinstance(value, Markup) for value in values.values()):
        return filled(message, values)
    return Markup(filled(str(escape(message)), {name: escape(value) for name, value in values.items()}))


def messages_in(text: str) -> Iterator[tuple[str, int]]:
    """The strings that a template says by its own words, each with its line; without parsing it."""
    for match in _CALL.finditer(text):
        yield match[2], text.count("\n", 0, match.start()) + 1


def message_of(node: nodes.Node) -> str | None:
    """The English text of a call of `_` or `gettext`; None where the node is another one, or the text is computed."""
    if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in NAMES):
        return None
    if node.dyn_args or node.dyn_kwargs or len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
        return None
    value = node.args[0].value
    return value if isinstance(value, str) else None


def with_strings(tree: nodes.Template, catalog: Catalog) -> nodes.Template:
    """The tree of a template with the strings of a language in place of calls that look them up."""
    _Lookup(catalog).visit(tree)
    return tree


class _Lookup(NodeTransformer):
    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        """A string without values is a constant, one with values is joined of its parts."""
        message = message_of(node)
        if message is None:
            return self.generic_visit(node)
        if node.kwargs:
            return nodes.Concat(self._printed(node), lineno=node.lineno, environment=node.environment)
        return nodes.Const(self._catalog.gettext(message), lineno=node.lineno, environment=node.environment)

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        """A string with values that is printed becomes texts and values that are printed one after another."""
        node.nodes = [piece for child in node.nodes for piece in self._printed(child)]
        return node

    def _printed(self, node: nodes.Expr) -> list[nodes.Expr]:
        message = message_of(node)
        if message is None or not isinstance(node, nodes.Call):
            return [self.visit(node)]
        values = {one.key: self.visit(one.value) for one in node.kwargs}
        if not values:
            return [self.visit(node)]
        return [
            values[name] if name in values else nodes.Const(text, lineno=node.lineno, environment=node.environment)
            for text, name in pieces(self._catalog.gettext(message))
        ]
