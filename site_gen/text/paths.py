"""One rule for every address and path of the site: what no file of it may be called, on whatever system it is built."""

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
    """Why no file of the site may have a path or an address, as the end of a sentence; "" for one that it may have."""
    parts = path.strip("/").split("/")
    if not parts[0] and len(parts) == 1:
        return ""
    return next((fault for part in parts if (fault := part_fault(part))), "")


@lru_cache(maxsize=16384)
def part_fault(part: str) -> str:
    """As `path_fault`, of one part between slashes."""
    if _PLAIN.fullmatch(part):
        return ""
    if not part:
        return "has an empty part"
    if part in (".", ".."):
        return f"has the part '{part}', which leads elsewhere"
    if "\\" in part or any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in part):
        return "contains a character that no address has"
    if len(part.encode()) > LONGEST:
        return f"has a part of more than {LONGEST} bytes"
    if part[0].isspace() or part[-1].isspace() or part[-1] == ".":
        return f"has the part '{part}', which begins or ends with a space or ends with a dot"
    # Some systems pass over characters that are not seen, and over dots and blanks at the end.
    bare = "".join(sign for sign in part if unicodedata.category(sign) != "Cf").casefold().rstrip(". ")
    if bare in _VERSION_CONTROL or bare.startswith(_OURS):
        return f"has the part '{part}', which belongs to {'site_gen' if _OURS in bare else 'version control'}"
    if bare.partition(".")[0].rstrip() in _DEVICES:
        return f"has the part '{part}', which is the name of a device on Windows"
    return ""
