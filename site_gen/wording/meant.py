"""What somebody may have meant who wrote a name that there is not."""

from collections.abc import Iterable


def meant(name: str, known: Iterable[str], otherwise: str) -> str:
    """The question after the nearest of the known names; `otherwise` where none is near."""
    import difflib  # wanted by mistakes alone

    near = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean '{near[0]}'?" if near else otherwise
