"""Files below `seeds/` that are not ingested, each with its reason, as warnings."""

from msgspec import Struct

from site_gen.model.problem import Problem

SIDECARS = (".yaml", ".yml")
_FEW = 3
_NOT_TEXT = "This file is not ingested: seeds do not have this form."
_IDLE_SIDECAR = ("This file is not ingested: no seed has it as its sidecar.", "Is the seed's name right?")
_HINTS = {
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".tif", ".tiff", ".bmp", ".heic"),
        "Pictures belong in content/images/.",
    ),
    ".msg": "Save the mail as .eml: from Outlook, drag it into another mail program, or save its text.",
    "": "Give it a name that ends with .txt if it is a text.",
}
_SILENT = frozenset(("readme", "readme.md", "thumbs.db", "desktop.ini"))


class Ignored(Struct, frozen=True):
    """A file below `seeds/` that is not ingested, why, and what to do about it."""

    path: str
    why: str
    hint: str = ""


def is_silent(path: str) -> bool:
    """Whether nobody would expect a file of this name to be ingested."""
    return path.rpartition("/")[2].lower() in _SILENT


def reason_for(path: str, suffix: str) -> Ignored | None:
    """Why a file is not ingested; None for files that nobody would expect to be."""
    if is_silent(path):
        return None
    if suffix in SIDECARS:
        return Ignored(path, *_IDLE_SIDECAR)
    return Ignored(path, _NOT_TEXT, _HINTS.get(suffix.lower(), "Save it as plain text (.txt)."))


def ignored_notices(ignored: tuple[Ignored, ...]) -> tuple[Problem, ...]:
    """Warnings that name each file that is not ingested; many files of one kind share one warning."""
    by_reason: dict[tuple[str, str], list[Ignored]] = {}
    for one in ignored:
        by_reason.setdefault((one.why, one.hint), []).append(one)
    notices = []
    for (why, hint), files in by_reason.items():
        if len(files) <= _FEW:
            notices += [Problem(file.path, 0, 0, why, hint) for file in files]
            continue
        named = ", ".join(file.path.partition("/")[2] for file in files[:_FEW])
        what = f"{len(files)} files are not ingested ({named} and {len(files) - _FEW} more)."
        notices.append(Problem("seeds", 0, 0, what, hint))
    return tuple(notices)
