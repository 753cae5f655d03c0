"""`{% once key, ... %}...{% endonce %}`: a part of a template that is rendered once for each value of its keys.

The masthead is the same on every page, a post's card the same in every list: rendered again on each of ten thousand
pages they cost more than the articles. The result is kept in the process by the place in the template and the keys'
values, so it is the same as without `once` as long as the part uses nothing but `site`, its keys and the environment's
own functions; `check.py` refuses a theme whose parts use more.
"""

from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

_MOST = 50_000  # parts kept in one process


class Once(Extension):
    """The Jinja2 extension for the tag; `compiler.py` generates its code."""

    tags = {"once"}  # noqa: RUF012 - as Jinja2 requires

    def __init__(self, environment: jinja2.Environment) -> None:
        super().__init__(environment)
        parts: dict[Any, str] = {}

        def keep(key: Any, part: str) -> str:
            if len(parts) >= _MOST:
                parts.clear()
            parts[key] = part
            return part

        environment.extend(once_parts=parts, once_key=key_of, keep_once=keep, once_site=None)

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag as a call block with the place and the keys as arguments.

        The place is stored in the compiled template, so it must be the same in any process: a counter would not be.
        """
        line = next(parser.stream).lineno
        place = nodes.Const(f"{parser.name} {line} {parser.free_identifier(line).name}")
        keys: list[nodes.Expr] = []
        while parser.stream.current.type != "block_end":
            keys.append(parser.parse_expression())
            if not parser.stream.skip_if("comma"):
                break
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        call = self.call_method("once", [place, nodes.Tuple(keys, "load")])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)


def key_of(place: str, *keys: Any) -> tuple[Any, ...]:
    """The key of a part, with types: 1 and True, "<" and Markup("<") are equal, but rendered differently."""
    return (place, *keys, *map(type, keys))


def keep_parts_of(environment: jinja2.Environment, site: Any) -> None:
    """Forget the parts of any other site: an environment outlives a build, and parts may use `site`."""
    if environment.once_site is not site:  # type: ignore[attr-defined]
        environment.once_parts.clear()  # type: ignore[attr-defined]
        environment.once_site = site  # type: ignore[attr-defined]


def keys_of(block: nodes.CallBlock) -> tuple[nodes.Expr, ...] | None:
    """The keys of a `once` block; None for a call block of another kind."""
    call = block.call
    target = call.node
    if not (isinstance(target, nodes.ExtensionAttribute) and target.identifier == Once.identifier):
        return None
    keys = call.args[1]
    return tuple(keys.items) if isinstance(keys, nodes.Tuple) else ()


def place_of(block: nodes.CallBlock) -> str:
    """The name of a `once` block's place in its template."""
    place = block.call.args[0]
    assert isinstance(place, nodes.Const)
    return str(place.value)
