"""Which part of a piece of work its processor time goes to, from a look at the stack every millisecond of it."""

import signal
from collections import Counter
from collections.abc import Callable, Mapping
from types import FrameType

_EVERY = 0.001  # seconds of processor time


def shares(work: Callable[[], object], parts: Mapping[str, str], whole: Mapping[str, str]) -> dict[str, float]:
    """The share of each part, by name, the largest first; `parts` and `whole` have them by the beginning of a module.

    A moment belongs to the part of the innermost function that has one, so that what a part calls elsewhere is the
    part's; but all of what a function of a `whole` part calls is that part's. The rest is "other".
    """
    seen: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        seen[_part(frame, parts, whole)] += 1

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    return {name: count / seen.total() for name, count in seen.most_common()}


def _part(frame: FrameType | None, parts: Mapping[str, str], whole: Mapping[str, str]) -> str:
    found = ""
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if name := _named(module, whole):
            return name
        found = found or _named(module, parts)
        frame = frame.f_back
    return found or "other"


def _named(module: str, parts: Mapping[str, str]) -> str:
    return next((name for begin, name in parts.items() if module == begin or module.startswith(f"{begin}.")), "")
