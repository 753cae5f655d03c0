"""The Jinja2 environment in which every template of a site is compiled."""

from collections.abc import Mapping, MutableMapping
from functools import partial
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket, BytecodeCache

from site_gen.text.language.catalog import ENGLISH, Catalog
from site_gen.theming.assets import Asset, assets
from site_gen.theming.compiler import LeanCode, Modules, Pieces, escaped, lean_macro
from site_gen.theming.filters import anchor, filters
from site_gen.theming.head import head_functions
from site_gen.theming.limits import numbers
from site_gen.theming.once import Once
from site_gen.theming.sandbox import Sandbox
from site_gen.theming.sharing import ways_to_share
from site_gen.theming.strings import string_functions, with_strings
from site_gen.theming.structured import structured
from site_gen.theming.theme import SLOTS, Theme


class _Environment(Sandbox):
    code_generator_class = LeanCode
    escaped = staticmethod(escaped)
    lean_macro = staticmethod(lean_macro)
    pieces = Pieces()

    _last_parsed: tuple[tuple[str, str | None, str | None], nodes.Template] | None = None

    def __init__(self, catalog: Catalog, **options: Any) -> None:
        super().__init__(**options)
        self.catalog = catalog
        self.modules = Modules(self)
        self._by_name: dict[str, jinja2.Template] = {}

    def get_template(
        self, name: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """The template of this name, from a cache: neither templates nor globals change within an environment."""
        template = self._by_name.get(name) if type(name) is str and globals is None else None
        if template is None:
            template = super().get_template(name, parent, globals)
            if type(name) is str and globals is None:
                self._by_name[name] = template
        return template

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The parsed template, cached because a template is first checked and then compiled."""
        key = (source, name, filename)
        if self._last_parsed is None or self._last_parsed[0] != key:
            self._last_parsed = key, super()._parse(source, name, filename)
        return self._last_parsed[1]

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """The code of a template, with the strings of the environment's language."""
        self._last_parsed = None  # the tree is changed
        return super()._generate(with_strings(source, self.catalog), name, filename, defer_init)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals as a plain mapping, which never changes and is copied much faster than a chained one."""
        return {**self.globals, **(d or {})}


class _Compiled(BytecodeCache):
    """What this process compiled for one base URL and language, by the template's text: an edit compiles one template.

    The compiler evaluates `'/tags/'|url` and `_("Tags")`, so compiled code is only valid for these. It does not depend
    on the theme's files, which functions look up at run time.
    """

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, or leave it empty."""
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket."""
        if len(self.codes) >= _MOST:
            self.codes.clear()
        self.codes[bucket.key, bucket.checksum] = bucket.code


_MOST = 1000  # compiled templates kept in one process
_made: dict[tuple[object, ...], dict[str, jinja2.Environment]] = {}  # by what they share, and their language
_compiled: dict[tuple[str, str], _Compiled] = {}


def environment(theme: Theme, base_url: str, catalog: Catalog = ENGLISH) -> jinja2.Environment:
    """The environment of a theme: autoescape for HTML and XML, errors for undefined names, no access to the system.

    Those of the last theme are cached, one for each language, so that a checked theme stays compiled, here and in
    forked workers.
    """
    files = assets(theme)
    key = (theme.digest, tuple((name, asset.path, asset.integrity) for name, asset in files.items()), base_url)
    if key not in _made:
        _made.clear()
        _made[key] = {}
    if catalog.key not in _made[key]:
        made = _made[key][catalog.key] = fresh_environment(theme, base_url, catalog)
        for other in [one for one in _compiled if one[0] != base_url]:
            del _compiled[other]
        made.bytecode_cache = _compiled.setdefault((base_url, catalog.key), _Compiled())
    return _made[key][catalog.key]


def forget_environments() -> None:
    """Forget all compiled templates, as in a new process."""
    _made.clear()
    _compiled.clear()


def fresh_environment(theme: Theme, base_url: str, catalog: Catalog = ENGLISH) -> jinja2.Environment:
    """A new environment that is not shared, for inspecting templates."""
    loader = jinja2.FunctionLoader(lambda name: _source(theme, name))
    env = _Environment(
        catalog,
        loader=loader,
        extensions=[Once],
        autoescape=lambda name: name is None or name.endswith((".html", ".svg", ".xml")),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    del env.filters["safe"], env.filters["random"]
    env.globals.clear()
    env.globals.update(_functions(assets(theme)), **structured(base_url, catalog))
    env.globals.update(head_functions(base_url, catalog))
    env.globals.update(string_functions(catalog))
    env.filters.update(filters(base_url, catalog))
    env.globals["link"] = partial(anchor, env.filters["url"])
    env.globals["share_ways"] = ways_to_share(env.filters["absolute"], catalog)
    return env


def _source(theme: Theme, name: str) -> tuple[str, str, Any] | None:
    """A template's text, with includes of empty slots turned into comments: an include on each page costs time."""
    template = theme.templates.get(name)
    if template is None:
        return None
    text = template.text
    for slot in SLOTS:
        if slot in text and not theme.templates[slot].text.strip():
            text = text.replace(f'{{% include "{slot}" %}}', f'{{# include "{slot}" #}}')
    return text, template.path, lambda: True


def _functions(files: Mapping[str, Asset]) -> Mapping[str, Any]:
    def asset(path: str) -> str:
        if path not in files:
            raise jinja2.TemplateRuntimeError(f"the theme has no static file '{path}'")
        return f"/{files[path].path}"

    def integrity(path: str) -> str:
        if path not in files or not files[path].integrity:
            raise jinja2.TemplateRuntimeError(f"the theme has no stylesheet or script '{path}'")
        return files[path].integrity

    others = {"range": numbers, "namespace": jinja2.utils.Namespace, "dict": dict}
    return {"asset": asset, "integrity": integrity, **others}
