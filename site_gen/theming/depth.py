"""The place in a template that is nested too deeply for Jinja2."""

from typing import Any


def deepest_line(error: BaseException) -> int:
    """The line of the template that the parser or compiler was at when it gave up; 1 if it is not known."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        seen: dict[str, Any] = trace.tb_frame.f_locals
        token = getattr(getattr(seen.get("self"), "stream", None), "current", None)  # the parser's
        for place in (seen.get("self"), seen.get("node"), token):
            found = getattr(place, "lineno", None)
            line = found if isinstance(found, int) else line
        trace = trace.tb_next
    return line
