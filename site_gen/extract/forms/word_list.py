"""Word lists of the forms."""


def words_in(row: str) -> frozenset[str]:
    """The words of a text that are separated by blanks."""
    return frozenset(row.split())
