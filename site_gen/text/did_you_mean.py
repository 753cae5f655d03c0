"""What somebody may have meant who wrote a name that there is not."""

from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """The question after the nearest of the known names; `otherwise` where none is near."""
    import difflib  # wanted by mistakes alone

    near = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean '{near[0]}'?" if near else otherwise


def near_miss(name: str, known: Iterable[str], cutoff: float = 0.8) -> str:
    """The known name that another is so near to that it must be meant; "" where none is."""
    low = name.lower()
    likely = [one for one in known if one[:1] == low[:1] and abs(len(one) - len(low)) <= 2]
    if not likely:  # which is nearly always so
        return ""
    import difflib

    return next(iter(difflib.get_close_matches(low, likely, n=1, cutoff=cutoff)), "")
