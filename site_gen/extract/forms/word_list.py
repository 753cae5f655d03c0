"""Lists of words as the tables of forms write them."""


def words_in(row: str) -> frozenset[str]:
    """The words of a text, parted by blanks."""
    return frozenset(row.split())
