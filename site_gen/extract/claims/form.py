"""What a proposal may look like: length, characters, no mark-up, no links, no talk to or of a model."""

import re
import unicodedata
from typing import Literal

from site_gen.extract.claims.refusal import Refusal

Field = Literal["headline", "summary", "tag"]

_LONGEST = {"headline": 160, "summary": 600, "tag": 60}
_SHORTEST = {"headline": 12, "summary": 20, "tag": 2}
_LINK = re.compile(r"(?i)\b(?:https?|ftp|javascript|data|mailto):|\bwww\.|\b[\w-]+\.example\b|\S+@\S+\.\w|\]\(|://")
_MARKUP = re.compile(r"[<>]|&(?:[a-z]+|#\d+);|[{}\\`|~^]|\*\*|__|\[[^\]]*\]|^#+ |<\||\|>|={3,}|-{3,}|\"{3}|#{2,}")
_TO_MODEL = re.compile(
    r"(?i)\b(?:as an? (?:ai|assistant|language model)|system prompt|the prompt|my (?:instructions|prompt|dear)"
    r"|you are an? "
    r"|(?:ai|language) (?:model|assistant)|chatbot|supported by the source|the source text|sub-?editor|as json|json"
    r"|config dump|initial context|(?:this|our) (?:outlet|site|website)|readers? (?:should|who|must)|password"
    r"|ignore (?:all|the|previous)|click here|card number)\b"
)
_LABEL = re.compile(r"(?i)^(?:headline|title|summary|tags?|system|assistant|user|human|ai|note|answer|breaking)\s*:")


def form_refusals(claim: str, field: Field) -> tuple[Refusal, ...]:
    """What is wrong with the form of a claim."""
    found: list[Refusal] = []
    length = len(claim)
    if length > _LONGEST[field]:
        found.append(Refusal("form", f"it has {length} characters; a {field} has at most {_LONGEST[field]}"))
    if length < _SHORTEST[field]:
        found.append(Refusal("form", f"it is too short for a {field}"))
    if bad := next((one for one in claim if _is_hidden(one)), ""):
        found.append(Refusal("form", f"it has an invisible or control character (U+{ord(bad):04X})"))
    if claim != claim.strip() or "  " in claim:
        found.append(Refusal("form", "it has white space at its ends or in a row"))
    if _LINK.search(claim):
        found.append(Refusal("form", "it has a link or an address"))
    elif _MARKUP.search(claim):
        found.append(Refusal("form", "it has mark-up"))
    if _TO_MODEL.search(claim) or _LABEL.search(claim):
        found.append(Refusal("instruction", "it speaks of the task, not of the news"))
    if foreign := next((one for one in claim if one.isalpha() and not _is_latin(one)), ""):
        found.append(Refusal("language", f"it has a letter of another script ({foreign})"))
    if field == "headline":
        found += _headline(claim)
    return tuple(found)


def _headline(claim: str) -> list[Refusal]:
    found: list[Refusal] = []
    if re.search(r"[^.]\.\Z", claim) and not re.search(r"(?:\b[A-Z]\.)+\Z", claim):
        found.append(Refusal("form", "a headline has no full stop"))
    letters = [one for one in claim if one.isalpha()]
    if len(letters) > 12 and sum(one.isupper() for one in letters) > 0.7 * len(letters):
        found.append(Refusal("form", "it is written in capitals"))
    if "!" in claim:
        found.append(Refusal("form", "a headline has no exclamation mark"))
    if not claim[:1].isalnum() and claim[:1] not in "\"“‘'$£€":
        found.append(Refusal("form", "it begins with a sign"))
    return found


def _is_hidden(one: str) -> bool:
    return unicodedata.category(one) in ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")


def _is_latin(one: str) -> bool:
    return one.isascii() or unicodedata.name(one, "").startswith("LATIN")
