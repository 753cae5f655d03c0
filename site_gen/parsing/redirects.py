"""Parsing of redirects.yaml: `/old/: /new/ 302`, `/old/: gone`, `/old/*: /new/:splat`, `/?p=12: /new/`."""

import re
from datetime import UTC
from urllib.parse import quote, unquote, urlsplit

from site_gen.model.problem import Result
from site_gen.model.redirect import GONE, MOVED, SPLAT, Redirect
from site_gen.parsing.document import Reading
from site_gen.parsing.front_matter import decode
from site_gen.parsing.schema import read_yaml
from site_gen.text.paths import path_fault
from site_gen.urls import closed, closed_source, decoded, folded_source

REDIRECTS = "redirects.yaml"
_SAFE = "!$&'()*+,-./:;=?@_~#%[]"  # characters of addresses besides letters and digits (RFC 3986)
_LONGEST = 250  # bytes of a part of an address, which is a folder's name
_QUERIED = re.compile(r"/[A-Za-z0-9/_.~-]*\?[A-Za-z_]\w{0,31}=[A-Za-z0-9_.-]{1,64}", re.ASCII)
"""No character in it means anything in the files of any host."""


def read_redirects(data: bytes) -> Result[tuple[Redirect, ...]]:
    """The redirects in the order of the file."""
    text = decode(REDIRECTS, data)
    if text.value is None:
        return Result(None, text.problems)
    reading = Reading(REDIRECTS, text.value, UTC)
    written = read_yaml(dict[str, str], reading)
    found: dict[str, Redirect] = {}
    for old, new in (written or {}).items():
        redirect = _redirect(old, new, reading)
        if redirect is None:
            continue
        if (first := found.setdefault(folded_source(redirect.source), redirect)) is not redirect:
            what = f"'{old}' is redirected twice."
            line = reading.span((first.key,), of_key=True).line
            reading.report_key((old,), what, f"Line {line} already redirects it; keep one.")
    return Result(None if reading.problems else tuple(found.values()), tuple(reading.problems))


def is_queried(source: str) -> bool:
    """Whether an old address has a query that hosts can decide by: one parameter, and a path of plain characters."""
    return bool(_QUERIED.fullmatch(source)) and "//" not in source and not path_fault(source.partition("?")[0])


def _redirect(old: str, new: str, reading: Reading) -> Redirect | None:
    if what := _misfit_source(old):
        reading.report_key((old,), what, "Write it like /old/place/, or /old/* for all below it.")
        return None
    source = closed_source(unquote(old))
    target, status = _target(new)
    if status != GONE and (fault := _misfit_target(target, status, source)):
        reading.report_value((old,), *fault)
        return None
    return Redirect(source, quote(target, safe=_SAFE), status, old)


def _target(new: str) -> tuple[str, int]:
    """Target and status of `/new/ 302`; without a number the redirect is permanent."""
    words = new.rsplit(maxsplit=1)
    if words == ["gone"] or words == [str(GONE)]:
        return "", GONE
    if len(words) == 2 and words[1].isdigit():
        return words[0], int(words[1])
    return new.strip(), 301


def _misfit_source(old: str) -> str:
    path = unquote(old, errors="replace")
    if what := _misfit_characters(old, path):
        return what
    path = path.partition("?")[0]
    if fault := path_fault(path):
        return f"'{old}' is not an address on this site: it {fault}."
    if path == "/*" or (path == "/" and not is_queried(old)):
        return f"'{old}' matches too much."
    if "*" in path[:-1] or (path.endswith("*") and not path.endswith("/*")):
        return f"'*' may only be the last part of '{old}'."
    if any(len(part.encode()) > _LONGEST for part in path.split("/")):
        return f"A part of '{old[:40]}...' is too long."
    return ""


def _misfit_characters(old: str, path: str) -> str:
    """What is wrong with the characters of a source; `path` is it decoded."""
    if not path.startswith("/") or path.startswith("//"):
        return f"'{old}' is not an address on this site."
    if re.search(r"[\x00-\x1f\x7f\\\ufffd]", path) or not path.isprintable():
        return f"'{old}' contains a character that no address has."
    if "?" in path and not is_queried(old):
        return f"'{old}' contains ?, but no query of one name and one value, as /?p=12 has."
    return f"'{old}' contains #, which browsers send to no server." if "#" in path else ""


def _misfit_target(target: str, status: int, source: str) -> tuple[str, str] | None:
    if not target:
        return f"Where '{source}' leads is missing.", "Write an address after it, or 'gone'."
    if status not in MOVED:
        known = ", ".join(map(str, MOVED))
        return f"{status} is not a status of a redirect.", f"Write one of {known}, or 'gone' in place of an address."
    if not _is_address(target):
        return f"'{target}' leads nowhere.", "Begin with / or https://."
    if is_queried(source) and target.startswith("/") and closed(decoded(target)) == closed(source.partition("?")[0]):
        return f"'{source}' leads to itself: its query is passed on.", "Write another address, or 'gone'."
    if SPLAT in target and not source.endswith("*"):
        return f"'{target}' uses what '*' matches, but '{source}' has none.", "Write '/old/*: /new/:splat'."
    return None


def _is_address(target: str) -> bool:
    if not target.isprintable() or "\\" in target:
        return False
    if target.startswith("/"):
        path = re.split(r"[?#]", unquote(target), maxsplit=1)[0]
        return not path.startswith("//") and ".." not in path.split("/")
    try:
        parts = urlsplit(target)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and (parts.port or 1) > 0
            and "@" not in parts.netloc
        )
    except ValueError:
        return False
