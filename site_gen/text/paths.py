"""The rule for every address and path of the site: names that no file may have, on whatever system it is built."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 250  # bytes of one part, which is a file's or a folder's name
_PORTS = tuple(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")
_DEVICES = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS))
_VERSION_CONTROL = frozenset((".git", "git~1", ".hg", ".svn"))
_OURS = ".site_gen"
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{4,60}")  # longer than any name of a device


def path_fault(path: str) -> str:
    """Why a path or address is not allowed in the site, as the end of a sentence; "" for one that is."""
    parts = path.strip("/").split("/")
    if not parts[0] and len(parts) == 1:
        return ""
    return next((fault for part in parts if (fault := part_fault(part))), "")


@lru_cache(maxsize=16384)
def part_fault(part: str) -> str:
    """As `path_fault`, for one part between slashes."""
    if _PLAIN.fullmatch(part):
        return ""
    if not part:
        return "has an empty part"
    if part in (".", ".."):
        return f"has the part '{part}', which leads elsewhere"
    if "\\" in part or any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in part):
        return "contains a character that no address has"
    if len(part.encode()) > LONGEST:
        return f"has a part of more than {LONGEST} bytes"
    if part[0].isspace() or part[-1].isspace() or part[-1] == ".":
        return f"has the part '{part}', which begins or ends with a space or ends with a dot"
    # Some systems ignore invisible characters, and dots and spaces at the end.
    bare = "".join(character for character in part if unicodedata.category(character) != "Cf").casefold().rstrip(". ")
    if bare in _VERSION_CONTROL or bare.startswith(_OURS):
        return f"has the part '{part}', which belongs to {'site_gen' if _OURS in bare else 'version control'}"
    if bare.partition(".")[0].rstrip() in _DEVICES:
        return f"has the part '{part}', which is the name of a device on Windows"
    return ""
