"""The Jinja2 environment in which every template of a site is compiled."""

import re
from collections.abc import Mapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from site_gen.theming.assets import Asset, assets
from site_gen.theming.filters import filters
from site_gen.theming.once import Once
from site_gen.theming.theme import Theme

_UNSAFE = re.compile("[&<>\"']").search


def escaped(value: object) -> str:
    """What `markupsafe.escape` gives, as text to put out; a plain text that needs nothing is passed on as it is."""
    if type(value) is str:
        return value if _UNSAFE(value) is None else escape(value)
    return value if type(value) is Markup else escape(value)


class _LeanCode(CodeGenerator):
    """Jinja2's compiler, but what is put out goes through `escaped`: a page has hundreds of such places."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)


class _Environment(jinja2.Environment):
    code_generator_class = _LeanCode
    escaped = staticmethod(escaped)


_made: dict[tuple[object, ...], jinja2.Environment] = {}


def environment(theme: Theme, base_url: str) -> jinja2.Environment:
    """The environment of a theme: autoescape for HTML and XML, undefined names are errors, no clock or disk in reach.

    The last one made is kept, so that a theme which was checked is compiled, here and in workers that inherit it.
    """
    known = assets(theme)
    key = (theme.digest, tuple((name, asset.path, asset.integrity) for name, asset in known.items()), base_url)
    if key not in _made:
        _made.clear()
        _made[key] = _environment(theme, known, base_url)
    return _made[key]


def _environment(theme: Theme, known: Mapping[str, Asset], base_url: str) -> jinja2.Environment:
    loader = jinja2.FunctionLoader(lambda name: _source(theme, name))
    env = _Environment(
        loader=loader,
        extensions=[Once],
        autoescape=lambda name: name is None or name.endswith((".html", ".xml")),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.filters.update(filters(base_url))
    del env.filters["safe"], env.filters["random"]
    env.globals.clear()
    env.globals.update(_functions(known))
    return env


def _source(theme: Theme, name: str) -> tuple[str, str, Any] | None:
    template = theme.templates.get(name)
    return None if template is None else (template.text, template.path, lambda: True)


def _functions(known: Mapping[str, Asset]) -> Mapping[str, Any]:
    def asset(path: str) -> str:
        if path not in known:
            raise jinja2.TemplateRuntimeError(f"the theme has no static file '{path}'")
        return f"/{known[path].path}"

    def integrity(path: str) -> str:
        if path not in known or not known[path].integrity:
            raise jinja2.TemplateRuntimeError(f"the theme has no stylesheet or script '{path}'")
        return known[path].integrity

    others = {"range": range, "namespace": jinja2.utils.Namespace, "dict": dict}
    return {"asset": asset, "integrity": integrity, **others}
