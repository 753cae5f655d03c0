"""Whether a headline is valid: one complete statement; and its faults, for an editor."""

import re

from site_gen.extract.headline.lexicon import PRONOUNS

_DANGLING = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|whose|as|if|when|while|after|before|its|their|"
    r"his|her|is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|can|than|because|since|until|"
    r"into|over|under|between|against|about|more|most|very|not|no|also|where|this|these|those)\Z",
    re.IGNORECASE,
)
_DANGLING_NEWS = re.compile(
    r"(?<!\bmoved)(?<!\bmove)\b(?:the|a|an|of|through|for|from|with|and|or|that|which|who|as|than|between|into)"
    r"(?=, [^,]+ says?\Z)"
)
"""The same, before an attribution."""
_OWNER = re.compile(r"[a-z][’']s(?:\Z|(?=, [^,]+ says?\Z))")
"""A possessive without its noun."""
_NO_BEGINNING = frozenset(
    ["Is", "Are", "Was", "Were", "Has", "Have", "Had", "To", "Says", "Said", "And", "But", "Or", "Which", "Who", "Of"]
)
_NOBODY = re.compile(
    r"(?:[\w’'-]+ ){0,4}(?:experts|officials|sources|analysts|lawyers|reports|police|lawmakers) say (?:he|she|him)\b"
)
"""Several speakers before a singular pronoun that refers to nobody."""
_QUOTES = (("“", "”"), ("(", ")"), ("[", "]"))


def faults_of(title: str) -> tuple[str, ...]:
    """The faults of a title; none if it is valid."""
    found = []
    first = re.sub(r"\W+", " ", title).strip().split(" ")[0]
    if (
        first not in ("US", "One")
        and first.lower() in PRONOUNS - {"we", "our", "i"}
        and not title.startswith(("“", "'", "‘", '"'))
    ):
        found.append("it begins with a pronoun")
    if first in ("We", "Our", "I", "My", "I’m", "I'm", "We’re", "We're"):
        found.append("it speaks in the first person")
    if first in _NO_BEGINNING or re.match(r"20\d\d [a-z]+s\b", title):
        found.append("it has no subject")
    if _OWNER.search(title) or _DANGLING.search(title) or _DANGLING_NEWS.search(title):
        found.append("it breaks off")
    if any(title.count(opening) != title.count(closing) for opening, closing in _QUOTES) or title.count('"') % 2:
        found.append("a quotation is not closed")
    if re.search(
        r"[”\"] [“\"]|,,|\b(\w+) \1\b|\b(?:says?|said) (?:has|have|had|is|are|was|were)\b|, If\b|\bsays? that\b"
        r"|\b(?:over|about|of|for|with|from|between) (?:is|are|was|were|has|have|will)\b",
        title,
    ):
        found.append("words run together")
    if _NOBODY.match(title):
        found.append("a pronoun stands for nobody")
    if re.search(r"\bthat if\b[^,]*\Z", title):
        found.append("it has a condition without what follows from it")
    if len(title.split()) < 4:
        found.append("it is very short")
    if re.search(r"https?://|@\w|[|{}<>©]|\s[#*]\s|/--|--\s", title):
        found.append("it has signs in it that are no words")
    return tuple(found)
