"""Tables that would be far larger than their text."""

_MANY_CELLS = 10_000


def is_crowded(columns: int, text: str) -> bool:
    """Whether a table of so many columns would have far more cells than its text can hold.

    A row may leave out its last cells, so a wide head above many short rows makes millions of cells of a small text.
    """
    return columns * text.count("\n") > max(_MANY_CELLS, 4 * len(text))
