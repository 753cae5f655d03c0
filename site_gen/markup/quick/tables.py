"""Tables with a bar at both ends of each row."""

from site_gen.markup.crowds import is_crowded
from site_gen.markup.quick.inlines import Inlines


def table_html(block: str, inlines: Inlines) -> str | None:
    """The HTML of a table; None if the table or a cell is not plain."""
    rows = [_cells(line) for line in block.split("\n")]
    if len(rows) < 3 or not all(rows):
        return None
    head, rule, *body = rows
    if len(head) < 2 or len(rule) != len(head) or not set("".join(rule)) <= set(":-"):
        return None
    if is_crowded(len(head), block):
        return None
    alignments = [_alignment(cell) for cell in rule]
    lines = ["<table>", "<thead>", _row(head, "th", alignments, inlines), "</thead>", "<tbody>"]
    lines += [_row(cells, "td", alignments, inlines) for cells in body]
    lines += ["</tbody>", "</table>"]
    return None if "" in lines else "\n".join(lines)


def _cells(line: str) -> list[str]:
    """The cells of a row; none if it lacks a bar at an end, or has one that could be within code."""
    line = line.strip(" ")
    if len(line) < 2 or line[0] != "|" or line[-1] != "|" or "\\" in line or "{" in line:
        return []
    cells = line[1:-1].split("|")
    if "`" in line and ("``" in line or any(cell.count("`") % 2 for cell in cells)):
        return []
    return [cell.strip(" ") for cell in cells]


def _alignment(cell: str) -> str:
    if not cell.startswith(":"):
        return ' class="align-right"' if cell.endswith(":") else ""
    return ' class="align-center"' if cell.endswith(":") else ' class="align-left"'


def _row(cells: list[str], tag: str, alignments: list[str], inlines: Inlines) -> str:
    """The HTML of a row; "" if a cell is not plain."""
    made = ["<tr>"]
    cells += [""] * (len(alignments) - len(cells))
    for cell, alignment in zip(cells, alignments, strict=False):
        html = inlines.render(cell)
        if html is None:
            return ""
        made.append(f"<{tag}{alignment}>{html}</{tag}>")
    made.append("</tr>")
    return "\n".join(made)
