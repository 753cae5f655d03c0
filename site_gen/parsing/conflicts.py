"""Detection of unresolved merge conflicts in files."""

_OPENED, _PARTED, _CLOSED = "<<<<<<< ", "=======", ">>>>>>> "
_FENCES = ("```", "~~~")
CONFLICT = (
    "Unresolved merge conflict.",
    "Keep one of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>.",
)


def conflict_line(text: str) -> int:
    """The line, from 1, where an unresolved merge conflict begins, or 0; markers in fenced code do not count."""
    if _OPENED not in text or _CLOSED not in text:
        return 0
    opened, parted, fence = 0, False, ""
    for number, line in enumerate(text.split("\n"), 1):
        mark = line.lstrip()[:3]
        if mark in _FENCES and fence in ("", mark):
            fence = "" if fence else mark
        elif line.startswith(_OPENED) and not fence:
            opened, parted = number, False
        elif opened and line.rstrip() == _PARTED:
            parted = True
        elif opened and parted and line.startswith(_CLOSED):
            return opened
    return 0
