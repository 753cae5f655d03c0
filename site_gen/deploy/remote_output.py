"""What a program said before it failed, fit to be shown, and what to do about the most common reasons."""

import re

_MOST = 8  # lines
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?")
_PASSWORD = re.compile(r"//[^/@\s]+@")  # in an address
_FULL = re.compile(
    r"no space left|disk (?:is )?full|quota (?:has been |was )?exceeded|quotaexceeded|storage ?full|"
    r"insufficient ?storage|not enough space|remaining disk space",
    re.IGNORECASE,
)
_FORBIDDEN = re.compile(
    r"permission denied|access ?denied|operation not permitted|read-only file system", re.IGNORECASE
)


def lines_of(said: str | bytes) -> tuple[str, ...]:
    """The lines that say anything, each once; no passwords in addresses, nothing that would steer a terminal."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    rows = (_visible(_ESCAPES.sub("", row)).strip() for row in re.split(r"[\r\n]+", text))
    return tuple(dict.fromkeys(_PASSWORD.sub("//", row) for row in rows if row))


def shown(lines: tuple[str, ...] | str | bytes) -> str:
    """What was said, to be put behind a statement that something failed: in its line, or as an indented block."""
    rows = lines if isinstance(lines, tuple) else lines_of(lines)
    if not rows:
        return " and gave no reason. "
    if len(rows) == 1:
        return f": {rows[0].rstrip('.')}. "
    left_out = (f"({len(rows) - _MOST} lines before)",) if len(rows) > _MOST else ()
    return ":\n" + "".join(f"  {row}\n" for row in (*left_out, *rows[-_MOST:]))


def advice(said: str | bytes, otherwise: str) -> str:
    """What to do about a reason that is known; otherwise what the caller would say."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    if _FULL.search(text):
        return "There is no space left, or a quota is used up. Free some space there, then deploy again."
    if _FORBIDDEN.search(text):
        return "Check who owns the target and who may write there, then deploy again."
    return otherwise


def _visible(row: str) -> str:
    return "".join(sign if sign.isprintable() else " " if sign == "\t" else "\ufffd" for sign in row)
