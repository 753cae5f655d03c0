"""Jinja2's compiler, changed to generate leaner code for what a page does hundreds of times, with the same output.

- Output goes through `escaped`, which returns a text unchanged where nothing needs escaping.
- Macros and functions are called directly: none of ours needs the template's context. A macro is a function that
  handles keyword arguments and defaults only where necessary.
- Another template's exports are looked up by its name: our globals are the same everywhere.
- Adjacent pieces of output are passed up through the parent templates as one.
- An attribute is read without asking the sandbox where its name is harmless (`sandbox.py`).
- A part that is rendered once is looked up before any of its code runs (`once.py`).
"""

from collections.abc import Callable
from typing import Any

from jinja2 import nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame, MacroRef, optimizeconst
from jinja2.nodes import EvalContext
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

# The C function that `escape` wraps; it does not create a Markup object for each of a page's hundred texts.
from markupsafe import _escape_inner  # type: ignore[attr-defined]  # isort: skip

from site_gen.theming.limits import FEW, is_plain_format
from site_gen.theming.once import keys_of, place_of
from site_gen.theming.sandbox import is_harmless


def escaped(value: object) -> str:
    """The result of `markupsafe.escape` as a plain text for output."""
    if type(value) is str:
        text: str = _escape_inner(value)
        return text
    return value if type(value) is Markup else escape(value)


def lean_macro(
    environment: Any, function: Callable[..., str], name: str, arguments: tuple[str, ...], autoescape: bool
) -> Callable[..., str]:
    """A macro as a function; unusual calls are left to Jinja2's own implementation."""
    count = len(arguments)
    careful = Macro(environment, function, name, list(arguments), False, False, False, autoescape)

    @pass_eval_context
    def macro(*given: Any, **named: Any) -> str:
        if given and type(given[0]) is EvalContext:
            return careful(*given, **named)
        if named or len(given) != count:
            values = [*given, *[named.get(one, missing) for one in arguments[len(given) :]]]
            if len(values) != count or not named.keys() <= set(arguments[len(given) :]):
                return careful(*given, **named)
            text = function(*values)
        else:
            text = function(*given)
        return str.__new__(Markup, text) if autoescape else text

    shown = {"name": name, "arguments": arguments, "catch_kwargs": False, "catch_varargs": False, "caller": False}
    macro.__dict__.update(shown)  # the attributes that templates may read of a macro
    return macro


class Modules(dict[str, Any]):
    """The exports of templates that others import without context, by the templates' names."""

    def __init__(self, environment: Any) -> None:
        super().__init__()
        self.environment = environment

    def __missing__(self, name: str) -> Any:
        module = self[name] = self.environment.get_template(name).module
        return module


class Pieces:
    """Pieces that are joined into one output, with the method names by which Jinja2 adds to a list."""

    extend = staticmethod("".join)
    append = staticmethod(str)


class LeanCode(CodeGenerator):
    """The code generator of our environments, which are sandboxes with `escaped` and the extension `Once`."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:
        """Join a few pieces into one, since each passes through the generators of two or three templates."""
        if frame.buffer is not None or frame.require_output_check or not 1 < len(node.nodes) <= FEW:
            super().visit_Output(node, frame)
            return
        frame.buffer = "yield environment.pieces"
        try:
            super().visit_Output(node, frame)
        finally:
            frame.buffer = None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if not _escapes(frame):
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Compile a macro that takes only its named arguments as a function."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        name = getattr(macro_ref.node, "name", None)
        names = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"environment.lean_macro(environment, macro, {name!r}, {names!r}, context.eval_ctx.autoescape)")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        named = node.template
        if node.with_context or not isinstance(named, nodes.Const) or not isinstance(named.value, str):
            super()._import_common(node, frame)
            return
        self.write(f"environment.modules[{named.value!r}]")

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A call without `context.call`, which is needed only outside of autoescape."""
        plain = isinstance(node.node, nodes.Name) and not (node.dyn_args or node.dyn_kwargs or forward_caller)
        if not plain or not _escapes(frame):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for number, argument in enumerate((*node.args, *node.kwargs)):
            self.write(", " if number else "")
            self.visit(argument, frame)
        self.write(")")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """Read an attribute without asking the sandbox if its name is harmless on any object."""
        shown_alone = node.attr == "format" and isinstance(node.node, nodes.Const) and is_plain_format(node.node.value)
        if not (is_harmless(node.attr) or shown_alone):
            super().visit_Getattr(node, frame)
            return
        self.write("(found if (found := getattr((owner := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.plain_getattr(owner, {node.attr!r}))")

    @optimizeconst
    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Concatenated texts, which may not be too long."""
        self.write("environment.joined_text(")
        super().visit_Concat(node, frame)
        self.write(")")

    def visit_CallBlock(self, node: nodes.CallBlock, frame: Frame) -> None:
        """A `once` block: the cached part, or, on first use, its body rendered into a buffer and cached."""
        keys = keys_of(node)
        if keys is None:
            super().visit_CallBlock(node, frame)
            return
        key, part = self.temporary_identifier(), self.temporary_identifier()
        self.writeline(f"{key} = environment.once_key({place_of(node)!r}, ")
        for one in keys:
            self.visit(one, frame)
            self.write(", ")
        self.write(")")
        self.writeline(f"{part} = environment.once_parts.get({key})")
        self.writeline(f"if {part} is None:")
        self.indent()
        inner = frame.inner()
        inner.symbols.analyze_node(node)
        self.enter_frame(inner)
        self.buffer(inner)
        self.blockvisit(node.body, inner)
        self.writeline(f"{part} = environment.keep_once({key}, concat({inner.buffer}))")
        self.leave_frame(inner)
        self.outdent()
        self.start_write(frame, node)
        self.write(part)
        self.end_write(frame)


def _escapes(frame: Frame) -> bool:
    """Whether output is escaped here, and that is known at compile time."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile
