"""Tables of letters."""


def table(letters: str, latin: str) -> dict[str, str]:
    """Each letter with what it becomes; `-` for nothing."""
    return dict(zip(letters, ("" if one == "-" else one for one in latin.split()), strict=True))
