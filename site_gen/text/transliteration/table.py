"""Transliteration tables."""


def table(letters: str, latin: str) -> dict[str, str]:
    """A table from each letter to its replacement; `-` stands for nothing."""
    return dict(zip(letters, ("" if one == "-" else one for one in latin.split()), strict=True))
