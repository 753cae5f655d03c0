"""The existing name that an unknown one is most likely a misspelling of."""

from collections.abc import Iterable


def did_you_mean(name: str, names: Iterable[str], otherwise: str) -> str:
    """The question "Did you mean ...?" with the nearest of the names; `otherwise` where none is near."""
    import difflib  # only needed for mistakes

    near = difflib.get_close_matches(name, list(names), n=1)
    return f"Did you mean '{near[0]}'?" if near else otherwise


def near_miss(name: str, names: Iterable[str], cutoff: float = 0.8) -> str:
    """The one of the names that `name` is a likely misspelling of; "" where there is none."""
    low = name.lower()
    likely = [one for one in names if one[:1] == low[:1] and abs(len(one) - len(low)) <= 2]
    if not likely:  # nearly always
        return ""
    import difflib

    return next(iter(difflib.get_close_matches(low, likely, n=1, cutoff=cutoff)), "")
