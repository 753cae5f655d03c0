"""Language tags (BCP 47): whether one is valid, how it is spelled, its own name."""

import re
from functools import cache
from importlib import resources

from site_gen.text.did_you_mean import did_you_mean

_TAG = re.compile(
    r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|[0-9]{3}))?((?:-[A-Za-z0-9]{5,8}|-[0-9][A-Za-z0-9]{3})*)"
)
# Codes of countries, and old codes, that are often taken for those of a language, which they are not.
_MISTAKEN = {
    "bd": "bn", "br-pt": "pt-BR", "by": "be", "cn": "zh", "cz": "cs", "dk": "da", "eng": "en", "fre": "fr",
    "ger": "de", "gr": "el", "il": "he", "in": "id", "iq": "ar", "ir": "fa", "iw": "he", "ji": "yi", "jp": "ja",
    "jw": "jv", "mo": "ro", "rus": "ru", "sy": "ar", "tj": "tg", "tm": "tk", "tw-zh": "zh-TW", "ua": "uk", "ukr": "uk",
    "us": "en-US",
}  # fmt: skip


@cache
def _names() -> dict[str, tuple[str, str]]:
    """The English and the own name of each known language, by its code."""
    lines = (
        resources.files("site_gen.text.language")
        .joinpath("data/languages.tsv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    return {code: (english, own) for code, english, own in (line.split("\t") for line in lines)}


def canonical(tag: str) -> str:
    """A tag in its usual spelling: `PT-br` is `pt-BR`, `sr-latn` is `sr-Latn`; "" for what is no known tag."""
    match = _TAG.fullmatch(tag)
    if match is None or match[1].lower() not in _names():
        return ""
    parts = (match[1].lower(), (match[2] or "").title(), (match[3] or "").upper(), match[4].lstrip("-").lower())
    return "-".join(filter(None, parts))


def tag_hint(tag: str) -> str:
    """What to write instead of a tag that is none, such as `ua`, `en_GB` or `Ukrainian`."""
    text = tag.strip().lower().replace("_", "-")
    near = _MISTAKEN.get(text) or canonical(text)
    if not near:
        codes = {name.lower(): code for code, names in _names().items() for name in names}
        near = codes.get(text, "")
    if near:
        return f"Did you mean '{near}'?"
    by_name = {name: code for code, names in _names().items() for name in names}
    hint = did_you_mean(tag, sorted(by_name), "")
    if hint and len(text) > 3:
        name = hint.removeprefix("Did you mean '").removesuffix("'?")
        return f"Did you mean '{by_name[name]}' ({name})?" if name in by_name else hint
    return "Write a language tag like uk, ar or pt-BR (BCP 47)."


def primary(tag: str) -> str:
    """The language of a tag without script and region, in small letters: `pt` of `pt-BR`."""
    return tag.partition("-")[0].lower()


def own_name(tag: str) -> str:
    """What speakers call a language, with its region or script where the tag has one; the tag itself if unknown."""
    names = _names().get(primary(tag))
    rest = tag.partition("-")[2]
    return tag if names is None else f"{names[1]} ({rest})" if rest else names[1]
