"""Equipment by its designation in any letters: "Су-34", "F16戦闘機", "歼-20"."""

import re
from collections.abc import Iterator

from site_gen.extract.names.gazetteer import Entry, Form

_SPACED = re.compile(r"(?<![^\W_])([^\W\d_]{1,6})([-/]?)(\d{1,4})([^\W\d_]{0,3}\d?)(?![^\W_])")
_UNSPACED = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{1,4}|[\u3040-\u9fff]{1,3})([-/]?)(\d{1,4})([A-Z]{0,2}\d?)")


def equipment_in(
    text: str, forms: dict[str, tuple[Form, ...]], prefixes: dict[str, str], unspaced: bool
) -> Iterator[tuple[int, str, Entry]]:
    """The place, the surface and the entry of each designation that the gazetteer knows.

    `prefixes` are beginnings in the language's letters with the Latin ones: "Су" is "Su".
    """
    for match in (_UNSPACED if unspaced else _SPACED).finditer(text):
        letters, joint, number, variant = match.groups()
        for begin in range(len(letters) if unspaced and not letters.isascii() else 1):
            own = letters[begin:]
            prefix = own if own.isascii() else prefixes.get(own, "")
            entry = _known(prefix, joint, number, variant, forms) if prefix else None
            if entry:
                yield match.start() + begin, match[0][begin:], entry
                break


def _known(prefix: str, joint: str, number: str, variant: str, forms: dict[str, tuple[Form, ...]]) -> Entry | None:
    joined: tuple[str, ...] = ("",) if not joint and prefix != "F" else ("-", "")
    for name in (f"{prefix}{mark}{number}{tail}" for tail in (variant, "") for mark in joined):
        for form in forms.get(name, ()):
            if not form.rest and form.entry.kind == "equipment" and form.use == "name":
                return form.entry
    return None
