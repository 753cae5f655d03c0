"""Checks of blocks across templates: a child's blocks must exist in a template it extends, required ones be filled.

Jinja silently ignores a block that no ancestor has.
"""

from collections.abc import Iterator, Mapping

from jinja2 import nodes
from msgspec import Struct

from site_gen.text.did_you_mean import did_you_mean


class Block(Struct, frozen=True):
    """One block of a template: where it is, whether it is inside another, and the lines of its calls of `super()`."""

    name: str
    line: int
    nested: bool
    required: bool
    supers: tuple[int, ...]


class Family(Struct, frozen=True):
    """A template's blocks, the template that it extends ("" for none), and its layer (0 is the site's own)."""

    parent: str
    blocks: tuple[Block, ...]
    layer: int


class BlockFault(Struct, frozen=True):
    """What is wrong with a block: the template at fault, the line, what, and what to do."""

    template: str
    line: int
    word: str
    what: str
    hint: str
    is_warning: bool = False


def blocks_of(tree: nodes.Template) -> tuple[Block, ...]:
    """The blocks of a template, in their order."""
    return tuple(_blocks(tree, nested=False))


def _blocks(node: nodes.Node, nested: bool) -> Iterator[Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield Block(child.name, child.lineno, nested, child.required, tuple(_supers(child)))
            yield from _blocks(child, nested=True)
        else:
            yield from _blocks(child, nested)


def _supers(node: nodes.Node) -> Iterator[int]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            continue
        if isinstance(child, nodes.Call) and isinstance(child.node, nodes.Name) and child.node.name == "super":
            yield child.lineno
        yield from _supers(child)


def block_faults(families: Mapping[str, Family], pages: frozenset[str]) -> tuple[BlockFault, ...]:
    """Everything that is wrong with blocks; `pages` are the templates that pages use directly."""
    faults: list[BlockFault] = []
    lacking: dict[str, dict[str, list[str]]] = {}  # template that lacks blocks -> block -> who fills it
    lost: set[str] = set()  # templates whose content would not be shown
    for name, family in sorted(families.items()):
        above = _ancestors(name, families)
        if above is None:
            continue
        above_names = {block.name for parent in above for block in families[parent].blocks}
        faults += _without_parent_block(name, family, above_names)
        filled = [block for block in family.blocks if not block.nested] if above else []
        missing = [block for block in filled if block.name not in above_names]
        overrides = [parent for parent in above if families[parent].layer < family.layer]
        if missing and overrides:
            for block in missing:
                lacking.setdefault(overrides[0], {}).setdefault(block.name, []).append(name)
            if len(missing) == len(filled):
                lost.add(name)
        else:
            faults += [_unknown_block(name, block, above, above_names) for block in missing]
        if name in pages and not missing:
            faults += _unfilled(name, above, families)
    faults += [_lacks(template, blocks, lost) for template, blocks in lacking.items()]
    return tuple(faults)


def _ancestors(name: str, families: Mapping[str, Family]) -> list[str] | None:
    """The ancestors of a template, the nearest first; None where one is unknown, or they are circular."""
    found: list[str] = []
    current = families[name].parent
    while current:
        if current not in families or current in found or current == name:
            return None
        found.append(current)
        current = families[current].parent
    return found


def _without_parent_block(name: str, family: Family, above_names: set[str]) -> Iterator[BlockFault]:
    for block in family.blocks:
        if block.supers and block.name not in above_names and (block.nested or not family.parent):
            what = f"No template above has the block '{block.name}', so super() has nothing to show."
            hint = "A template replaces that of the same name and does not extend it: write out what it had."
            yield BlockFault(name, block.supers[0], "super", what, hint)


def _unknown_block(name: str, block: Block, above: list[str], above_names: set[str]) -> BlockFault:
    what = f"'{above[-1]}' has no block '{block.name}', so what is in it would be shown nowhere."
    hint = did_you_mean(block.name, sorted(above_names), f"It has: {', '.join(sorted(above_names)) or 'none'}.")
    return BlockFault(name, block.line, block.name, what, hint)


def _unfilled(name: str, above: list[str], families: Mapping[str, Family]) -> Iterator[BlockFault]:
    """Faults for required blocks that neither a page's template nor one between fills."""
    seen: set[str] = set()
    for place in (name, *above):
        for block in families[place].blocks:
            if block.required and block.name not in seen:
                what = f"'{name}' must fill the block '{block.name}' of '{place}'."
                yield BlockFault(name, 1, "extends", what, f"Write {{% block {block.name} %}}...{{% endblock %}}.")
        seen |= {block.name for block in families[place].blocks}


def _lacks(template: str, blocks: Mapping[str, list[str]], lost: set[str]) -> BlockFault:
    """One fault for a template that replaced another and dropped blocks, however many templates fill them."""
    children = sorted({child for fillers in blocks.values() for child in fillers})
    more = f" and {len(children) - 1} others fill" if len(children) > 1 else " fills"
    named = ", ".join(f"'{name}'" for name in sorted(blocks))
    what = f"This template lacks the block{'s' if len(blocks) > 1 else ''} {named}, which {children[0]}{more}."
    hint = "What is in such a block is not shown: add it, or leave this template to the theme."
    return BlockFault(template, 1, "", what, hint, is_warning=lost.isdisjoint(children))
