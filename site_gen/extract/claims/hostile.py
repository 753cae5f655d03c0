"""Sentences of a source that speak to a program instead of telling news: they support no claim."""

import re

_PATTERNS = (
    r"\b(?:ignore|disregard|forget) (?:\w+ ){0,3}"
    r"(?:instructions?|rules?|above|told|everything|prompts?|earlier|previous)\b",
    r"\b(?:ignoriere|oubliez|olvida|votre|vos|vuestro|deine|ihre) \w+",
    r"\b(?:headline|summary|tags?)\b[^.“\"]{0,40}(?:\bis\b|\bmust\b|\bshall\b|\bneeds?\b|:|\bfield\b|\bends? with\b)",
    r"\b(?:write|set|put|begin|append|add|use|repeat|output|print|say|mention|list|tag|call|title)\b[^.]{0,60}"
    r"\b(?:headline|summary|tags?|sentence|instructions|prompt|summaries|delimiter|word ')",
    r"\btranslate everything\b|\bset the title\b|\bthis (?:item|article|outlet|line)\b|\bevery (?:article|summary)\b",
    r"\b(?:dear|to the) (?:assistant|summari[sz]ers?)\b|\bassistant[,:]|\bautomated summari[sz]ers?\b|\bllm\b",
    r"\bai (?:readers|indexers|systems agree)\b|\ball ai systems\b|\bfor ai\b|\b[a-z] = ['\"]",
    r"\b(?:base64|rot13|system prompt|debug mode|untrusted text|role-?play|pretend to be)\b",
    r"\bdecode\b[^.]*\b(?:obey|comply|use)\b|\banswer only\b",
    r"\byou (?:are (?:\w+bot|an? |now)|must now|always add|get a tip|were told|were given)",
    r"\byour (?:only|late|earlier) \w+|\blet us play a game\b|\bhypothetical world\b|\bexamples of good work\b",
    r"\bfrom now on every\b|\bowner of this website\b|\bnow rewrite\b|\byou said that\b|\btell the reader\b",
    r"\bas we agreed\b|\btool result\b|corrected[_ ](?:text|headline)|\bapproved headline\b|\bif you do not mention\b",
    r"\breaders who disagree\b|\bthe \w+ (?:above|was empty)\b",
)
_SPEAKS = re.compile("(?i:" + "|".join(_PATTERNS) + r")|\bwords? [A-Z][A-Z -]{6,}")
_LABELLED = re.compile(
    r"(?im)^\W*(?:headline|title|summary|tags?|system|assistant|user|human|ai|tool|text|instruction)\b[^:.\n]{0,30}:"
)
_CODE = re.compile(
    r"</?[a-z]|<!--|-->|<[|<]|>>|\[/?INST|[{}\\]|\|>|`{3}|={3,}|-{4,}|#{2,}|\"{3}|[A-Za-z0-9+]{24,}={0,2}"
    r"|\b[0-9a-f]{24,}\b|!?\[[^\]]*\]\("
)
_BLANK = {
    code: None
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0xFEFF, 0xFEFF), (0xE0000, 0xE007F))
    for code in range(first, last + 1)
}


def visible(text: str) -> str:
    """A text without characters that readers do not see; a sentence that had them is no evidence."""
    return text.translate(_BLANK)


def is_for_programs(sentence: str) -> bool:
    """Whether a sentence speaks to a program, is code, or holds characters that readers do not see or that pose."""
    if visible(sentence) != sentence or _SPEAKS.search(sentence) or _LABELLED.search(sentence):
        return True
    if _CODE.search(sentence):
        return True
    return sum(one.isalpha() and ord(one) >= 0x250 for one in sentence) > 2
