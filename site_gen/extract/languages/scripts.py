"""The script of a text, and the languages that its letters leave possible."""

import re
from collections import Counter

_RANGES = (
    ("Latin", "A-Za-z\u00aa\u00ba\u00c0-\u02af\u1e00-\u1eff"),
    ("Cyrillic", "\u0400-\u052f"),
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("Arabic", "\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("Hebrew", "\u05d0-\u05ea"),
    ("Kana", "\u3040-\u30ff"),
    ("Hangul", "\u1100-\u11ff\uac00-\ud7af"),
    ("Han", "\u3400-\u4dbf\u4e00-\u9fff"),
    ("Devanagari", "\u0900-\u097f"),
    ("Georgian", "\u10a0-\u10ff\u1c90-\u1cbf"),
    ("Armenian", "\u0531-\u058f"),
    ("Thai", "\u0e00-\u0e7f"),
    ("Bengali", "\u0980-\u09ff"),
    ("Tamil", "\u0b80-\u0bff"),
)
_PATTERNS = tuple((name, re.compile(f"[{letters}]+")) for name, letters in _RANGES)
_KANA_SHARE = 0.08
"""The part of the letters from which on kana among Han characters make a text Japanese."""

OF_SCRIPT: dict[str, tuple[str, ...]] = {
    "Latin": (
        "en", "fr", "de", "es", "it", "pt", "pl", "tr", "nl", "cs", "sk", "da", "sv", "no", "fi", "hu", "ro", "hr",
        "bs", "sl", "sq", "et", "lv", "lt", "ca", "gl", "eu", "vi", "id", "ms", "az", "uz", "tk", "sw", "so", "ku",
        "is", "ga", "tl", "af", "mt",
    ),
    "Cyrillic": ("uk", "ru", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn"),
    "Greek": ("el",),
    "Arabic": ("ar", "fa", "ur", "ps", "ckb", "ug", "sd"),
    "Hebrew": ("he",),
    "Kana": ("ja",),
    "Hangul": ("ko",),
    "Han": ("zh",),
    "Devanagari": ("hi", "ne", "mr"),
    "Georgian": ("ka",),
    "Armenian": ("hy",),
    "Thai": ("th",),
    "Bengali": ("bn",),
    "Tamil": ("ta",),
}  # fmt: skip
"""The languages that are told apart in each script: those that news is written in."""

# Letters that only some languages of a script have: where they are frequent, the others are out.
_OWN_LETTERS: tuple[tuple[str, str], ...] = (
    ("ўЎ", "be"),
    ("їЇєЄґҐ", "uk"),
    ("ыЫэЭёЁ", "ru be kk ky mn"),
    ("іІ", "uk be kk"),
    ("ѓЃќЌѕЅ", "mk"),
    ("ђЂћЋ", "sr"),
    ("јЈљЉњЊџЏ", "sr mk"),
    ("әӘғҒқҚұҰһҺ", "kk"),
    ("ңҢөӨүҮ", "kk ky mn"),
    ("ӣӢӯӮҳҲҷҶ", "tg"),
    ("ٹڈڑےں", "ur"),
    ("ټډړښڼې", "ps"),
    ("ڕۆێڵڤ", "ckb"),
    ("پچژگکی", "fa ur ps ckb sd ug"),
    ("ğĞışİŞ", "tr az tk ku ro"),
    ("əƏ", "az"),
    ("ąęłńśźżĄĘŁŃŚŹŻ", "pl lt ro"),
    ("łŁźŹ", "pl"),
    ("ěřůĚŘŮ", "cs"),
    ("ľĺŕĽ", "sk"),
    ("ãõÃÕ", "pt et vi"),
    ("ñ¿¡Ñ", "es gl eu tl"),
    ("ßẞ", "de"),
    ("őűŐŰ", "hu"),
    ("æøÆØ", "da no is"),
)
_ENOUGH = 0.004
"""The part of a text's letters from which on a letter is no foreign name's."""
_SHARES = {"ąęłńśźżĄĘŁŃŚŹŻ": 0.02, "łŁźŹ": 0.015, "ğĞışİŞ": 0.02}
"""The same of letters that are much more frequent in their own languages than in foreign texts with a few names."""


def script_of(text: str) -> tuple[str, float]:
    """The script of most letters, and the part of them that is in it; "" for a text without letters."""
    if text.isascii():
        return ("Latin", 1.0) if re.search("[A-Za-z]", text) else ("", 0.0)
    counts = Counter({name: sum(map(len, pattern.findall(text))) for name, pattern in _PATTERNS})
    letters = counts.total()
    if not letters:
        return "", 0.0
    if counts["Kana"] >= _KANA_SHARE * (counts["Kana"] + counts["Han"]) and counts["Kana"] > 0:
        counts["Kana"] += counts.pop("Han", 0)
    name, most = counts.most_common(1)[0]
    return name, most / letters


def letters_in(text: str) -> int:
    """How many letters a text has; one of Han, kana or hangul says as much as three of others."""
    dense = sum("\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af" for character in text)
    return sum(map(str.isalpha, text)) + 2 * dense


def possible(text: str, script: str) -> tuple[str, ...]:
    """The languages that a text may be in, by its script and by letters that only some of them have."""
    languages = OF_SCRIPT.get(script, ())
    letters = sum(map(str.isalpha, text))
    for own, codes in _OWN_LETTERS:
        among = tuple(code for code in languages if code in codes.split())
        if among and sum(map(text.count, own)) > max(2, _SHARES.get(own, _ENOUGH) * letters):
            languages = among
    return languages
