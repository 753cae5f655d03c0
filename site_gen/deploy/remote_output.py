"""The output of a failed program, made fit for messages, and advice for the most common reasons."""

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


def lines_of(output: str | bytes) -> tuple[str, ...]:
    """The distinct lines with any text, without passwords in addresses or control sequences for terminals."""
    text = output.decode("utf-8", "replace") if isinstance(output, bytes) else output
    rows = (_visible(_ESCAPES.sub("", row)).strip() for row in re.split(r"[\r\n]+", text))
    return tuple(dict.fromkeys(_PASSWORD.sub("//", row) for row in rows if row))


def quoted_output(lines: tuple[str, ...] | str | bytes) -> str:
    """The output to append to a statement that something failed: in its line, or as an indented block."""
    rows = lines if isinstance(lines, tuple) else lines_of(lines)
    if not rows:
        return " and gave no reason. "
    if len(rows) == 1:
        return f": {rows[0].rstrip('.')}. "
    left_out = (f"({len(rows) - _MOST} lines before)",) if len(rows) > _MOST else ()
    return ":\n" + "".join(f"  {row}\n" for row in (*left_out, *rows[-_MOST:]))


def advice(output: str | bytes, otherwise: str) -> str:
    """What to do about a known reason; `otherwise` for any other."""
    text = output.decode("utf-8", "replace") if isinstance(output, bytes) else output
    if _FULL.search(text):
        return "There is no space left, or a quota is used up. Free some space there, then deploy again."
    if _FORBIDDEN.search(text):
        return "Check who owns the target and who may write there, then deploy again."
    return otherwise


def _visible(row: str) -> str:
    return "".join(one if one.isprintable() else " " if one == "\t" else "\ufffd" for one in row)
