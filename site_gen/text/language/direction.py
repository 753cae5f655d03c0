"""The direction of writing of a language."""

# Languages that are written from right to left where their tag names no script (CLDR, likely subtags).
_RIGHT_TO_LEFT = frozenset((
    "ar", "arc", "arz", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "ku-iq",
    "lrc", "mzn", "nqo", "pnb", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "uz-af", "yi",
))  # fmt: skip
_SCRIPTS = frozenset(("adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"))


def is_right_to_left(language: str) -> bool:
    """Whether texts of a language, a tag such as `ar`, `he-IL` or `az-Arab`, are written from right to left."""
    name, *rest = language.lower().replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    if script:
        return script in _SCRIPTS
    return name in _RIGHT_TO_LEFT or any(f"{name}-{part}" in _RIGHT_TO_LEFT for part in rest)


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if is_right_to_left(language) else "ltr"
