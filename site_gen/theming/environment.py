"""The Jinja2 environment in which every template of a site is compiled."""

from collections.abc import Mapping
from typing import Any

import jinja2

from site_gen.theming.filters import filters
from site_gen.theming.theme import Theme, fingerprinted


def environment(theme: Theme, base_url: str) -> jinja2.Environment:
    """Autoescape for HTML and XML, undefined names are errors, and neither clock nor disk within reach."""
    loader = jinja2.FunctionLoader(lambda name: _source(theme, name))
    env = jinja2.Environment(
        loader=loader,
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
    env.globals.update(_functions(theme, env.filters["url"]))
    return env


def _source(theme: Theme, name: str) -> tuple[str, str, Any] | None:
    template = theme.templates.get(name)
    return None if template is None else (template.text, template.path, lambda: True)


def _functions(theme: Theme, url: Any) -> Mapping[str, Any]:
    addresses = {path: url("/" + fingerprinted(file)) for path, file in theme.static.items()}

    def asset(path: str) -> str:
        if path not in addresses:
            raise jinja2.TemplateRuntimeError(f"the theme has no static file '{path}'")
        return str(addresses[path])

    return {"asset": asset, "range": range, "namespace": jinja2.utils.Namespace, "dict": dict}
