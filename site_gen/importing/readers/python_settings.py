"""Settings that are written in Python (pelicanconf.py, conf.py): read from its syntax, never executed."""

import ast
from pathlib import Path
from typing import Any

from msgspec import Struct

from site_gen.extract.decode import decode
from site_gen.model.problem import Problem
from site_gen.storage.files import read_whole

_LARGEST = 200_000
_BUILDERS = frozenset(("dict", "list", "tuple", "set", "str"))
_BLOCKS = (ast.If, ast.Try, ast.With, ast.For, ast.While)


class PythonSettings(Struct, frozen=True):
    """Values by their names; `unread` are the lines of those that only running the file would give."""

    file: str
    values: dict[str, Any] = {}
    unread: dict[str, int] = {}
    problems: tuple[Problem, ...] = ()

    def text(self, name: str, default: str = "") -> str:
        """A value that is a text; the default for others."""
        value = self.values.get(name, default)
        return value if isinstance(value, str) else default

    def flag(self, name: str, default: bool) -> bool:
        """A value as yes or no."""
        return bool(self.values.get(name, default))

    def texts(self, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A value that is a list of texts, or one text."""
        value = self.values.get(name, default)
        listed = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else default
        return tuple(one for one in listed if isinstance(one, str))

    def missing(self, *names: str) -> tuple[Problem, ...]:
        """A problem for each of these settings that could not be read."""
        return tuple(
            Problem(
                self.file,
                self.unread[name],
                1,
                f"{name} is computed by Python, which import does not run.",
                "Write its value as it is, and import again.",
            )
            for name in names
            if name in self.unread
        )


def read_settings(root: Path, *names: str) -> PythonSettings:
    """The settings of these files, of which later ones overwrite earlier ones; missing files have none."""
    found = PythonSettings(names[0])
    for name in names:
        if (root / name).is_file():
            found = _read(name, decode(read_whole(root / name)).text, found)
    return found


def _read(name: str, text: str, before: PythonSettings) -> PythonSettings:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 1
        what = f"This is not Python: {getattr(error, 'msg', error)}."
        problem = Problem(name, line, 1, what, "Its settings are not read. Correct it, and import again.")
        return PythonSettings(before.file, before.values, before.unread, (*before.problems, problem))
    reader = _Reader(before)
    reader.run(tree.body)
    return PythonSettings(name, reader.values, reader.unread, before.problems)


class _Unread(Exception):
    """An expression whose value only running it would give."""


class _Reader:
    """Takes assignments one after the other."""

    def __init__(self, before: PythonSettings) -> None:
        self.values, self.unread = dict(before.values), dict(before.unread)

    def run(self, body: list[ast.stmt]) -> None:
        """The assignments of a block, and of blocks in it; of `if` the branch that is taken, if that can be seen."""
        for one in body:
            if isinstance(one, ast.Assign):
                for target in one.targets:
                    self._assign(target, one.value)
            elif isinstance(one, ast.AnnAssign) and one.value is not None:
                self._assign(one.target, one.value)
            elif isinstance(one, ast.AugAssign) and isinstance(one.op, ast.Add):
                self._assign(one.target, ast.BinOp(one.target, one.op, one.value, lineno=one.lineno))
            elif isinstance(one, _BLOCKS):
                self._block(one)

    def _block(self, block: ast.stmt) -> None:
        if isinstance(block, ast.If):
            try:
                self.run(block.body if self.value(block.test) else block.orelse)
            except _Unread:
                self._unsure([*block.body, *block.orelse])
        elif isinstance(block, (ast.Try, ast.With)):
            self.run(block.body)
        else:
            self._unsure([block])

    def _unsure(self, body: list[ast.stmt]) -> None:
        for one in (node for top in body for node in ast.walk(top) if isinstance(node, ast.Assign)):
            for target in one.targets:
                if isinstance(target, ast.Name):
                    self._forget(target.id, one.lineno)

    def _forget(self, name: str, line: int) -> None:
        self.values.pop(name, None)
        self.unread[name] = line

    def _assign(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            try:
                self.values[target.id] = self.value(value)
                self.unread.pop(target.id, None)
            except (_Unread, RecursionError):
                self._forget(target.id, value.lineno)
        elif isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
            held = self.values.get(target.value.id)
            try:
                if isinstance(held, dict):
                    held[self.value(target.slice)] = self.value(value)
            except (_Unread, RecursionError, TypeError):
                self._forget(target.value.id, value.lineno)

    def value(self, node: ast.expr) -> Any:
        """The value of an expression of literals and of names that are known; `_Unread` for others."""
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name) and node.id in self.values:
            return self.values[node.id]
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            return [self._item(one) for one in node.elts]
        if isinstance(node, ast.Dict):
            return self._mapping(node)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return self._sum(self.value(node.left), self.value(node.right))
        if isinstance(node, ast.UnaryOp):
            return self._unary(node)
        if isinstance(node, ast.JoinedStr):
            return self._joined(node)
        if isinstance(node, ast.Call):
            return self._call(node)
        raise _Unread

    def _item(self, node: ast.expr) -> Any:
        """An item of a list; what is not read there (a class, a module) does not spoil the others."""
        try:
            return self.value(node)
        except _Unread:
            return None

    def _mapping(self, node: ast.Dict) -> dict[Any, Any]:
        found = {}
        for key, value in zip(node.keys, node.values, strict=True):
            try:
                name = self.value(key) if key is not None else None
            except _Unread:
                continue
            if isinstance(name, (str, int)):
                found[name] = self._item(value)
        return found

    def _sum(self, left: Any, right: Any) -> Any:
        if type(left) is not type(right) or not isinstance(left, (str, list)):
            raise _Unread
        made: Any = left + right
        if len(made) > _LARGEST:
            raise _Unread
        return made

    def _unary(self, node: ast.UnaryOp) -> Any:
        value = self.value(node.operand)
        if isinstance(node.op, ast.Not):
            return not value
        if isinstance(node.op, ast.USub) and isinstance(value, (int, float)):
            return -value
        raise _Unread

    def _joined(self, node: ast.JoinedStr) -> str:
        if any(isinstance(one, ast.FormattedValue) and one.format_spec for one in node.values):
            raise _Unread
        parts = [self.value(one.value if isinstance(one, ast.FormattedValue) else one) for one in node.values]
        if not all(isinstance(one, (str, int)) for one in parts) or sum(len(str(one)) for one in parts) > _LARGEST:
            raise _Unread
        return "".join(map(str, parts))

    def _call(self, node: ast.Call) -> Any:
        """`dict(a=1)` and its like; the default of a lookup in the environment."""
        name = ast.unparse(node.func)
        if name == "dict" and not node.args:
            return {one.arg: self._item(one.value) for one in node.keywords if one.arg}
        if name in _BUILDERS and len(node.args) == 1 and not node.keywords:
            value = self.value(node.args[0])
            return value if isinstance(value, (list, dict, str)) else str(value)
        if name in ("os.environ.get", "os.getenv", "environ.get", "getenv") and len(node.args) == 2:
            return self.value(node.args[1])
        raise _Unread
