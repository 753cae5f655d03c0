"""The source of a saved page: its encoding, where it was saved from, and what of it is no text."""

import codecs
import re

from site_gen.extract.decode import decode

_CHARSET = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,30})[\"']|<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})",
    re.IGNORECASE,
)
_DECLARED_BEFORE = 4096
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
# What a browser writes at the head of a page: "saved from url=(0023)https://...", and SingleFile " url: https://...".
_SAVED = re.compile(
    r"<!--(?: saved from url=\(\d{4,5}\)|\s*Page saved with SingleFile\s+url:)\s*(https?://[^\s<>\"]{1,2000})"
)
_SAVED_BEFORE = 4096
_DATA = re.compile(r"\bdata:[\w.+/;=,-]{0,100}[,;][A-Za-z0-9+/=%._~!$&'()*:@?-]{200,}")
_RAW_OPEN = re.compile(r"<(script|style|svg|template|noscript|textarea|iframe|object|math)\b", re.IGNORECASE)
_JSON_LD = re.compile(r"[^>]{0,300}application/ld\+json", re.IGNORECASE)


def page_text(data: bytes) -> str:
    """The text of a page: UTF-8 or UTF-16 where it is that, else in the encoding that it names, else as any text."""
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        named = _CHARSET.search(data[:_DECLARED_BEFORE])
        if named and not _is_utf8(data):
            try:
                return data.decode((named[1] or named[2]).decode("ascii"), "replace")
            except LookupError:
                pass
    return decode(data).text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def saved_from(source: str) -> str:
    """The address that a browser noted when it saved the page; "" where it did not."""
    found = _SAVED.search(source[:_SAVED_BEFORE])
    return found[1] if found else ""


def lean(source: str) -> str:
    """The source without scripts, styles, drawings and embedded files, which may be most of it.

    Scripts that hold facts for machines (JSON-LD) stay.
    """
    source = _DATA.sub("", _DECLARATION.sub("", source, count=1))
    pieces, at, missing = [], 0, set[str]()
    lowered = source.lower() if _RAW_OPEN.search(source) else ""
    while (found := _RAW_OPEN.search(source, at)) is not None:
        name = found[1].lower()
        end = -1 if name in missing else lowered.find(f"</{name}", found.end())
        if end < 0:  # the rest of the page may be within it
            missing.add(name)
        if end < 0 or (name == "script" and _JSON_LD.match(source, found.end())):
            pieces.append(source[at : found.end()])
            at = found.end()
            continue
        pieces.append(source[at : found.start()])
        close = source.find(">", end)
        at = len(source) if close < 0 else close + 1
    return "".join([*pieces, source[at:]])
