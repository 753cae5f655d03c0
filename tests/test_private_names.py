"""Private names of libraries that the package uses: each is there, and the library is capped below the next series."""

import importlib
import inspect
import pkgutil
import re
import sys
import tomllib
from collections.abc import Iterator

import pytest

import site_gen
from tests.support import ROOT

# Names with an underscore, and those of Jinja2's compiler, which its documents do not promise.
NAMES = (
    "markupsafe:_escape_inner",
    "jinja2.compiler:CodeGenerator._import_common",
    "jinja2.compiler:CodeGenerator._output_child_pre",
    "jinja2.compiler:CodeGenerator.temporary_identifier",
    "jinja2.compiler:CodeGenerator.enter_frame",
    "jinja2.compiler:CodeGenerator.leave_frame",
    "jinja2.compiler:CodeGenerator.buffer",
    "jinja2.compiler:CodeGenerator.start_write",
    "jinja2.compiler:CodeGenerator.end_write",
    "jinja2.compiler:Frame.inner",
    "jinja2.compiler:optimizeconst",
    "jinja2.environment:Environment._generate",
    "jinja2.environment:Environment._parse",
    "jinja2.filters:make_attrgetter",
    "markdown.treeprocessors:InlineProcessor._InlineProcessor__applyPattern",
    "markdown.treeprocessors:InlineProcessor._InlineProcessor__handleInline",
    "markdown.treeprocessors:InlineProcessor._InlineProcessor__stashNode",
    "markdown.extensions.tables:TableProcessor._split",
    "markdown.extensions.tables:TableProcessor._split_row",
)
LIBRARIES = sorted({name.split(":")[0].split(".")[0] for name in NAMES})


@pytest.mark.parametrize("name", NAMES)
def test_a_private_name_is_there(name: str) -> None:
    module, _, path = name.partition(":")
    found: object = importlib.import_module(module)
    for part in path.split("."):
        assert hasattr(found, part), f"{module} has no {path}: raise the cap only with code that does without it"
        found = getattr(found, part)


def test_so_is_the_order_of_a_registry_of_markdown() -> None:
    from markdown.util import Registry

    assert hasattr(Registry(), "_priority")


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_whose_private_names_are_used_is_capped(library: str) -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert [one for one in asked if re.match(rf"{library}>=[\d.]+,<\d", one)]


def used_by_classes() -> Iterator[str]:
    """Private names of a library's class that one of ours derives from, wherever ours has or mentions them."""
    for module in pkgutil.walk_packages(site_gen.__path__, "site_gen."):
        if module.name.endswith("__main__"):
            continue
        for ours in vars(importlib.import_module(module.name)).values():
            if not inspect.isclass(ours) or ours.__module__ != module.name:
                continue
            theirs = [one for one in ours.__mro__ if is_of_library(one)]
            mentioned = set(re.findall(r"\b_[A-Za-z]\w*", inspect.getsource(ours))) if theirs else ()
            for name in mentioned:
                yield from (f"{one.__module__}:{one.__name__}.{name}" for one in theirs if name in vars(one))


def is_of_library(kind: type) -> bool:
    room = kind.__module__.split(".")[0]
    return room != "site_gen" and room not in sys.stdlib_module_names and room != "msgspec"


def test_the_list_is_whole() -> None:
    assert set(used_by_classes()) - set(NAMES) == set()
