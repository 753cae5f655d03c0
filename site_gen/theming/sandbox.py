"""The sandbox of templates: they can use the values of their view, but nothing of the program behind them.

Jinja2's sandbox checks every attribute when it is read. Here the compiler checks the attribute's name once: names that
are harmless on any object (all but a few dozen) are read without a check, so the sandbox costs nothing.
"""

from functools import lru_cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.filters import FILTERS, _GroupTuple, make_attrgetter
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from site_gen.theming import limits

_FILLS = frozenset(("center", "expandtabs", "ljust", "rjust", "zfill"))
_GROWS = {"join": limits.joined, "replace": limits.replaced, **dict.fromkeys(_FILLS, limits.filled)}
_REFUSED = frozenset(("maketrans", "translate", "to_bytes", "mro"))
_FRAMES = frozenset(f"{kind}_{part}" for kind in ("gi", "cr", "ag") for part in ("frame", "code", "await", "yieldfrom"))
_CHANGES = frozenset(
    (
        *("add", "append", "appendleft", "clear", "difference_update", "discard", "extend", "extendleft", "insert"),
        *("pop", "popitem", "popleft", "remove", "reverse", "rotate", "setdefault", "sort", "update"),
        "symmetric_difference_update",
    )
)
_ASKED = frozenset(("format", "format_map", *_GROWS, *_REFUSED, *_FRAMES, *_CHANGES))
_OPERATORS = {"**": limits.power, "*": limits.product, "+": limits.total, "%": limits.remainder}


@lru_cache(maxsize=4096)
def is_harmless(name: str) -> bool:
    """Whether an attribute of this name is safe to read on any value that a template can have."""
    return not name.startswith("_") and name not in _ASKED


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, with limits; `compiler.py` generates code that asks it only where needed."""

    intercepted_binops = frozenset(_OPERATORS)
    concat = staticmethod(limits.concat)
    plain_getattr = jinja2.Environment.getattr  # for harmless names

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.binop_table |= _OPERATORS
        self.filters |= _FILTERS

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """As in Jinja2; attributes that could read or fill without end are not safe either."""
        return attr not in _REFUSED and attr not in _FRAMES and super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute, or an item where there is none; methods of texts that could make huge ones are guarded."""
        return _guarded(super().getattr(obj, attribute), obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item, or an attribute where there is none; filters such as `map(attribute=...)` call this often."""
        if isinstance(argument, str) and not (type(argument) is str and is_harmless(argument)):
            return _guarded(super().getitem(obj, argument), obj, argument)
        try:
            return obj[argument]
        except (AttributeError, TypeError, LookupError):
            if isinstance(argument, str):
                try:
                    return getattr(obj, argument)
                except AttributeError:
                    pass
        return self.undefined(obj=obj, name=argument)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call without a check, since nothing that a template can reach is unsafe to call."""
        return context.call(obj, *args, **kwargs)

    def joined_text(self, text: Any) -> Any:
        """The result of `~`, if it is not too long."""
        limits.checked(len(text))
        return text


def _guarded(value: Any, obj: Any, name: Any) -> Any:
    if isinstance(obj, (str, bytes)) and isinstance(name, str):
        if name in ("format", "format_map") and isinstance(obj, str):
            limits.braces(obj)
        elif name in _GROWS and callable(value):
            return _GROWS[name](value)
    return value


def _center(value: Any, width: int = 80) -> Any:
    return FILTERS["center"](value, limits.width(width))


def _indent(value: Any, width: Any = 4, first: bool = False, blank: bool = False) -> Any:
    text = str(value)
    limits.checked(len(text) + (text.count("\n") + 1) * (len(width) if isinstance(width, str) else limits.width(width)))
    return FILTERS["indent"](value, width, first, blank)


def _batch(value: Any, linecount: int, fill_with: Any = None) -> Any:
    return FILTERS["batch"](value, limits.width(linecount), fill_with)


def _slice(value: Any, slices: int, fill_with: Any = None) -> Any:
    return FILTERS["slice"](value, limits.width(slices), fill_with)


def _round(value: Any, precision: int = 0, method: Any = "common") -> Any:
    if abs(precision) > 100:
        limits.width(limits.WIDEST + 1)
    return FILTERS["round"](value, precision, method)


@jinja2.pass_eval_context
def _replace(eval_ctx: nodes.EvalContext, s: Any, old: Any, new: Any, count: Any = None) -> Any:
    text = str(s)
    limits.checked(len(text) + text.count(str(old)) * len(str(new)))
    return FILTERS["replace"](eval_ctx, s, old, new, count)


@jinja2.pass_eval_context
def _join(eval_ctx: nodes.EvalContext, value: Any, d: Any = "", attribute: Any = None) -> Any:
    if attribute is not None:
        value = map(make_attrgetter(eval_ctx.environment, attribute), value)
    listed = list(value)
    limits.checked(len(str(d)) * len(listed) + sum(len(part) for part in listed if isinstance(part, str)))
    return FILTERS["join"](eval_ctx, listed, d)


@jinja2.pass_environment
def _groupby(
    environment: jinja2.Environment, value: Any, attribute: Any, default: Any = None, case_sensitive: bool = False
) -> Any:
    """As in Jinja2, but quicker where the attribute has a plain name and is a text, such as a tag's kind."""
    listed = list(value)
    if default is None and not case_sensitive and isinstance(attribute, str) and attribute.isalpha():
        found = [environment.getitem(item, attribute) for item in listed]
        if all(type(one) is str for one in found):
            groups: dict[str, Any] = {}
            for name, item in zip(found, listed, strict=True):
                groups.setdefault(name.lower(), _GroupTuple(name, [])).list.append(item)
            return [groups[key] for key in sorted(groups)]
    return FILTERS["groupby"](environment, listed, attribute, default, case_sensitive)


def _format(value: Any, *args: Any, **kwargs: Any) -> Any:
    limits.remainder(str(value), kwargs or args)
    return FILTERS["format"](value, *args, **kwargs)


_FILTERS = {
    "center": _center,
    "indent": _indent,
    "batch": _batch,
    "slice": _slice,
    "round": _round,
    "replace": _replace,
    "join": _join,
    "format": _format,
    "groupby": _groupby,
}
